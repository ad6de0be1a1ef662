"""How much the numbers of two figures suggest that they answer one question."""

from __future__ import annotations

from decimal import Decimal

from reconcile.claims.measuring.dynamics import of_the_moment
from reconcile.claims.measuring.measure_table import MAGNITUDE
from reconcile.matching.measured import measure_level
from reconcile.matching.surroundings import MANIFOLD
from reconcile.matching.times import counts_people
from reconcile.matching.values import (
    RARE_DIGITS,
    TELLING,
    converts_to,
    dimension,
    hedges,
    in_another_unit,
    in_base_unit,
    is_fraction,
    is_spell,
    is_whole,
    rounds_to,
    slipped,
    transposed,
    two_systems,
)
from reconcile.model.claim import Claim

MOST_APART = 50  # times: no two reports of one question differ by more, however early the first came
SAME_ORDER = 4  # values within this factor are of one order
ONE_STEP = 1  # of magnitude, by which no two services differ


def value_level(a: Claim, b: Claim) -> str:
    """How much the numbers themselves suggest one question; a rare number seldom occurs twice by chance.

    Counts of people under one measure differ because reports do; other numbers that differ mostly count other things.
    """
    one, two = in_base_unit(a.quantity, b.quantity), in_base_unit(b.quantity, a.quantity)
    qa, qb = a.quantity, b.quantity
    alike = dimension(a) == dimension(b)
    if qa.value == qb.value and alike and qa.unit in (qb.unit, None, "person"):
        return _equal_level(a)
    if alike and converts_to(qa, qb):
        return "converted"
    if alike and rounds_to(qa, qb):
        return "rounded"
    if one.meets(two):
        if alike and dimension(a) is not None:
            return "meets-converted" if two_systems(qa, qb) else "hedged" if hedges(qa, qb) else "meets"
        return "meets"
    if alike and qa.unit in (qb.unit, None, "person") and transposed(qa, qb):
        return "transposed"
    low, high = sorted((abs(one.low), abs(two.low)))
    people = counts_people(a) and counts_people(b) and measure_level(a, b) in ("same", "kin")
    if people and high <= MOST_APART * max(low, Decimal(1)):
        return "people-differ"
    if alike and dimension(a) == MAGNITUDE and a.measure == b.measure and high - low <= ONE_STEP:
        return "people-differ"  # services measure one quake each in their own way
    if slipped(qa, qb) or (alike and in_another_unit(qa, qb) and not (is_spell(a) or is_spell(b))):
        return "slip"
    near = high <= SAME_ORDER * low
    if a.measure == b.measure and of_the_moment(a.measure):
        things = near and measure_level(a, b) in ("same-thing", "same-deed")
        if things or dimension(a) not in MANIFOLD:
            return "moving"
    return "near" if near else "else"


def _equal_level(claim: Claim) -> str:
    """How much it tells that another figure has the same number in the same unit; many things come in halves."""
    if is_fraction(claim):
        return "equal"
    quantity = claim.quantity
    digits = len(quantity.value.normalize().as_tuple().digits)
    fine = digits > 1 and not is_whole(quantity) and dimension(claim) not in MANIFOLD  # 4.6 per cent
    return "rare" if digits >= RARE_DIGITS else "telling" if quantity.value >= TELLING or fine else "equal"
