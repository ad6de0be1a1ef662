"""The day of the sudden event that a figure tells of."""

from __future__ import annotations

from datetime import datetime

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

FRIDAY = datetime.fromisoformat("2025-06-06T12:00:00+00:00")


def incidents(body: str) -> dict[str, str]:
    """The day of each figure's event, by the figure's words; "?" where it is not known."""
    article = Article(id="a", body=body, source="Kavra Mercury", published=FRIDAY)
    found = [c for c in extract_claims([article]) if c.kind is Kind.FIGURE and c.quantity.unit == "person"]
    return {c.mention.text: str(c.frame.incident.day or "?") for c in found}


@pytest.mark.parametrize(
    ("body", "days"),
    [
        (
            "A bomb hidden in a cart killed 17 people in a market on Thursday and wounded 60.",
            {"17 people": "2025-06-05", "60": "2025-06-05"},
        ),
        (
            "Two bombs exploded in a crowded market on Thursday, killing 14 people. On Monday, 9 people were killed "
            "when a car bomb went off.",
            {"14 people": "2025-06-05", "9 people": "2025-06-02"},
        ),
        (
            "The Monday attack left 12 dead. Sunday's explosion, in which 8 people died, was smaller.",
            {"12 dead": "2025-06-02", "8 people": "2025-06-01"},
        ),
        (
            "The death toll of Thursday's bombing rose to 17 on Friday. It came three days after a car bomb killed "
            "nine people.",
            {"17": "2025-06-05", "nine people": "2025-06-02"},
        ),
        (
            "A bomber blew himself up on Thursday, killing 23 people. It came four days after a bomb in a market. That "
            "blast killed 18 people.",
            {"23 people": "2025-06-05", "18 people": "2025-06-01"},
        ),
    ],
    ids=["own-sentence", "two-in-one-text", "day-before-the-noun", "counted-back", "that-blast"],
)
def test_each_figure_knows_the_day_of_its_attack(body: str, days: dict[str, str]) -> None:
    found = incidents(body)
    assert {text: found[text] for text in days} == days


@pytest.mark.parametrize(
    "body",
    [
        "Hundreds of people marched on Wednesday against the bombing that killed 23 people.",
        "The death toll from a blast in the old town rose to 23 people on Wednesday.",
        "A blast killed 23 people in the old town, the ministry said on Wednesday.",
        "KAVRA, June 4 (Wire) - A blast killed 23 people in the old town.",
        "Floods that began on Wednesday killed 23 people.",
    ],
    ids=["of-a-march", "of-a-rise", "of-saying", "of-the-dateline", "not-sudden"],
)
def test_other_days_are_not_the_day_of_the_attack(body: str) -> None:
    assert incidents(body)["23 people"] == "?"


def test_a_month_before_is_another_event() -> None:
    found = incidents(
        "Missiles struck a market on Tuesday, killing 29 people. In January, a strike on a bridge killed 14 people."
    )
    assert (found["29 people"], found["14 people"]) == ("2025-06-03", "2025-01-01/2025-01-31")
