"""A measure that is a kind of another: gusts are winds, where no text of the story tells them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from reconcile.claims.measuring.measure_table import kinships, narrower_measures
from reconcile.matching.surroundings import story
from reconcile.matching.values import in_base_unit
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Status

MOST = 20  # figures of one measure in one article; of more, the first ones tell


def with_one_measure(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims; a narrower measure gives way to the broader one in stories of which no article has both apart.

    "Gusts of 112 mph" are "winds of up to 112 mph"; beside "winds of 205 km/h and gusts of 240" they are not.
    """
    broader = narrower_measures()
    told: dict[tuple[str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for c in claims:
        if c.kind is Kind.FIGURE and c.frame.main and c.measure and c.status is Status.STATED:
            told[story(c), c.mention.span.article][c.measure].append(c)
    apart = {(where[0], m) for where, own in told.items() for m in broader if _are_two(own, m, broader[m])}
    return tuple(
        evolve(c, measure=broader[c.measure])
        if c.kind is Kind.FIGURE and c.measure in broader and (story(c), c.measure) not in apart
        else c
        for c in claims
    )


def _are_two(own: Mapping[str, Sequence[Claim]], narrow: str, broad: str) -> bool:
    """True where one article gives the narrower measure another value than the broader one, or one kindred to that."""
    if narrow not in own:
        return False
    kin = {m for pair in kinships() if broad in pair for m in pair} | {broad}
    others = [c for m in kin - {narrow} for c in own.get(m, ())]
    pairs = product(own[narrow][:MOST], others[:MOST])
    return any(_at_one_place(a, b) and not _meet(a, b) for a, b in pairs)


def _at_one_place(a: Claim, b: Claim) -> bool:
    return a.where == b.where and not (a.said_in and b.said_in and a.said_in.isdisjoint(b.said_in))


def _meet(a: Claim, b: Claim) -> bool:
    return in_base_unit(a.quantity, b.quantity).meets(in_base_unit(b.quantity, a.quantity))
