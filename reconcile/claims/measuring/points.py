"""Points of an article that speaks in percent: "won by 1.9 points" means percentage points."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reconcile.claims.measuring.measure_table import POINTS, SPEC
from reconcile.language.lexicon import load
from reconcile.language.quantity_tables import tables
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind


@lru_cache(maxsize=1)
def _in_points() -> frozenset[str]:
    """The measures that are told in percentage points."""
    return frozenset(e.measure for e in load(SPEC) if e.counts == POINTS)


def in_percentage_points(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one article; of a lead or a move of rates, bare points are percentage points beside shares."""
    t = tables()
    if not any(c.kind is Kind.FIGURE and c.quantity.unit in t.shares for c in claims):
        return list(claims)
    return [
        evolve(c, value=evolve(c.quantity, unit=t.percentage_point))
        if c.kind is Kind.FIGURE and c.quantity.unit == t.point and c.measure in _in_points()
        else c
        for c in claims
    ]
