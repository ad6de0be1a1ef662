"""Flats and homes of one story."""

from __future__ import annotations

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

FLATS = "A blast tore open a block in Osk on Monday. In all 24 flats were destroyed."
HOMES = "A blast tore open a block in Osk on Monday. Of the 80 dwellings 24 were destroyed."
BOTH = "A blast in Osk on Monday destroyed 24 flats, and 31 houses were destroyed in the street."


def measures(*bodies: str) -> list[str]:
    articles = [
        Article(str(n), body=body, source=f"Paper {n}", published="2024-05-01") for n, body in enumerate(bodies)
    ]
    return sorted({c.measure for c in extract_claims(articles) if c.kind is Kind.FIGURE})


def test_flats_are_homes_where_others_call_them_so() -> None:
    assert measures(FLATS, HOMES) == ["home", "home destroyed"]


def test_flats_stay_flats_where_nobody_says_otherwise() -> None:
    assert measures(FLATS) == ["flat destroyed"]


def test_flats_and_houses_of_one_text_are_two_things() -> None:
    assert measures(FLATS, HOMES, BOTH) == ["flat destroyed", "home", "home destroyed"]
