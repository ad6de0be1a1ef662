"""Counts that another article names as a part of its own: "20 hurt, including seven at a barbecue", "seven hurt"."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.comparing.settled import settled
from reconcile.model.claim import UNNAMED, Claim, Kind, Scope, Status
from reconcile.model.finding import Finding, Side
from reconcile.model.quantity import Hedge

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
    return settled(finding, lambda whole, fewer: _why(whole, fewer, parts)) if parts else finding


def _why(whole: Side, fewer: Side, parts: frozenset[_Part]) -> str:
    if not any(_part(c, fewer.claims[0]) in parts for c in whole.claims):
        return ""
    return f"“{whole.label}” names as many as a part of those it counts"
