"""All who were hit, where one article counts them together and another tells the dead from the injured.

"Seven people were shot" and "one killed, six wounded" say the same: the seven are no rivals of the six.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from reconcile.claims.people.attackers import KILLED
from reconcile.matching.surroundings import story
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.quantity import Hedge

MOST_TOLLS = 40  # of an article that tells more tolls, nobody knows which counts go with which
_Sums = Mapping[tuple[str, str], set[Decimal]]


def told_together(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims; counts read as the injured get their own word back where the event's dead and injured are as many."""
    sums, dead = _sums(claims), _dead(claims)
    return tuple(_as_worded(c, sums, dead) if c.told_as and c.kind is Kind.FIGURE else c for c in claims)


def _as_worded(claim: Claim, sums: _Sums, dead: Mapping[str, Decimal]) -> Claim:
    """Its own word for a count of as many as the dead and the injured together, or as the dead alone."""
    together = claim.quantity.value in sums.get((story(claim), claim.measure), ())
    all_died = 1 < claim.quantity.value <= dead.get(story(claim), Decimal(0))
    return evolve(claim, measure=claim.told_as, told_as="") if together or all_died else claim


def _dead(claims: Sequence[Claim]) -> Mapping[str, Decimal]:
    """By event, the lowest sharp count of all its dead that several are."""
    found: dict[str, Decimal] = {}
    for c in claims:
        if c.kind is Kind.FIGURE and c.measure == KILLED and _counts_all(c) and c.quantity.hedge is Hedge.EXACT:
            found[story(c)] = min(c.quantity.value, found.get(story(c), c.quantity.value))
    return found


def _sums(claims: Sequence[Claim]) -> _Sums:
    """By event and measure, what each article's count of the dead and its count by that measure come to."""
    dead: dict[str, set[Decimal]] = defaultdict(set)
    for c in claims:
        if c.kind is Kind.FIGURE and c.measure == KILLED and _counts_all(c):
            dead[c.mention.span.article].add(c.quantity.value)
    sums: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
    for c in claims:
        if c.kind is Kind.FIGURE and not c.told_as and c.measure and _counts_all(c):
            tolls = dead[c.mention.span.article]
            sums[story(c), c.measure].update(c.quantity.value + d for d in tolls if d and len(tolls) <= MOST_TOLLS)
    return sums


def _counts_all(claim: Claim) -> bool:
    stated = claim.status is Status.STATED and claim.frame.main and claim.quantity.unit == "person"
    return stated and claim.scope is Scope.WHOLE and not claim.period
