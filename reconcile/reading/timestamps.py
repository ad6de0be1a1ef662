"""Reading the date of an article as metadata give it: ISO 8601, RFC 2822 and plain day-month-year forms."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

Timestamp = datetime | date

# The month names of RFC 2822 are part of the format; longer names begin with them.
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_ISO_DAY = re.compile(r"\d{4}-?\d{2}-?\d{2}\Z")
_SPACED = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)? *(UTC|GMT|Z|[+-]\d{2}:?\d{2})?\Z")
_NAMED = re.compile(
    r"(?:[A-Za-z]{3,9},? +)?"
    r"(?:(?P<day>\d{1,2})[ -](?P<month>[A-Za-z]{3,9})\.?,?|(?P<month2>[A-Za-z]{3,9})\.? +(?P<day2>\d{1,2}),?)[ -]+"
    r"(?P<year>\d{4})(?:,? +(?P<clock>\d{1,2}:\d{2}(?::\d{2})?)(?: *(?P<zone>UTC|GMT|Z|[+-]\d{2}:?\d{2}))?)?\Z",
)


def timestamp(text: str) -> Timestamp:
    """The date or time that `text` states; a day alone gives a date. Raises ValueError for any other text."""
    text = " ".join(text.split())
    if len(text) > 64:
        raise ValueError("not a date")
    if _ISO_DAY.match(text):
        return date.fromisoformat(text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    if spaced := _SPACED.match(text):
        day, clock, zone = spaced.groups()
        return _joined(date.fromisoformat(day), clock, zone)
    if named := _NAMED.match(text):
        return _from_names(named)
    raise ValueError("not a date")


def moment(value: Timestamp | None) -> datetime:
    """A point in time to sort by: days begin at midnight, times without a zone are taken as UTC, None comes first."""
    if value is None:
        return datetime.min.replace(tzinfo=UTC)
    if not isinstance(value, datetime):
        value = datetime.combine(value, time.min)
    if value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    try:
        return value.astimezone(UTC)
    except OverflowError:  # within a day of the first or last year
        return value.replace(tzinfo=UTC)


def _from_names(found: re.Match[str]) -> Timestamp:
    month = _MONTHS.get((found["month"] or found["month2"])[:3].lower())
    if month is None:
        raise ValueError("not a date")
    day = date(int(found["year"]), month, int(found["day"] or found["day2"]))
    return _joined(day, found["clock"], found["zone"]) if found["clock"] else day


def _joined(day: date, clock: str, zone: str | None) -> datetime:
    hours = clock if len(clock.split(":")[0]) == 2 else f"0{clock}"
    return datetime.combine(day, time.fromisoformat(hours), _zone(zone))


def _zone(name: str | None) -> timezone | None:
    if name is None:
        return None
    if name in ("UTC", "GMT", "Z"):
        return UTC
    sign = -1 if name[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(name[1:3]), minutes=int(name[-2:])))
