"""Arithmetic with days, by example."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.language import calendar
from reconcile.model.when import DayRange, Granularity

WEDNESDAY = date(2024, 7, 10)


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [(calendar.EARLY, 1, 10), (calendar.MIDDLE, 11, 20), (calendar.LATE, 21, 29), (calendar.END, 21, 29)],
)
def test_parts_of_a_month(part: int, first: int, last: int) -> None:
    found = calendar.part_of(calendar.month_range(2024, 2), part)
    assert (found.first.day, found.last.day) == (first, last)


def test_parts_of_longer_and_shorter_periods() -> None:
    assert str(calendar.part_of(calendar.year_range(2024), calendar.EARLY)) == "2024-01-01/2024-04-30"
    assert str(calendar.part_of(calendar.decade_range(1990), calendar.LATE)) == "1997-01-01/1999-12-31"
    assert str(calendar.part_of(calendar.week_range(WEDNESDAY), calendar.START)) == "2024-07-08/2024-07-09"
    summer = calendar.months_range(2024, 6, 3, Granularity.SEASON)
    assert str(calendar.part_of(summer, calendar.EARLY)) == "2024-06-01/2024-06-30"
    assert calendar.part_of(calendar.one_day(WEDNESDAY), calendar.LATE) == calendar.one_day(WEDNESDAY)


def test_the_twentieth_century_ends_with_2000() -> None:
    assert str(calendar.century_range(20)) == "1901-01-01/2000-12-31"


def test_weekdays_before_and_after() -> None:
    assert calendar.weekday_before(WEDNESDAY, 2) == WEDNESDAY
    assert calendar.weekday_before(WEDNESDAY, 2, strictly=True) == date(2024, 7, 3)
    assert calendar.weekday_after(WEDNESDAY, 2) == WEDNESDAY
    assert calendar.weekday_after(WEDNESDAY, 2, strictly=True) == date(2024, 7, 17)


@pytest.mark.parametrize(
    ("month", "day", "tense", "expected"),
    [
        (7, 8, "past", date(2024, 7, 8)),
        (12, 3, "past", date(2023, 12, 3)),
        (12, 3, "open", date(2024, 12, 3)),
        (1, 15, "future", date(2025, 1, 15)),
        (7, 11, "past", date(2024, 7, 11)),  # a paper dated ahead of its reporters
        (8, 1, "perhaps past", date(2024, 8, 1)),
    ],
)
def test_the_year_of_a_date_without_one(month: int, day: int, tense: calendar.Tense, expected: date) -> None:
    assert calendar.choose_year(WEDNESDAY, month, day, tense) == expected


def test_a_weekday_tells_the_year() -> None:
    assert calendar.choose_year(date(2021, 1, 1), 5, 9, "future", weekday=5) == date(2020, 5, 9)


def test_a_leap_day_is_found_years_away() -> None:
    assert calendar.choose_year(date(2022, 7, 1), 2, 29, "past") == date(2020, 2, 29)


def test_the_ends_of_the_calendar_hold() -> None:
    assert calendar.shift_days(date.max, 5) == date.max
    assert calendar.shift_months(date.min, -5).year == 1
    assert calendar.year_range(10_000) == DayRange(date(9999, 1, 1), date(9999, 12, 31), Granularity.YEAR)
