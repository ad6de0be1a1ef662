"""Measures for numbers that stand alone ("The police say 22,000"), taken from an equal figure that tells its own.

A sum, time or share without a topic ("Nine years?") takes the topic of the equal figures that have one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from reconcile.claims.measuring.measure_table import known_measures
from reconcile.claims.notes.withdrawals import share_questions
from reconcile.language.dimensions import is_money
from reconcile.language.quantity_values import PERSON
from reconcile.matching.values import dimension
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.quantity import Hedge

LARGE = 1_000_000
_NEW = "new "  # the period of a count of one day begins so

TELLING = 10  # a smaller number takes a measure only where somebody states it, and within its own article
# Dimensions of which a story mostly tells one thing; it has many lengths, speeds, sums, shares and times.
OF_ONE_THING = frozenset(
    {"temperature", "area", "mass", "volume", "data", "power", "energy", "flow", "pressure", "angle"}
)
SURE = 100  # from here on two counts of one number are one count, whatever noun they stand before


@frozen
class _Told:
    """What a figure says that an equal bare one may mean; `day` is that of which alone it is told."""

    measure: str
    unit: str | None
    day: str = ""
    group: tuple[str, Scope] = ("", Scope.WHOLE)

    @classmethod
    def of(cls, claim: Claim) -> _Told:
        day = claim.period if claim.period.startswith(_NEW) else ""
        return cls(claim.measure, claim.quantity.unit, day, (claim.population, claim.scope))


def adopt_measures(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims; bare ones take the measure of equal figures of their article, else event, if those agree on one."""
    in_article: dict[tuple[str, Decimal], set[_Told]] = defaultdict(set)
    in_event: dict[tuple[str, Decimal], set[_Told]] = defaultdict(set)
    for claim in claims:
        if claim.kind is Kind.FIGURE and claim.measure and claim.frame.main and (counts(claim) or is_sum(claim)):
            value, told = claim.quantity.value, _Told.of(claim)
            in_article[claim.mention.span.article, value].add(told)
            in_event[claim.event or "", value].add(told)
    counted = [_adopted(c, in_article, in_event) if is_bare(c) else _as_in_body(c, in_article) for c in claims]
    topics = _topics(counted)
    asked = [_with_topic(c, topics) if is_topicless(c) else c for c in counted]
    return tuple(share_questions(_with_only_topic(_with_topics_given_again(asked))))


def is_topicless(claim: Claim) -> bool:
    """True for a sum, length, time or share of which only the unit is known."""
    return claim.kind is Kind.FIGURE and claim.measure == claim.quantity.unit and dimension(claim) is not None


