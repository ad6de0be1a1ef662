"""Counts that fall because people went over into another: one of the injured has died."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from reconcile.comparing.best import ONLY_FIGURE
from reconcile.comparing.sides import gravest
from reconcile.comparing.sums import Counts, exact_whole
from reconcile.comparing.timing import moment_of
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Status
from reconcile.model.finding import Best, Finding, Relation, Side, Verdict
from reconcile.model.quantity import Hedge
from reconcile.model.text import Article


@frozen(kw_only=True)
class TransferEntry(Entry):
    """Measures people leave (the phrases) and measures they enter."""

    into: tuple[str, ...]


SPEC = TableSpec("transfers", "transfer", TransferEntry)


def explained(finding: Finding, counts: Counts, articles: Mapping[str, Article], houses: Houses = ()) -> Finding:
    """The finding with each fall that a transfer explains made an update."""
    into = [m for entry in load(SPEC, houses) if finding.measure in entry.phrases for m in entry.into]
    if not into or finding.verdict is not Verdict.CONFLICT:
        return finding
    relations = tuple(_explained(r, finding.sides, into, counts, articles) for r in finding.relations)
    if relations == finding.relations:
        return finding
    best = _best_left(finding, relations, articles)
    return evolve(finding, relations=relations, verdict=gravest(relations), best=best)


def _best_left(finding: Finding, relations: Sequence[Relation], articles: Mapping[str, Article]) -> Best | None:
    """The best figure without those from which people went over since, if they left one number."""
    moved = [r for r, old in zip(relations, finding.relations, strict=True) if r is not old]
    values = [side.claims[0].quantity.value for side in finding.sides]
    gone = {max(values[r.a], values[r.b]) for r in moved}
    left = {min(values[r.a], values[r.b]) for r in moved} - gone
    stated = [c for side in finding.sides for c in side.claims if c.status is Status.STATED]
    stands = [c for c in stated if c.quantity.hedge is not Hedge.VAGUE and c.quantity.value in left]
    olds = [c for c in stated if c.quantity.value in gone]
    if finding.best is None or finding.best.best not in gone or len(left) != 1:
        return finding.best
    if not any(all(is_before(old, new, articles) for old in olds) for new in stands):
        return finding.best
    (only,) = left
    return Best(only, only, only, ONLY_FIGURE, finding.best.unit)


def is_before(old: Claim, new: Claim, articles: Mapping[str, Article]) -> bool:
    """True where the first is known to be the earlier one."""
    ends = moment_of(old, articles.get(old.mention.span.article)).latest
    begins = moment_of(new, articles.get(new.mention.span.article)).earliest
    return ends is not None and begins is not None and ends < begins


def _explained(
    relation: Relation, sides: Sequence[Side], into: Sequence[str], counts: Counts, articles: Mapping[str, Article]
) -> Relation:
    if relation.verdict is not Verdict.CONFLICT:
        return relation
    high, low = sides[relation.a].claims[0], sides[relation.b].claims[0]
    if high.quantity.value < low.quantity.value:
        high, low = low, high
    if not _in_order(high, low, articles) or not (exact_whole(high) and exact_whole(low)):
        return relation
    fell = high.quantity.value - low.quantity.value
    for measure in into:
        before, after = _given(high, measure, counts), _given(low, measure, counts)
        if low.quantity.value in before and high.quantity.value in after:
            continue  # 9 killed and 15 hurt, then 15 killed and 9 hurt: the two figures changed places
        if after and any(new - old == fell for new in after for old in before or (Decimal(0),)):
            why = f"{fell:f} fewer {low.measure} and {fell:f} more {measure}: the sum is the same"
            return Relation(relation.a, relation.b, Verdict.UPDATED, (why, *relation.reasons))
    return relation


def _in_order(first: Claim, then: Claim, articles: Mapping[str, Article]) -> bool:
    """True unless the first is known to be the later one; two of one article do not explain each other."""
    one, two = first.mention.span.article, then.mention.span.article
    gap = moment_of(first, articles.get(one)).earliest, moment_of(then, articles.get(two)).latest
    return one != two and (gap[0] is None or gap[1] is None or gap[0] <= gap[1])


def _given(claim: Claim, measure: str, counts: Counts) -> frozenset[Decimal]:
    return counts.get((claim.mention.span.article, claim.event or "", measure), frozenset())
