"""What a figure measures where a word may mean several things: the noun counted or its place decides."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


def measures(body: str) -> dict[str, str]:
    """The measure of each figure of a text, by its own words."""
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: c.measure for c in claims}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The fire took 147 homes and three lives.", {"147 homes": "home destroyed", "three lives": "killed"}),
        ("The party took 147 seats.", {"147 seats": "seat"}),
        ("Gunners destroyed 30 drones over the port.", {"30 drones": "drone intercepted"}),
        ("The flood destroyed 30 barns.", {"30 barns": "barn destroyed"}),
        ("Airbags saved 44 lives that year.", {"44 lives": "rescued"}),
        ("The rebels handed over 12 hostages.", {"12 hostages": "freed"}),
        ("The remaining 14 will be handed over in May.", {"14": ""}),
        ("There are 12 dead elms in the park.", {"12 dead elms": "elm"}),
        ("Some 700,000 cattle have perished.", {"Some 700,000 cattle": "cattle killed"}),
        ("Some 700 people have perished.", {"Some 700 people": "killed"}),
    ],
)
def test_the_noun_counted_decides_what_an_ambiguous_verb_means(body: str, expected: dict[str, str]) -> None:
    assert measures(body) == expected


@pytest.mark.parametrize(
    ("body", "figure", "expected"),
    [
        ("The gas ignited 820ft down, on a new face.", "820ft", "depth"),
        ("He walked 820ft with his head down.", "820ft", "foot"),
        ("Crews fought a 12,000-acre blaze.", "12,000-acre", "burned area"),
        ("The blaze passed a 12,000-acre farm.", "12,000-acre", "acre"),
    ],
)
def test_some_words_tell_a_measure_only_right_behind_the_figure(body: str, figure: str, expected: str) -> None:
    assert measures(body)[figure] == expected


def test_people_named_by_their_work_are_counted_as_sent_only_where_nothing_else_is_told_of_them() -> None:
    assert measures("Two villages and 650 firefighters from the north.")["650 firefighters"] == "deployed"
    told = measures("Fifty-two people are dead: 46 miners and six firefighters, who had gone in on Thursday.")
    assert told["six firefighters"] == "killed"
