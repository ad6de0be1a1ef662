"""Dates that lean on the day of the article or on an event: Thursday, last week, two weeks ago, three days later."""

from __future__ import annotations

from datetime import date

from reconcile.language.calendar import (
    century_range,
    decade_range,
    month_range,
    months_range,
    one_day,
    shift_days,
    shift_months,
    week_range,
    weekday_after,
    weekday_before,
    weekend_range,
    year_range,
)
from reconcile.language.dates.tense import tense_around
from reconcile.language.dates.words import Reader, Reading
from reconcile.model.when import DayRange, Granularity, When

UNKNOWN = When(None)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def dayword(r: Reader, i: int) -> Reading | None:
    """Today, last night, overnight, the day before yesterday."""
    word = r.word(i, "dayword")
    if word is None:
        return None
    if r.anchor is None:
        return Reading(word.end, UNKNOWN)
    first, last = shift_days(r.anchor, word.entry.value), shift_days(r.anchor, word.entry.until)
    granularity = Granularity.DAY if first == last else Granularity.DAYS
    return Reading(word.end, When(DayRange(first, last, granularity)))


def weekday(r: Reader, i: int) -> Reading | None:
    """Thursday, last Thursday, next Monday, Thursday last week: by direction word, else by the tense of the clause."""
    way = r.word(i, "direction", "relative")
    name = r.word(way.end if way else i, "weekday")
    if name is None or not r.capital(name.start):
        return None
    number = name.entry.value
    if name.entry.proof == "company" and not (way or r.word(i - 1, "lead")):
        return None
    if way and way.entry.role == "relative":
        return Reading(name.end, When(None, weekday=number), False)
    week = _week_named(r, name.end)
    end = week[0] if week else name.end
    if r.anchor is None:
        return Reading(end, When(None, weekday=number))
    if week:
        return Reading(end, _day(shift_days(week_range(r.anchor, week[1]).first, number), number))
    return _by_direction(r, r.anchor, way.entry.value if way else None, (i, end, number))


def _by_direction(r: Reader, anchor: date, way: int | None, place: tuple[int, int, int]) -> Reading:
    start, end, number = place
    if way in (-1, -2):
        day = weekday_before(anchor, number, strictly=True)
        return Reading(end, _day(day, number), (anchor - day).days > 2)
    if way in (1, 2):
        day = shift_days(week_range(anchor, 1).first, number)
        return Reading(end, _day(day, number), number <= anchor.weekday() < 6)
    tense = tense_around(r, start, end)
    if way == 0 and tense == "open":
        return Reading(end, _day(shift_days(week_range(anchor).first, number), number), False)
    chosen = weekday_after if tense == "future" else weekday_before
    return Reading(end, _day(chosen(anchor, number), number))


def _week_named(r: Reader, i: int) -> tuple[int, int] | None:
    """ "next week", "of last week" after a weekday: where it ends, and how many weeks on."""
    way = r.word(r.past(i, "of"), "direction")
    unit = r.word(way.end, "unit") if way else None
    if way is None or unit is None or unit.entry.unit != "week" or abs(way.entry.value) > 1:
        return None
    return unit.end, way.entry.value


def _day(day: date, number: int) -> When:
    return When(one_day(day), weekday=number)


def period(r: Reader, i: int) -> Reading | None:
    """This week, last month, next year, last summer, next May, the weekend."""
    way = r.word(i, "direction")
    if way is None or way.entry.value in (-2, 2):
        return weekend(r, i) if way is None else None
    step = way.entry.value
    if unit := r.word(way.end, "unit"):
        return (
            Reading(unit.end, UNKNOWN)
            if r.anchor is None
            else _unit_period(r, r.anchor, step, unit.end, unit.entry.unit)
        )
    if (name := r.word(way.end, "month")) and r.capital(way.end):
        if r.anchor is None:
            return Reading(name.end, When(None, name.entry.value))
        ahead = (name.entry.value - r.anchor.month) % 12
        shift = {-1: (ahead or 12) - 12 if ahead else -12, 0: name.entry.value - r.anchor.month, 1: ahead or 12}[step]
        there = shift_months(r.anchor.replace(day=1), shift)
        return Reading(name.end, When(month_range(there.year, there.month), there.month))
    if name := r.word(way.end, "season"):
        return Reading(name.end, _season_period(r.anchor, step, name.entry.value))
    return None


