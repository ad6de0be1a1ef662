"""One date, chosen among its forms by the first word, with the words for a part of it."""

from __future__ import annotations

from collections.abc import Callable

from reconcile.language.calendar import part_of, shift_days
from reconcile.language.dates.around import period, running, weekend
from reconcile.language.dates.days import dotted_day, full_day, holiday, numeric, ordinal_day
from reconcile.language.dates.periods import month, quarter, season, stretch, week_of_month, weekday_of_month
from reconcile.language.dates.relative import ago, counted_at, dayword, duration, shifted
from reconcile.language.dates.weekdays import weekday, weeks_from
from reconcile.language.dates.words import AT_DAY, Reader, Reading
from reconcile.language.dates.years import century, closes, counts, decade, year, year_number
from reconcile.model.change import evolve
from reconcile.model.when import DayRange, Granularity, When

Form = Callable[[Reader, int], Reading | None]


def counting(r: Reader, i: int) -> Reading | None:
    """The forms that begin with a number of units of time."""
    if counted_at(r, i) is None:
        return None
    return ago(r, i) or weeks_from(r, i) or shifted(r, i)


_OWNER, _ASIDE = "'s", (",", "–", "—", "-", "(")

# Which forms may begin with a word of that role, longer ones before their beginnings.
_FORMS: dict[str, tuple[Form, ...]] = {
    "dayword": (dayword,),
    "holiday": (holiday,),
    "month": (full_day, month),
    "weekday": (full_day, weekday),
    "ordinal": (stretch, week_of_month, weekday_of_month, full_day, century, quarter),
    "quarter": (quarter,),
    "decade": (decade,),
    "direction": (stretch, week_of_month, weekday_of_month, duration, weekday, period),
    "relative": (weekday, shifted),
    "count": (counting,),
    "season": (season,),
    "unit": (weekend,),
    "the": (shifted,),
}
# The roles of words with which an expression of time may begin, lead-ins and parts included.
OPENERS = frozenset(_FORMS) | {"lead", "modifier", "shift", "part", "yearmark", "clockword"}
_NUMBERS: tuple[Form, ...] = (numeric, dotted_day, full_day, decade, counting, century, ordinal_day)


def single(r: Reader, i: int, bound: str) -> Reading | None:
    """One date from token `i` on; `bound` is the kind of word that leads in ("in", "since", ...), or empty."""
    role = r.role(i)
    if role == "modifier" and (modifier := r.phrase(i)):
        lead = r.word(modifier.end, "lead")  # "early on Tuesday"
        at = lead.end if lead and lead.entry.unit in AT_DAY else r.past(modifier.end, "-")
        at = r.past(at, "the")
        inner = plain(r, at) or bare_year(r, at, "in") or running(r, at, modifier.entry.value, bound)
        return None if inner is None else _part(inner, modifier.entry.value)
    if role == "shift" and (found := _earlier_later(r, i)):
        return found
    if (role == "part" or r.folded(i) == "the") and (found := _part_first(r, i)):
        return found
    if found := plain(r, i) or bare_year(r, i, bound):
        return found
    mark = r.word(i, "yearmark")
    at = mark.end if mark else r.past(i, "the")
    if at == i:
        return None
    return plain(r, at) or bare_year(r, at, "in" if mark else bound)


def plain(r: Reader, i: int) -> Reading | None:
    """A date without anything that leads in or out; one counted from another date is reckoned from it."""
    match = r.phrase(i)
    if match is not None:
        forms = _FORMS.get(match.entry.role, ())
    else:
        forms = _NUMBERS if r.folded(i)[:1].isdigit() or r.folded(i) == "'" else ()
    for form in forms:
        if reading := form(r, i):
            return _from_date(r, reading) if reading.offset_days else reading
    return None


def _from_date(r: Reader, reading: Reading) -> Reading:
    """ "two days after July 8" is July 10; "two days after Monday's fire" is counted from a fire of Monday."""
    offset = reading.offset_days or 0
    shift = r.words.before(r.tokens, reading.end, max(0, reading.end - 2))
    if shift is None or shift.entry.unit != "event":
        return reading
    origin = plain(r, r.past(reading.end, "the"))
    if origin is None or origin.when.days is None or origin.fault or origin.when.days.granularity != Granularity.DAY:
        return reading
    if _names_what_happened(r, reading.end, origin.end):
        return reading
    day = shift_days(origin.when.days.first, offset)
    return Reading(origin.end, When(DayRange(day, day)), origin.certain)


