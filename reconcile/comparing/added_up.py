"""Totals whose own text names what they are made of: "347 families: 231 of Arel and 116 of Osk" is no rival of 231."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from reconcile.comparing.settled import settled
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.finding import Finding, Side
from reconcile.model.quantity import Hedge

_BESIDE = 40  # code points between two addends
_LEAST = 20  # smaller sums come out by chance

Addends = Mapping[tuple[str, Decimal], Collection[Decimal]]  # by article and total, what the total is made of


def addends_of(claims: Iterable[Claim]) -> Addends:
    """What each article adds up: neighbouring sharp counts of the whole, where it gives their sum, too."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for c in claims:
        if c.kind is Kind.FIGURE and c.status is Status.STATED and c.quantity.hedge is Hedge.EXACT:
            found[c.mention.span.article].append(c)
    made_of: dict[tuple[str, Decimal], set[Decimal]] = defaultdict(set)
    for article, own in found.items():
        for total, parts in _added_up(own):
            made_of[article, total].update(parts)
    return made_of


def _added_up(own: list[Claim]) -> Iterator[tuple[Decimal, tuple[Decimal, Decimal]]]:
    values = {c.quantity.value for c in own}
    addends = (c for c in own if c.scope is Scope.WHOLE and c.attribution is None)
    for a, b in pairwise(sorted(addends, key=lambda c: c.mention.span)):
        one, two = a.mention.span, b.mention.span
        total = a.quantity.value + b.quantity.value
        beside = one.part == two.part and 0 < two.start - one.end <= _BESIDE
        if beside and total in values and total >= _LEAST and b.quantity.unit in (None, a.quantity.unit):
            yield total, (a.quantity.value, b.quantity.value)


def as_sums(finding: Finding, addends: Addends) -> Finding:
    """The finding; a side that the other side's text adds up with another count is compatible with it."""
    return settled(finding, lambda total, part: _why(total, part, addends)) if addends else finding


def _why(total: Side, part: Side, addends: Addends) -> str:
    value, one = total.claims[0].quantity.value, part.claims[0].quantity
    made_of = (n for c in total.claims for n in addends.get((c.mention.span.article, value), ()))
    if not any(abs(n - one.value) <= one.step / 2 for n in made_of):
        return ""
    return f"“{total.label}” is a sum, of which “{part.label}” is one part"
