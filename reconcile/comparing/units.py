"""Units of one dimension brought to its base unit; of money only coins are, to their own currency."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from reconcile.language.dimensions import coins_of, factor_of
from reconcile.language.lexicon import Houses, load
from reconcile.language.quantity_tables import CURRENCIES, UNITS
from reconcile.model.interval import Interval


@frozen
class Conversion:
    """A value in the base unit of `dimension` is `value * factor + offset`; `factor` is positive."""

    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)

    def apply(self, value: Decimal) -> Decimal:
        return value * self.factor + self.offset

    def interval(self, values: Interval) -> Interval:
        scaled = values.scaled(self.factor)
        return Interval(scaled.low + self.offset, scaled.high + self.offset, scaled.low_open, scaled.high_open)


@lru_cache(maxsize=16)
def _conversions(houses: Houses) -> dict[str, Conversion]:
    table = {u.id: Conversion(u.dimension, u.factor, u.zero) for u in load(UNITS, houses)}
    for coin in load(CURRENCIES, houses):
        for currency, name in coins_of(coin.id).items():
            table[currency] = Conversion(currency, Decimal(1))
            table[name] = Conversion(currency, factor_of(name))
    return table


def conversion(unit: str | None, houses: Houses = ()) -> Conversion | None:
    """How to bring values in `unit` to the base unit of its dimension; None for counts and money without coins."""
    return _conversions(houses).get(unit) if unit else None
