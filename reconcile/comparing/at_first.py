"""Counts that by their own words were given before another: "police initially said that six were shot"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from attrs import frozen

from reconcile.comparing.statements import Statement
from reconcile.model.claim import Status


@frozen
class Former:
    """Each figure told so, with the value that took its place if its text tells one, and `gap`, how much later a later
    report is."""

    told: tuple[tuple[Statement, Decimal | None], ...] = ()
    gap: timedelta = timedelta()

    def teller(self, old: Statement, new: Statement) -> Statement | None:
        """The figure by which its text says that `old`, out by then, was given before `new`; None where none does.

        Of other articles' figures that is true of all that the count may have come to since.
        """
        if self.holds(new):
            return None
        return next((s for s, came_to in self.told if self._precedes(s, came_to, old, new)), None)

    def holds(self, s: Statement) -> bool:
        """True for a figure that its own text tells so."""
        return any(told.claim.id == s.claim.id for told, _ in self.told)

    def _precedes(self, told: Statement, came_to: Decimal | None, old: Statement, new: Statement) -> bool:
        if told.number != old.number or old.moment.after(told.moment, self.gap):
            return False
        if came_to is None or new.article == told.article:
            return new.article == told.article or told.claim.id == old.claim.id
        return min(old.value, came_to) <= new.value <= max(old.value, came_to)


def told_at_first(made: Sequence[Statement], gap: timedelta) -> Former:
    """Which figures of a group are told so, where more than one number is told."""
    if len({s.number for s in made}) < 2:
        return Former()
    new = {old: s.value for s in made for old in s.claim.replaces}
    return Former(tuple((s, new.get(s.claim.id)) for s in made if s.status is Status.STATED and s.claim.former), gap)
