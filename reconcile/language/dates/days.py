"""Single days with their month: July 8, the 8th of July 2024, 3 to 5 March, 2024-07-08, Christmas Day."""

from __future__ import annotations

from reconcile.language.calendar import choose_year, day_of, exists, one_day, shift_months
from reconcile.language.dates.tense import tense_around
from reconcile.language.dates.words import AT_DAY, DateWord, Reader, Reading
from reconcile.language.dates.years import FIRST_YEAR, LAST_YEAR, closes, year_tail
from reconcile.language.phrases import Match
from reconcile.model.change import evolve
from reconcile.model.when import DayRange, Granularity, When

# A day without a year and without a telling verb is less certain the further it lies from the article.
_NEAR = 120
_LAST_DAY = 31  # "of June 35 fires" tells no day, "June 31" one that cannot be
_SENTENCE = 20  # tokens back to a month that "the 10th" is of
_ENDS = frozenset(".!?")
_NUMBER_MARKS = frozenset(".,:/$£€+")


def month_at(r: Reader, i: int) -> Match[DateWord] | None:
    """A month name at token `i`, with the capital letter that tells it from other words where it needs one."""
    month = r.word(i, "month")
    return None if month is None or (month.entry.proof and not r.capital(i)) else month


def day_at(r: Reader, i: int) -> tuple[int, int] | None:
    """A day of the month in digits or words at token `i`: where it ends, and the day (unchecked)."""
    if word := r.word(i, "ordinal"):
        return word.end, word.entry.value
    value = r.number(i)
    if value is None or not value or len(r.folded(i)) > 2 or r.folded(i + 1) in ("%", "°"):
        return None
    if r.glued_before(i) and r.folded(i - 1) in _NUMBER_MARKS:
        return None
    if not r.tokens.glued(i):
        return i + 1, value
    if ending := r.word(i + 1, "ending"):
        return ending.end, value
    runs_on = r.folded(i + 1) in _NUMBER_MARKS and r.tokens.glued(i + 1) and r.folded(i + 2).isdigit()
    return None if runs_on or r.folded(i + 1)[:1].isalpha() else (i + 1, value)


def full_day(r: Reader, i: int) -> Reading | None:
    """A day with its month, a weekday before it or not, in either order, a year after it or not; also day ranges."""
    weekday, at = None, i
    if word := r.word(i, "weekday"):
        weekday, at = word.entry.value, r.past(word.end, ",")
        at = r.past(lead.end if (lead := r.word(at, "lead")) and lead.entry.unit in AT_DAY else at, "the")
    found = _month_first(r, at) or _day_first(r, at)
    if found is None:
        return None
    end, month, day, last = found
    end, year = year_tail(r, end)
    reading = settle_day(r, (i, end), (year, month, day), weekday)
    return reading if last is None else _run(reading, settle_day(r, (i, end), (year, month, last), None))


_Days = tuple[int, int, int, int | None]  # end, month, day, last day of a run


def _month_first(r: Reader, i: int) -> _Days | None:
    """ "July 8", "July 8-10", "June the first"; in "in July 12 people died" the number is no day."""
    month = month_at(r, i)
    first = day_at(r, r.past(month.end, "the")) if month else None
    if month is None or first is None:
        return None
    end, day = first
    lead = r.word(i - 1, "lead")
    counts = (lead and lead.entry.unit == "in") or day > _LAST_DAY
    if counts and r.folded(end).isalpha() and r.phrase(end) is None:
        return None
    end, last = _joined_day(r, end) or (end, None)
    return end, month.entry.value, day, last


def _day_first(r: Reader, i: int) -> _Days | None:
    """ "8 July", "the 8th of July", "3 to 5 March"."""
    first = day_at(r, r.past(i, "the"))
    if first is None:
        return None
    end, day = first
    if month := month_at(r, _to_month(r, end)):
        return month.end, month.entry.value, day, None
    joined = _joined_day(r, end)
    month = month_at(r, _to_month(r, joined[0])) if joined else None
    return None if month is None or joined is None else (month.end, month.entry.value, day, joined[1])


