"""Figures told by what they are: "Ten of the victims were women", "22 of them are children and four are firemen"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.claims.measuring.labels import label_of
from reconcile.claims.measuring.measure_table import kinships, said_of_people
from reconcile.claims.people.attackers import KILLED
from reconcile.claims.people.whereabouts import is_whereabouts
from reconcile.claims.tables import POPULATIONS, Population, states, thing
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope, Status
from reconcile.model.text import Part

INJURED = "injured"
OF_REACH = 9  # tokens of "of the bodies recovered by nightfall" between a number and the verb
NOUN_REACH = 4  # tokens of "of the injured passengers" in which the noun stands
KINDS = ("group", "role")
_ENDS = frozenset(",.;:!?–—-)”\"'")


def complement(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> str:
    """The population that the verb "to be" says a bare number or a share is, up to the clause's end; else ""."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at = figure.number_last
    places = [at]
    if at < sentence[1] and words[at] in classes["of"]:
        stop = min(sentence[1], at + OF_REACH)
        places = list(range(at, next((i for i in range(at, stop) if words[i] in _ENDS), stop)))
    verbs = (i for i in places if i < sentence[1] and words[i] in classes["is-or-was"])
    return next((told for i in verbs if (told := _told_at(analysis, i + 1, sentence[1], houses))), "")


def _told_at(analysis: Analysis, at: int, stop: int, houses: Houses) -> str:
    """The population that ends a clause at these tokens ("were children", "were those of children"); else ""."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at += 2 if " ".join(words[at : at + 2]) in classes["those-of"] else 0
    found = phrase_table(POPULATIONS, houses).at(analysis.tokens, at, stop)
    if found is None or found.entry.kind not in KINDS:
        return ""
    ends = found.end >= stop or words[found.end] in _ENDS or words[found.end] in classes["coordination"]
    return found.entry.id if ends else ""


def labelled(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses) -> Population | None:
    """The part of the people that the label before a figure names: "Injured: 411, of whom serious: 52"."""
    label = label_of(analysis, figure, first)
    found = phrase_table(POPULATIONS, houses).find(analysis.tokens, *label) if label else []
    return next((m.entry for m in found if m.entry.kind in ("group", "severity")), None)


def with_shares(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; a part of people that tells no measure is of those counted before it."""
    by_start = {(c.mention.span.part, c.mention.span.start): c for c in claims}
    changed: dict[str, Claim] = {}
    for part, analysis in parts.items():
        told: list[tuple[int, Claim]] = []
        for figure in analysis.quantities:
            claim = by_start.get((part, figure.start))
            if claim is None:
                continue
            at = analysis.sentence_of(figure.first)
            placed = is_whereabouts(claim.population, houses) and not _tells_fate(claim, houses)
            if placed or (_is_share(analysis, figure, houses) and _tells_no_measure(claim, houses)):
                share = _share_of(claim, list(_wholes(analysis, figure, told, at, houses)), houses)
                claim = changed[claim.id] = share or claim
            told.append((at, claim))
    return [changed.get(c.id, c) for c in claims]


def _tells_fate(claim: Claim, houses: Houses) -> bool:
    """ "Seven persons aboard died": a count of its own, no share of those aboard."""
    return claim.scope is Scope.WHOLE and claim.measure in said_of_people(houses) - word_classes(houses)["present"]


def _is_share(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True for a bare number, "ten of them" and "ten of the victims": "two men" and "ten of the guests" may be any."""
    words, classes = analysis.tokens.words, word_classes(houses)
    after = words[figure.number_last : figure.number_last + 2]
    if not classes["of"].isdisjoint(after[:1]):
        victims = _of_victims(analysis, figure, houses) or _of_dead(analysis, figure, houses)
        return victims or " ".join(after) in classes["of-those-told"]
    return figure.quantity.counted is None


def _of_victims(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    words = analysis.tokens.words[figure.number_last : figure.last + NOUN_REACH]
    return not word_classes(houses)["all-hit"].isdisjoint(words)


def _of_dead(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "Twelve of the bodies": of the dead, where "victims" may be the injured, too."""
    words = analysis.tokens.words[figure.number_last : figure.last + NOUN_REACH]
    return not (word_classes(houses)["the-dead"] - word_classes(houses)["all-hit"]).isdisjoint(words)


def _tells_no_measure(claim: Claim, houses: Houses) -> bool:
    """True for a part of people of whom only the noun is told."""
    if claim.scope is not Scope.PART or not claim.population or claim.quantity.unit not in (None, PERSON):
        return False
    return claim.measure in ("", claim.population, thing(claim.quantity.head or "", houses))


def _wholes(
    analysis: Analysis, figure: QuantityMention, told: Sequence[tuple[int, Claim]], at: int, houses: Houses
) -> Iterator[Claim]:
    """The figures that a share may be of, the nearest first; "of the victims" speaks of the dead, however far off."""
    dead = _of_dead(analysis, figure, houses)
    victims = dead or _of_victims(analysis, figure, houses)
    for place, claim in reversed(told):
        if (place >= at - 1 and not dead) or (victims and claim.measure == KILLED):
            yield claim


def _share_of(claim: Claim, wholes: Sequence[Claim], houses: Houses) -> Claim | None:
    """The claim as a share of the one count before it that it fits into; None where there is none, or several."""
    people = [w for w in wholes if w.measure in said_of_people(houses) and w.quantity.unit == PERSON]
    if claim.population in states(houses):
        hurt = [w for w in people if w.measure == INJURED or frozenset((w.measure, INJURED)) in kinships(houses)]
        people = hurt or people
    fitting = [w for w in people if w.status is not Status.WITHDRAWN and w.quantity.value > claim.quantity.value]
    if len({w.measure for w in people}) != 1 or not fitting:
        return None
    quantity = evolve(claim.quantity, unit=PERSON)
    return evolve(claim, measure=fitting[0].measure, value=quantity, where=fitting[0].where)
