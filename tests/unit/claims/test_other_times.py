"""Times that a sentence names for something else than its figure."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def figures(body: str) -> dict[str, Claim]:
    found = extract_claims([Article("a", headline="", body=body, source="Herald", published="2025-05-20")])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("Turnout at 6 p.m. stood at 54.2%, well above the level at the same hour in 2020.", "54.2%"),
        ("Some 4,100 homes were sold, far below the peak of August 2021.", "Some 4,100 homes"),
        ("Output came to 320 tonnes, more than at any time in 2019.", "320 tonnes"),
        ("Visitors left behind 12 tonnes of waste, 3% up on the year 2023.", "12 tonnes"),
        ("Compared with May 2023 prices were 4.1% higher.", "4.1%"),
        ("The harvest is put at 2.1 million tonnes, a drop of 32% from last year's 3.1 million tonnes.", "32%"),
        ("It measured 280 millimetres of rain, the most since readings began there in 1931.", "280 millimetres"),
        ("Prices have risen by 19% since the last agreement, in 2022.", "19%"),
        ("The League was left with 52 seats of the 75 it had won in 2021.", "52 seats"),
        ("The firm has closed 12 of the 40 shops they had opened in 2019.", "12"),
    ],
)
def test_a_time_in_a_comparison_is_that_of_the_other_side(body: str, figure: str) -> None:
    assert figures(body)[figure].frame.main


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("Turnout was far below the 48.9% of 2020.", "48.9%"),
        ("Compared with 2019, when 12 people died, the year was calm.", "12 people"),
        ("Some 40 houses above the village burned in 2019.", "Some 40 houses"),
        ("They killed 12 people on the bridge in 2019.", "12 people"),
        ("It was the deadliest attack since 2017, when gunmen killed 53 people.", "53 people"),
        ("They planted 400 trees, 12 more than planned, in 2019.", "400 trees"),
        ("Some 320 more people than expected died in 2019.", "Some 320 more people"),
        ("The League was left with 52 seats of the 75 it had won in 2021.", "75"),
    ],
)
def test_a_figure_of_the_other_side_is_of_its_time(body: str, figure: str) -> None:
    assert not figures(body)[figure].frame.main


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("Rehn has governed the nation of 4 million for 11 years and changed the constitution in 2023.", "11 years"),
        ("The bank was founded by merchants in 1881 and has 286,000 customers.", "286,000 customers"),
        ("The mine, opened in 1961, produces 900,000 tonnes of coal and employs 1,240 people.", "1,240 people"),
        ("The site, which was acquired in 2014, has recorded 1,260 days without an accident.", "1,260 days"),
        ("Kestora, which flies 74 aircraft, lost money last year.", "74 aircraft"),
    ],
)
def test_what_is_so_now_is_not_of_the_time_of_what_was(body: str, figure: str) -> None:
    assert figures(body)[figure].frame.main


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("The storm, which killed 12 people, struck in 2019.", "12 people"),
        ("The flood killed 12 people and destroyed 300 homes in 2019.", "12 people"),
        ("He is accused of killing 12 people in 2019.", "12 people"),
        ("He has been convicted of the theft of 40 paintings in 2019.", "40 paintings"),
        ("The old record, 7.1 metres, was set in 1997, when 26 people died.", "26 people"),
        ("In 2019 the storm hit Osk and killed 12 people.", "12 people"),
    ],
)
def test_what_was_is_of_its_time(body: str, figure: str) -> None:
    assert not figures(body)[figure].frame.main


def test_what_was_made_long_ago_dates_nothing_else_in_its_sentence() -> None:
    body = "Eleven coaches and a locomotive, built in 1938, left the town."
    assert figures(body)["Eleven coaches"].frame.main
