"""The first figure of an answer measures what was asked."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


def measures(body: str) -> dict[str, str]:
    found = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: c.measure for c in found}


@pytest.mark.parametrize(
    ("body", "figure", "measure"),
    [
        ("What will it cost? The firm now reckons on €24m.", "€24m", "cost"),
        ("How much has been stolen? Some 4 million pounds, police say.", "Some 4 million pounds", "stolen"),
        ("How high was the plane? At 3,200 feet.", "3,200 feet", "height"),
        ("What is the fine? 4 million euros, a court says.", "4 million euros", "fine"),
        ("How long was the website down? For 11 days.", "11 days", "outage"),
    ],
)
def test_an_answer_measures_what_was_asked(body: str, figure: str, measure: str) -> None:
    assert measures(body)[figure] == measure


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("Will it cost more? The firm has 24m euros.", "24m euros"),
        ("What will it cost? Nobody knows. The firm has €24m.", "€24m"),
        ("What will it cost? The trip is 11 days.", "11 days"),
        ("How long will the €4m repair last? It has €24m.", "€24m"),
    ],
)
def test_another_question_tells_nothing(body: str, figure: str) -> None:
    assert measures(body)[figure] not in ("cost", "outage", "duration")


@pytest.mark.parametrize(
    ("body", "figure", "measure"),
    [
        ("The 300-bed hospital was closed.", "300-bed", "bed"),
        ("The 241-shop chain was hit by hackers.", "241-shop", "shop"),
        ("Some 300 beds were closed.", "Some 300 beds", "bed closed"),
    ],
)
def test_what_befell_the_thing_described_did_not_befall_what_it_has(body: str, figure: str, measure: str) -> None:
    assert measures(body)[figure] == measure
