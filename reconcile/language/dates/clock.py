"""Times of day: 10:42 a.m., 09:00, 14.45 as a stamp, 6 p.m., 0900 GMT, noon."""

from __future__ import annotations

from datetime import time, timedelta, timezone

from attrs import frozen

from reconcile.language.dates.words import DateWord, Reader
from reconcile.language.dates.years import closes
from reconcile.language.phrases import Match
from reconcile.language.stamps import dotted_stamps

_FURTHEST = 14  # hours that a zone may be ahead of Greenwich
_TO_HOURS = ("on", "at", "dated", "since")  # kinds of words that lead to a time of day, not to a length of time
_PLACE = 2  # words of a place's name before "time"


@frozen
class Clock:
    """A time of day that ends before token `end`; `sure` where it needs no word such as "at" before it.

    Where a zone is named whose distance from Greenwich is known, the time carries it.
    """

    end: int
    time: time
    sure: bool


def clock_at(r: Reader, i: int) -> Clock | None:
    """The time of day that begins at token `i`."""
    if word := r.phrase(i):
        return _in_words(r, word)
    value = r.number(i)
    if value is None or (r.glued_before(i) and r.folded(i - 1) in ".,:/-$£€+"):
        return None
    length = len(r.folded(i))
    if length == 4:
        return _military(r, i, value)
    if length > 2:
        return None
    minute, end = _minute(r, i)
    found = _finish(r, end, value, minute)
    if found is not None:
        return found
    if i in dotted_stamps(r.tokens) and minute is not None:
        return Clock(end, time(value, minute), True)
    if minute is None or r.folded(end - 2) != ":" or r.folded(end) in ("%", "-", ":"):
        return None
    return Clock(_hours(r, end, told=True), time(value, minute), length == 2) if value < 24 else None


def _in_words(r: Reader, word: Match[DateWord]) -> Clock | None:
    """Noon, or "six o'clock"."""
    if word.entry.role == "clockword":
        return Clock(word.end, time(word.entry.value), False)
    if word.entry.role == "count" and r.word(word.end, "oclock"):
        return _finish(r, word.end, word.entry.value, None)
    return None


def _minute(r: Reader, i: int) -> tuple[int | None, int]:
    """Minutes after the hour at token `i`, and where they end; seconds are read over."""
    if r.folded(i + 1) not in (":", ".") or not (r.tokens.glued(i) and r.tokens.glued(i + 1)):
        return None, i + 1
    minute = r.number(i + 2)
    if minute is None or len(r.folded(i + 2)) != 2 or minute > 59:
        return None, i + 1
    seconds = r.folded(i + 3) == ":" and r.number(i + 4) is not None and len(r.folded(i + 4)) == 2
    return minute, i + 5 if seconds else i + 3


def _finish(r: Reader, end: int, hour: int, minute: int | None) -> Clock | None:
    """The hour and minute with a word after them that makes them a time of day."""
    if (half := r.word(end, "meridiem")) and 1 <= hour <= 12:
        zone, offset = _zone(r, half.end)
        return Clock(zone, time(hour % 12 + half.entry.value, minute or 0, tzinfo=offset), True)
    if (word := r.word(end, "oclock")) and hour <= 24:
        return Clock(word.end, time(hour % 24, minute or 0), True)
    if minute is None or hour >= 24:
        return None
    zone, offset = _zone(r, end)
    return Clock(zone, time(hour, minute, tzinfo=offset), True) if zone > end else None


def _military(r: Reader, i: int, value: int) -> Clock | None:
    hours = _hours(r, i + 1, told=_is_led(r, i))
    end, offset = _zone(r, hours)
    if end == i + 1 or value // 100 > 23 or value % 100 > 59 or not (hours > i + 1 or closes(r, end) or r.phrase(end)):
        return None
    return Clock(end, time(value // 100, value % 100, tzinfo=offset), True)


def _hours(r: Reader, i: int, told: bool) -> int:
    """Past "hrs" at token `i`; past "hours", too, where something else tells that no length of time is meant."""
    word = r.word(i, "hours", "unit")
    return word.end if word and (word.entry.role == "hours" or (told and word.entry.unit == "hour")) else i


def _is_led(r: Reader, i: int) -> bool:
    """ "at 1800 hours", "as of 1800 hours"; but "the battery lasts 1000 hours"."""
    leads = (r.word(k, "lead") for k in (i - 2, i - 1))
    return any(lead and lead.end == i and lead.entry.unit in _TO_HOURS for lead in leads)


def _zone(r: Reader, i: int) -> tuple[int, timezone | None]:
    """Past the name of a time zone at token `i`, in capitals or as a phrase: GMT, UTC+3, local time, Kyiv time.

    With its distance from Greenwich where the table tells it.
    """
    word = r.word(i, "zone")
    if word is not None and r.capital(i) | (word.end - i > 1):
        ahead = word.entry.value if word.entry.unit == "minutes" else None
        hours = r.number(word.end + 1) if r.folded(word.end) in ("+", "-") and r.tokens.glued(word.end) else None
        if hours is None or hours > _FURTHEST:
            return word.end, None if ahead is None else timezone(timedelta(minutes=ahead))
        signed = -hours if r.folded(word.end) == "-" else hours
        return word.end + 2, timezone(timedelta(hours=signed))
    ends = (r.word(i + n, "zone_end") for n in range(1, _PLACE + 1) if all(r.capital(k) for k in range(i, i + n)))
    return next((end.end for end in ends if end is not None), i), None


def past_aside(r: Reader, i: int) -> int:
    """Past a time of day in brackets that tells the one before it in another zone: "(1200 GMT)"."""
    inside = clock_at(r, i + 1) if r.folded(i) == "(" else None
    return inside.end + 1 if inside is not None and r.folded(inside.end) == ")" else i
