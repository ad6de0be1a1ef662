"""The event of another time that an article is about: a report of a trial or an arrest opens with no other."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.measuring.measure_table import becoming
from reconcile.claims.people.attackers import KILLED
from reconcile.claims.people.periods import SEVERAL
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Frame, Status
from reconcile.model.when import DayRange, Granularity

CLOSE = frozenset({Granularity.DAY, Granularity.MONTH, Granularity.SEASON})  # of one event, not of years of them


def settle_subject(claims: Sequence[Claim], own: Frame, houses: Houses = ()) -> list[Claim]:
    """The claims of one article, in order; where all its victims, or those of its headline, are of one other time, that
    is the time of its story.

    `own` is the frame of figures whose sentences tell no day.
    """
    changes = becoming(houses)
    victims = {KILLED, *changes, *(e.becomes for e in changes.values())}
    told = [c for c in claims if c.measure in victims and c.quantity.unit == PERSON and c.period != SEVERAL]
    days = _subject(told)
    if days is None:
        return list(claims)
    ids = {c.id for c in told if not c.frame.main and c.frame.days is not None and c.frame.days.meets(days)}
    return [_promoted(c, own) if c.id in ids else c for c in claims]


def _subject(told: Sequence[Claim]) -> DayRange | None:
    """The other time of which headline or the whole article tells; None where it tells of its own."""
    headed = [c for c in told if c.mention.span.part == "headline"]
    days = {c.frame.days for c in headed or told}
    only = days.pop() if len(days) == 1 else None
    if only is None or any(c.frame.main for c in headed or told):
        return None
    return only if headed or only.granularity in CLOSE else None


def _promoted(claim: Claim, own: Frame) -> Claim:
    status = Status.STATED if claim.status is Status.BACKGROUND else claim.status
    return evolve(claim, frame=evolve(own, days=claim.frame.days), status=status)
