"""How far apart two counts of people by one measure are, and which of their articles' counts they are.

Reports of one toll differ. But who gave another count first seldom gives the much lower one for the same people ("five
bodies were brought up", in a text that opens with 23 dead), and what later reports give a few of had not been many.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from reconcile.claims.measuring.dynamics import Moves, moves
from reconcile.matching.values import PERSON
from reconcile.model.claim import Claim

NEAR = Decimal("1.5")  # times, up to which two counts are near each other
MANY = 3  # times as many as a few
FEW = 15  # people
_SAME = Decimal("0.02")  # share of a count, within which its article gives it again


def toll_level(a: Claim, b: Claim, leading: frozenset[str]) -> str:
    """The level of two differing counts of people; `leading` are the ids of counts that their articles give first."""
    if not {a.quantity.unit, b.quantity.unit} <= {PERSON, None}:
        return "people-differ"  # two magnitudes of one quake
    low, high = sorted((a, b), key=lambda c: (abs(c.quantity.value), c.id))
    least, most = abs(low.quantity.value), abs(high.quantity.value)
    if most <= NEAR * least:
        return "people-near"
    if low.id not in leading and not (low.attribution and high.attribution):
        return "people-lower"
    fell = moves(low.measure) is Moves.RISES and _is_later(low, high)
    return "people-few" if fell and is_few_beside(least, most) else "people-differ"


def is_few_beside(least: Decimal, most: Decimal) -> bool:
    """True for a few people beside many times as many."""
    return least <= FEW and most > MANY * least


def _is_later(one: Claim, other: Claim) -> bool:
    after, before = _day(one), _day(other)
    return after is not None and before is not None and after > before


def _day(claim: Claim) -> date | None:
    """The day that a count speaks of."""
    return claim.as_of.date() if claim.as_of else claim.frame.written


def leading_counts(figures: Sequence[Claim]) -> frozenset[str]:
    """The ids of the counts that their articles give first of these people, and where they give them again.

    `figures` stand in the order of reading.
    """
    firsts: dict[tuple[object, ...], Decimal] = {}
    found = set()
    for c in figures:
        asked = (c.mention.span.article, c.measure, c.population, c.scope)
        first = firsts.setdefault(asked, c.quantity.value)
        if abs(first - c.quantity.value) <= _SAME * abs(c.quantity.value):
            found.add(c.id)
    return frozenset(found)
