"""Where all aboard died, how many were aboard is how many are dead."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims, reconcile

OPENING = "A plane crashed near Port Selim on Monday. "


def told(body: str) -> set[tuple[str, int]]:
    found = extract_claims([Article("a", body=OPENING + body, source="Herald", published="2025-03-04")])
    return {(c.measure, int(c.quantity.value)) for c in found if c.kind is Kind.FIGURE and c.quantity.value > 0}


@pytest.mark.parametrize(
    "body",
    [
        "All 68 people on board were killed.",
        "All 68 on board perished.",
        "It hit a hill, killing all 68 people aboard.",
        "All of the 68 people aboard the flight to Osk died.",
        "None of the 68 on board survived.",
        "It had 68 people on board when it hit a hill, killing everyone aboard.",
    ],
)
def test_all_aboard_are_dead(body: str) -> None:
    assert told(body) == {("aboard", 68), ("killed", 68)}


@pytest.mark.parametrize(
    "body",
    [
        "All 68 people on board survived.",
        "Nearly all 68 people on board were killed.",
        "All but one of the 68 people on board were killed.",
        "The 68 people on board feared that they would be killed.",
        "All 68 people on board, who were not named, had flown before.",
    ],
)
def test_not_all_aboard_are_dead(body: str) -> None:
    assert ("killed", 68) not in told(body)


def test_another_count_of_the_dead_is_a_rival() -> None:
    bodies = ("It hit a hill, killing all 68 people aboard.", "The crash killed 67 people, the coast guard said.")
    articles = [
        Article(str(n), body=OPENING + body, source=f"Herald {n}", published="2025-03-04")
        for n, body in enumerate(bodies)
    ]
    assert [(f.measure, f.verdict) for f in reconcile(articles).conflicts] == [("killed", "conflict")]
