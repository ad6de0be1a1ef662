"""Findings about dates: when one thing happened, as several passages tell it."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations

from reconcile.claims.happenings.timed import COUNTED, DAYTIME, EARLY, NAMED, NIGHT, RELATIVE, THEN
from reconcile.comparing.origins import origins
from reconcile.comparing.sides import gravest
from reconcile.comparing.zones import one_by_the_zones
from reconcile.language.dates.words import parts_said
from reconcile.language.tokens import folded_words
from reconcile.matching.dates import DateGroup, group_dates
from reconcile.matching.days import settled
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.finding import Finding, Relation, Side, Verdict
from reconcile.model.text import Article, label_of
from reconcile.model.when import DayRange, Granularity, When

_NAMED_SOURCES = 3
_EVENINGS = frozenset({"evening", "night"})  # parts of a day
_EVENING = 18  # o'clock: later than any night before it lasts, in whatever zone
_LOOSE = 7  # days by which "last week" or "overnight" may be off

_Dated = tuple[Claim, DayRange | None]


def date_findings(claims: Sequence[Claim], articles: Mapping[str, Article]) -> list[Finding]:
    """One finding for each happening that is dated in several places; claims of other kinds are passed over."""
    return [_finding(group, articles) for group in group_dates(claims)]


def _finding(group: DateGroup, articles: Mapping[str, Article]) -> Finding:
    ordered = sorted(group.claims, key=lambda c: c.id)
    rests_on = origins(ordered, articles)
    by_days: dict[object, list[_Dated]] = defaultdict(list)
    for claim, days in zip(ordered, settled(ordered), strict=True):
        key = (days.first, days.last) if days else (claim.value, claim.id)
        by_days[key, claim.status is Status.WITHDRAWN].append((claim, days))
    parts = sorted(by_days.values(), key=_order)
    sides = tuple(_side(part, articles, rests_on) for part in parts)
    tied = {frozenset((fall.a, fall.b)) for fall in group.waterfalls}
    relations = tuple(_relation((x, y), (parts[x], parts[y]), tied) for x, y in combinations(range(len(parts)), 2))
    mark = f"{Kind.DATE}|{ordered[0].measure}|{ordered[0].id}"
    return Finding(
        id=blake2b(mark.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(),
        kind=Kind.DATE,
        measure=ordered[0].measure,
        about=f"when: {ordered[0].measure}",
        verdict=gravest(relations),
        sides=sides,
        relations=relations,
        waterfalls=group.waterfalls,
    )


def _order(part: Sequence[_Dated]) -> tuple[bool, str, str]:
    claim, days = part[0]
    return claim.status is Status.WITHDRAWN, str(days.first) if days else "", claim.id


def _relation(
    places: tuple[int, int], sides: tuple[Sequence[_Dated], Sequence[_Dated]], tied: Collection[frozenset[str]]
) -> Relation:
    """The verdict between two sides; passages that no evidence ties to each other are not set against each other."""
    verdict, reason = _judge(*sides)
    direct = any(frozenset((a.id, b.id)) in tied for a, _ in sides[0] for b, _ in sides[1])
    if direct or verdict is Verdict.COMPATIBLE:
        return Relation(*places, verdict, (reason,))
    return Relation(*places, Verdict.COMPATIBLE, ("too little ties these two passages together",))


def _judge(one: Sequence[_Dated], two: Sequence[_Dated]) -> tuple[Verdict, str]:
    """The verdict between two sides: ranges that meet are compatible, days apart contradict each other.

    Late on one day and early on the next is one night, and a zone may make one of two days. One day apart is a tension
    where either day is told by its distance only ("today"), or is of a night: the writer may reckon from another day
    or another zone. So is any distance from a day that was counted ("a day after").
    """
    (a, first), (b, second) = one[0], two[0]
    both = f"{_shown(*one[0])} and {_shown(*two[0])}"
    if first is None or second is None:
        return Verdict.COMPATIBLE, "one of the dates cannot be resolved"
    gap = first.gap(second)
    if gap and (a.status is Status.WITHDRAWN) != (b.status is Status.WITHDRAWN):
        return Verdict.CORRECTED, "a note withdraws one of the dates"
    if gap == 0:
        return Verdict.COMPATIBLE, f"{both} meet"
    if (a.status is Status.FORECAST) != (b.status is Status.FORECAST):
        return Verdict.UPDATED, f"expected for one day, told of another: {both}"
    if gap <= _LOOSE and any(c.period == RELATIVE and d.first != d.last for c, d in ((a, first), (b, second))):
        return Verdict.COMPATIBLE, f"{both} lie close, one of them loosely told"
    if _one_name(a, first, b, second):
        return Verdict.COMPATIBLE, f"{both} have one name; week or year is only inferred"
    apart = "one day" if gap == 1 else f"{gap} days"
    if gap == 1 and _one_night(*((one, two) if first.last < second.first else (two, one))):
        return Verdict.COMPATIBLE, f"{both} lie in one night"
    if gap == 1 and any(one_by_the_zones(x, first, y, second) for x, _ in one for y, _ in two):
        return Verdict.COMPATIBLE, f"{both} are one by the clocks of different zones"
    if any(all(c.period in (COUNTED, THEN) for c, _ in side) for side in (one, two)):
        return Verdict.TENSION, f"{both} lie {apart} apart, one of them counted from another day"
    if gap == 1 and _is_loose(*((one, two) if first.last < second.first else (two, one))):
        return Verdict.TENSION, f"{both} lie {apart} apart, one of them not by name, or in a night"
    return Verdict.CONFLICT, f"{both} lie {apart} apart"


def _is_loose(before: Sequence[_Dated], after: Sequence[_Dated]) -> bool:
    """True where the clocks or the night may make two days of one; "early on Tuesday" is no Wednesday anywhere.

    Nor is "Tuesday afternoon" early on Wednesday, "Tuesday night" late on Wednesday by any clock, or "the night of
    9 to 10 November" that of 11 to 12 November.
    """
    if all(days and days.first != days.last and _is_dated(c) for c, days in (before[0], after[0])):
        return False
    earlier, later = ({c.period for c, _ in side} for side in (before, after))
    if EARLY in earlier:
        return later <= {RELATIVE}
    if EARLY in later and DAYTIME in earlier:
        return False
    if earlier == {NIGHT} and any(_is_of_evening(c) for c, _ in after):
        return False
    return earlier.isdisjoint((NAMED, DAYTIME)) or later.isdisjoint((NAMED, DAYTIME))


def _is_of_evening(claim: Claim) -> bool:
    """ "9 p.m. on Sunday", "late on Sunday", "Sunday night": by the name of its day no hour before the evening.

    "The night of Sunday" may be the one that ended on Sunday, and "last night" depends on when it was written.
    """
    if claim.as_of is not None:
        return claim.as_of.hour >= _EVENING
    words = folded_words(claim.mention.text)
    if not isinstance(claim.value, When) or (claim.value.weekday is None and claim.value.month is None):
        return False
    late = claim.period == NIGHT and "late" in parts_said(words)
    return late or not _EVENINGS.isdisjoint(parts_said(words[-1:]))


def _is_dated(claim: Claim) -> bool:
    return any(c.isdigit() for c in claim.mention.text)


def _one_night(before: Sequence[_Dated], after: Sequence[_Dated]) -> bool:
    """ "Monday night" and "early on Tuesday"."""
    return any(c.period == NIGHT for c, _ in before) and any(c.period == EARLY for c, _ in after)


def _shown(claim: Claim, days: DayRange | None) -> str:
    """The days; only month and day where neither text nor publication tells the year."""
    when = claim.value
    if not isinstance(when, When) or when.days is not None or when.month is None:
        return str(days)
    month = calendar.month_name[when.month]
    return f"{when.day} {month}" if when.day else month


def _one_name(a: Claim, first: DayRange, b: Claim, second: DayRange) -> bool:
    """ "Friday" of two weeks, "March 13" of two years, "today" of two days: words may be printed again."""
    if a.period == b.period == RELATIVE and a.mention.text.lower() == b.mention.text.lower():
        return True
    if _of_one_month(a, first, b, second):
        return True
    if not (first.first == first.last and second.first == second.last):
        return False
    same_weekday = first.first.weekday() == second.first.weekday()
    if same_weekday and any(
        isinstance(c.value, When) and c.value.month is None and c.period != COUNTED for c in (a, b)
    ):
        return True
    same_day = (first.first.month, first.first.day) == (second.first.month, second.first.day)
    return same_day and any(str(d.first.year) not in c.mention.text for c, d in ((a, first), (b, second)))


def _of_one_month(a: Claim, first: DayRange, b: Claim, second: DayRange) -> bool:
    """ "In July" of some year, and a day in July: one of them is told by its month, and without its year."""
    months = [(c, d) for c, d in ((a, first), (b, second)) if d.granularity is Granularity.MONTH]
    if not months or not all(d.granularity in (Granularity.DAY, Granularity.MONTH) for d in (first, second)):
        return False
    same = len({day.month for d in (first, second) for day in (d.first, d.last)}) == 1
    return same and any(_leaves_year_out(c, d) for c, d in ((a, first), (b, second)))


def _leaves_year_out(claim: Claim, days: DayRange) -> bool:
    """ "In July", "on July 9", but not "in July last year" and "in July 2014"."""
    words = folded_words(claim.mention.text)
    return sum(word.isalpha() for word in words) == 1 and str(days.first.year) not in words


def _side(part: Sequence[_Dated], articles: Mapping[str, Article], rests_on: Mapping[str, str]) -> Side:
    claims = tuple(c for c, _ in part)
    ids = dict.fromkeys(c.mention.span.article for c in claims)
    names = list(dict.fromkeys(label_of(articles, i) for i in ids))
    more = len(names) - _NAMED_SOURCES
    shown = "; ".join(names[:_NAMED_SOURCES]) + (f"; {more} more" if more > 0 else "")
    days = part[0][1]
    resolved = isinstance(claims[0].value, When) and claims[0].value.days is not None
    said = " ".join(claims[0].mention.text.split())
    label = f"{said} = {days}" if days and resolved and said != str(days) else said
    return Side(claims, f"{label} ({shown})", origins=len({rests_on[c.id] for c in claims}))
