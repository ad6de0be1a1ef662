"""Counts of one country's people beside those of another: "143 million Americans, 400,000 Britons, 8,000 Canadians"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from reconcile.claims.measuring.continued import LESSER
from reconcile.language.grammar import word_classes
from reconcile.language.quantity_values import PERSON
from reconcile.matching.surroundings import story
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Scope

ALIKE = Decimal("1.5")  # times, by which two reports of one country's count differ at most where one does not name it
FOREIGN = "foreigners"  # the population of nationals that a table calls so
Counts = Mapping[str, Sequence[Decimal]]  # by country


@frozen
class _Told:
    """The country of the first count of an article, "" where it names none, and what befell those it counts."""

    home: str
    measure: str

    @classmethod
    def of(cls, own: Sequence[Claim]) -> _Told:
        return cls(own[0].nation, next((c.measure for c in own if _says_more(c)), ""))


def with_nations(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims tied to events; where an article of the story counts two countries' people apart, each is of its own.

    What an article counts without saying whose is of the country that its first count is of, else of that of which
    others give about this number.
    """
    articles: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _by_nation(claim):
            articles[claim.mention.span.article].append(claim)
    apart = {story(own[0]) for own in articles.values() if _tells_apart(own)}
    if not apart:
        return tuple(claims)
    told = {article: _Told.of(own) for article, own in articles.items()}
    counts = _counts([c for own in articles.values() for c in own])
    return tuple(
        _placed(c, told[c.mention.span.article], counts[story(c)]) if story(c) in apart and _by_nation(c) else c
        for c in claims
    )


def _counts(claims: Sequence[Claim]) -> Mapping[str, Counts]:
    """By story, the counts of each country that its articles name."""
    known: dict[str, dict[str, list[Decimal]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.nation:
            known[story(claim)][claim.nation].append(claim.quantity.value)
    return known


def _tells_apart(own: Sequence[Claim]) -> bool:
    """True where an article counts two countries' people, and says of one of them at least what befell them."""
    nations = {c.nation for c in own if c.nation}
    return len(nations) > 1 and any(c.nation and _says_more(c) for c in own)


def _by_nation(claim: Claim) -> bool:
    """True for a count of what each country has of its own; the dead of a crash are all of one event."""
    if claim.kind is not Kind.FIGURE or claim.quantity.unit != PERSON:
        return False
    if claim.scope is Scope.PART and not _nationals(claim):
        return False
    return _says_more(claim) or (bool(claim.nation) and claim.measure in ("", claim.quantity.head))


def _says_more(claim: Claim) -> bool:
    """True where the measure is more than the noun for the people counted."""
    return claim.measure in word_classes()["counted-by-nation"]


def _nationals(claim: Claim) -> bool:
    """True where the group counted is but the people of a country, or was taken for some of another country's."""
    return bool(claim.nation) and claim.population in (FOREIGN, LESSER, claim.quantity.head)


def _of_like_number(claim: Claim, counts: Counts) -> str:
    """The one country of which others give about this number; "" for none or several."""
    value = claim.quantity.value
    near = {n for n, values in counts.items() if any(value <= ALIKE * v and v <= ALIKE * value for v in values)}
    return near.pop() if len(near) == 1 else ""


def _placed(claim: Claim, told: _Told, counts: Counts) -> Claim:
    nation = claim.nation or ("" if claim.where else told.home or _of_like_number(claim, counts))
    if not nation:
        return claim
    nationals = _nationals(claim)
    return evolve(
        claim,
        measure=claim.measure if _says_more(claim) else told.measure or claim.measure,
        where=frozenset({nation}),
        said_in=frozenset({nation}),
        population="" if nationals else claim.population,
        scope=Scope.WHOLE if nationals else claim.scope,
    )