def _to_month(r: Reader, i: int) -> int:
    lead = r.word(i, "lead")
    return lead.end if lead and lead.entry.unit == "of" else r.past(i, "-")


def _joined_day(r: Reader, i: int) -> tuple[int, int] | None:
    """The second day of a run: "-10", "to 5", "and 14"; not "and 14 others", not "and 9 July"."""
    join = r.word(i, "lead", "join")
    at = join.end if join and join.entry.joins else r.past(i, "-")
    second = day_at(r, r.past(at, "the")) if at > i else None
    if second is None:
        return None
    follows = r.folded(second[0])
    return None if follows.isalpha() and r.phrase(second[0]) is None else second


def settle_day(r: Reader, span: tuple[int, int], parts: tuple[int | None, int, int], weekday: int | None) -> Reading:
    """The reading of (year or None, month, day) with or without a weekday; what cannot be is reported as a fault."""
    start, end = span
    year, month, day = parts
    kept = When(None, month, day, weekday)
    if not exists(month, day):
        return Reading(end, kept, False, fault=f"month {month} has no day {day}")
    certain = True
    if year is not None:
        found = day_of(year, month, day)
        if found is None:
            return Reading(end, kept, False, fault=f"month {month} of {year} has no day {day}")
    elif r.anchor is None:
        return Reading(end, kept)
    else:
        tense = tense_around(r, start, end)
        if tense == "perhaps past" and (lead := r.word(start - 1, "lead")) and lead.entry.unit == "until":
            tense = "open"  # "exports suspended until 31 December"
        found = choose_year(r.anchor, month, day, tense, weekday) or choose_year(r.anchor, month, day, tense)
        certain = found is not None and (tense != "open" or abs((found - r.anchor).days) <= _NEAR)
    reading = Reading(end, When(None if found is None else one_day(found), month, day, weekday), certain)
    if found is not None and weekday not in (None, found.weekday()):
        return evolve(reading, certain=False, fault="the weekday does not fall on that day")
    return reading


def _run(first: Reading, last: Reading) -> Reading:
    """From the first to the last day of a run within one month."""
    if first.fault or last.fault:
        return first if first.fault else evolve(last, when=evolve(last.when, day=None))
    if first.when.days is None or last.when.days is None:
        return evolve(first, when=evolve(first.when, day=None))
    low, high = first.when.days.first, last.when.days.last
    if high < low:
        return evolve(first, certain=False, fault="the range ends before it begins")
    return evolve(first, when=When(DayRange(low, high, Granularity.DAYS), first.when.month))


def numeric(r: Reader, i: int) -> Reading | None:
    """2024-07-08, 25/12/2023, 25.12.2023: three glued numbers. Where day and month may change places, unresolved.

    Between dots the day as a rule comes first, whoever writes so.
    """
    mark = r.folded(i + 1)
    if mark not in ("-", "/", ".") or r.folded(i + 3) != mark or not all(r.tokens.glued(k) for k in range(i, i + 4)):
        return None
    a, b, c = (r.number(k) for k in (i, i + 2, i + 4))
    lengths = [len(r.folded(k)) for k in (i, i + 2, i + 4)]
    if a is None or b is None or c is None or r.glued_before(i) or _code(r, i + 4):
        return None
    if lengths == [4, 2, 2] and FIRST_YEAR <= a <= LAST_YEAR and 1 <= b <= 12 and 1 <= c <= 31:
        return settle_day(r, (i, i + 5), (a, b, c), None)
    if max(lengths[:2]) > 2 or lengths[2] != 4 or not (FIRST_YEAR <= c <= LAST_YEAR and 1 <= a <= 31 and 1 <= b <= 31):
        return None
    if min(a, b) > 12:
        return None
    if a == b or max(a, b) > 12:
        day, month = max(a, b), min(a, b)
        return settle_day(r, (i, i + 5), (c, month, day), None)
    if mark == ".":
        return evolve(settle_day(r, (i, i + 5), (c, b, a), None), certain=False)
    return Reading(i + 5, When(None), False)


