"""Which figures are of what is still to come."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("Weather: Winds will ease on Friday, gusting to 20 mph.", "forecast"),
        ("Of 40 people, May said, 20 had died.", "stated"),
        ("Winds of 90 km/h will be remembered.", "stated"),
    ],
)
def test_weather_to_come(body: str, status: str) -> None:
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    assert claims[0].status == status
