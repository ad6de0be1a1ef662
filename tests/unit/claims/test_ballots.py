"""The sides of a referendum: whose shares and votes are told, and of which place."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims, reconcile

LEAD = "Dorvania held a referendum on the dam. "


def claims(body: str) -> list[Claim]:
    found = extract_claims([Article("a", body=LEAD + body, source="Herald", published="2025-10-13T12:00:00Z")])
    return [c for c in found if c.kind is Kind.FIGURE]


@pytest.mark.parametrize(
    ("body", "sides"),
    [
        ("Yes won with 51.2 percent of the vote against 48.8 percent for No.", ["yes", "no"]),
        ("The No side got 48.8 percent and the Yes side 51.2.", ["no", "yes"]),
        ("Remain led by 52.9 percent to 47.1.", ["remain", "leave"]),
        ("Leave was on 51.9 percent and Remain on 48.1 percent.", ["leave", "remain"]),
        ("Some 62.4 percent voted in favour and 37.6 percent against.", ["yes", "no"]),
        ("Voters rejected the dam by 62.4 percent to 37.6.", ["no", "yes"]),
        ("Voters backed the dam by 62.4 percent to 37.6 percent.", ["yes", "no"]),
        ("Supporters were ahead with 50.8 percent of the vote against 49.2 percent.", ["yes", "no"]),
        ("YES – 906,958 (51.2%)\n\nNO – 864,444 (48.8%)", ["yes", "yes", "no", "no"]),
        ("No, he said, 44 percent is not enough.", [""]),
        ("The budget was 11.5 million euros, of which Yes 8,412,000 and No 3,088,000.", ["", "", ""]),
        ("Supporters say that waste will fall by 12 percent.", [""]),
    ],
)
def test_shares_and_votes_are_of_a_side(body: str, sides: list[str]) -> None:
    assert [c.holder for c in claims(body)] == sides


def test_outside_of_a_referendum_yes_is_a_word() -> None:
    (claim,) = extract_claims([Article("a", body="Yes won a bell with 51.2 percent copper.", source="Herald")])
    assert claim.holder == ""


@pytest.mark.parametrize(
    "body",
    [
        "In the district of Tarn 61.3 percent voted No.",
        "Yes won by 51.2 percent to 48.8. Cape Tarn itself has voted 61.3 percent No.",
        "Among villagers 61.3 percent voted against.",
    ],
)
def test_the_share_of_one_place_is_a_part(body: str) -> None:
    local = claims(body)[-1]
    assert local.holder == "no"
    assert local.scope is Scope.PART


def test_one_side_is_no_rival_of_the_other() -> None:
    texts = ["Yes has 51.2 percent of the vote.", "No has 48.8 percent of the vote."]
    articles = [
        Article(str(n), body=LEAD + text, source=f"Paper {n}", published="2025-10-13T12:00:00Z")
        for n, text in enumerate(texts)
    ]
    assert not [f for f in reconcile(articles).findings if f.measure == "vote share"]
