"""Months, quarters, halves and seasons, with or without their year."""

from __future__ import annotations

from datetime import date

from reconcile.language.calendar import choose_month, month_range, months_range, one_day, week_of, weekday_in
from reconcile.language.dates.days import month_at
from reconcile.language.dates.relative import counted_at, part_counted
from reconcile.language.dates.tense import tense_around
from reconcile.language.dates.words import Reader, Reading
from reconcile.language.dates.years import closes, year, year_tail
from reconcile.model.change import evolve
from reconcile.model.when import Granularity, When

_WEEKS_OF_MONTH = (1, 2, 3, 4, -1)


def month(r: Reader, i: int) -> Reading | None:
    """A month; one whose name is another word too needs its year or a word before it that makes it a date."""
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
    """True where a word before token `i` makes the name there a date; after a weak one no further name may follow."""
    at = i - 1 - (r.folded(i - 1) in ("-", "the"))
    before = r.words.before(r.tokens, at + 1, max(0, at - 3))
    if before is None:
        return False
    entry = before.entry
    if entry.role in ("modifier", "direction", "shift") or entry.joins:
        return True
    return entry.role == "lead" and (entry.unit in ("in", "dated", "since", "from") or not r.capital(end))


def quarter(r: Reader, i: int) -> Reading | None:
    """Quarters and halves of a year: the first quarter of 2024, Q1 2024; a quarter without a year is the last begun."""
    found = _numbered(r, i)
    if found is None:
        return None
    end, number, count = found
    end, year = year_tail(r, end)
    begins = 1 + count * (number - 1)
    granularity = Granularity.QUARTER if count == 3 else Granularity.SEASON
    if year is not None:
        return Reading(end, When(months_range(year, begins, count, granularity)))
    if count == 6 or r.anchor is None or not closes(r, end):
        return None  # of a match, as often as not
    year = _begun(r.anchor, begins)
    if year < r.anchor.year and tense_around(r, i, end) == "future":
        year += 1
    return Reading(end, When(months_range(year, begins, count, granularity)), False)


def _numbered(r: Reader, i: int) -> tuple[int, int, int] | None:
    """ "Q1", "first quarter", "second half": where it ends, its number, and how many months it lasts."""
    if word := r.word(i, "quarter"):
        return word.end, word.entry.value, 3
    ordinal = r.word(i, "ordinal")
    unit = r.word(r.past(ordinal.end, "-"), "unit") if ordinal else None
    count = {"quarter": 3, "half": 6}.get(unit.entry.unit) if unit else None
    if ordinal is None or unit is None or count is None or ordinal.entry.value > 12 // count:
        return None
    return unit.end, ordinal.entry.value, count


def week_of_month(r: Reader, i: int) -> Reading | None:
    """ "first week of May", "last week of June 2023": by sevens or by whole weeks, whichever is meant."""
    which = r.word(i, "ordinal", "direction") if r.folded(i - 1) == "the" else None
    week = r.word(which.end, "lead", "unit") if which else None
    if which is None or week is None or week.entry.unit != "week" or which.entry.value not in _WEEKS_OF_MONTH:
        return None
    lead = r.word(week.end, "lead")
    at = lead.end if lead and lead.entry.unit == "in" else week.end
    inner = month(r, at) if at > week.end or week.entry.role == "lead" else None
    if inner is None:
        return None
    days = inner.when.days
    return inner if days is None else evolve(inner, when=When(week_of(days, which.entry.value)), certain=False)


def stretch(r: Reader, i: int) -> Reading | None:
    """ "the last three months of 2027", "the first ten days of May": so much of the beginning or end of a period."""
    which = r.word(i, "ordinal", "direction") if r.folded(i - 1) == "the" else None
    if which is None or which.entry.value != (1 if which.entry.role == "ordinal" else -1):
        return None
    counted = counted_at(r, which.end)
    lead = r.word(counted.end, "lead") if counted else None
    if counted is None or lead is None or lead.entry.unit != "of":
        return None
    inner = month(r, lead.end) or year(r, lead.end)
    if inner is None or inner.when.days is None:
        return inner
    days = part_counted(inner.when.days, counted, which.entry.value)
    return evolve(inner, when=When(days)) if days else None


def weekday_of_month(r: Reader, i: int) -> Reading | None:
    """ "(the) last Saturday of February", "first Monday in May 2023"."""
    which = r.word(i, "ordinal", "direction") if r.folded(i - 1) == "the" else None
    name = r.word(which.end, "weekday") if which else None
    lead = r.word(name.end, "lead") if name else None
    if which is None or name is None or lead is None or lead.entry.unit not in ("in", "of"):
        return None
    inner = month(r, lead.end)
    if inner is None or which.entry.value not in _WEEKS_OF_MONTH:
        return None
    days = inner.when.days
    day = weekday_in(days, name.entry.value, which.entry.value) if days else None
    return evolve(inner, when=When(one_day(day), weekday=name.entry.value) if day else When(None))


def season(r: Reader, i: int) -> Reading | None:
    """Spring 2023, the summer of 2023, in the summer: the last one begun where no year is named."""
    name = r.word(i, "season")
    if name is None:
        return None
    end, year = year_tail(r, name.end)
    begins = name.entry.value
    if year is not None:
        # "winter 2023" may begin or end in 2023
        return Reading(end, When(months_range(year, begins, 3, Granularity.SEASON)), begins + 3 <= 12)
    if r.capital(i) or not (_in_company(r, i, end) and closes(r, end)):
        return None  # Spring is a town, winter tyres are no date
    if r.anchor is None:
        return Reading(end, When(None), False)
    return Reading(end, When(months_range(_begun(r.anchor, begins), begins, 3, Granularity.SEASON)), False)


def _begun(anchor: date, first_month: int) -> int:
    """The year in which the last period that begins with that month began."""
    return anchor.year if anchor.month >= first_month else anchor.year - 1
