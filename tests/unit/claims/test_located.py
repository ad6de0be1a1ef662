"""Shares told by where they are, and the same shares where another article tells them alone."""

from __future__ import annotations

import pytest

from reconcile import reconcile
from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def shares(*bodies: str) -> list[tuple[str, int, str]]:
    """Article, number and place of every figure that is a part of its story."""
    articles = [
        Article(f"a{n}", body=body, source=f"Paper {n}", published="2025-06-17T12:00:00Z")
        for n, body in enumerate(bodies)
    ]
    found: list[Claim] = extract_claims(articles)
    parts = [c for c in found if c.kind is Kind.FIGURE and c.scope is Scope.PART]
    return [(c.mention.span.article, int(c.quantity.value), " ".join(sorted(c.where))) for c in parts]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The maker knows of 61 incidents. Thirty-eight were in Halmond.", [("a0", 38, "halmond")]),
        ("Police have counted 120 thefts in both cities. Ninety were in Ostrel.", [("a0", 90, "ostrel")]),
        ("The bank closed 300 branches. Two hundred were in Tessin.", [("a0", 200, "tessin")]),
        ("The airline cancelled 400 flights, 90 of them in Ostrel.", [("a0", 90, "ostrel")]),
        ("The ministry has confirmed 74 cases of the fever. Thirty are in Ostrel.", [("a0", 30, "ostrel")]),
        ("The factory has had 61 complaints. Twenty-two of them came from Halmond.", [("a0", 22, "halmond")]),
    ],
)
def test_a_bare_number_in_a_place_is_that_places_part(body: str, expected: list[tuple[str, int, str]]) -> None:
    assert shares(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Poland is hit hardest: 1,400 jobs go in the group, and all 1,240 at the Radom plant are among them.",
        "The maker knows of 61 incidents. Ninety were in Ostrel.",
        "The quake killed 31 people. Forty schools were in Ostrel.",
        "The maker knows of 61 incidents.\n\nThe mayor spoke.\n\nThirty-eight were in Ostrel.",
    ],
)
def test_what_is_no_smaller_or_has_a_noun_of_its_own_is_no_share(body: str) -> None:
    assert [place for _, _, place in shares(body) if place] == []


TOLD = "Mills & Orr knows of 61 reports of burns from its lamps, 38 of them in Halmond. Mills & Orr recalled the lamps."


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Mills & Orr recalled lamps. The board has received 38 reports of burns in Halmond.", ("a1", 38, "halmond")),
        ("Mills & Orr recalled lamps. The board has received 35 reports of burns in Halmond.", ("a1", 35, "halmond")),
        ("Mills & Orr recalled lamps. The board has received 60 reports of burns in Halmond.", None),
        ("Mills & Orr recalled lamps. The board has received 38 reports of burns in Ostrel.", None),
    ],
)
def test_a_share_is_known_again_where_it_stands_alone(other: str, expected: tuple[str, int, str] | None) -> None:
    assert [s for s in shares(TOLD, other) if s[0] == "a1"] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Buyers of the Orrel lamp get €34.90 back. The firm set aside €9m ($10m).",
         "Buyers of the Orrel lamp get $39.99 back.", False),
        ("Buyers of the Orrel lamp get €34.90 back. The firm set aside €9m ($10m).",
         "Buyers of the Orrel lamp get €43.90 back.", True),
    ],
)  # fmt: skip
def test_prices_to_the_cent_of_two_currencies_are_of_two_markets(one: str, other: str, together: bool) -> None:
    articles = [
        Article(f"a{n}", headline="Orrel lamp recalled", body=body, source=f"Paper {n}", published="2025-06-17")
        for n, body in enumerate((one, other))
    ]
    prices = {c.id for c in extract_claims(articles) if c.kind is Kind.FIGURE and c.quantity.value % 1}
    found = [f for f in reconcile(articles).findings if len(prices & {c.id for c in f.claims}) > 1]
    assert bool(found) is together
