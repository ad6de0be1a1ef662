"""Figures of an event named beside the story's own."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

OWN = "The Alder Fire has burned 90 homes, officials said. "


def figures(body: str) -> dict[str, Claim]:
    found = extract_claims([Article("a", body=body, source="Herald", published="2024-05-01T12:00:00Z")])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    ("body", "text", "key"),
    [
        ("Three people died in the Osk Creek Fire to the south.", "Three people", "osk creek fire"),
        ("The Osk Creek Fire has destroyed 548 structures in two counties.", "548 structures", "osk creek fire"),
        ("The Osk Creek Fire killed three people.", "three people", "osk creek fire"),
        ("Some 12,000 acres were blackened by the Osk Creek Fire.", "Some 12,000 acres", "osk creek fire"),
        ("Seventeen people died in the Alder Fire, and not in the Osk Creek Fire.", "Seventeen people", "main"),
        ("The Osk Creek Fire is out, and 17 people have died in this one.", "17 people", "main"),
        ("The Osk Creek Fire Department sent 40 engines.", "40 engines", "main"),
        ("Cal Fire said 17 people had died.", "17 people", "main"),
        ("Seventeen people have died.", "Seventeen people", "main"),
    ],
)
def test_a_figure_beside_another_name_is_of_that_event(body: str, text: str, key: str) -> None:
    assert figures(OWN + body)[text].frame.key == key


def test_storms_bear_their_names_behind_them() -> None:
    body = "Hurricane Otto has killed 31 people. Last week Hurricane Pia killed 12 people in the same islands."
    assert [c.frame.main for c in figures(body).values()][:2] == [True, False]


@pytest.mark.parametrize(
    ("body", "text", "period"),
    [
        (
            "The Osk Creek Fire goes on. That makes 74 deaths from wildfires across the state.",
            "74 deaths",
            "several events",
        ),
        ("The Osk Creek Fire goes on. Crews have saved 74 people.", "74 people", ""),
        ("That makes 74 deaths from the fires in the hills.", "74 deaths", ""),
    ],
    ids=["two-named", "of-no-fires", "one-named"],
)
def test_what_a_text_of_two_fires_counts_of_fires_is_a_sum(body: str, text: str, period: str) -> None:
    assert figures(OWN + body)[text].period == period
