"""Counts listed by place are parts of the whole, each of its place."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind, Scope
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims, reconcile


def parts(body: str) -> list[tuple[str, str, str]]:
    found = extract_claims([Article("a", body=body, source="Herald", published="2025-10-13T12:00:00Z")])
    return [(c.mention.text, c.measure, c.population) for c in found if c.kind is Kind.FIGURE and c.scope is Scope.PART]


@pytest.mark.parametrize(
    ("body", "measure", "places"),
    [
        (
            "At least 11 people were killed: seven in Halden County and four in Breck County.",
            "killed",
            ["halden", "breck"],
        ),
        (
            "The storm killed 16 people, nine of them in Tarn, five in Weld and two in Orla.",
            "killed",
            ["tarn", "weld", "orla"],
        ),
        ("Twelve homes burned: eight in Kest, four in Harn.", "home destroyed", ["kest", "harn"]),
        ("Seven died in Halden County, four in Breck County.", "killed", ["halden", "breck"]),
        ("At least 85 people were killed in Turkey and 71 in Syria.", "killed", ["turkey", "syria"]),
        ("The quake killed 85 people in Halden and 71 people in Breck.", "killed", ["halden", "breck"]),
        ("Of the 118 injured, 72 were in Halden County and 46 in Breck.", "injured", ["halden", "breck"]),
        ("Of the dead, eleven lived in the county of Halden and five in that of Breck.", "killed", ["halden", "breck"]),
        ("Police arrested 30 people, 18 in Tarn and 12 in Weld, and seized 40 guns.", "arrested", ["tarn", "weld"]),
    ],
)
def test_each_figure_of_a_list_by_place_counts_the_same(body: str, measure: str, places: list[str]) -> None:
    found = parts(body)
    assert [place for _, _, place in found] == places
    assert {told for _, told, _ in found} == {measure}


@pytest.mark.parametrize(
    "body",
    [
        "Eleven people died in Tarn, 40 kilometres from Weld.",
        "Three died in Tarn in 2019 and two in 2021.",
        "He scored seven in Tarn and was fined.",
    ],
)
def test_other_numbers_beside_places_are_no_list(body: str) -> None:
    assert not [p for p in parts(body) if p[2] in ("tarn", "weld")]


def test_a_part_is_no_rival_of_the_whole() -> None:
    texts = [
        "Seven people died in Halden County, four in Breck County.",
        "The tornado killed 11 people in Halden and Breck.",
    ]
    articles = [
        Article(str(n), text, headline="Tornado hits Halden", source=f"Paper {n}", published="2025-10-13T12:00:00Z")
        for n, text in enumerate(texts)
    ]
    assert not reconcile(articles).conflicts
