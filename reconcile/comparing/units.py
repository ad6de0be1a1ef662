"""Units of one dimension brought to its base unit; money is never converted."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from reconcile.model.interval import Interval


@frozen
class Conversion:
    """A value in the base unit is `value * factor + offset`; `factor` is positive."""

    base: str
    factor: Decimal
    offset: Decimal = Decimal(0)

    def apply(self, value: Decimal) -> Decimal:
        return value * self.factor + self.offset

    def interval(self, values: Interval) -> Interval:
        scaled = values.scaled(self.factor)
        low, high = scaled.low + self.offset, scaled.high + self.offset
        return Interval(low, high, scaled.low_open, scaled.high_open)


_FACTORS: dict[str, dict[str, str]] = {
    "metre": {"metre": "1", "kilometre": "1000", "centimetre": "0.01", "millimetre": "0.001", "mile": "1609.344",
              "nautical mile": "1852", "yard": "0.9144", "foot": "0.3048", "inch": "0.0254", "km": "1000"},
    "square metre": {"square metre": "1", "square kilometre": "1000000", "hectare": "10000", "acre": "4046.8564224",
                     "square mile": "2589988.110336", "square foot": "0.09290304"},
    "kilogram": {"kilogram": "1", "gram": "0.001", "tonne": "1000", "ton": "1000", "pound": "0.45359237",
                 "ounce": "0.028349523125"},
    "litre": {"litre": "1", "millilitre": "0.001", "cubic metre": "1000", "gallon": "3.785411784",
              "barrel": "158.987294928"},
    "km/h": {"km/h": "1", "kilometre per hour": "1", "mph": "1.609344", "mile per hour": "1.609344", "knot": "1.852",
             "metre per second": "3.6"},
    "minute": {"minute": "1", "second": "0.0166666666666666666667", "hour": "60"},
    "month": {"month": "1", "year": "12"},
}  # fmt: skip
_CONVERSIONS = {
    unit: Conversion(base, Decimal(factor)) for base, units in _FACTORS.items() for unit, factor in units.items()
}


def conversion(unit: str | None) -> Conversion | None:
    """How to bring values in `unit` to the base unit of its dimension; None for counts, shares and money."""
    return _CONVERSIONS.get(unit) if unit else None


def is_currency(unit: str | None) -> bool:
    """True for an ISO 4217 code."""
    return unit is not None and len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper()
