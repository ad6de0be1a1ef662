"""Dates that name their month or year: 8 July 2024, May 2023, 2024-07-08, the 1990s, the first quarter of 2024."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from reconcile.language.calendar import (
    century_range,
    choose_month,
    choose_year,
    day_of,
    decade_range,
    exists,
    month_range,
    months_range,
    one_day,
    shift_months,
    year_range,
)
from reconcile.language.dates.tense import tense_around
from reconcile.language.dates.words import DateWord, Reader, Reading
from reconcile.language.phrases import Match
from reconcile.model.when import DayRange, Granularity, When

FIRST_YEAR, LAST_YEAR = 1000, 2199
UNKNOWN = When(None)


def year_number(r: Reader, i: int) -> int | None:
    """A four-digit year at token `i` that is not part of a longer number, a code or a sum of money."""
    value = r.number(i)
    if value is None or len(r.folded(i)) != 4 or not FIRST_YEAR <= value <= LAST_YEAR:
        return None
    if r.glued_before(i) and r.folded(i - 1) not in ("(", "[", '"', "'", "/", "–", "—", "-"):
        return None
    if r.tokens.glued(i) and (r.folded(i + 1)[:1].isalpha() or _goes_on(r, i)):
        return None
    return None if r.folded(i + 1) in ("%", "°") else value


def _goes_on(r: Reader, i: int) -> bool:
    """True where a digit follows a mark glued to token `i`: 2000,5 or 1999.5."""
    return (
        r.folded(i + 1) in (",", ".", ":", "-")
        and r.tokens.glued(i + 1)
        and len(r.folded(i + 2)) < 4
        and (r.number(i + 2) is not None)
    )


def year_tail(r: Reader, i: int) -> tuple[int, int | None]:
    """A year after a month or day: "2024", ", 2024", "of 2024", "this year"; where it ends, and which year."""
    for at in (i, r.past(i, ",", "of", "in", "'")):
        if (year := year_number(r, at)) is not None and not (at > i and counts(r, at + 1)):
            return at + 1, year
    at = r.past(i, "of", ",")
    if (way := r.word(at, "direction")) and r.anchor and abs(way.entry.value) < 2:
        unit = r.word(way.end, "unit")
        if unit and unit.entry.unit == "year":
            return unit.end, r.anchor.year + way.entry.value
    return i, None


def counts(r: Reader, end: int) -> bool:
    """ "On July 8, 2000 people": a round number before a lower-case word counts something."""
    word = r.folded(end)
    return (r.number(end - 1) or 1) % 100 == 0 and word.isalpha() and not r.capital(end) and not closes(r, end)


def month_at(r: Reader, i: int) -> Match[DateWord] | None:
    """A month name at token `i`, with the capital letter that tells it from other words where it needs one."""
    month = r.word(i, "month")
    if month is None or (month.entry.proof == "company" and not r.capital(i)):
        return None
    return month


def day_at(r: Reader, i: int) -> tuple[int, int] | None:
    """A day of the month in digits or words at token `i`: where it ends, and the day."""
    if word := r.word(i, "ordinal"):
        return word.end, word.entry.value
    value = r.number(i)
    if value is None or len(r.folded(i)) > 2 or not 1 <= value <= 99:
        return None
    if (r.glued_before(i) and r.folded(i - 1) in ".,:/$£€+") or r.folded(i + 1) in ("%", "°"):
        return None
    if r.tokens.glued(i):
        if ending := r.word(i + 1, "ending"):
            return ending.end, value
        if r.folded(i + 1)[:1].isalpha() or (
            r.folded(i + 1) in ".,:/" and r.tokens.glued(i + 1) and r.folded(i + 2).isdigit()
        ):
            return None
    return i + 1, value


def full_day(r: Reader, i: int) -> Reading | None:
    """A day with its month, a weekday before it or not, either order, a year after it or not; also day ranges."""
    weekday, at = None, i
    if word := r.word(i, "weekday"):
        weekday, at = word.entry.value, r.past(r.past(r.past(word.end, ","), "on"), "the")
    found = _month_first(r, at) or _day_first(r, at)
    if found is None:
        return None
    end, month, day, last = found
    end, year = year_tail(r, end)
    reading = settle_day(r, (i, end), (year, month, day), weekday)
    if last is None or reading.fault:
        return reading
    return _run(reading, settle_day(r, (i, end), (year, month, last), None))


def _month_first(r: Reader, i: int) -> tuple[int, int, int, int | None] | None:
    """ "July 8", "July 8-10", "June the first": end, month, day, last day of a run."""
    month = month_at(r, i)
    if month is None:
        return None
    first = day_at(r, r.past(month.end, "the"))
    if first is None:
        return None
    second = _joined_day(r, first[0])
    end, last = second or (first[0], None)
    return end, month.entry.value, first[1], last


def _day_first(r: Reader, i: int) -> tuple[int, int, int, int | None] | None:
    """ "8 July", "the 8th of July", "3 to 5 March"."""
    first = day_at(r, r.past(i, "the"))
    if first is None:
        return None
    second = _joined_day(r, first[0], must_precede_month=True)
    end, last = second or (first[0], None)
    month = month_at(r, r.past(end, "of", "-"))
    if month is None:
        return None
    return month.end, month.entry.value, first[1], last


def _joined_day(r: Reader, i: int, must_precede_month: bool = False) -> tuple[int, int] | None:
    """The second day of a run: "-10", "to 5", "and 14"; not "and 14 others"."""
    join = r.word(i, "lead", "join")
    at = join.end if join and join.entry.joins else r.past(i, "-")
    if at == i:
        return None
    second = day_at(r, r.past(at, "the"))
    if second is None:
        return None
    follows = r.folded(second[0])
    if must_precede_month:
        return second if month_at(r, r.past(second[0], "of")) else None
    closed = not follows.isalnum() or r.words.at(r.tokens, second[0]) is not None
    return second if closed and month_at(r, second[0]) is None else None


def settle_day(r: Reader, span: tuple[int, int], parts: tuple[int | None, int, int], weekday: int | None) -> Reading:
    """The reading of a month and day with or without a year and weekday; what cannot be is reported as a fault."""
    start, end = span
    year, month, day = parts
    kept = When(None, month, day, weekday)
    if not exists(month, day):
        return Reading(end, kept, False, fault=f"no month {month} has a day {day}")
    if year is None:
        if r.anchor is None:
            return Reading(end, kept)
        found = choose_year(r.anchor, month, day, tense_around(r, start, end), weekday)
        if found is None:
            return Reading(end, kept, False, fault="the weekday does not fall on that day in any near year")
    else:
        found = day_of(year, month, day)
        if found is None:
            return Reading(end, kept, False, fault=f"{year} has no day {day} in month {month}")
        if weekday not in (None, found.weekday()):
            return Reading(end, evolve(kept, days=one_day(found)), False, fault="the weekday does not fall on that day")
    return Reading(end, evolve(kept, days=one_day(found)))


def _run(first: Reading, last: Reading) -> Reading:
    if last.fault or first.when.days is None or last.when.days is None:
        return evolve(first, when=evolve(first.when, day=None), fault=last.fault)
    low, high = first.when.days.first, last.when.days.last
    if high < low:
        return evolve(first, certain=False, fault="the range ends before it begins")
    return evolve(first, when=When(DayRange(low, high, Granularity.DAYS), first.when.month))


def numeric(r: Reader, i: int) -> Reading | None:
    """2024-07-08, 08/07/2024, 8.7.24: three glued numbers; the order of day and month must be certain."""
    marks = (r.folded(i + 1), r.folded(i + 3))
    if marks[0] != marks[1] or marks[0] not in ("-", "/", ".") or not all(r.tokens.glued(k) for k in range(i, i + 4)):
        return None
    numbers = [r.number(k) for k in (i, i + 2, i + 4)]
    lengths = [len(r.folded(k)) for k in (i, i + 2, i + 4)]
    if None in numbers or r.glued_before(i) or _glued_on(r, i + 4):
        return None
    a, b, c = (n or 0 for n in numbers)
    if (
        lengths[0] == 4
        and lengths[1] == lengths[2] == 2
        and FIRST_YEAR <= a <= LAST_YEAR
        and 1 <= b <= 12
        and 1 <= c <= 31
    ):
        return settle_day(r, (i, i + 5), (a, b, c), None)
    if (
        max(lengths[:2]) > 2
        or not (lengths[2] == 4 and FIRST_YEAR <= c <= LAST_YEAR)
        or not (1 <= a <= 31 and 1 <= b <= 31)
    ):
        return None
    if a == b or (a > 12) != (b > 12):
        day, month = (b, a) if b > 12 else (a, b)
        return settle_day(r, (i, i + 5), (c, month, day), None)
    return Reading(i + 5, UNKNOWN, False) if a <= 12 else None


def _glued_on(r: Reader, i: int) -> bool:
    """True where token `i` runs on into another number or mark of a code; a time after a T is let through."""
    follows = r.folded(i + 1)
    return r.tokens.glued(i) and (follows in ("-", "/") or (follows[:1].isalnum() and follows != "t"))


def month(r: Reader, i: int) -> Reading | None:
    """A month with or without its year."""
    name = month_at(r, i)
    if name is None:
        return None
    number = name.entry.value
    end, year = year_tail(r, name.end)
    if year is not None:
        return Reading(end, When(month_range(year, number), number))
    if name.entry.proof == "company" and not _in_company(r, i, end):
        return None
    if r.anchor is None:
        return Reading(end, When(None, number))
    return Reading(end, When(choose_month(r.anchor, number, tense_around(r, i, end)), number))


def _in_company(r: Reader, i: int, end: int) -> bool:
    """True where a word before token `i` makes an ambiguous name a date; after a weak one no further name may follow."""
    before = i - 1 - (r.folded(i - 1) in ("-", "the"))
    if lead := r.words.before(r.tokens, before + 1, max(0, before - 3)):
        entry = lead.entry
        if entry.role in ("modifier", "direction", "shift") or entry.joins:
            return True
        if entry.role == "lead":
            return entry.unit in ("in", "since", "until", "from") or (entry.unit == "of" and not r.capital(end))
    return False


def closes(r: Reader, end: int) -> bool:
    """True where what follows does not go on as a noun phrase ("winter tyres", "the fall of")."""
    follows = r.folded(end)
    return (
        not follows.isalpha()
        or (r.word(end, "lead", "join") is not None and follows != "of")
        or (r.tenses.at(r.tokens, end) is not None)
    )


def decade(r: Reader, i: int) -> Reading | None:
    """The 1990s, the '90s, the nineties; with "the" before a short form, for people are in their 90s too."""
    if (word := r.word(i, "decade")) and r.folded(i - 1) == "the":
        return Reading(word.end, When(decade_range(word.entry.value)), False)
    quote = r.past(i, "'", "’")
    value = r.number(quote)
    if value is None or value % 10 or not r.word(quote + 1, "plural") or not r.tokens.glued(quote):
        return None
    if len(r.folded(quote)) == 4 and FIRST_YEAR <= value < LAST_YEAR - 10 and not r.glued_before(i):
        return Reading(quote + 2, When(decade_range(value)))
    if len(r.folded(quote)) == 2 and value >= 20 and (quote > i or r.folded(i - 1) == "the"):
        return Reading(quote + 2, When(decade_range(1900 + value)), False)
    return None


