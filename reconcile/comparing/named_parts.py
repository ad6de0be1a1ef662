"""Counts that another article names as a part of its own: "20 hurt, including seven at a barbecue", "seven hurt"."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.comparing.sides import gravest
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.finding import Finding, Relation, Side, Verdict
from reconcile.model.quantity import Hedge

UNNAMED = "part"  # population of "including seven", which says no more of the seven
_Part = tuple[str, str, str, object]  # article, event, measure, number


def parts_of(claims: Iterable[Claim]) -> frozenset[_Part]:
    """The sharp counts that some article gives as a part of a larger one."""
    return frozenset(
        _part(c, c)
        for c in claims
        if c.kind is Kind.FIGURE
        and c.scope is Scope.PART
        and c.population == UNNAMED
        and c.status is Status.STATED
        and c.quantity.hedge is Hedge.EXACT
    )


def _part(whole: Claim, part: Claim) -> _Part:
    return whole.mention.span.article, whole.event or "", whole.measure, part.quantity.value


def as_parts(finding: Finding, parts: frozenset[_Part]) -> Finding:
    """The finding; a side that the other side's text calls a part of its own count is compatible with it."""
    relations = tuple(_settled(r, finding.sides[r.a], finding.sides[r.b], parts) for r in finding.relations)
    if relations == finding.relations:
        return finding
    return evolve(finding, relations=relations, verdict=gravest(relations))


def _settled(relation: Relation, a: Side, b: Side, parts: frozenset[_Part]) -> Relation:
    if relation.verdict is not Verdict.CONFLICT:
        return relation
    whole, fewer = (a, b) if a.claims[0].quantity.value > b.claims[0].quantity.value else (b, a)
    if not any(_part(c, fewer.claims[0]) in parts for c in whole.claims):
        return relation
    why = f"“{whole.label}” names as many as a part of those it counts"
    return Relation(relation.a, relation.b, Verdict.COMPATIBLE, (why, *relation.reasons))
