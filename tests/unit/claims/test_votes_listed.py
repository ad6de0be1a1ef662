"""Votes told as bare numbers behind names."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article

LEAD = "Tom Barrow and Alice Wren stood in the mayoral election in Harnby.\n\n"


def votes(body: str, lead: str = LEAD) -> dict[str, str]:
    told = extract(Article(id="a", body=lead + body, published="2025-11-05"), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: c.holder for c in told if c.measure == "votes"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Provisional result, all 31 wards: Barrow 11,902, Wren 11,871.", {"11,902": "barrow", "11,871": "wren"}),
        ("The figures are Wren 11,894, Barrow 11,889.", {"11,894": "wren", "11,889": "barrow"}),
        (
            "First wards give Tom Barrow (Harbour Party) 2,017 and Alice Wren (Civic Alliance) 1,334.",
            {"2,017": "tom barrow", "1,334": "alice wren"},
        ),
        (
            "Barrow 2,017, Wren 1,334.\n\nWren leads by 6,480 to 6,105.",
            {"2,017": "barrow", "1,334": "wren", "6,480": "wren", "6,105": "barrow"},
        ),
        ("Barrow 2,017, Wren 1,334.\n\nWren has 6,480.", {"2,017": "barrow", "1,334": "wren", "6,480": "wren"}),
        ("Barrow spent 11,902 on leaflets.", {}),
        ("Wren leads by 375 votes.", {}),
    ],
)
def test_large_numbers_behind_names_are_votes(body: str, expected: dict[str, str]) -> None:
    assert votes(body) == expected


def test_other_stories_have_no_votes() -> None:
    assert votes("Barrow 11,902, Wren 11,871.", "Tom Barrow and Alice Wren ran a shop in Harnby.\n\n") == {}
