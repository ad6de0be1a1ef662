"""Whole expressions of time: what leads in, ranges of two dates, and clock times beside a date."""

from __future__ import annotations

from reconcile.language.calendar import week_range
from reconcile.language.dates.clock import clock_at, past_aside
from reconcile.language.dates.single import single
from reconcile.language.dates.tense import tense_around
from reconcile.language.dates.words import Reader, Reading
from reconcile.model.change import evolve
from reconcile.model.when import DayRange, Granularity, When

# Words that lead from a date to its clock time and the other way ("on", "at"; "at about", "in").
_TO_CLOCK = ("on", "at", "in", "of")


def expression(r: Reader, i: int) -> tuple[int, Reading] | None:
    """The expression of time that begins at token `i`: the token where its own words begin, and its reading."""
    lead = r.word(i, "dayword", "lead")
    if lead is not None and lead.entry.role == "dayword":
        if lead.entry.until > lead.entry.value and (named := expression(r, lead.end)):
            return i, named[1]  # "overnight from Monday to Tuesday"
        lead = None
    if lead is None:
        found = _with_clock(r, i, "")
        return None if found is None else (i, found)
    bound = lead.entry.unit
    reader = r.seen_from(r.anchor, "past") if bound == "since" and r.anchor else r
    reading = _with_clock(reader, lead.end, bound)
    if reading is None:
        return None
    if bound in ("since", "until") and reading.offset_days is None:
        return i, _bounded(r, reading, bound)
    if bound == "week" and reading.when.days is not None and reading.when.days.granularity is Granularity.DAY:
        return i, evolve(reading, when=When(week_range(reading.when.days.first)))
    return lead.end, reading


def _bounded(r: Reader, reading: Reading, bound: str) -> Reading:
    """Since February lasts up to the article's day; until August leaves its start open."""
    when = reading.when
    if bound == "until":
        return evolve(reading, when=evolve(when, open_start=True))
    days = when.days
    if days is not None and r.anchor is not None and days.first <= r.anchor:
        days = DayRange(days.first, r.anchor, Granularity.DAYS if days.first < r.anchor else Granularity.DAY)
    return evolve(reading, when=evolve(when, days=days, open_end=True))


def _with_clock(r: Reader, i: int, bound: str) -> Reading | None:
    """A date with a clock time before or after it, or a clock time alone."""
    clock = clock_at(r, i)
    if clock is not None:
        after = past_aside(r, clock.end)
        later = None if _begins_sentence(r, after) else ranged(r, _past_lead(r, r.past(after, ",")), bound)
        if later is not None and later.offset_days is None:
            return evolve(later, clock=clock.time)
        if clock.sure or bound in ("on", "at", "since", "until", "from"):
            return Reading(clock.end, When(None), clock=clock.time)
    found = ranged(r, i, bound)
    return None if found is None else _clock_after(r, found)


def _begins_sentence(r: Reader, i: int) -> bool:
    """ "9:10 p.m. Tonight's count is in": what is written large behind a stamp is of the text."""
    raw = r.tokens.raw(i) if i < len(r.tokens) else ""
    return r.capital(i) and not raw.isupper() and r.word(i, "weekday", "month") is None


def _clock_after(r: Reader, reading: Reading) -> Reading:
    """Take in a part of the day or a clock time that follows: "Thursday night", "8 July at 09:00", "…-08T09:00"."""
    end = reading.end
    comma = r.past(end, ",")
    at = _past_lead(r, _past_lead(r, comma))
    if end < len(r.tokens) and r.glued_before(end) and r.folded(end) == "t":
        at = end + 1
    if part := r.word(comma, "part"):
        return evolve(reading, end=part.end)
    clock = clock_at(r, at)
    return (
        reading
        if clock is None or not (clock.sure or at > comma or (at == end and r.word(at, "clockword")))
        else evolve(reading, end=clock.end, clock=clock.time)
    )


def _past_lead(r: Reader, i: int) -> int:
    lead = r.word(i, "lead")
    return lead.end if lead and lead.entry.unit in _TO_CLOCK else i


def ranged(r: Reader, i: int, bound: str) -> Reading | None:
    """One date, or two with a word between them that makes a range."""
    first = single(r, i, bound)
    if first is None:
        return None
    join = r.word(first.end, "join", "lead")
    at = join.end if join and join.entry.joins else r.past(first.end, "-")
    if at == first.end or (join and join.entry.unit == "and" and bound != "from"):
        return first
    same_clause = r.seen_from(r.anchor, tense_around(r, i, first.end)) if r.anchor else r
    second = single(same_clause, at, bound or "range")
    if second is None:
        # "from 2000 to 3000 homes": where the other end is no year, this one is none either
        return None if first.end == i + 1 and len(r.folded(i)) == 4 and r.number(at) is not None else first
    return _hull(r, i, bound, (first, second))


def _hull(r: Reader, i: int, bound: str, ends: tuple[Reading, Reading]) -> Reading:
    """From the first to the second date; the first is read again as seen from the second, whose year it shares."""
    first, second = ends
    if second.when.days is None or second.fault or first.fault or second.offset_days:
        return first
    again = single(r.seen_from(second.when.days.last, "past"), i, bound or "range")
    if again is None or again.when.days is None or again.when.days.first > second.when.days.last:
        return first
    days = DayRange(again.when.days.first, second.when.days.last, Granularity.DAYS)
    return Reading(second.end, When(days), first.certain and second.certain)
