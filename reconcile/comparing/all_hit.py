"""Everybody who was hit: "one of six people shot" in one article, "one killed, four wounded" in another.

How many were hit moves less than the dead and the injured do: their sum may be held against a count of all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import blake2b
from itertools import pairwise, product

from attrs import frozen

from reconcile.claims.measuring.measure_table import kinships
from reconcile.claims.people.attackers import WITH_ATTACKER
from reconcile.comparing.equivalents import is_added, is_remainder
from reconcile.comparing.round_ups import RoundUps
from reconcile.comparing.sums import exact_whole
from reconcile.comparing.with_dead import in_one_clause
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.finding import Finding, Relation, Side, Verdict
from reconcile.model.text import Article, label_of

_ALARMS = (Verdict.TENSION, Verdict.CONFLICT, Verdict.CORRECTED)


@frozen(kw_only=True)
class TotalEntry(Entry):
    """Measures that count all who were hit (the phrases), those that come to it, and of which kinds of event."""

    parts: tuple[str, str]
    kinds: tuple[str, ...]


SPEC = TableSpec("totals", "total", TotalEntry)


@frozen
class Total:
    """How many one article has hit in all, and the claims that say so: one that counts all, or the two of a clause."""

    value: Decimal
    claims: tuple[Claim, ...]

    @property
    def is_sum(self) -> bool:
        return len(self.claims) > 1

    @property
    def article(self) -> str:
        return self.claims[0].mention.span.article


def total_findings(
    findings: Sequence[Finding], claims: Sequence[Claim], articles: Mapping[str, Article], houses: Houses = ()
) -> tuple[Finding, ...]:
    """The findings, those on all who were hit under the name of that question, and what sums show beyond them.

    That is a conflict for each event of which one article counts all who were hit and another the dead and the
    injured, whose sum is another: not where any text tells both numbers, nor where a finding on the dead or the injured
    sets the two articles against each other, for then the findings on these say it.
    """
    named, made = list(findings), []
    several = RoundUps.of(claims, houses).articles
    for entry in load(SPEC, houses):
        named = [evolve(f, measure=entry.id) if _of_all(f, entry) else f for f in named]
        said = _said(named, _kindred(entry, houses))
        for event, own in _events(claims, entry, several).items():
            fallen = any(c.event == event and c.population in WITH_ATTACKER for c in claims)
            made += [_finding(*pair, entry, articles) for pair in _differing(_told(own, entry, articles), said, fallen)]
    return (*named, *made)


def _of_all(finding: Finding, entry: TotalEntry) -> bool:
    if finding.kind is not Kind.FIGURE or finding.measure not in entry.phrases:
        return False
    whole = any(c.scope is Scope.WHOLE and not c.population for c in finding.claims)
    return whole and all(not c.period and c.frame.kind in entry.kinds for c in finding.claims)


def _kindred(entry: TotalEntry, houses: Houses) -> frozenset[str]:
    own = {entry.id, *entry.phrases, *entry.parts}
    return frozenset(own | {m for pair in kinships(houses) if pair & own for m in pair})


def _said(findings: Iterable[Finding], measures: Collection[str]) -> frozenset[frozenset[str]]:
    """The pairs of articles that an alarm by these measures sets against each other."""
    pairs: set[frozenset[str]] = set()
    for f in findings:
        for r in f.relations if f.measure in measures else ():
            if r.verdict in _ALARMS:
                one, two = ({c.mention.span.article for c in f.sides[at].claims} for at in (r.a, r.b))
                pairs.update(frozenset(pair) for pair in product(one, two))
    return frozenset(pairs)


def _events(claims: Iterable[Claim], entry: TotalEntry, several: Collection[str]) -> dict[str, list[Claim]]:
    events: dict[str, list[Claim]] = defaultdict(list)
    for c in claims:
        people = c.kind is Kind.FIGURE and c.quantity.unit == PERSON and c.frame.main and c.frame.kind in entry.kinds
        if people and c.event and exact_whole(c) and c.mention.span.article not in several:
            events[c.event].append(c)
    return events


@frozen
class _Told:
    """What the articles of one event tell: the total of each that gives one, and the dead and sums of all of them."""

    totals: Sequence[Total]
    dead: Decimal
    sums: Collection[Decimal]


def _told(own: Sequence[Claim], entry: TotalEntry, articles: Mapping[str, Article]) -> _Told:
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for c in sorted(own, key=lambda c: c.mention.span):
        by_article[c.mention.span.article].append(c)
    found = []
    sums: set[Decimal] = set()
    for told in by_article.values():
        totals = [*_counted(told, entry), *_summed(told, entry, articles)]
        if len({t.value for t in totals}) == 1:
            found.append(totals[0])
        places = {c.mention.span for t in totals if not t.is_sum for c in t.claims}
        worded = [c for c in told if c.mention.span not in places]  # "six shot, one fatally" infers five
        dead, hurt = ({c.quantity.value for c in worded if c.measure == part} for part in entry.parts)
        sums.update(a + b for a, b in product(dead, hurt))
    deaths = (c.quantity.value for c in own if c.measure == entry.parts[0])
    return _Told(found, max(deaths, default=Decimal(0)), sums)


def _counted(told: Iterable[Claim], entry: TotalEntry) -> Iterator[Total]:
    for c in told:
        if (c.measure in entry.phrases or c.told_as in entry.phrases) and not (is_remainder(c) or is_added(c)):
            yield Total(c.quantity.value, (c,))


def _summed(told: Iterable[Claim], entry: TotalEntry, articles: Mapping[str, Article]) -> Iterator[Total]:
    """The dead and the injured of one clause, added up."""
    for one, two in pairwise(c for c in told if c.measure in entry.parts):
        if one.measure != two.measure and one.quantity.value and in_one_clause(one, two, articles):
            yield Total(one.quantity.value + two.quantity.value, (one, two))


def _differing(told: _Told, said: Collection[frozenset[str]], fallen: bool) -> Iterator[tuple[Total, Total]]:
    """Each count of all, and each sum, that cannot both be right."""
    counts = {t.value: t for t in reversed(told.totals) if not t.is_sum and t.value > max(told.dead, Decimal(1))}
    sums = {t.value: t for t in reversed(told.totals) if t.is_sum}
    for count, total in product(counts.values(), sums.values()):
        if count.value in told.sums or total.value in counts:
            continue
        left = count.value in {c.quantity.value for c in total.claims}  # it may leave out the dead, or count them only
        attacker = fallen and abs(count.value - total.value) == 1
        if not (left or attacker or frozenset((count.article, total.article)) in said):
            yield count, total


def _finding(count: Total, total: Total, entry: TotalEntry, articles: Mapping[str, Article]) -> Finding:
    sides = tuple(_side(t, articles) for t in (count, total))
    why = f"{sides[0].label} against {sides[1].label}, which come to {total.value:f}"
    name = "total|" + "+".join(c.id for t in (count, total) for c in t.claims)
    return Finding(
        id=blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(),
        kind=Kind.FIGURE,
        measure=entry.id,
        about=f"people {entry.phrases[0]} in all",
        verdict=Verdict.CONFLICT,
        sides=sides,
        relations=(Relation(0, 1, Verdict.CONFLICT, (why,)),),
    )


def _side(total: Total, articles: Mapping[str, Article]) -> Side:
    where = label_of(articles, total.article)
    words = " and ".join(f"“{' '.join(c.mention.text.split())}” {c.measure}" for c in total.claims)
    return Side(total.claims, f"{words} ({where})", total.value, total.value)
