"""What currencies are worth in each other, as the texts of a story tell it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.claims.extract import extract
from reconcile.matching.rates import Rates, rates_of
from reconcile.model.claim import Kind
from reconcile.model.text import Article


def told(*bodies: str) -> Rates:
    articles = [Article(f"a{n}", body=body, published="2024-05-04") for n, body in enumerate(bodies)]
    return rates_of(c for a in articles for c in extract(a, frozenset({Kind.FIGURE})).claims)


def worth(rates: Rates, one: str, other: str) -> float | None:
    rate = rates.between(one, other)
    return None if rate is None else round(float(rate.middle), 2)


@pytest.mark.parametrize(
    ("body", "euro_in_dollars"),
    [
        ("The mill cost €50m ($54m) to build.", 1.08),
        ("The mill cost 50 million euros, or about $54 million, to build.", 1.08),
        ("The mill cost 50 million euros, the equivalent of 54 million dollars.", 1.08),
        ("The mill cost €50m to build. ($1 = 0.926 euros)", 1.08),
        ("On Monday one euro bought 1.08 dollars.", 1.08),
        ("The mill cost €50m and the weir $54m.", None),
        ("The mill cost €50m, the weir $54m.", None),
        ("A house worth €400,000 cost $20,000 to repair.", None),
    ],
)
def test_what_a_text_gives_again_in_another_currency_tells_the_rate(body: str, euro_in_dollars: float | None) -> None:
    assert worth(told(body), "EUR", "USD") == euro_in_dollars


def test_a_rate_holds_both_ways_and_by_way_of_a_third_currency() -> None:
    rates = told("The mill cost €50m ($54m).", "The mill cost £43m ($54m).")
    assert worth(rates, "USD", "EUR") == 0.93
    assert worth(rates, "GBP", "EUR") == 1.16
    assert worth(rates, "GBP", "CHF") is None


def test_a_rate_is_as_sharp_as_the_digits_that_tell_it() -> None:
    rate = told("A car pays 100 Czech koruna (£3).").between("CZK", "GBP")
    assert rate is not None
    assert (rate.worth.low, rate.worth.high) == (Decimal("0.025"), Decimal("0.035"))


def test_a_slip_is_outvoted_and_two_rates_that_rival_are_none() -> None:
    right, wrong = (f"It cost 60 billion crowns ({euros} billion euros)." for euros in ("2.4", "24"))
    assert worth(told(right, wrong, right), "EUR", "crown") == 25.0
    assert worth(told(wrong, right, right), "EUR", "crown") == 25.0
    assert worth(told(right, wrong), "EUR", "crown") is None


def test_a_rate_that_nobody_has_known_is_a_slip_or_of_another_country() -> None:
    rates = told("The mill cost €50m ($540m).")
    assert rates.between("EUR", "USD") is None
    assert rates.usual("EUR", "USD") is None
    assert told("The mill cost €50m.").usual("EUR", "USD") is not None


def test_a_bare_dollar_is_of_no_one_country_where_the_story_tells_of_two() -> None:
    mill, weir = "The mill cost €50m ($54m).", "The weir cost A$9m."
    assert worth(told(mill, weir), "EUR", "USD") is None
    assert worth(told(mill, "The weir cost A$9m ($6m)."), "EUR", "USD") == 1.08


@pytest.mark.parametrize(
    "body", ["It cost €0 ($0).", "It cost €0-5m ($6m).", "It lost €-5m ($-6m).", "It cost €5m ($0)."]
)
def test_what_is_no_sum_tells_no_rate(body: str) -> None:
    assert told(body).between("EUR", "USD") is None
