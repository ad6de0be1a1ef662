"""Numbers that share the predicate of the figure before them: "30 died at the market and 17 at the station"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reconcile.claims.measuring.measure_table import known_measures
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope
from reconcile.model.text import Part

LONGEST = 20  # tokens between two figures of one predicate
SUBJECT = 7  # tokens of a subject without a verb ("the one at the central station")
LINKS = 2  # tokens that join two figures (", and")


def with_gapped(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; a bare number behind a count of people, of which the sentence tells what it counts,
    counts the same of something else, where the two stand alike: each before its place, cause or day, or behind it.
    """
    by_start = {(c.mention.span.part, c.mention.span.start): c for c in claims}
    changed: dict[str, Claim] = {}
    for part, analysis in parts.items():
        for one, other in pairwise(analysis.quantities):
            first, second = (by_start.get((part, q.start)) for q in (one, other))
            if first is None or second is None:
                continue
            first = changed.get(first.id, first)
            if _tells(first) and _tells_no_more(second, first) and _stand_alike(analysis, one, other, houses):
                value = evolve(second.quantity, unit=first.quantity.unit)
                changed[second.id] = evolve(second, value=value, measure=first.measure, population=first.population)
    return [changed.get(c.id, c) for c in claims]


def _tells(claim: Claim) -> bool:
    people = claim.quantity.unit in (None, PERSON) and claim.measure in known_measures()
    return people and claim.scope is Scope.WHOLE and claim.frame.main


def _tells_no_more(second: Claim, first: Claim) -> bool:
    """True for "17" and, behind "30 people died", for "17 people"."""
    one, two = first.quantity, second.quantity
    like = (two.unit, two.counted) in ((None, None), (one.unit, one.counted))
    return like and second.measure == "" and second.scope is Scope.WHOLE


def _stand_alike(analysis: Analysis, one: QuantityMention, other: QuantityMention, houses: Houses) -> bool:
    """True for "30 … in the market and 17 at the station" and for "The first blast killed 30, the second 17"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    gap = words[one.last : other.first]
    last = analysis.sentences[analysis.sentence_of(one.first)][1]
    if not 0 < len(gap) <= LONGEST or other.first >= last:
        return False
    places = classes["gap-place"]
    behind = words[other.last : other.last + 1]
    if behind and other.last < last and behind[0] in places:
        return _joined(gap, classes) and not places.isdisjoint(gap)
    ends = not behind or other.last >= last or behind[0] in classes["gap-end"]
    return ends and _has_subject(gap, classes)


def _joined(gap: Sequence[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """True where right before the second figure, or its "at", a conjunction or a comma joins it to the first."""
    words = list(gap)
    if words[-1] in classes["gap-amount"]:
        words.pop()
    return words[-1:] != [] and (words[-1] in classes["coordination"] or words[-1] in (",", ";"))


def _has_subject(gap: Sequence[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """True where all that stands between the two, behind a conjunction, is what the second is told of."""
    marks = [i for i, word in enumerate(gap) if word in classes["coordination"] or word in (",", ";")]
    if not marks:
        return False
    subject = gap[marks[-1] + 1 :]
    definite = subject[:1] != [] and subject[0] in classes["definite"]
    return definite and len(subject) <= SUBJECT and stands_among(subject[1:3], classes["gap-other"])
