"""A headline's figure speaks of the day on which the body gives the same figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reconcile.model.change import evolve
from reconcile.model.claim import Claim

_Said = tuple[str, Decimal]  # measure and number


def dated_by_body(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one article; a headline's figure without a day takes that of the first equal one of the body."""
    told: dict[_Said, Claim] = {}
    for claim in claims:
        if claim.mention.span.part == "body" and claim.measure and claim.frame.main and claim.frame.days:
            told.setdefault((claim.measure, claim.quantity.value), claim)
    return [_dated(c, told) for c in claims]


def _dated(claim: Claim, told: dict[_Said, Claim]) -> Claim:
    same = told.get((claim.measure, claim.quantity.value))
    if same is None or claim.mention.span.part != "headline" or not claim.frame.main or claim.frame.days:
        return claim
    return evolve(claim, frame=evolve(claim.frame, days=same.frame.days))
