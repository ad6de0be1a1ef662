"""Which days a date claim stands for, as far as its text and its fellows tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reconcile.language.calendar import choose_year, day_of, exists, month_range, one_day
from reconcile.model.claim import Claim
from reconcile.model.when import DayRange, Granularity, When

_LAST_OF_YEAR = (12, 31)
_NO_YEAR = date(2000, 7, 1)  # a leap year that stands for the year where no date of a group has one


def settled(claims: Sequence[Claim]) -> tuple[DayRange | None, ...]:
    """The days of each claim, None where too little is known; without its year a date takes that of a fellow.

    What lasts since a day stands for its first day, and what lasts until the end of a month for its last.
    """
    whens = [c.value if isinstance(c.value, When) else When(None) for c in claims]
    known = [w.days.first for w in whens if w.days is not None]
    return tuple(w.began or _reached(w) or _with_year(w, known[0] if known else _NO_YEAR) for w in whens)


def _reached(when: When) -> DayRange | None:
    """The days themselves; of "until the end of the year" the last one, but "until June" tells no day of June."""
    days = when.days
    if days is None or not when.open_start:
        return days
    ends_the_year = days.granularity is Granularity.SEASON and (days.last.month, days.last.day) == _LAST_OF_YEAR
    return one_day(days.last) if ends_the_year or days.granularity is Granularity.DAYS else days


def is_impossible(claim: Claim) -> bool:
    """True for a date that names a day which the calendar does not have (31 June)."""
    when = claim.value
    return isinstance(when, When) and bool(when.month and when.day) and not exists(when.month or 0, when.day or 0)


def _with_year(when: When, near: date) -> DayRange | None:
    if when.month is None:
        return None
    if when.day is None:
        years = (near.year - 1, near.year, near.year + 1)
        return min((month_range(y, when.month) for y in years if 1 <= y <= 9999), key=lambda m: m.gap(one_day(near)))
    if near == _NO_YEAR:
        day = day_of(near.year, when.month, when.day)
    else:
        day = choose_year(near, when.month, when.day, "open")
    return one_day(day) if day else None
