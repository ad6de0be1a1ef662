"""Dates that tell when the same thing happened: candidates of one event and kind, weighed pair by pair, clustered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from attrs import frozen

from reconcile.claims.happenings.happening_table import generic_kinds, kind_of, sudden_kinds
from reconcile.claims.happenings.timed import COUNTED
from reconcile.matching.date_evidence import THRESHOLD, waterfall
from reconcile.matching.days import settled
from reconcile.matching.linkage import components
from reconcile.matching.times import DAY_BEFORE
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.finding import Waterfall
from reconcile.model.when import DayRange

_STRONG = 1.5  # bits for dates that differ
_OPENING = 200  # code points from the beginning of a text in which it tells what is new
_CROWD = 80  # dates of one kind and event beyond which not every pair is weighed
_OF_EACH_DAY, _DAYS_AHEAD = 6, 12


@frozen
class DateGroup:
    """Claims that date one happening, and the waterfalls of the pairs that tie them together."""

    claims: tuple[Claim, ...]
    waterfalls: tuple[Waterfall, ...]


def group_dates(claims: Sequence[Claim]) -> list[DateGroup]:
    """Groups of two or more date claims that tell when one thing happened, in the order of their first claim.

    Dates that agree are put together on little evidence; dates that differ on much, and only where neither article
    dates a like happening as the other does.
    """
    dates = _adopted([c for c in claims if c.kind is Kind.DATE and c.measure])
    single = _told_once(dates)
    news = _news(dates)
    falls = {
        (i, j): waterfall(dates[i], dates[j], i in single and j in single, i in news and j in news)
        for i, j in _candidates(dates)
    }
    agreeing = {pair for pair, fall in falls.items() if fall.total > THRESHOLD and _level(fall, "time") == "same"}
    ties = sorted(agreeing | _of_the_likelier(dates, falls, set(_differing(dates, falls, agreeing))))
    found = [members for members in components(len(dates), ties) if len(members) > 1]
    group_of = {member: n for n, members in enumerate(found) for member in members}
    falls_of: dict[int, list[Waterfall]] = defaultdict(list)
    for pair in ties:
        falls_of[group_of[pair[0]]].append(falls[pair])
    return [DateGroup(tuple(dates[m] for m in members), tuple(falls_of[n])) for n, members in enumerate(found)]


def _differing(
    dates: Sequence[Claim], falls: Mapping[tuple[int, int], Waterfall], agreeing: Collection[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Pairs of different times for what must be one happening; a withdrawn date and what replaces it among them."""
    standing = [p for p in agreeing if Status.WITHDRAWN not in (dates[p[0]].status, dates[p[1]].status)]
    placed = {(i, _article(dates[j])) for pair in standing for i, j in (pair, pair[::-1])}
    apart = _apart(dates)
    for (i, j), fall in falls.items():
        a, b = dates[i], dates[j]
        elsewhere = (i, _article(b)) in placed or (j, _article(a)) in placed
        told_apart = fall.total >= _STRONG and _may_differ(a, b, fall) and not elsewhere
        told_apart = told_apart and not _of_two(a, b, apart.get((_event(a), a.measure), ()))
        if told_apart or b.id in a.replaces or a.id in b.replaces:
            yield i, j


def _may_differ(a: Claim, b: Claim, fall: Waterfall) -> bool:
    """Both dates plainly belong to their happening; in one article only a counted day is held against another."""
    time = _level(fall, "time")
    if time in ("same", "meets"):
        return time == "meets"
    if _article(a) == _article(b):
        return COUNTED in (a.period, b.period)
    if time not in ("slip", "digit") and (_was_out_before(a, b) or _was_out_before(b, a)):
        return False
    if a.measure in sudden_kinds() and not _are_next(a, b) and not _has_common_words(fall):
        return False  # shootings happen every day
    return a.scope is b.scope is Scope.WHOLE


def _was_out_before(text: Claim, other: Claim) -> bool:
    """True where a text that tells of a thing done was out days before the other's day for it: that is another one."""
    written, day = text.frame.incident.written, settled([other])[0]
    done = text.status is other.status is Status.STATED
    return done and written is not None and day is not None and day.first - written >= DAY_BEFORE


def _has_common_words(fall: Waterfall) -> bool:
    """True where names or words beside the dates tie them, too, and not the happening alone."""
    return _level(fall, "names") in ("several", "one") or _level(fall, "wording") not in ("else", "unknown")


def _are_next(a: Claim, b: Claim) -> bool:
    """True for days of which one follows the other."""
    one, two = settled((a, b))
    return one is not None and two is not None and one.gap(two) <= 1


def _adopted(dates: Sequence[Claim]) -> list[Claim]:
    """Generic words ("the attack") of an article that does not say what it was take what its fellows say it was.

    So they do where the article says that, too, beside other things.
    """
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in dates:
        told[_event(claim)].update(claim.frame.kinds[:1])
    common = {event: counts.most_common(1)[0][0] for event, counts in told.items() if counts}
    return [_as_its_fellows(claim, common.get(_event(claim))) for claim in dates]


