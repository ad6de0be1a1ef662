"""The days of a live blog's entries, of which each tells its clock time only: a run of entries may cross midnight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

CROSSED = timedelta(hours=6)  # a step back by more than this, in the order of time, crosses midnight
OVERNIGHT = timedelta(hours=16)  # between the clock times of two neighbours: they stand on either side of midnight
_NONE = timedelta(0)
_DAY = timedelta(days=1)
_NEAR = (_NONE, -_DAY, _DAY)  # days from that of publication on which the newest entry may have been written


def days_of(stamps: Sequence[time], published: datetime | date | None) -> list[date]:
    """The day of each entry, in the order of the text, newest first or last; [] where the publication is unknown.

    The run of all entries holds the time of publication, else its newest entry lies as near that as it can; where
    only the day is known, the newest entry is of that day.
    """
    if published is None or not stamps:
        return []
    try:
        return _placed(stamps, published)
    except OverflowError:  # the first or last day of the calendar
        return []


def _placed(stamps: Sequence[time], published: datetime | date) -> list[date]:
    offsets = _offsets(stamps)
    newest, oldest = max(offsets), min(offsets)
    day = published.date() if isinstance(published, datetime) else published
    if not isinstance(published, datetime) or published.time() == time():
        return [day + (o - newest) * _DAY for o in offsets]
    at = published.replace(tzinfo=None)
    first = min(s.replace(tzinfo=None) for s, o in zip(stamps, offsets, strict=True) if o == oldest)
    last = max(s.replace(tzinfo=None) for s, o in zip(stamps, offsets, strict=True) if o == newest)

    def away(shift: timedelta) -> timedelta:
        opens = datetime.combine(day + shift + (oldest - newest) * _DAY, first)
        closes = datetime.combine(day + shift, last)
        return _NONE if opens <= at <= closes else abs(at - closes)

    shift = min(_NEAR, key=away)
    return [day + shift + (o - newest) * _DAY for o in offsets]


def _offsets(stamps: Sequence[time]) -> list[int]:
    """How many midnights lie between an entry and the one that opens the text; negative where it is older."""
    steps = [_since_midnight(b) - _since_midnight(a) for a, b in pairwise(stamps)]
    onward = sum((step > _NONE) is (abs(step) < OVERNIGHT) for step in steps if step)
    newest_first = 2 * onward < sum(1 for step in steps if step)
    offsets = [0]
    for step in steps:
        crossed = step > CROSSED if newest_first else -step > CROSSED
        offsets.append(offsets[-1] + (-1 if newest_first else 1) * crossed)
    return offsets


def _since_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)
