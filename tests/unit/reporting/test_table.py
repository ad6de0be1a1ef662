"""Tables keep to their width and to the words they were given."""

from __future__ import annotations

import pytest

from reconcile.reporting.table import table


@pytest.mark.parametrize("cell", ["100,000", "1e5", "007", "1_000", "0x1F", "inf", "nan", "-", "", "True", "1,2,3"])
def test_what_looks_like_a_number_stays_as_written(cell: str) -> None:
    text = table([[cell, cell]], ["stated", "passage"], [12], 60)
    assert [c.strip() for c in text.splitlines()[3].split("│")[1:3]] == [cell, cell]


@pytest.mark.parametrize("style", ["simple_grid", "simple"])
@pytest.mark.parametrize("width", [60, 84, 120])
def test_long_cells_are_wrapped_and_nothing_is_lost(style: str, width: int) -> None:
    words = "word " * 40 + "x" * 90
    text = table([[words, words, words]], ["one", "two", "three"], [10, 14], width, style)
    assert max(map(len, text.splitlines())) <= width
    assert text.count("word") == 120
    assert text.count("x") == 270