def _topics(claims: Sequence[Claim]) -> dict[tuple[str, Decimal, str | None], set[str]]:
    """The topics that figures of one value and unit have in each article, and in each event."""
    found: dict[tuple[str, Decimal, str | None], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.kind is Kind.FIGURE and dimension(claim) is not None and claim.measure in known_measures():
            for place in _places(claim):
                found[place, claim.quantity.value, claim.quantity.unit].add(claim.measure)
    return found


def _places(claim: Claim) -> tuple[str, str]:
    """The article and the event of the claim, as they are told apart here."""
    return f"article {claim.mention.span.article}", f"event {claim.event or ''}"


def _with_topic(claim: Claim, topics: Mapping[tuple[str, Decimal, str | None], set[str]]) -> Claim:
    known: set[str] = set()
    for place in _places(claim):
        known = known or topics.get((place, claim.quantity.value, claim.quantity.unit), set())
    return evolve(claim, measure=next(iter(known))) if len(known) == 1 else claim


def _with_topics_given_again(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; of a figure and the same in another unit, one takes the topic the other tells."""
    by_id = {c.id: c for c in claims if c.kind is Kind.FIGURE}
    topics: dict[str, str] = {}
    for claim in by_id.values():
        first = by_id.get(claim.restates or "")
        for one, other in ((first, claim), (claim, first)) if first is not None else ():
            if is_topicless(one) and other.measure in known_measures():
                topics[one.id] = other.measure
    return [evolve(c, measure=topics[c.id]) if c.id in topics else c for c in claims]


def _with_only_topic(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; of a dimension of which its story tells one thing only, a reading without a topic tells that, too.

    "45.1 degrees at Castelmaur", where all other degrees are temperatures; but a story has many lengths and sums.
    """
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        if (
            claim.kind is Kind.FIGURE
            and claim.measure in known_measures()
            and (kind := dimension(claim)) in OF_ONE_THING
        ):
            told[claim.event or "", kind].add(claim.measure)
    return [_told_only(c, told.get((c.event or "", dimension(c) or ""), ())) if is_topicless(c) else c for c in claims]


def _told_only(claim: Claim, told: Collection[str]) -> Claim:
    return evolve(claim, measure=next(iter(told))) if len(told) == 1 else claim


def _as_in_body(claim: Claim, in_article: Mapping[tuple[str, Decimal], set[_Told]]) -> Claim:
    """ "Government counts 41,000 refugees" over "41,000 persons had crossed": a headline's noun alone says less."""
    if claim.kind is not Kind.FIGURE or claim.mention.span.part != "headline" or claim.measure in known_measures():
        return claim
    found = in_article.get((claim.mention.span.article, claim.quantity.value), set())
    if claim.quantity.unit is None:
        return _with_deed(claim, found)
    if claim.quantity.value < SURE or claim.quantity.unit != PERSON:
        return claim
    known = {f.measure for f in found if f.measure in known_measures() and f.unit == PERSON and not f.day}
    return evolve(claim, measure=known.pop()) if len(known) == 1 else claim


def _with_deed(claim: Claim, found: Iterable[_Told]) -> Claim:
    """ "84 planes" over "it ordered 84 planes": of the things themselves, what was done to so many is told once."""
    done = {f.measure for f in found if f.unit is None and f.measure.startswith(f"{claim.measure} ")}
    told = bool(claim.measure) and claim.quantity.value > 1 and len(done) == 1
    return evolve(claim, measure=done.pop()) if told else claim


def is_bare(claim: Claim) -> bool:
    """True for a figure that says neither what it measures nor what it counts."""
    vague = claim.kind is Kind.FIGURE and claim.quantity.hedge is Hedge.VAGUE
    return claim.kind is Kind.FIGURE and not claim.measure and counts(claim) and not vague


def counts(claim: Claim) -> bool:
    """True for figures that count people or things."""
    return claim.quantity.unit in (None, "person")


def is_sum(claim: Claim) -> bool:
    """True for sums of money large enough that a bare number may repeat them ("412 million")."""
    return is_money(claim.quantity.unit) and claim.quantity.value >= LARGE


def _adopted(
    claim: Claim,
    in_article: dict[tuple[str, Decimal], set[_Told]],
    in_event: dict[tuple[str, Decimal], set[_Told]],
) -> Claim:
    value = claim.quantity.value
    if value < TELLING and (claim.attribution is None or claim.mention.text in claim.attribution.speaker):
        return claim  # "one resident told us" counts nobody
    if value < TELLING and claim.quantity.counted and (value == 1 or claim.quantity.hedge is not Hedge.EXACT):
        return claim  # "at least three people broke in, police said" are not the three killed, nor one guest the one
    found = in_article.get((claim.mention.span.article, value), set())
    sharp = claim.quantity.counted is None and claim.quantity.hedge in (Hedge.EXACT, Hedge.ABOUT)
    if not found and value >= (TELLING if sharp else SURE):  # "ten" may go on from "ten dead", not "less than ten"
        found = in_event.get((claim.event or "", value), set())
    found = {f for f in found if claim.quantity.unit in (None, f.unit)}  # no people are ships
    known = {f for f in found if f.measure in known_measures()} or found
    if {f.unit for f in found - known} - {f.unit for f in known}:
        return claim  # 600 dead here, 600 blankets there: of which "they sent 600" tells is open
    return _asked_like(claim, known) if len({f.measure for f in known}) == 1 else claim


def _asked_like(claim: Claim, told: Collection[_Told]) -> Claim:
    """The claim with what equal figures tell; what all of them count as a part, it counts as that part."""
    first = min(told, key=lambda f: f.unit or "")  # "40,000 homes", "40,000 customers": one question
    days, groups = {f.day for f in told}, {f.group for f in told}
    period = first.day if len(days) == 1 and claim.quantity.value >= SURE else ""
    value = evolve(claim.quantity, unit=first.unit)
    asked = evolve(claim, measure=first.measure, value=value, period=period or claim.period)
    if len(groups) > 1 or first.group[1] is not Scope.PART or claim.scope is Scope.PART:
        return asked
    return evolve(asked, population=claim.population or first.group[0], scope=Scope.PART)
