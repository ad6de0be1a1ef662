"""What a figure measures whose verb stands before it, or before the number of those it tells of."""

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
        ("Were hurt 31 people.", {"31 people": "injured"}),
        ("Perished 31 people.", {"31 people": "killed"}),
        ("In the fire at the mill were hurt 31 persons.", {"31 persons": "injured"}),
        ("From the flooded street have been evacuated 90 residents.", {"90 residents": "evacuated"}),
        ("So far have been rescued 93 people.", {"93 people": "rescued"}),
        ("It is the second there: in 2017 there died five people.", {"five people": "killed"}),
        ("In the extinguishing took part 180 firemen.", {"180 firemen": "deployed"}),
        ("Were destroyed 72 flats.", {"72 flats": "flat destroyed"}),
    ],
)
def test_a_verb_may_open_its_clause(body: str, expected: dict[str, str]) -> None:
    assert measures(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "In hospital 31 people told their story.",
        "When the driver was killed 31 people came to the funeral.",
        "In the house where she was killed 31 people used to live.",
        "At the rally in Ostrel 31 people spoke.",
    ],
)
def test_a_verb_with_a_subject_of_its_own_counts_nobody(body: str) -> None:
    assert not {"killed", "injured", "treated"} & set(measures(body).values())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The number of those who drowned stands at 31.", "killed"),
        ("The number of persons who were evacuated is 31.", "evacuated"),
        ("The number of miners who perished has ascended to 31.", "killed"),
        ("The tally of people who survived reached 31.", "survived"),
        ("Those who were hurt numbered 31.", "injured"),
        ("The number of people wounded who survive is 31.", "injured"),
    ],
)
def test_a_number_is_of_those_named_before_it(body: str, expected: str) -> None:
    assert measures(body) == {"31": expected}
