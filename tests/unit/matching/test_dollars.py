"""Whose dollars a bare "$" means in a story that tells of several."""

from __future__ import annotations

import pytest

from reconcile.language.dimensions import is_money
from reconcile.model.claim import Kind
from reconcile.model.finding import Verdict
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims, reconcile

FINE = "SYDNEY (Wire) - The watchdog fined the insurer Torvane {} on Tuesday over the leak at Torvane."
AGAIN = "SYDNEY (Post) - The insurer Torvane was fined {} on Tuesday, the watchdog said, over the leak at Torvane."


def units(*sums: str) -> list[str | None]:
    articles = [Article(f"a{i}", body=(FINE, AGAIN)[i % 2].format(s)) for i, s in enumerate(sums)]
    return [c.quantity.unit for c in extract_claims(articles) if c.kind is Kind.FIGURE and is_money(c.quantity.unit)]


def verdicts(*sums: str) -> list[Verdict]:
    articles = [Article(f"a{i}", body=(FINE, AGAIN)[i % 2].format(s)) for i, s in enumerate(sums)]
    return [r.verdict for f in reconcile(articles).findings for r in f.relations]


@pytest.mark.parametrize(
    ("sums", "meant"),
    [
        (("A$12.5 million", "$12.5 million"), ["AUD", "AUD"]),
        (("A$12.5 million", "12.5 million dollars"), ["AUD", "AUD"]),
        (("HK$12.5 million", "$12.5 million"), ["HKD", "HKD"]),
        (("US$12.5 million", "$12.5 million"), ["USD", "USD"]),
        (("A$12.5 million", "$8.2 million"), ["AUD", "money dollar"]),
        (("A$12.5 million ($8.2 million)", "$8.2 million"), ["AUD", "USD", "USD"]),
        (("A$12.5 million", "US$8 million, not $14 million,"), ["AUD", "USD", "AUD"]),
        (("$12.5 million", "US$8.2 million"), ["USD", "USD"]),
        (("A$12.5 million", "NZ$12.5 million", "$12.5 million"), ["AUD", "NZD", "money dollar"]),
        (("A$12.5 million", "12.5 million U.S. dollars"), ["AUD", "USD"]),
    ],
)
def test_a_bare_sign_means_what_its_story_tells(sums: tuple[str, ...], meant: list[str]) -> None:
    assert units(*sums) == meant


def test_no_conflict_is_asserted_between_dollars_of_nobody_knows_whom() -> None:
    assert Verdict.CONFLICT not in verdicts("A$12.5 million", "$8.2 million")
    assert Verdict.CONFLICT not in verdicts("A$12.5 million", "$12.5 million")


def test_dollars_of_one_country_are_at_odds() -> None:
    assert Verdict.CONFLICT in verdicts("A$12.5 million", "A$21.5 million")
    assert Verdict.CONFLICT in verdicts("$12.5 million", "$21.5 million")


def test_vague_sums_are_turned_whole() -> None:
    found = verdicts("The flood cost millions of dollars, the town said.", "The flood cost 300 rupees, the town said.")
    assert Verdict.CONFLICT not in found


@pytest.mark.parametrize(
    ("one", "other", "at_odds"),
    [
        ("2,500 rupees", "$2,500", True),
        ("12.5 million crowns", "€12.5 million", True),  # no country's crown was ever worth a euro
        ("US$12.5 million", "€12.5 million", True),  # sooner a slip than one of the few days of parity
        ("US$12.5 million (€11.1 million)", "€12.5 million", True),
        ("A$12.5 million", "$12.5 million", False),  # nobody says whose dollars
        ("A$12.5 million", "A$12.5 million", False),
    ],
)
def test_one_number_in_two_currencies_is_a_slip(one: str, other: str, at_odds: bool) -> None:
    assert (Verdict.CONFLICT in verdicts(one, other)) is at_odds
