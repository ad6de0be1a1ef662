"""Somebody told without a number beside those who are counted."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def figures(body: str) -> dict[str, Claim]:
    found = extract_claims([Article("a", headline="", body=body, source="Herald", published="2024-05-01")])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    ("body", "part", "whole", "value"),
    [
        ("Six guests and our colleague have lost their lives.", "Six guests", "Six guests and our colleague", 7),
        ("Four sailors and the captain drowned.", "Four sailors", "Four sailors and the captain", 5),
        ("Seven miners and their foreman died.", "Seven miners", "Seven miners and their foreman", 8),
        ("The fire killed five tenants and the caretaker.", "five tenants", "five tenants and the caretaker", 6),
        ("Two firefighters and a paramedic were hurt.", "Two firefighters", "Two firefighters and a paramedic", 3),
        ("The boat was carrying 30 tourists and one guide.", "one guide", "30 tourists and one guide", 31),
    ],
)
def test_is_added_to_them(body: str, part: str, whole: str, value: int) -> None:
    found = figures(body)
    assert found[part].scope is Scope.PART
    assert (found[whole].quantity.value, found[whole].scope, found[whole].population) == (value, Scope.WHOLE, "")


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("Six miners were killed and the mayor spoke of a tragedy.", "Six miners"),
        ("Two brothers were killed and their mother was hurt.", "Two brothers"),
        ("Forty passengers were aboard and the captain called for help.", "Forty passengers"),
        ("Nine climbers and the dog of one of them died.", "Nine climbers"),
    ],
)
def test_who_met_another_fate_is_not(body: str, whole: str) -> None:
    assert figures(body)[whole].scope is Scope.WHOLE


def test_the_noun_of_the_figure_before_makes_no_group() -> None:
    found = figures("The marches brought together 412,000 participants, of whom 68,000 in Velm.")
    assert found["68,000"].population == "part"


@pytest.mark.parametrize("text", ["The gauge on tower 2 broke.", "The rope at pylon 4 broke."])
def test_the_number_of_a_tower_is_no_figure(text: str) -> None:
    assert figures(text) == {}
