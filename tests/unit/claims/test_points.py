"""Points of an article that speaks in percent."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


@pytest.mark.parametrize(
    ("body", "unit"),
    [
        ("Turnout was 71 percent. She won by 1.9 points.", "percentage point"),
        ("The home team won by 12 points.", "point"),
        ("Turnout was 71 percent. The index lost 64 points.", "point"),
    ],
)
def test_points_beside_shares_are_percentage_points(body: str, unit: str) -> None:
    *_, last = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    assert last.quantity.unit == unit
