"""Figures of a rising count that no later report bears out: 64 dead, then 640 in one paper, then 71, 78 and 83."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import accumulate

from reconcile.comparing.equivalents import has_transposed
from reconcile.comparing.statements import Number, Statement, meet
from reconcile.language.quantity_values import PERSON
from reconcile.matching.values import digits_of
from reconcile.model.claim import Moved

PEAK = Decimal("1.5")  # times all counts before and after; what is nearer may have been so for a while
_LOWERED = {Moved.DOWN, Moved.REVISED}


def strays(
    standing: Sequence[Statement], moved: Mapping[Number, frozenset[Moved]], gap: timedelta
) -> dict[Number, Decimal]:
    """For each number that all later reports stay below: the highest value given before it, from which they go on.

    `standing` is what each article stands by, `moved` how somebody says that it came to a number: what was counted
    anew explains a fall, `gap` how much later a later report must be. Near-linear in the number of statements.
    """
    dated = [s for s in standing if s.moment.earliest is not None and not s.measured]
    found: dict[Number, Decimal] = {}
    for told, before, after in _neighbours(dated, gap):
        if before is None or after is None or meet(told, after) or meet(told, before):
            continue
        if before.value <= after.value < told.value and _LOWERED.isdisjoint(moved.get(after.number, ())):
            found[told.number] = before.value
    return found


def lone_peaks(standing: Sequence[Statement], gap: timedelta) -> frozenset[Number]:
    """Numbers of people that may go either way, told by one article alone and far above all before and after.

    34 missing, then 100 in one paper, then 27: the hundred is somebody else's reckoning, not a state between the two.
    """
    dated = [s for s in standing if s.moment.earliest is not None and s.claim.quantity.unit == PERSON]
    tellers: dict[Number, set[str]] = defaultdict(set)
    for s in dated:
        tellers[s.number].add(s.article)
    return frozenset(
        told.number
        for told, before, after in _neighbours(dated, gap)
        if before is not None
        and after is not None
        and len(tellers[told.number]) == 1
        and told.value >= PEAK * max(before.value, after.value)
    )


def lone_swaps(standing: Sequence[Statement]) -> dict[Number, Decimal]:
    """Numbers that one article alone gives, each with the one of several others that it is with two digits swapped."""
    tellers: dict[Number, set[str]] = defaultdict(set)
    first: dict[Number, Statement] = {}
    for s in standing:
        tellers[s.number].add(s.article)
        first.setdefault(s.number, s)
    shared: dict[str, list[Statement]] = defaultdict(list)
    for number, s in first.items():
        if len(tellers[number]) > 1:
            shared[digits_of(s.value)].append(s)
    lone = [s for number, s in first.items() if len(tellers[number]) == 1]
    return {s.number: right.value for s in lone for right in shared[digits_of(s.value)] if has_transposed(s, right)}


def _neighbours(
    dated: Sequence[Statement], gap: timedelta
) -> Iterator[tuple[Statement, Statement | None, Statement | None]]:
    """Each number's last statement, with the highest one before the number was out and after it was last given."""
    opening = sorted(dated, key=lambda s: (_earliest(s), s.claim.id))
    closing = sorted(dated, key=lambda s: (s.moment.order, s.claim.id))
    starts, ends = [_earliest(s) for s in opening], [s.moment.order for s in closing]
    highest_from = list(accumulate(reversed(opening), _higher))[::-1]
    highest_till = list(accumulate(closing, _higher))
    first = {s.number: s for s in reversed(opening)}
    for told in {s.number: s for s in closing}.values():
        wait = timedelta(0) if told.moment.whole_day else gap
        after = bisect_right(starts, told.moment.order + wait)
        before = bisect_left(ends, _earliest(first[told.number]) - wait)
        yield (
            told,
            highest_till[before - 1] if before else None,
            highest_from[after] if after < len(highest_from) else None,
        )


def _higher(one: Statement, other: Statement) -> Statement:
    return max(one, other, key=lambda s: (s.value, s.claim.id))


def _earliest(s: Statement) -> datetime:
    return s.moment.earliest or s.moment.order
