"""Whole expressions of time: what leads in, parts of periods, ranges, and clock times beside a date."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from reconcile.language.calendar import part_of
from reconcile.language.dates import absolute, relative
from reconcile.language.dates.clock import clock_at
from reconcile.language.dates.words import Reader, Reading
from reconcile.model.when import DayRange, Granularity, When

# In this order: the first reading that fits is taken, so longer forms stand before their beginnings.
_PLAIN: tuple[Callable[[Reader, int], Reading | None], ...] = (
    relative.dayword,
    absolute.holiday,
    absolute.numeric,
    absolute.full_day,
    absolute.century,
    absolute.quarter,
    absolute.decade,
    relative.weekday,
    relative.ago,
    relative.duration,
    relative.shifted,
    relative.period,
    absolute.month,
    absolute.season,
)


def expression(r: Reader, i: int) -> tuple[int, Reading] | None:
    """The expression of time that begins at token `i`: the token where its own words begin, and its reading."""
    lead = r.word(i, "lead")
    if lead is None:
        return _with_clock(r, i, "")
    bound = lead.entry.unit
    found = _with_clock(r, lead.end, bound)
    if found is None:
        return None
    start, reading = found
    if bound in ("since", "until"):
        return i, _bounded(r, reading, bound)
    return (i if bound == "from" and reading.when.open_end else start), reading


def _bounded(r: Reader, reading: Reading, bound: str) -> Reading:
    """Since February lasts up to the article's day; until August leaves its start open."""
    when = reading.when
    if bound == "until":
        return evolve(reading, when=evolve(when, open_start=True))
    days = when.days
    if days is not None and r.anchor is not None and days.first <= r.anchor:
        days = DayRange(days.first, r.anchor, Granularity.DAYS if days.first < r.anchor else Granularity.DAY)
    return evolve(reading, when=evolve(when, days=days, open_end=True))


def _with_clock(r: Reader, i: int, bound: str) -> tuple[int, Reading] | None:
    """A date with a clock time before or after it, or a clock time alone."""
    clock = clock_at(r, i)
    if clock is not None:
        at = r.past(clock.end, ",")
        lead = r.word(at, "lead")
        later = ranged(r, lead.end if lead and lead.entry.unit in ("on", "in") else at, bound)
        if later is not None and later.clock is None:
            return i, evolve(later, clock=clock.time)
        if clock.sure or bound in ("on", "since", "until", "from"):
            return i, Reading(clock.end, When(None), clock=clock.time)
    found = ranged(r, i, bound)
    if found is None:
        return None
    return i, _clock_after(r, found)


def _clock_after(r: Reader, reading: Reading) -> Reading:
    """Take in a part of the day or a clock time that follows: "Thursday night", "8 July at 09:00"."""
    end = reading.end
    lead = r.word(r.past(end, ","), "lead")
    at = lead.end if lead and lead.entry.unit in ("on", "in") else r.past(end, ",")
    if part := r.word(r.past(at, "the"), "part"):
        return evolve(reading, end=part.end) if not lead or r.folded(lead.start) == "at" else reading
    clock = clock_at(r, at)
    return reading if clock is None else evolve(reading, end=clock.end, clock=clock.time)


def ranged(r: Reader, i: int, bound: str) -> Reading | None:
    """One date, or two with a word between them that makes a range."""
    first = single(r, i, bound)
    if first is None:
        return None
    join = r.word(first.end, "join", "lead")
    at = join.end if join and join.entry.joins else r.past(first.end, "-")
    if at == first.end or (join and join.entry.role == "join" and r.folded(join.start).isalpha() and bound != "from"):
        return first
    second = single(r, at, bound if bound else "range")
    if second is None:
        bare_year = first.when.days is not None and r.number(first.end - 1) == first.when.days.first.year
        return None if bare_year and first.end == i + 1 and r.number(at) is not None else first
    if second.when.days is None or second.fault or first.fault:
        return first
    again = single(r.seen_from(second.when.days.last, "past"), i, bound)
    if again is None or again.when.days is None or again.when.days.first > second.when.days.last:
        return first
    days = DayRange(again.when.days.first, second.when.days.last, Granularity.DAYS)
    return Reading(second.end, When(days), first.certain and second.certain)


def single(r: Reader, i: int, bound: str) -> Reading | None:
    """One date with the words for a part of it: early May, mid-July, the end of August, Monday morning."""
    if modifier := r.word(i, "modifier"):
        at = r.past(r.past(modifier.end, "-"), "the")
        inner = _plain(r, at) or _year(r, at, "in")
        return None if inner is None else _part(inner, modifier.entry.value)
    if found := _earlier_later(r, i) or _part_first(r, i):
        return found
    mark = r.word(i, "yearmark")
    for at in dict.fromkeys((i, r.past(i, "the"), mark.end if mark else i)):
        if found := _plain(r, at):
            return found
        if found := _year(r, at, bound):
            return found
    return None


def _plain(r: Reader, i: int) -> Reading | None:
    for reader in _PLAIN:
        if reading := reader(r, i):
            return reading
    return None


def _part(reading: Reading, part: int) -> Reading:
    days = reading.when.days
    return reading if days is None else evolve(reading, when=evolve(reading.when, days=part_of(days, part)))


def _earlier_later(r: Reader, i: int) -> Reading | None:
    """Earlier this week reaches up to the article's day, later this month begins with it."""
    word = r.word(i, "shift")
    if word is None:
        return None
    if day := relative.dayword(r, word.end) or relative.weekday(r, r.past(word.end, "on")):
        return day
    way = r.word(word.end, "direction")
    inner = relative.period(r, word.end) if way and not way.entry.value else None
    if inner is None or inner.when.days is None or r.anchor is None:
        return inner
    days = inner.when.days
    low, high = (days.first, r.anchor) if word.entry.value < 0 else (r.anchor, days.last)
    return evolve(inner, when=When(DayRange(low, high, Granularity.DAYS)))


def _part_first(r: Reader, i: int) -> Reading | None:
    """ "the morning of July 8", "dawn on Thursday": a part of the day before its day."""
    part = r.word(r.past(i, "the"), "part")
    lead = r.word(part.end, "lead") if part else None
    if part is None or lead is None:
        return None
    return _plain(r, r.past(lead.end, "the"))


def _year(r: Reader, i: int, bound: str) -> Reading | None:
    """A bare year after a word that makes it a date, or alone in brackets."""
    year = absolute.year(r, i)
    if year is None:
        return None
    mark = r.words.before(r.tokens, i, max(0, i - 2))
    if mark and mark.entry.role == "yearmark":
        return year
    bracket = r.folded(i - 1) in ("(", "[") and r.folded(year.end) in (")", "]")
    if bracket or bound in ("in", "since", "until", "from", "range"):
        return year if bracket or not absolute.counts(r, year.end) else None
    return year if bound == "of" and absolute.closes(r, year.end) else None
