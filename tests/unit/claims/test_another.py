"""Counts of other events that a report tells in passing: another shooting, the year's count, ten days before."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.text import Article

OWN = "One man was killed and four were wounded in a shooting in Marsk on Wednesday. "


def claims(body: str) -> dict[str, Claim]:
    """The figures of a report by their words."""
    article = Article(id="a", headline="Shooting in Marsk", body=body, published="2024-05-09")
    return {c.mention.text: c for c in extract(article, frozenset({Kind.FIGURE})).claims}


@pytest.mark.parametrize(
    "told",
    [
        "The men knew those in another nearby shooting last month that left six dead.",
        "Police do not link it to a separate shooting in which six people were killed at a farm.",
        "An earlier shooting at a café, which killed six people, has not been solved.",
    ],
)
def test_another_event_is_background(told: str) -> None:
    (six,) = [c for words, c in claims(OWN + told).items() if "six" in words]
    assert six.status is Status.BACKGROUND or six.frame.incident.day is None


@pytest.mark.parametrize(
    "body",
    [
        "Another shooting that left six people dead shook Marsk on Wednesday.",
        OWN + "It was another night in which six people were killed.",
        OWN + "The shooting left six people dead, the mayor said. Another shooting was reported.",
    ],
)
def test_the_storys_own_event_is_not(body: str) -> None:
    (six,) = [c for words, c in claims(body).items() if "six" in words.lower()]
    assert six.status is Status.STATED


@pytest.mark.parametrize(
    "told",
    [
        "So far in 2024, 150 people have been murdered.",
        "This year, 150 people have been killed in the city.",
        "In 2023 it saw 164 people shot; already this year, 150 people were shot.",
    ],
)
def test_the_years_count_is_of_the_year(told: str) -> None:
    assert claims(OWN + told)["150 people"].period == "2024"


def test_one_event_of_the_year_is_one() -> None:
    assert claims("In 2024, a fire in Marsk killed 12 people.")["12 people"].period == ""


def test_the_attack_came_so_many_days_after_another() -> None:
    told = "The mayor condemned the attack, which came just 10 days after a gunman killed five people in Torvik."
    assert str(claims(OWN + told)["five people"].frame.incident.day) == "2024-04-28"
