"""The event of another time that an article is about: a trial, an arrest, a funeral tells of nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from reconcile.claims.attackers import KILLED
from reconcile.claims.measure_table import becoming
from reconcile.claims.scope import SEVERAL
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.model.claim import Claim, Frame, Status
from reconcile.model.when import Granularity

CLOSE = frozenset({Granularity.DAY, Granularity.MONTH, Granularity.SEASON})  # of one event, not of years of them


def settle_subject(claims: Sequence[Claim], own: Frame, houses: Houses = ()) -> list[Claim]:
    """The claims of one article; where all victims are those of one other day, that day is the story's own.

    `own` is the frame of figures whose sentences tell no day.
    """
    changes = becoming(houses)
    victims = {KILLED, *changes, *(e.becomes for e in changes.values())}
    told = [c for c in claims if c.measure in victims and c.quantity.unit == PERSON and c.period != SEVERAL]
    days = {c.frame.days for c in told}
    close = all(d is not None and d.granularity in CLOSE for d in days)
    if not told or any(c.frame.main for c in told) or len(days) != 1 or not close:
        return list(claims)
    ids = {c.id for c in told}
    return [_promoted(c, own) if c.id in ids else c for c in claims]


def _promoted(claim: Claim, own: Frame) -> Claim:
    status = Status.STATED if claim.status is Status.BACKGROUND else claim.status
    return attrs.evolve(claim, frame=attrs.evolve(own, days=claim.frame.days), status=status)
