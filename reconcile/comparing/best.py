"""Lowest, best and highest figure that still stand, with the rule that chose the best."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from attrs import frozen

from reconcile.comparing.dynamics import Moves
from reconcile.comparing.statements import Statement
from reconcile.model.claim import Status
from reconcile.model.finding import Best, Relation, Side, Verdict
from reconcile.model.quantity import Hedge

_SHARPNESS = {Hedge.EXACT: 3, Hedge.ABOUT: 2, Hedge.ALMOST: 2, Hedge.RANGE: 1, Hedge.AT_LEAST: 1, Hedge.MORE_THAN: 1}


@frozen
class _Candidate:
    side: Side
    statements: tuple[Statement, ...]
    replaces: bool
    superseded: bool

    @property
    def latest(self) -> Statement:
        return max(self.statements, key=lambda s: (s.moment.order, s.claim.id))


def best_of(
    sides: Sequence[Side],
    relations: Sequence[Relation],
    statements: Mapping[str, Statement],
    moves: Moves,
    conservative: bool = False,
) -> Best | None:
    """Low, best and high over the figures that are stated and not superseded; None where nothing stands.

    With `conservative` the lowest of the standing figures is best, as cautious casualty recorders have it.
    """
    standing = _standing(sides, relations, statements)
    if not standing:
        return None
    lows = [c.side.low if c.side.low is not None else c.side.high for c in standing]
    highs = [c.side.high if c.side.high is not None else c.side.low for c in standing]
    low = min(v for v in lows if v is not None)
    high = max(v for v in highs if v is not None)
    if conservative:
        return Best(low, low, high, "the lowest figure that stands")
    chosen, rule = _choose(standing, moves)
    return Best(low, _point(chosen.side), high, rule)


def _standing(
    sides: Sequence[Side], relations: Sequence[Relation], statements: Mapping[str, Statement]
) -> list[_Candidate]:
    superseded = {_older(r, sides, statements) for r in relations if r.verdict is Verdict.UPDATED}
    superseded |= {_withdrawn(r, sides, statements) for r in relations if r.verdict is Verdict.CORRECTED}
    found = []
    for at, side in enumerate(sides):
        own = tuple(statements[c.id] for c in side.claims)
        if own[0].claim.status is Status.STATED:
            replaces = any(c.replaces for c in side.claims)
            found.append(_Candidate(side, own, replaces, at in superseded))
    return [c for c in found if not c.superseded] or found


def _older(relation: Relation, sides: Sequence[Side], statements: Mapping[str, Statement]) -> int:
    def last(at: int) -> tuple[object, ...]:
        own = [statements[c.id] for c in sides[at].claims]
        forecast = own[0].claim.status is Status.FORECAST
        return (not forecast, max(s.moment.order for s in own), at)

    return min(relation.a, relation.b, key=last)


def _withdrawn(relation: Relation, sides: Sequence[Side], statements: Mapping[str, Statement]) -> int:
    """The side that a correction takes back: the withdrawn one, else the one that is not a replacement."""
    for at in (relation.a, relation.b):
        if statements[sides[at].claims[0].id].claim.status is Status.WITHDRAWN:
            return at
    replaces = any(c.replaces for c in sides[relation.a].claims)
    return relation.b if replaces else relation.a


def _choose(standing: Sequence[_Candidate], moves: Moves) -> tuple[_Candidate, str]:
    """Rules in order; the first that leaves one figure decides, and gives the words."""
    if len(standing) == 1:
        return standing[0], "the only figure that stands"
    rules: list[tuple[Callable[[_Candidate], Any], str]] = [
        (lambda c: c.replaces, "it replaces a withdrawn figure"),
        (lambda c: c.side.origins, "it rests on the most independent origins"),
        (_attributed, "it is attributed"),
        (lambda c: c.latest.moment.order, "it is the latest"),
        (lambda c: max(_SHARPNESS.get(s.hedge, 0) for s in c.statements), "it is the most specific"),
    ]
    if moves in (Moves.RISES, Moves.EITHER):
        rules.insert(1, rules.pop(3))
    left = list(standing)
    for measure, words in rules:
        top = max(measure(c) for c in left)
        left = [c for c in left if measure(c) == top]
        if len(left) == 1:
            return left[0], words
    return left[0], "nothing tells the figures apart; it comes first"


def _attributed(candidate: _Candidate) -> bool:
    return any(s.voice for s in candidate.statements)


def _point(side: Side) -> Decimal | None:
    if side.low is None or side.high is None:
        return side.high if side.low is None else side.low
    return (side.low + side.high) / 2
