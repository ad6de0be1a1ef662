"""Claims gathered into sides, and the relations between the sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.comparing.figures import Judgement, Scene, judge
from reconcile.comparing.origins import count_origins
from reconcile.comparing.statements import Statement
from reconcile.model.claim import Status
from reconcile.model.finding import GRAVITY, Relation, Side, Verdict
from reconcile.model.text import Article

_EXACT_LIMIT = 160  # kinds of statements up to which each pair is judged on its own
_NAMED_SOURCES = 3

Bundle = tuple[Statement, ...]


def bundles(statements: Sequence[Statement]) -> list[Bundle]:
    """Statements that cannot be told apart, gathered in linear time, so that pairs are few even in large groups.

    In a very large group those of one value, status and direction of time are gathered, whoever says them.
    """
    fine = _gather(statements, fine=True)
    return fine if len(fine) <= _EXACT_LIMIT else _gather(statements, fine=False)


def _gather(statements: Sequence[Statement], fine: bool) -> list[Bundle]:
    found: dict[object, list[Statement]] = {}
    for s in sorted(statements, key=lambda s: (s.moment.order, s.claim.id)):
        own: tuple[object, ...] = (s.key, s.hedge, s.claim.status)
        if fine:
            own += (s.article, s.claim.mention.span.part, s.moment, s.voice)
        elif s.claim.status is Status.WITHDRAWN or s.claim.replaces:
            own += (s.article,)
        found.setdefault(own, []).append(s)
    return [tuple(b) for b in found.values()]


def lay_out(
    statements: Sequence[Statement], here: Scene, articles: Mapping[str, Article]
) -> tuple[tuple[Side, ...], tuple[Relation, ...]]:
    """Sides in order of time (withdrawn figures last) and the relation of each two of them."""
    groups = bundles(statements)
    table = _judge_all(groups, here)
    parts = sorted(_partition(groups, table), key=lambda side: _side_order([groups[i] for i in side]))
    sides = tuple(_side([s for i in side for s in groups[i]], articles) for side in parts)
    relations = []
    for x, first in enumerate(parts):
        for y in range(x + 1, len(parts)):
            found = table[_pair(first[0], parts[y][0])]
            relations.append(Relation(x, y, found.verdict, found.reasons))
    return sides, tuple(relations)


def gravest(relations: Sequence[Relation]) -> Verdict:
    """The verdict an editor must look at first."""
    return max((r.verdict for r in relations), key=GRAVITY.index, default=Verdict.AGREE)


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _judge_all(groups: Sequence[Bundle], here: Scene) -> dict[tuple[int, int], Judgement]:
    first = [bundle[0] for bundle in groups]
    return {(i, j): judge(first[i], first[j], here) for j in range(len(first)) for i in range(j)}


def _partition(groups: Sequence[Bundle], table: Mapping[tuple[int, int], Judgement]) -> list[list[int]]:
    """Bundles of one value and status whose verdicts against all others are the same share a side."""
    found: dict[object, list[int]] = {}
    for i, bundle in enumerate(groups):
        row = tuple(Verdict.AGREE if i == j else table[_pair(i, j)].verdict for j in range(len(groups)))
        found.setdefault((bundle[0].key, bundle[0].claim.status, row), []).append(i)
    return list(found.values())


def _side_order(side: Sequence[Bundle]) -> tuple[object, ...]:
    first = side[0][0]
    return (first.claim.status is Status.WITHDRAWN, first.moment.order, first.claim.id)


def _side(statements: Sequence[Statement], articles: Mapping[str, Article]) -> Side:
    ordered = sorted(statements, key=lambda s: (s.moment.order, s.claim.id))
    quantity = ordered[0].claim.quantity
    claims = tuple(s.claim for s in ordered)
    return Side(claims, _label(ordered), quantity.low, quantity.high, count_origins(claims, articles))


def _label(ordered: Sequence[Statement]) -> str:
    """The figure as first written and who gives it, a few of them by name."""
    names = list(dict.fromkeys(s.who for s in ordered))
    more = len(names) - _NAMED_SOURCES
    shown = "; ".join(names[:_NAMED_SOURCES]) + (f"; {more} more" if more > 0 else "")
    status = ordered[0].claim.status
    standing = "" if status is Status.STATED else f", {status.value}"
    return f"{ordered[0].says}{standing} ({shown})"
