"""What place two figures have among the numbers of their own articles."""

from __future__ import annotations

from reconcile.claims.measuring.measure_table import MAGNITUDE, known_measures
from reconcile.language.dimensions import DURATION, factor_of
from reconcile.matching.likeness import value_level
from reconcile.matching.measured import measure_level
from reconcile.matching.surroundings import MANIFOLD, Surroundings, counted
from reconcile.matching.times import period_level
from reconcile.matching.values import dimension
from reconcile.model.claim import Claim, Status

OF_ONE_KIND = frozenset({"same-thing", "same-deed", "one-bare", "same-unit", "untold"})
OF_MANY_THINGS = frozenset({"length", "dollar rate", "euro rate"})  # dimensions that do not tell what was measured
A_MONTH = 28 * 86_400  # seconds; what takes days is the story's, years are of anybody's life
SAME_VALUE = frozenset({"rare", "telling", "equal", "rounded", "converted"})


def topic_level(a: Claim, b: Claim, around: Surroundings) -> str:
    """Is each figure the only one of its kind in its article, or what that first answers on a sum, time or share?"""
    first = around.first
    if _both_alone(a, b, around) and value_level(a, b) in ("near", "moving"):
        return "sole"
    if a.measure != b.measure or dimension(a) in MANIFOLD or a.measure not in known_measures():
        return "else"
    if a.stage is not None and b.stage is not None and a.where == b.where:
        return "first"  # readings of one count, each as far as it had come
    if a.id in first and b.id in first and a.where == b.where:
        one_expected = (a.status is Status.FORECAST) != (b.status is Status.FORECAST)
        apart = a.frame.main != b.frame.main or one_expected or period_level(a, b) == "else"
        return "else" if apart or _two_of_one_text(a, b) else "first"
    one_quake = dimension(a) == MAGNITUDE and value_level(a, b) == "people-differ"
    return "else" if one_quake or value_level(a, b) in SAME_VALUE else "later"


def _two_of_one_text(a: Claim, b: Claim) -> bool:
    """True for what one article tells of two holders, of other orders: the price of a pint and that of a door."""
    return a.mention.span.article == b.mention.span.article and value_level(a, b) == "else"


def _both_alone(a: Claim, b: Claim, around: Surroundings) -> bool:
    """True for the only numbers of one kind in their articles."""
    if a.id not in around.sole or b.id not in around.sole or counted(a) != counted(b):
        return False
    if dimension(a) in OF_MANY_THINGS or (dimension(a) == DURATION and _long(a) and _long(b)):
        return False
    level = measure_level(a, b)
    people = "person" in (a.quantity.unit, b.quantity.unit)  # to some of whom something was done, to others not
    return level in OF_ONE_KIND and not (level == "one-bare" and people)


def _long(claim: Claim) -> bool:
    return abs(claim.quantity.value) * factor_of(claim.quantity.unit or "") >= A_MONTH
