"""What a unit measures, and how large it is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from reconcile.language.lexicon import load
from reconcile.language.quantity_tables import CURRENCIES, UNITS

MONEY = "money"
_TAKEN_FOR = Decimal("1.25")  # times, by which units differ at most that are taken for each other
_HUNDREDTH = Decimal("0.01")


@lru_cache(maxsize=1)
def _units() -> dict[str, tuple[str, Decimal]]:
    table = {e.id: (e.dimension, e.factor) for e in load(UNITS)}
    # Each currency is a dimension of its own: different currencies are never converted.
    table.update({e.id: (f"{MONEY} {e.id}", Decimal(1)) for e in load(CURRENCIES)})
    table.update({u: (f"{MONEY} {c}", _HUNDREDTH) for own in _coins().values() for c, u in own.items()})
    return table


@lru_cache(maxsize=1)
def _coins() -> dict[str, dict[str, str]]:
    """For each coin the currencies it may be of, and its name as one of theirs ("GBP": "GBP penny")."""
    currencies = [e for e in load(CURRENCIES) if e.hundredth_of or e.one_of]
    return {e.id: {c: f"{c} {e.id}" for c in e.hundredth_of} | {c: c for c in e.one_of} for e in currencies}


def coins_of(unit: str | None) -> Mapping[str, str]:
    """For the units "cent" and "crown", the currencies they may be of and their names in each; else empty.

    "EUR": "EUR cent", and "CZK": "CZK".
    """
    return _coins().get(unit or "", {})


def dimension_of(unit: str) -> str:
    """What a unit measures ("length"); a unit the tables lack, such as "person", is its own dimension."""
    return _units().get(unit, (unit, Decimal(1)))[0]


def factor_of(unit: str) -> Decimal:
    """Size of the unit in the base unit of its dimension; 1 for a unit the tables lack."""
    return _units().get(unit, (unit, Decimal(1)))[1]


def taken_for(one: str | None, other: str | None) -> bool:
    """True for two units of one dimension so near in size that texts take them for each other: a ton, a tonne."""
    if one is None or other is None or one == other or dimension_of(one) != dimension_of(other):
        return False
    low, high = sorted((factor_of(one), factor_of(other)))
    return low < high <= _TAKEN_FOR * low
