"""Findings about dates: when one thing happened, as several passages tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from reconcile.claims.dates import NAMED
from reconcile.comparing.origins import origins
from reconcile.comparing.sides import gravest
from reconcile.matching.dates import DateGroup, group_dates, settled
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.finding import Finding, Relation, Side, Verdict
from reconcile.model.text import Article
from reconcile.model.when import DayRange, When

_NAMED_SOURCES = 3

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
    relations = tuple(
        _relation((x, y), parts[x], parts[y]) for x in range(len(parts)) for y in range(x + 1, len(parts))
    )
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


def _relation(sides: tuple[int, int], one: Sequence[_Dated], two: Sequence[_Dated]) -> Relation:
    verdict, reason = _judge(one, two)
    return Relation(*sides, verdict, (reason,))


def _judge(one: Sequence[_Dated], two: Sequence[_Dated]) -> tuple[Verdict, str]:
    """The verdict between two sides: ranges that meet are compatible, days apart contradict each other.

    One day apart is a tension where either day is told by its distance only ("today", "a day after"): the writer may
    reckon from another day or another zone.
    """
    (a, first), (b, second) = one[0], two[0]
    if first is None or second is None:
        return Verdict.COMPATIBLE, "one of the dates cannot be resolved"
    if (a.status is Status.WITHDRAWN) != (b.status is Status.WITHDRAWN):
        return Verdict.CORRECTED, "one of the dates is withdrawn"
    gap = first.gap(second)
    if gap == 0:
        return Verdict.COMPATIBLE, f"{first} and {second} meet"
    if (a.status is Status.FORECAST) != (b.status is Status.FORECAST):
        return Verdict.UPDATED, f"expected for one day, told of another: {first}, {second}"
    named = all(any(c.period == NAMED for c, _ in side) for side in (one, two))
    apart = "one day" if gap == 1 else f"{gap} days"
    if gap == 1 and not named:
        return Verdict.TENSION, f"{first} and {second} lie {apart} apart, one of them only counted from another day"
    return Verdict.CONFLICT, f"{first} and {second} lie {apart} apart"


def _side(part: Sequence[_Dated], articles: Mapping[str, Article], rests_on: Mapping[str, str]) -> Side:
    claims = tuple(c for c, _ in part)
    ids = dict.fromkeys(c.mention.span.article for c in claims)
    names = list(dict.fromkeys(articles[i].label if i in articles else i for i in ids))
    more = len(names) - _NAMED_SOURCES
    shown = "; ".join(names[:_NAMED_SOURCES]) + (f"; {more} more" if more > 0 else "")
    days = part[0][1]
    resolved = isinstance(claims[0].value, When) and claims[0].value.days is not None
    said = " ".join(claims[0].mention.text.split())
    label = f"{said} = {days}" if days and resolved and said != str(days) else said
    return Side(claims, f"{label} ({shown})", origins=len({rests_on[c.id] for c in claims}))