def dotted_day(r: Reader, i: int) -> Reading | None:
    """ "On 17.03", "on 03/17": day and month, in two digits each, after a lead-in and with no noun behind.

    Between dots the day comes first ("on 17.03", but "on 17.03 acres"); a slash tells it where one is over twelve.
    "Since 08.12" is a time of day.
    """
    lead = r.word(i - 1, "lead")
    if lead is None or lead.entry.unit != "on":
        return None
    digits = [r.folded(k) for k in (i, i + 2)]
    mark = r.folded(i + 1)
    if mark not in (".", "/") or not all(
        r.tokens.glued(k) and len(d) == 2 for k, d in zip((i, i + 1), digits, strict=True)
    ):
        return None
    day, month = r.number(i), r.number(i + 2)
    if mark == "/" and day is not None and month is not None:
        if min(day, month) > 12 or max(day, month) <= 12:
            return None
        day, month = max(day, month), min(day, month)
    if day is None or month is None or not (1 <= day <= 31 and 1 <= month <= 12) or not closes(r, i + 3):
        return None
    if _code(r, i + 2) or r.folded(i + 3) in ("%", "°", "/", "-"):
        return None
    return evolve(settle_day(r, (i, i + 3), (None, month, day), None), certain=False)


def _code(r: Reader, i: int) -> bool:
    """True where token `i` runs on into another number or mark of a code; ISO 8601's T before a time is let through."""
    follows = r.folded(i + 1)
    return r.tokens.glued(i) and (follows in ("-", "/") or (follows[:1].isalnum() and follows != "t"))


def holiday(r: Reader, i: int) -> Reading | None:
    """A day with a name of its own."""
    name = r.word(i, "holiday")
    if name is None or not r.capital(i):
        return None
    entry = name.entry
    end, year = (name.end, entry.year) if entry.year else year_tail(r, name.end)
    return settle_day(r, (i, end), (year, entry.month, entry.day), None)


def _month_before(r: Reader, i: int, day: int) -> int | None:
    """The month of a date earlier in the sentence, or the one after it ("on Thursday 5 October, then on the 10th")."""
    for k in range(i - 1, max(0, i - _SENTENCE), -1):
        if r.folded(k) in _ENDS and not r.tokens.glued(k):
            return None
        if month := month_at(r, k):
            before = next((d[1] for at in (month.end, k - 1) if (d := day_at(r, at))), None)
            return None if before is None else month.entry.value if day > before else month.entry.value % 12 + 1
    return None


def ordinal_day(r: Reader, i: int) -> Reading | None:
    """ "on the 8th": the last 8th of a month, or the coming one in a future clause; "on the 8th floor" is none."""
    value, ending = r.number(i), r.word(i + 1, "ending")
    lead = r.word(i - 2, "lead")
    if value is None or ending is None or not r.tokens.glued(i) or not 1 <= value <= 31:
        return None
    if r.folded(i - 1) != "the" or lead is None or lead.entry.unit == "of":
        return None
    if not closes(r, ending.end) and not (lead.entry.unit == "on" and r.word(ending.end, "subject", "the", "count")):
        return None
    if r.anchor is None:
        return Reading(ending.end, When(None, day=value))
    if month := _month_before(r, i, value):
        return evolve(settle_day(r, (i, ending.end), (None, month, value), None), certain=False)
    step = 1 if tense_around(r, i, ending.end) == "future" else -1
    months = [shift_months(r.anchor.replace(day=1), step * k) for k in range(3)]
    days = [d for m in months if (d := day_of(m.year, m.month, value)) and (d - r.anchor).days * step >= 0]
    return Reading(ending.end, When(one_day(days[0]), day=value) if days else When(None, day=value), False)
