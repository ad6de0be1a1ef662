"""How a figure moved: what was updated, in the order of the times the figures speak of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from reconcile.comparing.statements import Number, Statement
from reconcile.comparing.timing import Moment
from reconcile.model.claim import Status
from reconcile.model.finding import Relation, Side, Step, Verdict


def trajectory(made: Sequence[Statement], sides: Sequence[Side], relations: Sequence[Relation]) -> tuple[Step, ...]:
    """The stated figures on sides that were updated or did the updating, earliest first; none where nothing was.

    What one article says twice stands once, in the words of its body; so does "9,400 acres (3,800 hectares)".
    """
    moved = {side for r in relations if r.verdict is Verdict.UPDATED for side in (r.a, r.b)}
    ids = {c.id for side in moved for c in sides[side].claims}
    told = (s for s in made if s.claim.id in ids and s.claim.restates not in ids)
    steps = tuple(_steps([s for s in told if s.status is Status.STATED]))
    return steps if len(steps) > 1 else ()


def _steps(moved: Sequence[Statement]) -> Iterator[Step]:
    seen: set[tuple[str, Number, Moment]] = set()
    body_first = sorted(moved, key=lambda s: (s.moment.order, s.claim.mention.span.part != "body", s.claim.id))
    for s in body_first:
        at = _at(s.moment)
        key = s.article, s.number, s.moment
        if at is not None and key not in seen:
            seen.add(key)
            yield Step(s.claim.id, at, s.moment.told, s.says, s.source)


def _at(moment: Moment) -> datetime | date | None:
    """The moment, or the day where only that is known."""
    if moment.earliest is None or moment.earliest == moment.latest:
        return moment.earliest
    return moment.earliest.date()
