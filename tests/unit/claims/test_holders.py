"""To whom figures belong."""

from __future__ import annotations

import pytest

from reconcile import reconcile
from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article

LEAD = "The election for governor of Westmark is over. "


def held(body: str) -> dict[str, tuple[str, str]]:
    claims = extract(Article(id="a", body=body, published="2025-11-05"), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: (c.measure, c.holder) for c in claims}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            LEAD + "At midnight Ines Marrow (Civic Alliance) was on 49.6% and Tobias Kline (National Union) on 48.9%.",
            {"49.6%": ("vote share", "marrow"), "48.9%": ("vote share", "kline")},
        ),
        (LEAD + "By then 62% of the ballots had been counted.", {"62%": ("count so far", "")}),
        (LEAD + "Tobias Kline raised taxes by 12 percent.", {"12 percent": ("percent", "")}),
        ("They freed 150 Vellian prisoners.", {"150 Vellian prisoners": ("freed", "vellian")}),
        ("They freed 150 prisoners.", {"150 prisoners": ("freed", "")}),
    ],
)
def test_a_figure_has_a_holder_where_the_words_tell_one(body: str, expected: dict[str, tuple[str, str]]) -> None:
    assert held(body) == expected


def test_shares_of_two_candidates_are_no_rivals() -> None:
    one = LEAD + "With all votes in, Ines Marrow had 49.2 percent."
    two = LEAD + "With all votes in, Tobias Kline had 46.1 percent."
    three = LEAD + "Ines Marrow had 52.9 percent, the board said."
    articles = [Article(i, body=b, source=i, published="2025-11-05") for i, b in (("a", one), ("b", two), ("c", three))]
    texts = [{c.mention.text for c in f.claims} for f in reconcile(articles).findings if f.kind == "figure"]
    assert texts == [{"49.2 percent", "52.9 percent"}]


def test_a_share_given_for_a_count_has_its_holder() -> None:
    told = held(LEAD + "Ines Marrow (Civic Alliance) 1,204,518 votes, or 49.1%; Tobias Kline 1,203,402 votes.")
    assert {text: holder for text, (_, holder) in told.items()} == {
        "1,204,518 votes": "marrow",
        "49.1%": "marrow",
        "1,203,402 votes": "kline",
    }
