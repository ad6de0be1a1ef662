"""The times of sums and shares: of what they are compared with, of the stretch of the year or the year they are of."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article


def figures(body: str) -> dict[str, Claim]:
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: c for c in claims}


def measures(body: str) -> dict[str, str]:
    return {text: c.measure for text, c in figures(body).items()}


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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The unemployment rate was 4.6%, 0.2% above that of July.",
            {"4.6%": "unemployment", "0.2%": "change in unemployment"},
        ),
        ("It left the two months 33,000 jobs weaker than first thought.", {"33,000 jobs": "change in job"}),
        ("The debt was €40 million smaller than thought.", {"€40 million": "change in debt"}),
        ("Tax revenue will be €31 billion lower than budgeted.", {"€31 billion": "change in revenue"}),
        ("Their fleet is 12 ships larger than planned.", {"12 ships": "change in ship"}),
        ("Police arrested 30 people more than first reported.", {"30 people": "change in arrested"}),
        ("The deficit is €5 billion higher than in 2023.", {"€5 billion": "change in deficit"}),
        ("Inflation was 3%, one percentage point below the target.", {"3%": "inflation"}),
    ],
)
def test_by_how_much_one_thing_exceeds_another_is_no_level(body: str, expected: dict[str, str]) -> None:
    assert measures(body).items() >= expected.items()


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("The firm has 40 ships bigger than that.", "40 ships"),
        ("Twelve people older than 60 died.", "Twelve people"),
        ("The debt was €40 million, more than expected.", "€40 million"),
        ("The firm sold 12 cars, more than planned.", "12 cars"),
        ("Twelve houses above the river burned.", "Twelve houses"),
        ("The tunnel costs €590 million more than planned.", "€590 million"),
    ],
)
def test_what_is_counted_beside_a_comparative_is(body: str, figure: str) -> None:
    assert not measures(body)[figure].startswith("change in")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("The death toll rose by 12 to 45.", {"12": "change in killed", "45": "killed"}),
        ("The death toll was cut by almost 100.", {"almost 100": "change in killed"}),
        ("It counts 250 dead, almost 100 fewer than the 359 it gave.", {"almost 100": "change in killed"}),
        ("The death toll passes 300 as rain goes on.", {"passes 300": "killed"}),
    ],
)
def test_by_how_much_a_count_moved_is_no_count(body: str, told: dict[str, str]) -> None:
    assert told.items() <= measures(body).items()
