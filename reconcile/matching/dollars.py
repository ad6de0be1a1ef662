"""Whose dollars are meant where a story tells of several: a bare "$" beside "US$" and "A$".

A text that gives A$ again as "$" means US dollars; one that writes "US$" for some sums means its own country's by the
rest; else the sums tell that another text gives in the same digits. Where nothing tells, they are of dollars that are
compared with no others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from attrs import frozen

from reconcile.language.dimensions import Shared, is_money, named_money, shared_money
from reconcile.matching.surroundings import story
from reconcile.matching.values import with_unit
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind


@frozen
class _Told:
    """The sums of one story: the owner of the shared sign, those who may mean theirs by it, and sums that say whose."""

    owner: str
    shared: Shared
    homes: frozenset[str]
    explicit: tuple[Claim, ...] = ()

    def bare(self, claim: Claim) -> bool:
        return claim.quantity.unit == self.owner and self.shared.is_bare(claim.mention.text)

    def of_equal_digits(self, claim: Claim) -> set[str]:
        """The currencies in which the story gives the very number for the same question."""
        answers = (c for c in self.explicit if c.quantity.value == claim.quantity.value and _asked(c) == _asked(claim))
        return {c.quantity.unit or "" for c in answers}


def with_own_dollars(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims; a bare "$" names the currency it means where its story tells of several, as far as it can be told."""
    by_story: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is Kind.FIGURE and is_money(claim.quantity.unit):
            by_story[story(claim)].append(claim)
    meant: dict[str, str] = {}
    for owner, shared in shared_money().items():
        for sums in by_story.values():
            meant |= _meant(sums, owner, shared)
    return tuple(with_unit(c, meant[c.id]) if c.id in meant else c for c in claims)


def _meant(sums: Sequence[Claim], owner: str, shared: Shared) -> dict[str, str]:
    """By claim of a bare sign, what it means; empty where the story tells of no other country's money."""
    own = frozenset(c.quantity.unit or "" for c in sums if c.restates is None) & shared.others
    told = _Told(owner, shared, own)
    if not own:
        return {}
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in sums:
        by_article[claim.mention.span.article].append(claim)
    sure = {article for article, its in by_article.items() if _converts(its, told)}
    known = {owner, *own}
    explicit = [c for c in sums if c.quantity.unit in known and (c.mention.span.article in sure or not told.bare(c))]
    told = evolve(told, explicit=tuple(explicit))
    meanings = [_in_article(its, told) for article, its in by_article.items() if article not in sure]
    return {claim: unit for its in meanings for claim, unit in its.items()}


def _converts(sums: Sequence[Claim], told: _Told) -> bool:
    """True for an article that gives a sum of its country again by the bare sign, or the other way round."""
    by_id = {c.id: c for c in sums}
    pairs = ((by_id[c.restates], c) for c in sums if c.restates in by_id)
    return any(told.bare(a) and b.quantity.unit in told.homes for x, y in pairs for a, b in ((x, y), (y, x)))


def _in_article(sums: Sequence[Claim], told: _Told) -> Mapping[str, str]:
    """What the bare signs of one article mean, by claim."""
    bare = [c for c in sums if told.bare(c)]
    written = {c.quantity.unit or "" for c in sums if not told.bare(c)}
    homes = (written & told.homes) or told.homes
    if told.owner in written and len(homes) == 1:
        return {c.id: home for c in bare for home in homes}
    equal = {c.id: told.of_equal_digits(c) for c in bare}
    any_of = {unit for units in equal.values() for unit in units}
    unknown = named_money(told.shared.common)
    return {c.id: _only(any_of) or _only(equal[c.id]) or unknown for c in bare}


def _only(units: Collection[str]) -> str:
    return next(iter(units)) if len(units) == 1 else ""


def _asked(claim: Claim) -> str | None:
    return None if claim.measure == claim.quantity.unit else claim.measure
