"""Which figures two articles have in common: the same number of the same thing is seldom chance."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from reconcile.model.claim import Claim, Kind
from reconcile.model.quantity import Quantity

Told = tuple[str, Decimal]  # a unit, "" for none, and a value in it

COMMONPLACE = frozenset({"", "person", "year"})  # people, ages and bare counts: two digits of them are in any text
TELLING = 2  # digits from which chance seldom brings the same figure into two texts
MOST = 3
FRACTION = 9  # more digits than anybody writes: "a third" in percent
DIGIT_BITS = 2.0  # less than the 3.3 bits of a digit drawn evenly: figures are rounded
BY_CHANCE = 0.5  # the part that the most telling one adds: any one figure may be met by chance
FADE = 0.7  # each further one tells less than the one before


def figures_told(claims: Iterable[Claim]) -> Mapping[str, frozenset[Told]]:
    """The figures that are one number, of each article that has any, by its id."""
    told: dict[str, set[Told]] = defaultdict(set)
    for claim in claims:
        if claim.kind is Kind.FIGURE and _is_point(claim.quantity):
            told[claim.mention.span.article].add((claim.quantity.unit or "", claim.quantity.value.normalize()))
    return {article: frozenset(figures) for article, figures in told.items()}


def common_bits(one: frozenset[Told], two: frozenset[Told]) -> float:
    """How much the figures that two articles share speak for one event, in bits."""
    bits = sorted(map(figure_bits, one & two), reverse=True)
    return math.fsum(each * (FADE ** (i - 1) if i else BY_CHANCE) for i, each in enumerate(bits))


def figure_bits(figure: Told) -> float:
    """How much it tells, in bits, that two texts state this figure: "4.35 percent" much, "20 people" nothing."""
    unit, value = figure
    digits = len(value.as_tuple().digits)
    telling = min(digits, MOST) - (unit in COMMONPLACE)
    return DIGIT_BITS * telling if telling >= TELLING and digits <= FRACTION else 0.0


def _is_point(quantity: Quantity) -> bool:
    return quantity.low is None or quantity.high is None or quantity.low == quantity.high
