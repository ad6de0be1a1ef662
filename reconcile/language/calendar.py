"""Arithmetic with days: months, weeks, seasons, decades and their parts as closed ranges. No words of any language."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from typing import Literal

from reconcile.model.when import DayRange, Granularity

Tense = Literal["past", "perhaps past", "future", "open"]
# Which part of a period: its start, early, middle, late, its end.
START, EARLY, MIDDLE, LATE, END = range(5)
_MONTH_PARTS = {START: (1, 10), EARLY: (1, 10), MIDDLE: (11, 20), LATE: (21, 31), END: (21, 31)}
_YEAR_PARTS = {START: (1, 2), EARLY: (1, 4), MIDDLE: (5, 8), LATE: (9, 12), END: (11, 12)}
_DECADE_PARTS = {START: (0, 1), EARLY: (0, 3), MIDDLE: (4, 6), LATE: (7, 9), END: (8, 9)}
_WEEK_PARTS = {START: (0, 1), EARLY: (0, 1), MIDDLE: (2, 3), LATE: (3, 6), END: (4, 6)}
_LEAP_DAY = (2, 29)
# How many days back a date without its year may lie: further back it would be said with "last year".
_FAR = {"past": 330, "perhaps past": 240}


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def exists(month: int, day: int) -> bool:
    """True where some year has that day."""
    return day_of(2000, month, day) is not None


def one_day(day: date) -> DayRange:
    return DayRange(day, day, Granularity.DAY)


def _held(year: int) -> int:
    return min(max(year, MINYEAR), MAXYEAR)


def month_range(year: int, month: int) -> DayRange:
    year = _held(year)
    return DayRange(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Granularity.MONTH)


def year_range(year: int) -> DayRange:
    year = _held(year)
    return DayRange(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)


def decade_range(year: int) -> DayRange:
    """The ten years from `year`, which ends in 0."""
    return DayRange(date(_held(year), 1, 1), date(_held(year + 9), 12, 31), Granularity.DECADE)


def century_range(number: int) -> DayRange:
    """The 20th century is 1901 to 2000."""
    return DayRange(date(_held(100 * number - 99), 1, 1), date(_held(100 * number), 12, 31), Granularity.CENTURY)


def months_range(year: int, month: int, count: int, granularity: Granularity) -> DayRange:
    """`count` months from that one on: quarters, halves, seasons."""
    first = date(_held(year), month, 1)
    last = shift_months(first, count - 1)
    return DayRange(first, month_range(last.year, last.month).last, granularity)


def week_range(day: date, weeks: int = 0) -> DayRange:
    """Monday to Sunday of the week that holds `day`, or of one `weeks` later."""
    monday = shift_days(day, 7 * weeks - day.weekday())
    return DayRange(monday, shift_days(monday, 6), Granularity.WEEK)


def week_of(month: DayRange, number: int) -> DayRange:
    """The first to fourth week of a month, or its last (-1): counted by sevens or by whole weeks, so two days wider."""
    if number < 0:
        return DayRange(shift_days(month.last, -9), month.last, Granularity.DAYS)
    last = shift_days(month.first, 7 * number - 1)
    return DayRange(max(month.first, shift_days(last, -9)), last, Granularity.DAYS)


def weekday_in(month: DayRange, weekday: int, number: int) -> date | None:
    """The first to fifth such weekday of a month, or its last (-1); None where it has no fifth."""
    if number < 0:
        return shift_days(month.last, -((month.last.weekday() - weekday) % 7))
    day = shift_days(month.first, (weekday - month.first.weekday()) % 7 + 7 * (number - 1))
    return day if day <= month.last else None


def weekend_range(day: date, weeks: int = 0) -> DayRange:
    """Saturday and Sunday of the week that holds `day`, or of one `weeks` later."""
    saturday = shift_days(week_range(day, weeks).first, 5)
    return DayRange(saturday, shift_days(saturday, 1), Granularity.DAYS)


def part_of(days: DayRange, part: int) -> DayRange:
    """The start, early, middle, late or end part of a period; early May is 1 to 10 May."""
    first, year = days.first, days.first.year
    match days.granularity:
        case Granularity.MONTH:
            low, high = _MONTH_PARTS[part]
            return DayRange(first.replace(day=low), first.replace(day=min(high, days.last.day)), Granularity.DAYS)
        case Granularity.YEAR:
            low, high = _YEAR_PARTS[part]
            return months_range(year, low, high - low + 1, Granularity.SEASON)
        case Granularity.DECADE:
            low, high = _DECADE_PARTS[part]
            return DayRange(date(year + low, 1, 1), date(year + high, 12, 31), Granularity.YEAR)
        case Granularity.WEEK:
            low, high = _WEEK_PARTS[part]
            return DayRange(shift_days(first, low), shift_days(first, high), Granularity.DAYS)
        case Granularity.DAY:
            return days
    return _third(days, part)


def _third(days: DayRange, part: int) -> DayRange:
    length = (days.last - days.first).days + 1
    index = {START: 0, EARLY: 0, MIDDLE: 1, LATE: 2, END: 2}[part]
    first = shift_days(days.first, index * length // 3)
    last = shift_days(days.first, max((index + 1) * length // 3 - 1, index * length // 3))
    return DayRange(first, last, Granularity.DAYS)


def shift_days(day: date, days: int) -> date:
    """`days` later, held at the first and last day of the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def shift_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of that month where it is shorter; held within the calendar."""
    index = min(max(day.year * 12 + day.month - 1 + months, 12 * MINYEAR), 12 * MAXYEAR + 11)
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def weekday_before(day: date, weekday: int, strictly: bool = False) -> date:
    """The most recent such weekday up to `day`, or strictly before it."""
    back = (day.weekday() - weekday) % 7
    return shift_days(day, -(back or 7) if strictly else -back)


def weekday_after(day: date, weekday: int, strictly: bool = False) -> date:
    """The first such weekday from `day` on, or strictly after it."""
    ahead = (weekday - day.weekday()) % 7
    return shift_days(day, (ahead or 7) if strictly else ahead)


def choose_year(anchor: date, month: int, day: int, tense: Tense, weekday: int | None = None) -> date | None:
    """The day that a month and day without a year stand for, seen from `anchor`; None where no year fits.

    Past tense takes the last one up to the day after the anchor (time zones), future the first from the anchor on;
    where the tense is not known, or the last one lies so far back that a year would be said, the nearest is taken.
    A weekday rules out years in which it does not fall so.
    """
    reach = 8 if (month, day) == _LEAP_DAY else 1
    years = range(max(anchor.year - reach, MINYEAR), min(anchor.year + reach, MAXYEAR) + 1)
    fitting = [d for y in years if (d := day_of(y, month, day)) and weekday in (None, d.weekday())]
    if tense in _FAR:
        furthest = _FAR[tense] if reach == 1 and weekday is None else 366 * reach
        fitting = [d for d in fitting if -1 <= (anchor - d).days <= furthest] or fitting
    elif tense == "future":
        fitting = [d for d in fitting if d >= anchor] or fitting
    return min(fitting, key=lambda d: (abs(d - anchor), d), default=None)


def choose_month(anchor: date, month: int, tense: Tense) -> DayRange:
    """The month without a year, seen from `anchor`, by the same rule; the anchor's own month fits every tense."""
    if month == anchor.month:
        return month_range(anchor.year, month)
    behind = (anchor.month - month) % 12
    ahead = 12 - behind
    back = tense != "future" and behind <= (_FAR[tense] // 30 if tense in _FAR else ahead)
    there = shift_months(anchor.replace(day=1), -behind if back else ahead)
    return month_range(there.year, there.month)
