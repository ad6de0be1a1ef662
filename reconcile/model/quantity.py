"""Quantities: a number as it was stated, with what its hedge makes possible and plausible."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Literal

from attrs import frozen

from reconcile.model.interval import INFINITY, Interval


class Hedge(StrEnum):
    """How a number is hedged; the names are those of the output contract."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ALMOST = "almost"
    RANGE = "range"
    VAGUE = "vague"


Direction = Literal["up", "down"]

# Plausible half-width as a share of the value, by significant digits (Ferson et al. 2015).
_ABOUT_ONE_DIGIT = Decimal("0.08")
_ABOUT_SHARPER = Decimal("0.055")
_ABOUT_HUNDRED = Decimal("0.12")
# How far above a stated bound readers still expect the true figure: "over 40" is not read as 400.
_BOUND_REACH = Decimal("0.5")
_ROUND_SHARE = Decimal("0.05")  # a round bare number is read as no softer than this
_SOFT_COUNT = 100  # smaller counts are taken at their word


@frozen
class Quantity:
    """A number (or two bounds) as stated.

    `low`/`high` are the bounds as the text gives them, None where it leaves that side open.
    `unit` is `person`, `percent`, an ISO 4217 code or a singular English unit name; None for a bare count.
    `counted` is the counted noun phrase as written in the text without number and hedge, lower-cased, head last
    ("russian cruise missiles"); None where nothing is counted.
    `head` is the singular head noun of `counted` ("missile").
    `per` names the denominator of a rate ("day", "person", "square metre"); `direction` says that the
    quantity is a change upwards or downwards ("rose by 5 %").
    `step` is the place value of the last significant digit as written (1200 -> 100, 1150 -> 10, 4.5 million -> 100000).
    `plausible_high` bounds a vague word ("dozens": 96).
    """

    low: Decimal | None
    high: Decimal | None
    hedge: Hedge = Hedge.EXACT
    unit: str | None = None
    counted: str | None = None
    head: str | None = None
    per: str | None = None
    direction: Direction | None = None
    step: Decimal = Decimal(1)
    plausible_high: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """The stated number nearest to a point: the only bound, or the middle of a range."""
        if self.low is None or self.high is None:
            bound = self.high if self.low is None else self.low
            if bound is None:
                raise ValueError("a quantity states at least one bound")
            return bound
        return (self.low + self.high) / 2

    @property
    def possible(self) -> Interval:
        """Every number that would not make the statement false."""
        low = -INFINITY if self.low is None else self.low
        high = INFINITY if self.high is None else self.high
        match self.hedge:
            case Hedge.MORE_THAN:
                return Interval(low, high, low_open=True)
            case Hedge.LESS_THAN:
                return Interval(low, high, high_open=True)
            case Hedge.ABOUT:
                slack = 2 * self._width()
                return Interval(low - slack, high + slack)
            case Hedge.ALMOST:
                return Interval(low - 2 * self._width(), high, high_open=low != high or self._width() > 0)
        return Interval(low, high)

    @property
    def plausible(self) -> Interval:
        """The numbers a careful reader expects, always inside `possible`."""
        low, high = self.low, self.high
        match self.hedge:
            case Hedge.ABOUT if low is not None and high is not None:
                return Interval(low - self._width(), high + self._width())
            case Hedge.ALMOST if low is not None and high is not None:
                return Interval(low - self._width(), high, high_open=self._width() > 0)
            case Hedge.VAGUE if low is not None:
                top = self.plausible_high if self.plausible_high is not None else high
                return Interval(low, INFINITY if top is None else top)
            case Hedge.AT_LEAST | Hedge.MORE_THAN if low is not None and high is None:
                reach = low + max(abs(low) * _BOUND_REACH, Decimal(1))
                return Interval(low, reach, low_open=self.hedge is Hedge.MORE_THAN)
            case Hedge.AT_MOST | Hedge.LESS_THAN if high is not None and low is None:
                reach = high - max(abs(high) * _BOUND_REACH, Decimal(1))
                return Interval(reach, high, high_open=self.hedge is Hedge.LESS_THAN)
        return self.possible

    def _width(self) -> Decimal:
        """Half-width of "about" at this value: wider the rounder the number (see the module's source)."""
        value = abs(self.value)
        if value == 0:
            return Decimal(0)
        magnitude = Decimal(10) ** value.adjusted()
        if value == magnitude and value >= 100:
            return value * _ABOUT_HUNDRED
        if value % magnitude == 0:
            return value * _ABOUT_ONE_DIGIT
        return value * _ABOUT_SHARPER


def rounding(quantity: Quantity, measured: bool) -> Decimal:
    """How far rounding may have carried the number as written: half its last place, at most 5 % of a round number.

    Counts below a hundred are not rounded; "4 million" and "4 %" stand for anything that rounds to 4.
    """
    value, half = abs(quantity.value), quantity.step / 2
    if measured:
        one_digit = value < 10 * quantity.step and quantity.step.adjusted() % 3 == 0
        return half if one_digit or quantity.step < 1 else min(half, value * _ROUND_SHARE)
    return min(half, value * _ROUND_SHARE) if value >= _SOFT_COUNT and quantity.step > 1 else Decimal(0)
