"""How far the count of a group moved while its story ran, and which of its figures may be of any stage of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from attrs import frozen

from reconcile.claims.measuring.dynamics import Moves
from reconcile.comparing.statements import Number, Statement
from reconcile.model.quantity import Hedge

_BOUNDS = (Hedge.AT_LEAST, Hedge.MORE_THAN)


@frozen
class Growth:
    """`run` is the stretch over which dated reports have the count move, None where they have it stand.

    `floors` are the (article, number) pairs that an article gives as a lower bound somewhere.
    """

    run: tuple[Decimal, Decimal] | None = None
    floors: frozenset[tuple[str, Number]] = frozenset()

    def of_some_stage(self, a: Statement, b: Statement) -> bool:
        """True where a report whose time nobody knows gives a number that the count went through."""
        return any(s.moment.latest is None and self._is_within(s.value) for s in (a, b))

    def is_floor(self, s: Statement) -> bool:
        """True for "70 dead" above a text that has at least 70."""
        return s.hedge is Hedge.EXACT and (s.article, s.number) in self.floors

    def _is_within(self, value: Decimal) -> bool:
        return self.run is not None and self.run[0] <= value <= self.run[1]


def growth(stated: Sequence[Statement], moves: Moves, gap: timedelta) -> Growth:
    """What a group's stated figures, in the order of their moments, tell of how its count moved."""
    if moves not in (Moves.RISES, Moves.EITHER):
        return Growth()
    bounds = [s for s in stated if s.hedge in _BOUNDS] if moves is Moves.RISES else []
    floors = frozenset((s.article, s.number) for s in bounds)
    by_id = {s.claim.id: s for s in stated}
    told = [(by_id[old], s) for s in stated for old in s.claim.replaces if old in by_id]
    through = {*_dated(stated, moves, gap), *(s.value for pair in told for s in pair)}
    return Growth((min(through), max(through)) if through else None, floors)


def _dated(stated: Sequence[Statement], moves: Moves, gap: timedelta) -> Iterator[Decimal]:
    """The numbers through which dated reports have the count go; none where it stands."""
    dated = [s for s in stated if s.moment.latest is not None]
    first = min(dated, key=lambda s: (s.moment.order, s.value), default=None)
    for s in dated:
        if first is None or not s.moment.after(first.moment, gap) or s.value == first.value:
            continue
        if moves is Moves.EITHER or s.value > first.value:
            yield from (first.value, s.value)
