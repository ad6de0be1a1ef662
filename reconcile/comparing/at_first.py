"""Counts that by their own words were given before another: "police initially said that six were shot"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from types import MappingProxyType

from attrs import frozen

from reconcile.comparing.statements import Number, Statement
from reconcile.model.claim import Status

_MOST = 20  # figures of one number that are told so; more say no more
Told = tuple[Statement, Decimal | None]  # a figure told so, and the value that took its place if its text tells one


@frozen
class Former:
    """The figures told so, by their numbers, and `gap`, how much later a later report is."""

    by_number: Mapping[Number, tuple[Told, ...]] = MappingProxyType({})
    gap: timedelta = timedelta()

    def teller(self, old: Statement, new: Statement) -> Statement | None:
        """The figure by which its text says that `old`, out by then, was given before `new`; None where none does.

        Of other articles' figures that is true of all that the count may have come to since.
        """
        if any(told.claim.id == new.claim.id for told, _ in self.by_number.get(new.number, ())):
            return None
        told = self.by_number.get(old.number, ())
        return next((s for s, came_to in told if self._precedes(s, came_to, old, new)), None)

    def _precedes(self, told: Statement, came_to: Decimal | None, old: Statement, new: Statement) -> bool:
        if old.moment.after(told.moment, self.gap):
            return False
        if came_to is None or new.article == told.article:
            return new.article == told.article or told.claim.id == old.claim.id
        return min(old.value, came_to) <= new.value <= max(old.value, came_to)


def told_at_first(made: Sequence[Statement], gap: timedelta) -> Former:
    """Which figures of a group are told so, where more than one number is told."""
    early = [s for s in made if s.status is Status.STATED and s.claim.former]
    if not early or len({s.number for s in made}) < 2:
        return Former()
    new = {old: s.value for s in made for old in s.claim.replaces}
    by_number: dict[Number, tuple[Told, ...]] = {}
    for s in early:
        by_number[s.number] = (*by_number.get(s.number, ()), (s, new.get(s.claim.id)))[:_MOST]
    return Former(MappingProxyType(by_number), gap)
