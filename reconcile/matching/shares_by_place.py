"""Counts of one place as parts of all, where an article of the story tells that place's share: "38 of them in Norland".

Elsewhere that share stands alone: "The board of Norland has received 38 reports in Norland".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from reconcile.model.change import evolve
from reconcile.model.claim import UNNAMED, Claim, Kind, Scope, Status

_SOME = frozenset({"", UNNAMED})  # populations of a count that names no group
_Key = tuple[str, str, frozenset[str]]  # an event, a measure and a place


@frozen
class _Share:
    """What one article counts in a place, and what it counts in all."""

    own: Decimal
    whole: Decimal


def with_shares_by_place(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims tied to events; a count beside a place of which some article tells its share of all is that share.

    Only where it lies nearer to the share than to the whole.
    """
    shares = _shares(claims)
    return tuple(_placed(c, shares) for c in claims) if shares else tuple(claims)


def _shares(claims: Sequence[Claim]) -> dict[_Key, list[_Share]]:
    wholes: dict[tuple[str, str], Decimal] = {}
    figures = [c for c in claims if c.kind is Kind.FIGURE and c.status is Status.STATED and c.measure]
    for c in figures:
        if c.scope is Scope.WHOLE and not c.where:
            key = (c.mention.span.article, c.measure)
            wholes[key] = max(wholes.get(key, c.quantity.value), c.quantity.value)
    found: dict[_Key, list[_Share]] = defaultdict(list)
    for c in figures:
        whole = wholes.get((c.mention.span.article, c.measure))
        if c.local and c.scope is Scope.PART and len(c.where) == 1 and whole and 0 < c.quantity.value < whole:
            found[c.event or "", c.measure, c.where].append(_Share(c.quantity.value, whole))
    return found


def _placed(claim: Claim, shares: dict[_Key, list[_Share]]) -> Claim:
    if claim.kind is not Kind.FIGURE or claim.where or claim.population not in _SOME or len(claim.said_in) != 1:
        return claim
    value = claim.quantity.value
    told = shares.get((claim.event or "", claim.measure, claim.said_in), [])
    some = claim.scope is Scope.PART
    if not any(value < s.whole and (some or value * value < s.own * s.whole) for s in told):
        return claim
    return evolve(claim, where=claim.said_in, scope=Scope.PART, population="", local=True)
