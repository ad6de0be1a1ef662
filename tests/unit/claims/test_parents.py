"""Whose mother or father somebody is: a number of children, not of those who were hurt."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


def first_measure(body: str) -> str:
    return extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims[0].measure


@pytest.mark.parametrize("who", ["Dad-of-three", "Mum-of-three", "Mother-of-three", "Grandfather-of-six", "Mom-of-two"])
def test_a_parent_has_children(who: str) -> None:
    assert first_measure(f"{who} Jana Orlik was rescued on Friday.") == "children"


@pytest.mark.parametrize("series", ["best-of-five", "best-of-three", "one-of-four"])
def test_a_series_has_none(series: str) -> None:
    assert first_measure(f"The {series} series begins on Friday.") != "children"