def century(r: Reader, i: int) -> Reading | None:
    """The 19th century."""
    number = day_at(r, i)
    unit = r.word(r.past(number[0], "-"), "unit") if number else None
    if number is None or unit is None or unit.entry.unit != "century" or not 1 <= number[1] <= 22:
        return None
    return Reading(unit.end, When(century_range(number[1])))


def quarter(r: Reader, i: int) -> Reading | None:
    """Quarters and halves of a year: the first quarter of 2024, Q1 2024; without a year the last one begun."""
    if word := r.word(i, "quarter"):
        number, count, named, end = word.entry.value, 3, True, word.end
    else:
        ordinal = r.word(i, "ordinal")
        unit = r.word(r.past(ordinal.end, "-"), "unit") if ordinal else None
        if ordinal is None or unit is None or unit.entry.unit not in ("quarter", "half"):
            return None
        number, count, named, end = ordinal.entry.value, 3 if unit.entry.unit == "quarter" else 6, False, unit.end
    if not 1 <= number <= 12 // count:
        return None
    end, year = year_tail(r, end)
    if (year is None and count == 6) or (year is None and r.anchor is None and not named):
        return None
    granularity = Granularity.QUARTER if count == 3 else Granularity.SEASON
    month_number = 1 + count * (number - 1)
    if year is None:
        year = _begun(r.anchor, month_number)
        return Reading(
            end, UNKNOWN if year is None else When(months_range(year, month_number, count, granularity)), False
        )
    return Reading(end, When(months_range(year, month_number, count, granularity)))


