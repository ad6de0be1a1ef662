"""Intervals of decimal numbers with open or closed ends."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

INFINITY = Decimal("Infinity")


@frozen
class Interval:
    """All numbers from `low` to `high`; an open end leaves its bound out. Infinite ends are open.

    Raises ValueError where the interval would be empty.
    """

    low: Decimal = -INFINITY
    high: Decimal = INFINITY
    low_open: bool = False
    high_open: bool = False

    def __attrs_post_init__(self) -> None:
        if self.low == -INFINITY:
            object.__setattr__(self, "low_open", True)
        if self.high == INFINITY:
            object.__setattr__(self, "high_open", True)
        if self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)):
            raise ValueError(f"empty interval {self}")

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        return cls(value, value)

    def meets(self, other: Interval) -> bool:
        """True where at least one number lies in both."""
        return not (self._before(other) or other._before(self))

    def _before(self, other: Interval) -> bool:
        if self.high != other.low:
            return self.high < other.low
        return self.high_open or other.low_open

    def contains(self, other: Interval) -> bool:
        """True where every number of `other` lies in this interval."""
        low = self.low < other.low or (self.low == other.low and (not self.low_open or other.low_open))
        high = self.high > other.high or (self.high == other.high and (not self.high_open or other.high_open))
        return low and high

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high, high_shut = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not high_shut)

    def scaled(self, factor: Decimal) -> Interval:
        """Every number times `factor`, which must be positive."""
        if factor <= 0:
            raise ValueError("an interval is scaled by a positive factor only")
        return Interval(self.low * factor, self.high * factor, self.low_open, self.high_open)

    def __str__(self) -> str:
        left = "(" if self.low_open or self.low == -INFINITY else "["
        right = ")" if self.high_open or self.high == INFINITY else "]"
        return f"{left}{_plain(self.low)}, {_plain(self.high)}{right}"


def _plain(value: Decimal) -> str:
    if not value.is_finite():
        return "inf" if value > 0 else "-inf"
    return f"{value.normalize():f}"