def _unit_period(r: Reader, anchor: date, step: int, end: int, unit: str) -> Reading | None:
    match unit:
        case "week":
            return Reading(end, When(week_range(anchor, step)))
        case "weekend":
            return Reading(end, When(_weekend(r, anchor, step, end)))
        case "month":
            there = shift_months(anchor.replace(day=1), step)
            return Reading(end, When(month_range(there.year, there.month)))
        case "quarter":
            first = shift_months(anchor.replace(day=1), 3 * step - (anchor.month - 1) % 3)
            return Reading(end, When(months_range(first.year, first.month, 3, Granularity.QUARTER)))
        case "year":
            return Reading(end, When(year_range(anchor.year + step)))
        case "decade":
            return Reading(end, When(decade_range(anchor.year // 10 * 10 + 10 * step)))
        case "century":
            return Reading(end, When(century_range((anchor.year + 99) // 100 + step)))
    return None


def _weekend(r: Reader, anchor: date, step: int, end: int) -> DayRange:
    """Last weekend is the last one that is over; this weekend goes by tense on weekdays; next is the one to come."""
    if step == -1:
        return weekend_range(anchor, -1)
    if step == 1:
        return weekend_range(anchor, 0 if anchor.weekday() < 2 else 1)
    past = anchor.weekday() < 2 and tense_around(r, end - 2, end) == "past"
    return weekend_range(anchor, -1 if past else 0)


def weekend(r: Reader, i: int) -> Reading | None:
    """ "the weekend": the last one begun, or the coming one in a future clause."""
    unit = r.word(i, "unit")
    if unit is None or unit.entry.unit != "weekend" or r.folded(i - 1) != "the":
        return None
    if r.anchor is None:
        return Reading(unit.end, UNKNOWN)
    begun = r.anchor.weekday() >= 5 or tense_around(r, i, unit.end) == "future"
    return Reading(unit.end, When(weekend_range(r.anchor, 0 if begun else -1)))


def _season_period(anchor: date | None, step: int, begins: int) -> When:
    if anchor is None:
        return UNKNOWN
    running = (anchor.month - begins) % 12 < 3
    last = anchor.year if anchor.month >= begins else anchor.year - 1
    year = {-1: last - running, 0: last if running else anchor.year, 1: last + 1}[step]
    return When(months_range(year, begins, 3, Granularity.SEASON))


def count_of(r: Reader, i: int) -> tuple[int, int | None] | None:
    """A number of units in digits or words at token `i`: where it ends; the number, None where it is vague."""
    if word := r.word(i, "count"):
        return word.end, None if word.entry.vague and not word.entry.value else word.entry.value
    value = r.number(i)
    if value is None or not 1 <= value <= 999 or r.glued_before(i) or (r.folded(i + 1) in ".,:/" and r.tokens.glued(i)):
        return None
    return i + 1, value


def ago(r: Reader, i: int) -> Reading | None:
    """Two weeks ago: the day, week, month or year so many back."""
    counted = _counted(r, i)
    if counted is None or not r.word(counted[0], "ago"):
        return None
    end, count, unit = counted
    if r.anchor is None or count is None:
        return Reading(end + 1, UNKNOWN, r.anchor is None and count is not None)
    days = _back(r.anchor, count, unit)
    return Reading(end + 1, When(days), unit in ("day", "minute"))


def _back(anchor: date, count: int, unit: str) -> DayRange | None:
    match unit:
        case "minute":
            return one_day(anchor)
        case "hour":
            low = shift_days(anchor, -((count + 23) // 24))
            return DayRange(low, shift_days(anchor, -(count // 24)), Granularity.DAYS)
        case "day":
            return one_day(shift_days(anchor, -count))
        case "week" | "fortnight":
            return week_range(anchor, -count * _DAYS[unit] // 7)
        case "month":
            there = shift_months(anchor, -count)
            return month_range(there.year, there.month)
        case "year":
            return year_range(max(anchor.year - count, 1))
    return None


def duration(r: Reader, i: int) -> Reading | None:
    """The past 24 hours, the last three months, the next two weeks: periods that end or begin at the article's day."""
    way = r.word(i, "direction")
    if way is None or not way.entry.value:
        return None
    counted = _counted(r, way.end)
    if counted is None and abs(way.entry.value) == 2 and (unit := r.word(way.end, "unit")):
        counted = unit.end, 1, unit.entry.unit
    if counted is None:
        return None
    end, count, name = counted
    if r.anchor is None or count is None:
        return Reading(end, UNKNOWN, r.anchor is None and count is not None)
    sign = 1 if way.entry.value > 0 else -1
    there = _moved(r.anchor, sign * count, name)
    if there is None:
        return None
    return Reading(end, When(DayRange(min(there, r.anchor), max(there, r.anchor), Granularity.DAYS)))


def _moved(day: date, count: int, unit: str) -> date | None:
    if unit in _DAYS:
        return shift_days(day, count * _DAYS[unit])
    if unit in _MONTHS:
        return shift_months(day, count * _MONTHS[unit])
    if unit == "hour":
        return shift_days(day, (count + 23) // 24 if count > 0 else -((-count + 23) // 24))
    return None


def _counted(r: Reader, i: int) -> tuple[int, int | None, str] | None:
    counted = count_of(r, i)
    unit = r.word(r.past(counted[0], "-"), "unit") if counted else None
    if counted is None or unit is None:
        return None
    return unit.end, counted[1], unit.entry.unit


def shifted(r: Reader, i: int) -> Reading | None:
    """Three days later, a day after, the day before, the following day: reckoned from an event, not resolved here."""
    at = r.past(i, "the")
    if word := r.word(at, "relative"):
        unit = r.word(word.end, "unit")
        if unit is None:
            return None
        days = _DAYS.get(unit.entry.unit)
        return Reading(unit.end, UNKNOWN, offset_days=word.entry.value * days if days else None)
    counted = _counted(r, i)
    if counted is None and at > i and (unit := r.word(at, "unit")) and unit.entry.unit in _DAYS:
        counted = unit.end, 1, unit.entry.unit
    shift = r.word(counted[0], "shift") if counted else None
    if counted is None or shift is None or counted[2] == "minute":
        return None
    _, count, name = counted
    if name == "hour":
        if count is None or count % 24:
            return None
        count, name = count // 24, "day"
    offset = None if count is None or name not in _DAYS else shift.entry.value * count * _DAYS[name]
    return Reading(shift.end, UNKNOWN, offset is not None, offset_days=offset)


def moved_from(day: DayRange, offset: int) -> DayRange:
    """A range moved by so many days."""
    return DayRange(shift_days(day.first, offset), shift_days(day.last, offset), day.granularity)
