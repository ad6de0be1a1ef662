"""Claims gathered into sides, and the relations between the sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.comparing.figures import judge
from reconcile.comparing.judgement import Judgement
from reconcile.comparing.scene import Scene
from reconcile.comparing.statements import Statement
from reconcile.model.claim import Status
from reconcile.model.finding import GRAVITY, Relation, Side, Verdict

_EXACT_LIMIT = 160  # kinds of statements up to which each pair is judged on its own
_NAMED_SOURCES = 3

Bundle = tuple[Statement, ...]


def bundles(statements: Sequence[Statement]) -> list[Bundle]:
    """Statements gathered so that pairs stay few even in large groups, in near-linear time.

    At first only those that cannot be told apart; where too many kinds are left, those of one figure and day, and
    at last those of one figure.
    """
    ordered = sorted(statements, key=lambda s: (s.moment.order, s.claim.id))
    found: list[Bundle] = []
    for alike in (_exactly, _of_one_day, _of_one_figure):
        gathered: dict[object, list[Statement]] = {}
        for s in ordered:
            gathered.setdefault(alike(s), []).append(s)
        found = [tuple(b) for b in gathered.values()]
        if len(found) <= _EXACT_LIMIT:
            break
    return found


def _exactly(s: Statement) -> object:
    return _of_one_figure(s), s.article, s.claim.mention.span.part, s.moment, s.voice


def _of_one_day(s: Statement) -> object:
    return _of_one_figure(s), s.moment.order.date()


def _of_one_figure(s: Statement) -> object:
    noted = s.article if s.status is Status.WITHDRAWN or s.claim.replaces else None
    return s.key, s.hedge, s.status, noted, s.superseded


def lay_out(
    statements: Sequence[Statement], here: Scene, origins: Mapping[str, str]
) -> tuple[tuple[Side, ...], tuple[Relation, ...]]:
    """Sides in order of time (withdrawn figures last) and the relation of each two; `origins` by claim id."""
    groups = bundles(statements)
    table = _judge_all(groups, here)
    parts = sorted(_partition(groups, table), key=lambda side: _side_order([groups[i] for i in side]))
    sides = tuple(_side([s for i in side for s in groups[i]], origins) for side in parts)
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
        found.setdefault((bundle[0].key, bundle[0].status, row), []).append(i)
    return list(found.values())


def _side_order(side: Sequence[Bundle]) -> tuple[object, ...]:
    first = side[0][0]
    return (first.status is Status.WITHDRAWN, first.moment.order, first.claim.id)


def _side(statements: Sequence[Statement], origins: Mapping[str, str]) -> Side:
    ordered = sorted(statements, key=lambda s: (s.moment.order, s.claim.id))
    quantity = ordered[0].claim.quantity
    claims = tuple(s.claim for s in ordered)
    rests_on = {origins[c.id] for c in claims}
    return Side(claims, _label(ordered), quantity.low, quantity.high, len(rests_on))


def _label(ordered: Sequence[Statement]) -> str:
    """The figure as first written and who gives it, a few of them by name."""
    names = list(dict.fromkeys(s.who for s in ordered))
    more = len(names) - _NAMED_SOURCES
    shown = "; ".join(names[:_NAMED_SOURCES]) + (f"; {more} more" if more > 0 else "")
    status = ordered[0].status
    standing = "" if status is Status.STATED else f", {status.value}"
    return f"{ordered[0].says}{standing} ({shown})"
