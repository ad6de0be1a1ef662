"""Claims that answer one question, laid against each other: the finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from hashlib import blake2b

from attrs import frozen

from reconcile.comparing.best import best_of
from reconcile.comparing.crosscheck import cross_check
from reconcile.comparing.dynamics import moves
from reconcile.comparing.figures import Scene, scene
from reconcile.comparing.origins import origins
from reconcile.comparing.sides import gravest, lay_out
from reconcile.comparing.statements import statement
from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import Finding, Waterfall
from reconcile.model.text import Article

__all__ = ["Group", "Policy", "compare", "cross_check"]


@frozen
class Group:
    """What matching hands over: figures that answer one question, the question in words, and why they were joined."""

    claims: tuple[Claim, ...]
    about: str
    waterfalls: tuple[Waterfall, ...] = ()


@frozen
class Policy:
    """Choices of casualty recorders.

    `conservative` takes the lowest standing figure for best; `later` is how much later than another a report must
    be published to count as a later one.
    """

    conservative: bool = False
    later: timedelta = timedelta(hours=1)


def compare(group: Group, articles: Mapping[str, Article], policy: Policy = Policy()) -> Finding:
    """Lay the figures of one group against each other. Raises ValueError for an empty group."""
    if not group.claims:
        raise ValueError("a group holds at least one claim")
    statements = [statement(c, articles.get(c.mention.span.article)) for c in group.claims]
    measure = group.claims[0].measure
    here = scene(statements, moves(measure), policy.later, articles)
    rests_on = origins(group.claims, articles)
    sides, relations = lay_out(statements, here, rests_on)
    by_id = {s.claim.id: s for s in statements}
    return Finding(
        id=_stable_id(group.claims),
        kind=Kind.FIGURE,
        measure=measure,
        about=group.about,
        verdict=gravest(relations),
        sides=sides,
        relations=relations,
        best=best_of(sides, relations, by_id, rests_on, policy.conservative),
        notes=_carried_on(here),
        waterfalls=group.waterfalls,
    )


def _carried_on(here: Scene) -> tuple[str, ...]:
    """Who still states a figure that a note has withdrawn, each outlet once."""
    notes: dict[tuple[str, str], str] = {}
    for withdrawal in here.corrections.withdrawals:
        old = withdrawal.withdrawn
        for carrier in withdrawal.carriers.values():
            by = "its own note withdraws" if carrier.article == old.article else f"{old.source} has withdrawn"
            words = f"{carrier.source} still says “{carrier.says}”, which {by}"
            notes.setdefault((carrier.article, old.article), words)
    return tuple(notes.values())


def _stable_id(claims: Sequence[Claim]) -> str:
    """Eight hexadecimal digits made of the smallest claim id, which other articles do not change."""
    smallest = min(claims, key=lambda c: c.id)
    return blake2b(f"{smallest.kind}|{smallest.measure}|{smallest.id}".encode(), digest_size=4).hexdigest()
