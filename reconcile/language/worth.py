"""Between which bounds what one currency is worth in another has moved for a generation."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache, reduce

from reconcile.language.dimensions import meant_at_home
from reconcile.language.lexicon import load
from reconcile.language.quantity_tables import CURRENCIES
from reconcile.model.interval import Interval

_ALIKE = Decimal("0.25")  # of what it is taken for, that a currency is worth at least: no Hong Kong dollar

_Bounds = dict[tuple[str, str], Interval]


@lru_cache(maxsize=1)
def _bounds() -> _Bounds:
    """What the table says, and the other way round."""
    table: _Bounds = {}
    for entry in load(CURRENCIES):
        for other, low, high in entry.worth:
            least, most = Decimal(low), Decimal(high)
            table[entry.id, other] = Interval(least, most)
            table[other, entry.id] = Interval(1 / most, 1 / least)
    return table


@lru_cache(maxsize=512)
def usual_worth(one: str, other: str) -> Interval | None:
    """The least and the most that one of a currency was worth in another; None where the table does not tell.

    A sign that means other currencies at home ("$") may stand for any of them that is worth about as much.
    """
    found = [_worth(a, b) for a in _meant_by(one) for b in _meant_by(other)]
    known = [w for w in found if w is not None]
    return reduce(Interval.hull, known) if known else None


def _meant_by(currency: str) -> list[str]:
    others = sorted(meant_at_home().get(currency, ()))
    return [currency, *(o for o in others if (worth := _worth(o, currency)) and worth.low >= _ALIKE)]


def _worth(one: str, other: str) -> Interval | None:
    """Of several ways, directly or by a third currency, each bound is taken from the narrowest."""
    if one == other:
        return Interval.point(Decimal(1))
    table = _bounds()
    ways = [table[one, other]] if (one, other) in table else []
    for first, third in table:
        if first == one and (third, other) in table:
            by_way = table[one, third], table[third, other]
            ways.append(Interval(by_way[0].low * by_way[1].low, by_way[0].high * by_way[1].high))
    if not ways:
        return None
    low, high = max(w.low for w in ways), min(w.high for w in ways)
    return Interval(low, high) if low <= high else None
