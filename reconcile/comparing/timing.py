"""When a figure speaks, as far as text and publication tell, and which of two speaks later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from attrs import evolve, frozen

from reconcile.model.claim import Claim
from reconcile.model.text import Article

_DAY = timedelta(days=1)


@frozen
class Moment:
    """The stretch of time a figure may speak of; `told` where the text itself gives the time. Both None: unknown.

    `stage` is how far a count had come, in percent: of two that tell it, the one further on is later.
    """

    earliest: datetime | None = None
    latest: datetime | None = None
    told: bool = False
    stage: Decimal | None = None

    def after(self, other: Moment, gap: timedelta) -> bool:
        """True where this is later than `other` by more than `gap`; days and times told by both texts need no gap."""
        if self.stage is not None and other.stage is not None:
            return self.stage > other.stage
        if self.earliest is None or other.latest is None:
            return False
        if (self.told and other.told) or (self.whole_day and other.whole_day):
            return self.earliest > other.latest
        return self.earliest - other.latest > gap

    @property
    def whole_day(self) -> bool:
        """True where only the day is known: what stands in the paper of the next day is later by most of a day."""
        return self.earliest is not None and self.earliest != self.latest

    @property
    def order(self) -> datetime:
        """A key for sorting; unknown times come first."""
        return self.latest or datetime.min.replace(tzinfo=UTC)


def moment_of(claim: Claim, article: Article | None) -> Moment:
    """The claim's own as-of time, else its article's publication; for what an editor's note says, its last change.

    A time of midnight stands for the whole day. Times without a zone are read as UTC, so that mixed sources can be
    ordered at all.
    """
    if claim.as_of is not None:
        return evolve(_moment(claim.as_of, told=True), stage=claim.stage)
    if article is None:
        return Moment(stage=claim.stage)
    changed = article.modified if claim.note else None
    return evolve(_moment(changed or article.published, told=False), stage=claim.stage)


def in_count_order(moments: Sequence[Moment]) -> list[Moment]:
    """The moments, each before any at which a further stage of the count was known."""
    placed = list(moments)
    staged = [(m.stage, i) for i, m in enumerate(moments) if m.stage is not None]
    known: datetime | None = None
    for _, same in groupby(sorted(staged, reverse=True), key=itemgetter(0)):
        places = [i for _, i in same]
        for i in places:
            placed[i] = _before(placed[i], known)
        known = min((t for i in places if (t := placed[i].latest)), default=known)
    return placed


def _before(moment: Moment, bound: datetime | None) -> Moment:
    if bound is None or moment.latest is None or moment.earliest is None or moment.latest < bound:
        return moment
    latest = bound - timedelta.resolution
    return evolve(moment, earliest=min(moment.earliest, latest), latest=latest)


def _moment(when: datetime | date | None, told: bool) -> Moment:
    if when is None:
        return Moment()
    if isinstance(when, datetime) and when.time() != time():
        at = _utc(when)
        return Moment(at, at, told)
    start = _utc(when if isinstance(when, datetime) else datetime.combine(when, time()))
    return Moment(start, _day_end(start), told)


def _day_end(start: datetime) -> datetime:
    try:
        return start + _DAY - timedelta.resolution
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def _utc(when: datetime) -> datetime:
    if when.tzinfo is None:
        return when.replace(tzinfo=UTC)
    try:
        return when.astimezone(UTC)
    except OverflowError:
        return when.replace(tzinfo=UTC)
