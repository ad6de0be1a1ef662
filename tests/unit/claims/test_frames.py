"""Which time a figure is of."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def figures(body: str) -> dict[str, Claim]:
    found = extract_claims([Article("a", headline="", body=body, source="Herald", published="2025-05-20")])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    "text",
    [
        "Sales were 12% higher than in 2019.",
        "Sales rose 12% from 2019.",
        "Prices rose 12% on August 2023.",
        "Rents were 12% lower than in the spring of 2021.",
        "Rents were 9% higher than in June 2023 and 12% higher than in March.",
    ],
)
def test_the_time_that_a_figure_is_held_against_is_not_its_own(text: str) -> None:
    assert figures(text)["12%"].frame.main


def test_the_time_of_a_clause_between_commas_is_that_of_its_own_figures() -> None:
    found = figures("Osk, where a storm killed 320 people in 2019, has ordered 40 pumps.")
    assert (found["320 people"].frame.main, found["40 pumps"].frame.main) == (False, True)
    assert not figures("In 2019 Osk, which has nine wells, ordered 40 pumps.")["40 pumps"].frame.main
    assert not figures("The storm, which struck in 2019, killed 12 people.")["12 people"].frame.main


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 sales rose 12%, more than in 2021.",
        "Sales rose more than in 2019, when they gained 12%.",
        "Sales rose 12% in 2019.",
    ],
)
def test_a_figure_of_another_year_is_of_that_year(text: str) -> None:
    assert not figures(text)["12%"].frame.main


def test_what_happened_in_the_flood_of_a_year_happened_in_that_year() -> None:
    found = figures("The flood killed nine people on Monday. The great flood of 1953 killed 300 people.")
    assert found["nine people"].frame.main
    assert not found["300 people"].frame.main


def test_that_time_is_the_one_told_before() -> None:
    found = figures("In 1987 she lost her husband. That time 2,000 people died. Now 148 people are dead.")
    assert (found["2,000 people"].frame.main, found["148 people"].frame.main) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "Eight villagers were killed in houses that had been built, with planning permission, in 2006.",
        "Eight villagers died in a tower completed in 1974.",
        "The blaze hurt eight villagers in a club opened in 2011.",
        "Eight villagers were trapped in the tunnel built in 1931.",
        "Eight villagers were arrested under a law passed in 1998.",
    ],
)
def test_the_year_of_a_thing_is_not_that_of_what_befell_people_in_it(text: str) -> None:
    assert figures(text)["eight villagers" if "eight" in text else "Eight villagers"].frame.main


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Eight villagers died in a fire in 2006.", "Eight villagers"),
        ("Eight towers were completed in 1974.", "Eight towers"),
        ("Eight towers opened in 1974.", "Eight towers"),
        ("The firm built eight towers in 1974.", "eight towers"),
        ("Eight villagers died when the tower collapsed in 1974.", "Eight villagers"),
    ],
)
def test_what_happened_or_was_built_in_a_year_is_of_that_year(text: str, figure: str) -> None:
    assert not figures(text)[figure].frame.main


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("OSK, May 19 (Wire) - A bomb on Sunday killed 12 people, doctors said.", "2025-05-18"),
        ("OSK, May 19 (Wire) - A bomb killed 12 people in Arel.", "2025-05-19"),
        ("The bus firm, which is new, told reporters on Sunday floods had killed 12 people.", None),
        ("Harvex said late on Sunday a blaze had killed 12 people.", None),
        ("A bomb on Sunday killed 12 people, Harvex said on Monday.", "2025-05-18"),
    ],
)
def test_the_day_of_a_dateline_or_of_words_gives_way_to_that_of_what_happened(text: str, day: str | None) -> None:
    days = figures(text)["12 people"].frame.days
    assert (str(days.first) if days else None) == day


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (
            "The mayor said it was closed in May of last year, and that 3 million euros are set aside this year.",
            "3 million euros",
        ),
        ("The bank said it had warned the firm in 2022 and that 900 customers were robbed on Monday.", "900 customers"),
        ("The council notes that the dam was checked in 2021, but that 40 tests are planned in 2025.", "40 tests"),
    ],
)
def test_a_further_clause_of_what_is_said_has_its_own_time(text: str, figure: str) -> None:
    assert figures(text)[figure].frame.main


def test_a_further_clause_without_a_time_is_of_that_of_the_first() -> None:
    assert not figures("The ministry said 14 workers were hurt in 2022 and that nine died.")["nine"].frame.main
