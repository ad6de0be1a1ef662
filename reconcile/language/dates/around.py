"""Periods named by their place around the article's day: this week, last month, next May, the weekend, last summer."""

from __future__ import annotations

from datetime import date

from reconcile.language.calendar import (
    END,
    START,
    century_range,
    decade_range,
    month_range,
    months_range,
    shift_months,
    week_range,
    weekend_range,
    year_range,
)
from reconcile.language.dates.tense import tense_around
from reconcile.language.dates.words import Reader, Reading
from reconcile.language.dates.years import closes
from reconcile.model.when import DayRange, Granularity, When

_CALENDAR = frozenset({"week", "weekend", "month", "quarter", "year", "decade", "century"})
_RUNNING = frozenset({"week", "month", "year"})


def period(r: Reader, i: int) -> Reading | None:
    """A unit, month or season with "this", "last" or "next" before it."""
    way = r.word(i, "direction")
    if way is None or abs(way.entry.value) > 1:
        return None
    step = way.entry.value
    if (unit := r.word(way.end, "unit")) and unit.entry.unit in _CALENDAR and not unit.entry.vague:
        return Reading(
            unit.end, When(None if r.anchor is None else _unit(r, r.anchor, step, (i, unit.end, unit.entry.unit)))
        )
    if (name := r.word(way.end, "month")) and r.capital(way.end):
        return Reading(name.end, _month(r.anchor, step, name.entry.value))
    if name := r.word(way.end, "season"):
        return Reading(name.end, _season(r.anchor, step, name.entry.value))
    return None


def weekend(r: Reader, i: int) -> Reading | None:
    """ "the weekend": the last one begun, or the coming one in a future clause."""
    unit = r.word(i, "unit")
    if unit is None or unit.entry.unit != "weekend" or unit.entry.vague or r.folded(i - 1) != "the":
        return None
    if r.anchor is None:
        return Reading(unit.end, When(None))
    begun = r.anchor.weekday() >= 5 or tense_around(r, i, unit.end) == "future"
    return Reading(unit.end, When(weekend_range(r.anchor, 0 if begun else -1)))


def running(r: Reader, i: int, part: int, bound: str) -> Reading | None:
    """ "by the end of the month", "since the start of the year": of the running one; elsewhere it may be any other."""
    unit = r.word(i, "unit") if r.folded(i - 1) == "the" else None
    if r.anchor is None or unit is None or unit.entry.vague or unit.entry.unit not in _RUNNING:
        return None
    ahead = part == END and (bound == "until" or tense_around(r, i, unit.end) == "future")
    behind = part == START and (bound == "since" or unit.entry.unit == "year")
    if not (ahead or behind) or not closes(r, unit.end):
        return None
    return Reading(unit.end, When(_unit(r, r.anchor, 0, (i, unit.end, unit.entry.unit))), False)


def _unit(r: Reader, anchor: date, step: int, place: tuple[int, int, str]) -> DayRange:
    start, end, unit = place
    month = anchor.replace(day=1)
    match unit:
        case "week":
            return week_range(anchor, step)
        case "weekend":
            return _weekend(r, anchor, step, (start, end))
        case "month":
            there = shift_months(month, step)
            return month_range(there.year, there.month)
        case "quarter":
            first = shift_months(month, 3 * step - (anchor.month - 1) % 3)
            return months_range(first.year, first.month, 3, Granularity.QUARTER)
        case "year":
            return year_range(anchor.year + step)
        case "decade":
            return decade_range(anchor.year // 10 * 10 + 10 * step)
    return century_range((anchor.year + 99) // 100 + step)


def _weekend(r: Reader, anchor: date, step: int, place: tuple[int, int]) -> DayRange:
    """ "last" is the one over, "this" goes by tense on Monday and Tuesday, "next" comes a week after this one."""
    if step:
        return weekend_range(anchor, step)
    past = anchor.weekday() < 2 and tense_around(r, *place) in ("past", "perhaps past")
    return weekend_range(anchor, -1 if past else 0)


def _month(anchor: date | None, step: int, month: int) -> When:
    """ "last May" is the last May over, "next May" the first May after this month, "this May" that of the year."""
    if anchor is None:
        return When(None, month)
    year = anchor.year
    if step < 0:
        year -= month >= anchor.month
    elif step > 0:
        year += month <= anchor.month
    return When(month_range(year, month), month)


def _season(anchor: date | None, step: int, begins: int) -> When:
    if anchor is None:
        return When(None)
    running = (anchor.month - begins) % 12 < 3
    last = anchor.year if anchor.month >= begins else anchor.year - 1
    year = {-1: last - running, 0: last if running else anchor.year, 1: last + 1}[step]
    return When(months_range(year, begins, 3, Granularity.SEASON))
