"""The times of sums and shares: of what they are compared with, of the stretch of the year or the year they are of."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article


def figures(body: str) -> dict[str, Claim]:
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: c for c in claims}


def test_the_time_of_what_a_figure_is_compared_with_is_not_its_own() -> None:
    told = figures("Turnout was 71.4 percent, up from 66 percent four years ago.")
    assert told["71.4 percent"].frame.main
    assert not told["66 percent"].frame.main


@pytest.mark.parametrize(
    ("body", "spans"),
    [
        ("Third-quarter revenue was $38 billion. It made a profit of $2 billion.", ["quarter", "quarter"]),
        (
            "Profit was $2 billion in the quarter. For the first nine months it was $7 billion.",
            ["quarter", "nine-months"],
        ),
        ("Profit was $2 billion in the quarter.\n\nIt has debts of $7 billion.", ["quarter", ""]),
        ("Some 38 engines were sold in the third quarter.", [""]),
        ("The rate was cut by a quarter of a percentage point to 3 percent.", ["", ""]),
    ],
)
def test_sums_are_of_a_stretch_of_the_year(body: str, spans: list[str]) -> None:
    assert [c.span for c in figures(body).values()] == spans


def test_a_magnitude_needs_no_unit() -> None:
    told = figures("Its moment magnitude was 6.4 and 12 people were hurt.")
    assert (told["6.4"].measure, told["6.4"].quantity.unit) == ("magnitude", "magnitude")


@pytest.mark.parametrize(
    ("body", "years"),
    [
        ("Figures for 2024: net profit 94 million euros (2023: 187 million euros).", [2024, 2023]),
        ("Tessel earned 94 million euros in 2024, half the 187 million euros of 2023, on revenue of 5.3 billion euros.",
         [2024, 2023, 2024]),
        ("Revenue came to 5.3 billion euros (2022: 5.7 billion euros; 2021: 6.1 billion euros).", [None, 2022, 2021]),
    ],
)  # fmt: skip
def test_a_year_in_a_bracket_dates_what_follows_it(body: str, years: list[int | None]) -> None:
    claims = extract(Article(id="a", body=body, published="2025-02-04"), frozenset({Kind.FIGURE})).claims
    sums = [c for c in claims if c.quantity.unit == "EUR"]
    assert [c.frame.days.first.year if c.frame.days else None for c in sums] == years


@pytest.mark.parametrize(
    "body",
    [
        "Net profit was 94 million euros (previous year: 187 million euros).",
        "It earned a profit of 94 million euros, half the 187 million euros it made before.",
    ],
)
def test_what_it_was_before_measures_the_same(body: str) -> None:
    claims = extract(Article(id="a", body=body, published="2025-02-04"), frozenset({Kind.FIGURE})).claims
    assert {c.measure for c in claims if c.quantity.unit == "EUR"} == {"net profit"}
