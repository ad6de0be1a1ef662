"""Alarms that something told elsewhere in the run settles: relations that become compatible, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Collection

from reconcile.comparing.sides import gravest
from reconcile.model.change import evolve
from reconcile.model.finding import Finding, Relation, Side, Verdict

ALARMS = (Verdict.TENSION, Verdict.CONFLICT)

Why = Callable[[Side, Side], str]  # of the side with more and the side with fewer: the reason in words, or nothing


def settled(finding: Finding, why: Why, verdicts: Collection[Verdict] = (Verdict.CONFLICT,)) -> Finding:
    """The finding; relations of these verdicts are compatible where `why` gives a reason."""
    if finding.verdict not in ALARMS:
        return finding
    relations = tuple(_settled(r, finding, why) if r.verdict in verdicts else r for r in finding.relations)
    if relations == finding.relations:
        return finding
    return evolve(finding, relations=relations, verdict=gravest(relations))


def _settled(relation: Relation, finding: Finding, why: Why) -> Relation:
    a, b = finding.sides[relation.a], finding.sides[relation.b]
    most, fewer = (a, b) if a.claims[0].quantity.value > b.claims[0].quantity.value else (b, a)
    reason = why(most, fewer)
    return Relation(relation.a, relation.b, Verdict.COMPATIBLE, (reason, *relation.reasons)) if reason else relation
