"""What one camp, hospital or district counts, beside a greater count of all."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def local(body: str) -> list[tuple[int, str]]:
    found: list[Claim] = extract_claims([Article("a", body=body, source="Herald", published="2025-06-17T12:00:00Z")])
    parts = [c for c in found if c.kind is Kind.FIGURE and c.scope is Scope.PART]
    return [(int(c.quantity.value), " ".join(sorted(c.where))) for c in parts]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("There have been 6,872 cases of cholera. The Luvanga site for the displaced has notified 2,940 cases.",
         [(2940, "luvanga")]),
        ("Measles has infected 1,204 people. Cumulative cases at the Halmond site: 344.", [(344, "halmond")]),
        ("The heat has killed 212 people. The Mercy hospital recorded 41 deaths.", [(41, "mercy")]),
        ("The quake killed 1,204 people. Tessin province was hardest hit with 500 dead.", [(500, "tessin")]),
        ("Some 420 schools are closed in the region. In the Luvia district 99 schools are closed.", [(99, "luvia")]),
    ],
)  # fmt: skip
def test_a_place_counts_its_own(body: str, expected: list[tuple[int, str]]) -> None:
    assert local(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Halmond County reported 34 deaths from the flood. Twelve people are missing.",
        "The mudslide killed 40 people in Torpa village, the mayor said. Some 52 people died, the army says.",
    ],
)
def test_the_whole_of_one_district_is_no_part(body: str) -> None:
    assert local(body) == []
