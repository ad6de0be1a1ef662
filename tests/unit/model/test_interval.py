"""Intervals: ends open and closed, and the laws that comparing rests on."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model.interval import INFINITY, Interval

NUMBERS = st.integers(-50, 50).map(Decimal)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    if low == high:
        return Interval.point(low)
    low = draw(st.sampled_from([low, -INFINITY]))
    high = draw(st.sampled_from([high, INFINITY]))
    return Interval(low, high, draw(st.booleans()), draw(st.booleans()))


def holds(interval: Interval, number: Decimal) -> bool:
    """The definition, against which the class is tested."""
    above = number > interval.low or (number == interval.low and not interval.low_open)
    below = number < interval.high or (number == interval.high and not interval.high_open)
    return above and below


POINTS = [Decimal(n) / 2 for n in range(-103, 104)]


@given(intervals(), intervals())
def test_two_meet_where_a_number_lies_in_both(a: Interval, b: Interval) -> None:
    assert a.meets(b) == any(holds(a, p) and holds(b, p) for p in POINTS)
    assert a.meets(b) == b.meets(a)


@given(intervals(), intervals())
def test_one_contains_another_where_every_number_of_it_lies_in_it(a: Interval, b: Interval) -> None:
    if a.contains(b):
        assert all(holds(a, p) for p in POINTS if holds(b, p))
    else:
        outside = [p for p in POINTS if holds(b, p) and not holds(a, p)]
        assert outside or b.low < a.low or b.high > a.high


@given(intervals(), intervals())
def test_the_hull_holds_both_and_no_more_than_it_must(a: Interval, b: Interval) -> None:
    hull = a.hull(b)
    assert hull.contains(a) and hull.contains(b)
    assert hull.low in (a.low, b.low) and hull.high in (a.high, b.high)


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(Decimal(40)), "[40, inf)"),
        (Interval(Decimal(200), low_open=True), "(200, inf)"),
        (Interval(high=Decimal("0.5"), high_open=True), "(-inf, 0.5)"),
        (Interval.point(Decimal(7)), "[7, 7]"),
    ],
)
def test_it_shows_itself_as_written_in_mathematics(interval: Interval, text: str) -> None:
    assert str(interval) == text


@pytest.mark.parametrize("ends", [(2, 1, False, False), (1, 1, True, False), (1, 1, False, True)])
def test_nothing_is_no_interval(ends: tuple[int, int, bool, bool]) -> None:
    low, high, low_open, high_open = ends
    with pytest.raises(ValueError, match="empty interval"):
        Interval(Decimal(low), Decimal(high), low_open, high_open)


def test_scaling_turns_nothing_round() -> None:
    assert Interval(Decimal(1), Decimal(2), low_open=True).scaled(Decimal(10)) == Interval(
        Decimal(10), Decimal(20), low_open=True
    )
    with pytest.raises(ValueError, match="positive"):
        Interval.point(Decimal(1)).scaled(Decimal(0))