def _as_its_fellows(claim: Claim, common: str | None) -> Claim:
    own = claim.frame.kinds
    if common is None or claim.measure == common:
        return claim
    if claim.measure in generic_kinds():
        return evolve(claim, measure=common, frame=evolve(claim.frame, kinds=(common, *own)))
    return evolve(claim, measure=common) if claim.told_as in generic_kinds() and common in own else claim


def _event(claim: Claim) -> str:
    return (claim.event or "").split("@")[0]


def _article(claim: Claim) -> str:
    return claim.mention.span.article


def _level(fall: Waterfall, comparison: str) -> str:
    return next(w.level for w in fall.weights if w.comparison == comparison)


def _candidates(dates: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, claim in enumerate(dates):
        blocks[_event(claim), kind_of(claim.measure)].append(i)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        pairs.update(combinations(members, 2) if len(members) <= _CROWD else _thinned(dates, members))
    yield from sorted(pairs)


def _thinned(dates: Sequence[Claim], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Of a crowd, neighbours of the same day, and a few of each day with a few of the days that follow."""
    by_day: dict[str, list[int]] = defaultdict(list)
    for i in members:
        by_day[str(settled([dates[i]])[0])].append(i)
    days = [same for _, same in sorted(by_day.items())]
    for n, same in enumerate(days):
        yield from pairwise(same)
        for other in days[n + 1 : n + 1 + _DAYS_AHEAD]:
            yield from ((min(i, j), max(i, j)) for i in same[:_OF_EACH_DAY] for j in other[:_OF_EACH_DAY])


def _told_once(dates: Sequence[Claim]) -> set[int]:
    """The claims (by index) whose article dates only one happening of their kind, done or to come.

    What lies long before the story is no rival of what the story is about.
    """
    days: dict[tuple[str, str, bool, bool], set[DayRange | None]] = defaultdict(set)
    plain: dict[tuple[str, str, bool, bool], set[DayRange | None]] = defaultdict(set)
    keys = [(_article(c), kind_of(c.measure), c.frame.main, c.status is Status.FORECAST) for c in dates]
    for key, claim in zip(keys, dates, strict=True):
        day = settled([claim])[0]
        days[key].add(day)
        if claim.scope is Scope.WHOLE:
            plain[key].add(day)
    told = {i: plain[key] if dates[i].scope is Scope.WHOLE else days[key] for i, key in enumerate(keys)}
    return {i for i, same in told.items() if len(same) == 1}


def _news(dates: Sequence[Claim]) -> set[int]:
    """The claims (by index) with which an article opens: the first that it dates, in its first sentence or two."""
    first: dict[str, int] = {}
    for i, claim in enumerate(dates):
        span = claim.mention.span
        known = first.get(span.article)
        if span.part == "body" and (known is None or span.start < dates[known].mention.span.start):
            first[span.article] = i
    return {i for i in first.values() if dates[i].frame.main and dates[i].mention.span.start < _OPENING}


def _apart(dates: Sequence[Claim]) -> dict[tuple[str, str], list[set[DayRange]]]:
    """By event and kind, the days that one article plainly tells of several sudden happenings of that kind."""
    told: dict[tuple[str, str, str], set[DayRange]] = defaultdict(set)
    for claim in dates:
        day = settled([claim])[0]
        stands = claim.scope is Scope.WHOLE and claim.status is not Status.WITHDRAWN
        if stands and claim.measure in sudden_kinds() and day and day.first == day.last:
            told[_event(claim), claim.measure, _article(claim)].add(day)
    apart: dict[tuple[str, str], list[set[DayRange]]] = defaultdict(list)
    for (event, measure, _), days in told.items():
        if len(days) > 1:
            apart[event, measure].append(days)
    return apart


def _of_the_likelier(
    dates: Sequence[Claim], falls: Mapping[tuple[int, int], Waterfall], differing: Collection[tuple[int, int]]
) -> set[tuple[int, int]]:
    """The ties between unequal days, without those to the less likely of two happenings that an article tells apart.

    A recall at home on the 4th and one abroad on the 6th: "the 5th" is one of them told wrongly, and not both.
    """
    apart = _apart(dates)
    rivals: dict[int, dict[DayRange, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for pair in differing:
        for one, other in (pair, pair[::-1]):
            if day := settled([dates[other]])[0]:
                rivals[one][day].append(pair)
    left = set(differing)
    for one, by_day in rivals.items():
        for days in apart.get((_event(dates[one]), dates[one].measure), ()):
            told = sorted(days & by_day.keys(), key=lambda d: (-len(by_day[d]), d.first))
            for day in told[1:]:
                left -= set(by_day[day])
    return left


def _of_two(a: Claim, b: Claim, apart: Collection[set[DayRange]]) -> bool:
    """True where an article tells both days, or tells the one and another that lies nearer to the other."""
    one, two = settled((a, b))
    if one is None or two is None:
        return False
    pairs = ((one, two), (two, one))
    return any(x in days and min(z.gap(y) for z in days) < x.gap(y) for days in apart for x, y in pairs)
