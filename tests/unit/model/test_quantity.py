"""What a hedged number makes possible and plausible."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model.quantity import Hedge, Quantity


def quantity(low: int | None, high: int | None, hedge: Hedge) -> Quantity:
    return Quantity(
        None if low is None else Decimal(low), None if high is None else Decimal(high), hedge, plausible_high=None
    )


@pytest.mark.parametrize(
    ("stated", "possible"),
    [
        (quantity(40, 40, Hedge.EXACT), "[40, 40]"),
        (quantity(40, None, Hedge.AT_LEAST), "[40, inf)"),
        (quantity(200, None, Hedge.MORE_THAN), "(200, inf)"),
        (quantity(None, 50, Hedge.AT_MOST), "(-inf, 50]"),
        (quantity(None, 50, Hedge.LESS_THAN), "(-inf, 50)"),
        (quantity(5, 7, Hedge.RANGE), "[5, 7]"),
        (quantity(24, None, Hedge.VAGUE), "[24, inf)"),
    ],
)
def test_what_is_possible(stated: Quantity, possible: str) -> None:
    assert str(stated.possible) == possible


@pytest.mark.parametrize(("value", "near", "far"), [(40, 42, 60), (41, 43, 55), (100, 108, 140), (1000, 1060, 1400)])
def test_about_reaches_near_numbers_and_no_far_ones(value: int, near: int, far: int) -> None:
    about = quantity(value, value, Hedge.ABOUT)
    assert about.plausible.meets(quantity(near, near, Hedge.EXACT).possible)
    assert not about.possible.meets(quantity(far, far, Hedge.EXACT).possible)


def test_about_nothing_is_nothing() -> None:
    assert str(quantity(0, 0, Hedge.ABOUT).possible) == "[0, 0]"
    assert str(quantity(0, 0, Hedge.ALMOST).possible) == "[0, 0]"


def test_almost_lies_just_below() -> None:
    almost = quantity(700, 700, Hedge.ALMOST)
    assert almost.possible.meets(quantity(680, 680, Hedge.EXACT).possible)
    assert not almost.possible.meets(quantity(700, 700, Hedge.EXACT).possible)


def test_over_forty_hardly_means_four_hundred() -> None:
    over = quantity(40, None, Hedge.MORE_THAN)
    many = quantity(400, 400, Hedge.EXACT)
    assert over.possible.meets(many.possible)
    assert not over.plausible.meets(many.plausible)


def test_a_quantity_states_something() -> None:
    with pytest.raises(ValueError, match="at least one bound"):
        _ = quantity(None, None, Hedge.EXACT).value


POINT_HEDGES = st.sampled_from([Hedge.EXACT, Hedge.ABOUT, Hedge.ALMOST])
LOWER = st.sampled_from([Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.VAGUE])
UPPER = st.sampled_from([Hedge.AT_MOST, Hedge.LESS_THAN])


@given(st.integers(1, 10**9), st.one_of(POINT_HEDGES, LOWER, UPPER))
def test_what_is_plausible_is_possible(value: int, hedge: Hedge) -> None:
    low = None if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN) else value
    high = None if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.VAGUE) else value
    stated = quantity(low, high, hedge)
    assert stated.possible.contains(stated.plausible)
