"""Results of one place beside those of all."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article

STORY = "ORVANE - The election is over. Polling stations closed in Orvane at eight. "


def places(body: str) -> dict[str, list[str]]:
    found = extract(Article("a", body=STORY + body, published="2024-05-01"), frozenset({Kind.FIGURE}))
    return {c.mention.text: sorted(c.where) for c in found.claims if c.local}


@pytest.mark.parametrize(
    ("body", "local"),
    [
        ("In the capital, Orvane, the League is on 51 percent. Nationwide the League has 44.1 percent.", "51 percent"),
        ("The League has 44.1 percent. In Orvane it took 51 percent of the vote.", ""),
        ("The Rural League has 44.1 percent. In the city of Orvane the League obtained 51 percent.", "51 percent"),
        ("The Rural League has 44.1 percent. In Orvane the Union obtained 51 percent.", ""),
        ("The League has 44.1 percent for a park in Orvane and the Union 41 percent.", ""),
        ("In Orvane the League has 44.1 percent.", ""),
        (
            "The League has 44.1 percent. Much depends on Orvane, the port, where the League won 51 percent.",
            "51 percent",
        ),
        (
            "The League has 44.1 percent. They met again on Monday in sad Orvane, where it rained; it won 51 percent.",
            "",
        ),
        ("In Orvane 51 people were hurt. Nationwide 44 people were hurt.", ""),
    ],
)
def test_what_is_voted_in_one_place_is_not_what_all_voted(body: str, local: str) -> None:
    assert places(body) == ({local: ["orvane"]} if local else {})


def test_behind_the_hour_of_a_live_page_a_capital_makes_no_name() -> None:
    body = "20:10 The Rural League has 44.1 percent.\n\n21:40 In Orvane the League is on 51 percent."
    assert places(body) == {"51 percent": ["orvane"]}


@pytest.mark.parametrize(
    ("body", "local"),
    [
        ("The League won 44.1 percent of the vote. In the capital, the League won only 31 percent.", "only 31 percent"),
        ("The League won 44.1 percent of the vote. The League won 31 percent in rural areas.", "31 percent"),
        ("The League won 44.1 percent of the vote. In the end the League won 31 percent.", ""),
    ],
)
def test_a_place_may_have_no_name(body: str, local: str) -> None:
    assert list(places(body)) == ([local] if local else [])
