"""Closed ranges of calendar days with the granularity they were stated in."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from attrs import frozen


class Granularity(StrEnum):
    """How sharply a time was stated."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@frozen(order=True)
class DayRange:
    """All days from `first` to `last`, both included."""

    first: date
    last: date
    granularity: Granularity = Granularity.DAY

    def __attrs_post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"empty day range {self.first}..{self.last}")

    def meets(self, other: DayRange) -> bool:
        """True where at least one day lies in both."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: DayRange) -> int:
        """Days between the two ranges: 0 where they meet, 1 for neighbouring days."""
        if self.meets(other):
            return 0
        return (other.first - self.last).days if self.last < other.first else (self.first - other.last).days

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"


@frozen
class When:
    """An expression of time as it was stated.

    `days` is None where the text does not say enough; then `month`, `day` and `weekday` keep what it does say
    ("July 8" without a year: month 7, day 8; "Thursday" without a date of the story: weekday 3, Monday is 0).
    """

    days: DayRange | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    open_start: bool = False
    open_end: bool = False

    @property
    def began(self) -> DayRange | None:
        """The first day of what lasts since a day that is named ("since Monday"); None for all else."""
        named = self.day is not None or self.weekday is not None
        return DayRange(self.days.first, self.days.first) if self.open_end and named and self.days else None
