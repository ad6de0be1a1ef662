"""Whether two days may be one moment, told by clocks of different zones."""

from __future__ import annotations

from datetime import datetime

from reconcile.model.claim import Claim
from reconcile.model.when import DayRange

_HOUR, _DAY = 60, 1440  # minutes
_BEHIND, _AHEAD = -10 * _HOUR, 12 * _HOUR  # where nearly all people live, as seen from Greenwich
_ONE_MOMENT = 2 * _HOUR  # between two accounts of one moment, each by its own clock


def one_by_the_zones(a: Claim, first: DayRange, b: Claim, second: DayRange) -> bool:
    """True where the zone that one names makes its day the other's day elsewhere ("23:30 GMT", "on Tuesday").

    Two moments with their zones, and one with a zone beside one by the clocks of the place, are compared as moments.
    """
    one, two = _moment(a), _moment(b)
    if one is not None and two is not None:
        return abs(one - two) <= _ONE_MOMENT
    if one is not None:
        return _may_be(one, b, second)
    return two is not None and _may_be(two, a, first)


def _may_be(moment: int, other: Claim, days: DayRange) -> bool:
    """True where the moment falls on the other's day, at the other's hour, by the clocks of some place."""
    if other.as_of is not None:
        return _BEHIND - _ONE_MOMENT <= _minutes(other.as_of) - moment <= _AHEAD + _ONE_MOMENT
    begin, end = days.first.toordinal() * _DAY, (days.last.toordinal() + 1) * _DAY
    return moment + _BEHIND < end and moment + _AHEAD >= begin


def _moment(claim: Claim) -> int | None:
    """Minutes at Greenwich, where the zone is told."""
    ahead = claim.as_of.utcoffset() if claim.as_of else None
    return None if claim.as_of is None or ahead is None else _minutes(claim.as_of) - int(ahead.total_seconds()) // 60


def _minutes(told: datetime) -> int:
    """Minutes on the clock as it is told, its zone aside."""
    return told.toordinal() * _DAY + told.hour * _HOUR + told.minute
