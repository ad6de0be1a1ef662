"""Numbers that stand in two roles: 200 killed here, 200 injured there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reconcile.language.dimensions import dimension_of, is_money
from reconcile.language.quantity_values import PERSON
from reconcile.model.claim import Claim, Status
from reconcile.model.finding import Finding, Relation, Side, Verdict
from reconcile.model.text import Article, label_of

_TELLING = 10  # smaller numbers coincide too often to mean anything
_DISPUTED = (Verdict.CONFLICT, Verdict.CORRECTED)


def mixup_notes(findings: Sequence[Finding], articles: Mapping[str, Article]) -> dict[int, list[str]]:
    """By the index of a finding, remarks on withdrawn or disputed numbers that the same event has in another role."""
    roles: dict[tuple[str, Decimal], list[tuple[int, Claim]]] = {}
    for at, finding in enumerate(findings):
        for claim in finding.claims:
            if claim.event and claim.status is Status.STATED and _telling(claim):
                roles.setdefault((claim.event, claim.quantity.value), []).append((at, claim))
    notes: dict[int, dict[object, str]] = {}
    for at, finding in enumerate(findings):
        for claim in disputed(finding):
            others = roles.get((claim.event or "", claim.quantity.value), [])
            if other := next((c for i, c in others if i != at and _another_role(c, claim)), None):
                about = (claim.quantity.value, other.measure)
                notes.setdefault(at, {}).setdefault(about, _words(claim, other, articles))
    return {at: list(own.values()) for at, own in notes.items()}


def disputed(finding: Finding) -> list[Claim]:
    """One claim of each side that is withdrawn, or in conflict and not better founded than all its rivals."""
    sides = sorted({at for r in finding.relations if r.verdict in _DISPUTED for at in (r.a, r.b)})
    return [finding.sides[at].claims[0] for at in sides if not _well_founded(finding, at)]


def _well_founded(finding: Finding, at: int) -> bool:
    own = finding.sides[at]
    if own.claims[0].status is Status.WITHDRAWN:
        return False
    rivals = [_other(r, at, finding.sides) for r in finding.relations if at in (r.a, r.b) and r.verdict in _DISPUTED]
    return any(c.replaces for c in own.claims) or all(own.origins > rival.origins for rival in rivals)


def _other(relation: Relation, at: int, sides: Sequence[Side]) -> Side:
    return sides[relation.b if relation.a == at else relation.a]


def _telling(claim: Claim) -> bool:
    return claim.quantity.value >= _TELLING


def _another_role(other: Claim, claim: Claim) -> bool:
    """True for a number of the same kind of thing: 41 people and 41 knots are never taken for each other."""
    a, b = other.quantity.unit, claim.quantity.unit
    alike = a == b or (_kind(a) == _kind(b) and not (is_money(a) or is_money(b)))
    return other.measure not in ("", claim.measure) and alike


def _kind(unit: str | None) -> str:
    return "" if unit in (None, PERSON) else dimension_of(unit)


def _words(claim: Claim, other: Claim, articles: Mapping[str, Article]) -> str:
    where = label_of(articles, other.mention.span.article)
    said, there = (" ".join(c.mention.text.split()) for c in (claim, other))
    return f"a likely mix-up: “{said}” ({claim.measure}) has the number of “{there}” ({other.measure}) in {where}"
