"""Figures as JSON numbers and as people print them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.reporting.numbers import as_number, plain, with_unit


@pytest.mark.parametrize(
    ("value", "number"),
    [("40", 40), ("4.50", 4.5), ("1E+3", 1000), ("-0.5", -0.5), ("Infinity", None), ("NaN", None), ("1E+999999", None)],
)
def test_json_numbers(value: str, number: float | None) -> None:
    assert as_number(Decimal(value)) == number
    assert type(as_number(Decimal(value))) is type(number)


def test_tiny_exponents_do_not_hang() -> None:
    assert as_number(Decimal("1E-999999")) == 0
    assert plain(Decimal("1E-999999")) == "1.000E-999999"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "open"),
        (Decimal("1150"), "1,150"),
        (Decimal("4.50"), "4.5"),
        (Decimal("100"), "100"),
        (Decimal("1200000"), "1.2 million"),
        (Decimal("100000000000"), "100 billion"),
        (Decimal("1234567"), "1,234,567"),
        (Decimal("0.25"), "0.25"),
    ],
)
def test_plain(value: Decimal | None, shown: str) -> None:
    assert plain(value) == shown


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        ("%", "99%"),
        ("USD", "USD 99"),
        ("mile", "99 miles"),
        ("mile per hour", "99 miles per hour"),
        ("foot", "99 feet"),
        ("hertz", "99 hertz"),
        ("", "99"),
    ],
)
def test_units_stand_where_readers_expect_them(unit: str, shown: str) -> None:
    assert with_unit(Decimal(99), unit) == shown