def season(r: Reader, i: int) -> Reading | None:
    """Spring 2023, the summer of 2023, in the summer: the last one begun where no year is named."""
    name = r.word(i, "season")
    if name is None:
        return None
    end, year = year_tail(r, name.end)
    begins = name.entry.value
    if year is None and not (_in_company(r, i, end) and closes(r, end)):
        return None
    if year is None:
        year = _begun(r.anchor, begins)
        return Reading(end, UNKNOWN if year is None else When(months_range(year, begins, 3, Granularity.SEASON)), False)
    # "winter 2023" may begin or end in 2023
    return Reading(end, When(months_range(year, begins, 3, Granularity.SEASON)), begins != 12)


def _begun(anchor: date | None, first_month: int) -> int | None:
    """The year in which the last period that begins with that month began."""
    if anchor is None:
        return None
    return anchor.year if anchor.month >= first_month else anchor.year - 1


def holiday(r: Reader, i: int) -> Reading | None:
    """A named day of the calendar."""
    name = r.word(i, "holiday")
    if name is None or not r.capital(i):
        return None
    entry = name.entry
    end, year = (name.end, entry.year) if entry.year else year_tail(r, name.end)
    return settle_day(r, (i, end), (year, entry.month, entry.day), None)


def year(r: Reader, i: int) -> Reading | None:
    """A bare year; the caller sees to it that it stands in the context of a date. Also 2019-20 and 2019-2021."""
    value = year_number(r, i)
    if value is None:
        short = r.number(i + 2)
        first = r.number(i)
        if first is None or short is None or len(r.folded(i)) != 4 or r.folded(i + 1) not in ("-", "/", "–"):
            return None
        last = first // 100 * 100 + short
        if not FIRST_YEAR <= first < last <= LAST_YEAR or len(r.folded(i + 2)) != 2 or last - first > 1:
            return None
        return Reading(i + 3, When(DayRange(date(first, 1, 1), date(last, 12, 31), Granularity.YEAR)))
    return Reading(i + 1, When(year_range(value)))


__all__ = ["century", "decade", "full_day", "holiday", "month", "numeric", "quarter", "season", "shift_months", "year"]
