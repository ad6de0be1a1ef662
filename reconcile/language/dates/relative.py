"""Times counted from the article's day or from an event: yesterday, two weeks ago, the past 24 hours, a day later."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from reconcile.language.calendar import month_range, one_day, shift_days, shift_months, week_range, year_range
from reconcile.language.dates.words import AT_DAY, DateWord, Reader, Reading
from reconcile.language.phrases import Match
from reconcile.model.when import DayRange, Granularity, When

UNKNOWN = When(None)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_HOURS = 24


@frozen
class Counted:
    """ "three days": tokens up to `end`, a number (None where it is vague) of units."""

    end: int
    count: int | None
    unit: str

    @property
    def days(self) -> int | None:
        """The length in whole days, None where it is not a whole number of them or not known."""
        if self.count is None:
            return None
        if self.unit == "hour":
            return None if self.count % _HOURS else self.count // _HOURS
        return self.count * _DAYS[self.unit] if self.unit in _DAYS else None


def counted_at(r: Reader, i: int) -> Counted | None:
    """A number of units of time at token `i`, in digits or words."""
    if word := r.word(i, "count"):
        end, count = word.end, word.entry.value or None
    else:
        value = r.number(i)
        if not value or value > 999 or r.glued_before(i) or (r.folded(i + 1) in (*".,:/",) and r.tokens.glued(i)):
            return None
        end, count = i + 1, value
    unit = r.word(r.past(end, "-"), "unit")
    return None if unit is None else Counted(unit.end, count, unit.entry.unit)


def dayword(r: Reader, i: int) -> Reading | None:
    """Today, last night, overnight, the day before yesterday."""
    word = r.word(i, "dayword")
    if word is None:
        return None
    if r.anchor is None:
        return Reading(word.end, UNKNOWN)
    first, last = shift_days(r.anchor, word.entry.value), shift_days(r.anchor, word.entry.until)
    return Reading(word.end, When(DayRange(first, last, Granularity.DAY if first == last else Granularity.DAYS)))


def ago(r: Reader, i: int) -> Reading | None:
    """Two weeks ago: the day, week, month or year so many back."""
    counted = counted_at(r, i)
    word = r.word(counted.end, "ago") if counted else None
    if counted is None or word is None:
        return None
    if r.anchor is None or counted.count is None:
        return Reading(word.end, UNKNOWN, counted.count is not None)
    days = _back(r.anchor, counted.count, counted.unit)
    if days is not None and counted.unit == "week" and (named := _weekday_named(r, word.end)):
        return Reading(named.end, When(one_day(shift_days(days.first, named.entry.value))))
    return Reading(word.end, When(days), days is not None and counted.unit in ("day", "minute"))


def _weekday_named(r: Reader, i: int) -> Match[DateWord] | None:
    """The weekday of "a week ago on Thursday"."""
    lead = r.word(i, "lead")
    at = lead.end if lead and lead.entry.unit in AT_DAY else i
    return r.word(at, "weekday") if r.capital(at) else None


def _back(anchor: date, count: int, unit: str) -> DayRange | None:
    match unit:
        case "minute":
            return one_day(anchor)
        case "hour":
            first, last = shift_days(anchor, -((count + _HOURS - 1) // _HOURS)), shift_days(anchor, -(count // _HOURS))
            return DayRange(first, last, Granularity.DAYS)
        case "day":
            return one_day(shift_days(anchor, -count))
        case "week" | "fortnight":
            return week_range(anchor, -count * _DAYS[unit] // 7)
        case "month":
            there = shift_months(anchor, -count)
            return month_range(there.year, there.month)
        case "year":
            return year_range(anchor.year - count)
    return None


def duration(r: Reader, i: int) -> Reading | None:
    """The past 24 hours, the last three months, the next two weeks: periods that end or begin at the article's day."""
    way = r.word(i, "direction")
    if way is None or not way.entry.value:
        return None
    counted = counted_at(r, way.end)
    sure = counted is not None or abs(way.entry.value) > 1
    if counted is None and (not sure or r.word(way.end, "unit")):
        counted = _uncounted(r, i, way.end, sure)
    if counted is None:
        return None
    if r.anchor is None or counted.count is None:
        return Reading(counted.end, UNKNOWN, counted.count is not None)
    there = _moved(r.anchor, counted, 1 if way.entry.value > 0 else -1)
    if there is None:
        return None
    days = DayRange(min(there, r.anchor), max(there, r.anchor), Granularity.DAYS)
    return Reading(counted.end, When(days), sure)


def _uncounted(r: Reader, start: int, at: int, sure: bool) -> Counted | None:
    """ "the past week" is one, "recent weeks" some; "the last week" may be that too, "last week" is not."""
    unit = r.word(at, "unit")
    if unit is None or not (sure or r.folded(start - 1) == "the") or (not sure and unit.entry.unit not in _LONG):
        return None
    return Counted(unit.end, None if unit.entry.vague else 1, unit.entry.unit)


_LONG = frozenset({"week", "month", "year", "decade"})


def _moved(day: date, counted: Counted, sign: int) -> date | None:
    count, unit = sign * (counted.count or 0), counted.unit
    if unit in _DAYS:
        return shift_days(day, count * _DAYS[unit])
    if unit in _MONTHS:
        return shift_months(day, count * _MONTHS[unit])
    return shift_days(day, sign * ((abs(count) + _HOURS - 1) // _HOURS)) if unit == "hour" else None


def part_counted(days: DayRange, counted: Counted, end: int) -> DayRange | None:
    """So much of the beginning (`end` 1) or the end (-1) of a period; None where it is not as long."""
    from_day = days.first if end > 0 else shift_days(days.last, 1)
    there = _moved(from_day, counted, end) if counted.count else None
    if there is None:
        return None
    first, last = (from_day, shift_days(there, -1)) if end > 0 else (there, days.last)
    return DayRange(first, last, Granularity.DAYS) if days.first <= first <= last <= days.last else None


def shifted(r: Reader, i: int) -> Reading | None:
    """Three days later, a week to the day after, the night before, the next day: counted from an event."""
    at = r.past(i, "the")
    if found := _next_unit(r, at, after_the=at > i):
        return found
    counted = counted_at(r, i) or (_one(r, at) if at > i else None)
    if counted is None or counted.unit == "minute":
        return None
    exact = r.word(counted.end, "exact")
    shift = r.word(exact.end if exact else counted.end, "shift")
    days = counted.days
    if shift is None or (days is None and counted.unit == "hour") or r.word(shift.end, "compared"):
        return None  # "a day later than planned"
    offset = None if days is None else shift.entry.value * days
    return Reading(shift.end, UNKNOWN, offset is not None, offset_days=offset)


def _one(r: Reader, i: int) -> Counted | None:
    """ "(the) day", "night", "week": one of them."""
    if part := r.word(i, "part"):
        return Counted(part.end, 1, "day")
    unit = r.word(i, "unit")
    return Counted(unit.end, 1, unit.entry.unit) if unit and unit.entry.unit in _DAYS and not unit.entry.vague else None


def _next_unit(r: Reader, i: int, after_the: bool) -> Reading | None:
    """ "following day", "previous night", "same day"; with "the" also "next day"."""
    word = r.word(i, "relative", "direction") if after_the else r.word(i, "relative")
    one = _one(r, word.end) if word else None
    if word is None or one is None or (one.unit != "day" and word.entry.role == "direction"):
        return None
    if word.entry.role == "direction" and word.entry.value != 1:
        return None
    return Reading(one.end, UNKNOWN, offset_days=word.entry.value * _DAYS[one.unit])