def _names_what_happened(r: Reader, start: int, end: int) -> bool:
    """ "Monday's fire", "Monday night's fire", "the 8 July fire"."""
    part = r.word(end, "part")
    if r.folded(part.end if part else end) == _OWNER:
        return True
    return r.word(start, "the") is not None and any(_is_event(r, at) for at in (end, end + 1))


def bare_year(r: Reader, i: int, bound: str) -> Reading | None:
    """A year after a word that makes it a date, in brackets, or before the name of an event ("the 2014 floods")."""
    if not r.folded(i)[:1].isdigit():
        return None
    found = year(r, i)
    if found is None:
        return None
    before = r.folded(i - 1)
    if before in ("(", "[") and r.folded(found.end) in (")", "]"):
        return found
    if before in ("(", "[", ";") and r.folded(found.end) == ":" and _is_modern(found):
        return found  # "net profit of €94 million (2023: €187 million)"
    if _is_modern(found) and r.folded(found.end) in _ASIDE and r.word(found.end + 1, "in_which"):
        return found  # "worse than 1994, when 312 died"
    if bound in ("in", "dated", "since", "until", "from", "range"):
        return None if counts(r, found.end) else found
    if bound == "of" and _is_modern(found) and _event_of(r, i - 1) and not counts(r, found.end):
        return found
    if bound == "of" or (r.word(i - 1, "join") and year_number(r, i - 2)):
        return found if closes(r, found.end) and _is_modern(found) else None
    if before == "a" and _is_modern(found) and not counts(r, found.end):
        return found if any(_is_event(r, at) for at in (found.end, found.end + 1)) else None
    return found if before == "the" and _names_event(r, found) else None


def _is_event(r: Reader, at: int) -> bool:
    """ "A 2011 storm", "a 1998 ferry disaster": an event at a token, its year before it."""
    return r.word(at, "happening") is not None


def _event_of(r: Reader, at: int) -> bool:
    """ "The great fire of 1987 killed 30": what happens once a year is told by its year, whatever follows."""
    event = r.words.before(r.tokens, at, max(0, at - 2))
    if event is None or event.entry.role != "happening":
        return False
    return "the" in (r.folded(event.start - 1), r.folded(event.start - 2))


def _names_event(r: Reader, found: Reading) -> bool:
    """ "the 2014 floods", "the 1992-1995 war"; not "the 2000 people"."""
    end = found.end
    noun = r.folded(end)[:1].isalpha() and not counts(r, end)
    return _is_modern(found) and (noun or (r.folded(end) in ("-", "–") and year_number(r, end + 1) is not None))


def _is_modern(found: Reading) -> bool:
    """From 1900 on; an earlier one is as likely a number."""
    return found.when.days is not None and found.when.days.first.year >= 1900


def _part(reading: Reading, part: int) -> Reading:
    days = reading.when.days
    return reading if days is None else evolve(reading, when=evolve(reading.when, days=part_of(days, part)))


def _earlier_later(r: Reader, i: int) -> Reading | None:
    """Earlier this week reaches up to the article's day, later this month begins with it."""
    word = r.word(i, "shift")
    if word is None or word.entry.unit == "event":
        return None
    lead = r.word(word.end, "lead")
    if day := dayword(r, word.end) or weekday(r, lead.end if lead and lead.entry.unit in AT_DAY else word.end):
        return day
    way = r.word(word.end, "direction")
    inner = period(r, word.end) if way and not way.entry.value else None
    if inner is None or inner.when.days is None or r.anchor is None:
        return inner
    days = inner.when.days
    low, high = (days.first, r.anchor) if word.entry.value < 0 else (r.anchor, days.last)
    return evolve(inner, when=When(DayRange(low, high, Granularity.DAYS)) if low <= high else inner.when)


def _part_first(r: Reader, i: int) -> Reading | None:
    """ "the morning of July 8", "dawn on Thursday": a part of a day before its day; "the night to" it begins before."""
    part = r.word(r.past(i, "the"), "part")
    lead = r.word(part.end, "lead") if part else None
    if part is None:
        return None
    found = plain(r, r.past(lead.end if lead else part.end, "the"))
    if found is None or part.entry.unit != "night" or lead is None or not lead.entry.joins:
        return found
    days = found.when.days
    if days is None or days.granularity is not Granularity.DAY:
        return found
    return evolve(found, when=When(DayRange(shift_days(days.first, -1), days.last, Granularity.DAYS)))
