"""To whom figures belong."""

from __future__ import annotations

import pytest

from reconcile import reconcile
from reconcile.claims.extract import extract
from reconcile.claims.people.holders import same_holder
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
            {"49.6%": ("vote share", "ines marrow"), "48.9%": ("vote share", "tobias kline")},
        ),
        (LEAD + "By then 62% of the ballots had been counted.", {"62%": ("count so far", "")}),
        (LEAD + "Tobias Kline raised taxes by 12 percent.", {"12 percent": ("percent", "")}),
        (
            LEAD + "The League won 44.1% of the vote to 32.4% for the opposition New Path, early returns showed.",
            {"44.1%": ("vote share", "league"), "32.4%": ("vote share", "new path")},
        ),
        (
            LEAD + "Her Civic Alliance had 33.4 percent of the vote to 35.8 percent for beaten Radko Vel's Concord.",
            {"33.4 percent": ("vote share", "civic alliance"), "35.8 percent": ("vote share", "concord")},
        ),
        (LEAD + "Prices rose 12 percent for the third year, and Ines Marrow smiled.", {"12 percent": ("percent", "")}),
        ("They freed 150 Vellian prisoners.", {"150 Vellian prisoners": ("freed", "vellian")}),
        ("They freed 150 prisoners.", {"150 prisoners": ("freed", "")}),
        (
            "Air defence intercepted 31 Vellian drones.",
            {"31 Vellian drones": ("drone intercepted", "vellian")},
        ),
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
        "1,204,518 votes": "ines marrow",
        "49.1%": "ines marrow",
        "1,203,402 votes": "tobias kline",
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            LEAD
            + "The Union of Tobias Kline slid to 27 percent. Marrow's Civic List is at 33 per cent - and 48 seats.",
            {
                "27 percent": ("vote share", "union"),
                "33 per cent": ("vote share", "civic list"),
                "48 seats": ("seats won", "civic list"),
            },
        ),
        (
            LEAD + "Seats: Rural Union 43, Civic List 41, others 21.",
            {"43": ("seats won", "rural union"), "41": ("seats won", "civic list"), "21": ("", "")},
        ),
        (
            LEAD + "Votes received: Rural Union 632,418 (30.6%); Civic List 607,390 (29.4%).",
            {
                "632,418": ("votes", "rural union"),
                "30.6%": ("vote share", "rural union"),
                "607,390": ("votes", "civic list"),
                "29.4%": ("vote share", "civic list"),
            },
        ),
        (
            LEAD + "By dawn Marrow had 46.1 percent of the vote. The Greens are down to 44.2.",
            {"46.1 percent": ("vote share", "marrow"), "44.2": ("vote share", "greens")},
        ),
        (
            LEAD + "Her Alliance took 55 seats in the House. The Union had 44, and five races were open.",
            {"55 seats": ("seats won", "alliance"), "44": ("seats won", "union"), "five races": ("race", "")},
        ),
        (LEAD + "Kline saw rents rise to 12 percent.", {"12 percent": ("rents", "")}),
        (LEAD + "He won the seat in District 9, Ward 4, and votes at Hall 3 and Hall 5.", {}),
        (LEAD + "Her Union took 55 seats. Here Kline had 12 of his friends with him.", {"12": ("friend", "")}),
    ],
)
def test_lists_of_who_has_how_many(body: str, expected: dict[str, tuple[str, str]]) -> None:
    told = held(body)
    assert {text: told[text] for text in expected} == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ines marrow", "marrow", True),
        ("green list", "greens", True),
        ("civic union", "rural union", False),
        ("rural union", "union", True),
        ("kline", "marrow", False),
    ],
)
def test_one_holder_under_two_names(one: str, other: str, same: bool) -> None:
    assert same_holder(one, other) is same
    assert same_holder(other, one) is same


def test_two_unions_are_no_rivals() -> None:
    one, two = LEAD + "The Civic Union had 49.2 percent.", LEAD + "The Rural Union had 46.1 percent."
    articles = [Article(i, body=b, source=i, published="2025-11-05") for i, b in (("a", one), ("b", two))]
    assert not [f for f in reconcile(articles).findings if f.kind == "figure"]


def test_a_headline_gives_the_share_of_whom_the_body_gives_it() -> None:
    body = LEAD + "Her Civic List had 33 per cent."
    article = Article(id="a", headline="Marrow sweeps to power with 33%", body=body, published="2025-11-05")
    claims = extract(article, frozenset({Kind.FIGURE})).claims
    assert {c.holder for c in claims} == {"civic list"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The Democratic League won 61 seats, against 58 for the Rural Union. The Greens were on course for 9.",
            {"61 seats": "democratic league", "58": "rural union", "9": "greens"},
        ),
        ("The League gets 51 seats instead of 50, the Union 46 rather than 47.",
         {"51 seats": "league", "50": "league", "46": "union", "47": "union"}),
        ("The last seat in Dorn was decided by 311 votes, and it changes hands: 51 for the League instead of 50, "
         "46 for the Union.", {"311 votes": "", "51": "league", "50": "league", "46": "union"}),
        ("Rural Union: 1,054,218 votes, 35.1 per cent, 49 seats",
         dict.fromkeys(("1,054,218 votes", "35.1 per cent", "49 seats"), "rural union")),
        ("The Democratic League is given 44%. The Greens keep 6%.", {"44%": "democratic league", "6%": "greens"}),
        ("The Union is on 45.8%; the city has 22 seats.", {"45.8%": "union", "22 seats": "city"}),
    ],
)  # fmt: skip
def test_who_has_keeps_or_is_to_have_a_bare_number(body: str, expected: dict[str, str]) -> None:
    told = held(LEAD + body)
    assert {text: told[text][1] for text in expected} == expected
    assert not [text for text, (measure, holder) in told.items() if holder and measure in ("", "hand", "percent")]
