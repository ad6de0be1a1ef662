"""Gusts and winds of one story."""

from __future__ import annotations

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

GUSTS = "Storm Ottla crossed Osk on Monday with gusts of 180 km/h."
WINDS = "Storm Ottla struck Osk on Monday with winds of 180 km/h."
BOTH = "Storm Ottla reached Osk on Monday with winds of 150 km/h and gusts of 180 km/h."
ELSEWHERE = (
    "Storm Ottla crossed Osk on Monday. In Orla the wind blew at 150 km/h. In Torvik there were gusts of 180 km/h."
)


def measures(*bodies: str) -> list[str]:
    made = [Article(str(n), body=body, source=f"Paper {n}", published="2024-05-01") for n, body in enumerate(bodies)]
    return sorted({c.measure for c in extract_claims(made) if c.kind is Kind.FIGURE})


def test_gusts_are_winds_where_no_text_has_both() -> None:
    assert measures(GUSTS, WINDS) == ["wind speed"]


def test_gusts_and_winds_of_one_text_are_two_readings() -> None:
    assert measures(GUSTS, WINDS, BOTH) == ["wind gust", "wind speed"]


def test_winds_of_two_places_tell_nothing() -> None:
    assert measures(GUSTS, ELSEWHERE) == ["wind speed"]
