"""Parts that rise while their whole stands still: 11 children of 34 dead here, 14 children of 34 dead there."""

from __future__ import annotations

from decimal import Decimal

from reconcile.comparing.statements import Statement
from reconcile.comparing.sums import Counts
from reconcile.model.claim import Scope
from reconcile.model.quantity import Hedge


def disputed_part(a: Statement, b: Statement, counts: Counts) -> bool:
    """True where two authorities count one part otherwise out of one and the same whole.

    One authority may come to know its dead better; two who agree on the whole disagree about the part.
    """
    whole = _whole(a, counts)
    return whole is not None and whole == _whole(b, counts) and _rivals(a, b)


def _whole(part: Statement, counts: Counts) -> Decimal | None:
    """The one sharp figure that the part's article gives of the whole."""
    given = counts.get((part.article, part.claim.event or "", part.claim.measure), frozenset())
    return next(iter(given)) if len(given) == 1 else None


def _rivals(a: Statement, b: Statement) -> bool:
    sharp = all(s.claim.scope is Scope.PART and s.hedge is Hedge.EXACT for s in (a, b))
    one_part = a.claim.population == b.claim.population
    return sharp and one_part and bool(a.voice and b.voice) and not a.voice.same_as(b.voice)
