"""Where all aboard died: "killing all 68 people on board" tells how many were aboard, and how many are dead.

The count of the dead is a claim of its own, so that "67 people were killed" has a rival.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.claims.people.attackers import KILLED
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import ends_in, stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope, Status
from reconcile.model.text import Part

ABOARD = "aboard"
_LEAD = 5  # tokens before a figure in which "killing all of the" stands
_REACH = 10  # tokens behind it in which "were killed" may stand ("on board the flight to Osk were killed")
_STOPS = frozenset(",;.:()")


def all_aboard_dead(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> Iterator[Claim]:
    """For each count of people aboard of whom its sentence says that all died, the count of the dead."""
    for c in claims:
        told = c.measure == ABOARD and c.status is Status.STATED and c.scope is Scope.WHOLE and not c.note
        if told and _all_died(parts[c.mention.span.part], c, houses):
            yield evolve(c, id=f"{c.id}-dead", measure=KILLED)


def _all_died(analysis: Analysis, claim: Claim, houses: Houses) -> bool:
    classes, words, span = word_classes(houses), analysis.tokens.words, claim.mention.span
    first, last = analysis.tokens.at(span.start), analysis.tokens.at(span.end - 1) + 1
    start, stop = analysis.sentences[analysis.sentence_of(first)]
    before, behind = words[max(start, first - _LEAD) : first], _clause(words[last : min(stop, last + _REACH)])
    if stands_among(words[last:stop], classes["everyone-dead"]):
        return True
    if ends_in(before, classes["none-of-them"]):
        return stands_among(behind, classes["lived"])
    led = next((n for n in (3, 2, 1) if " ".join(before[-n:]) in classes["all-of-them"]), None)
    if led is None:
        return False
    ahead = before[:-led]
    almost = not classes["not-quite"].isdisjoint(ahead[-1:])
    return not almost and (ends_in(ahead, classes["kills"]) or stands_among(behind, classes["died"]))


def _clause(words: Sequence[str]) -> Sequence[str]:
    return words[: next((i for i, w in enumerate(words) if w in _STOPS), len(words))]
