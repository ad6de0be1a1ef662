"""What a unit measures, and how large it is."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from reconcile.language.lexicon import load
from reconcile.language.quantity_tables import CURRENCIES, UNITS

MONEY = "money"


@lru_cache(maxsize=1)
def _units() -> dict[str, tuple[str, Decimal]]:
    table = {e.id: (e.dimension, e.factor) for e in load(UNITS)}
    # Each currency is a dimension of its own: different currencies are never converted.
    table.update({e.id: (f"{MONEY} {e.id}", Decimal(1)) for e in load(CURRENCIES)})
    return table


def dimension_of(unit: str) -> str:
    """What a unit measures ("length"); a unit the tables lack, such as "person", is its own dimension."""
    return _units().get(unit, (unit, Decimal(1)))[0]


def factor_of(unit: str) -> Decimal:
    """Size of the unit in the base unit of its dimension; 1 for a unit the tables lack."""
    return _units().get(unit, (unit, Decimal(1)))[1]
