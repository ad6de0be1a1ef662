"""Pence and cents against pounds, dollars and euros."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from reconcile.comparing.units import conversion
from reconcile.matching.coins import with_currencies
from reconcile.matching.measured import measure_level
from reconcile.matching.times import period_level
from reconcile.model.claim import Claim, Kind
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article


def sum_of(value: str, unit: str, article: str = "a", *, per: str | None = None) -> Claim:
    text = Article(article, body=f"It is {value} {unit}.")
    quantity = Quantity(Decimal(value), Decimal(value), unit=unit, per=per)
    mention = text.mention("body", 6, len(text.body) - 1)
    return Claim(f"{article}#b{unit}{value}", Kind.FIGURE, mention, quantity, "offer price", event="e")


def units(*claims: Claim) -> list[str | None]:
    return [c.quantity.unit for c in with_currencies(claims)]


def test_a_penny_is_the_hundredth_of_a_pound() -> None:
    pence, pounds = with_currencies([sum_of("412", "penny"), sum_of("4.12", "GBP", "b")])
    assert measure_level(pence, pounds) == "same-topic"
    to_pounds = conversion(pence.quantity.unit)
    assert to_pounds is not None and to_pounds.apply(Decimal(412)) == Decimal("4.12")


def test_the_article_tells_whose_cents_they_are() -> None:
    assert units(sum_of("40", "cent"), sum_of("9", "EUR"), sum_of("7", "USD", "b"))[0] == "EUR cent"


def test_else_the_story_tells() -> None:
    assert units(sum_of("40", "cent"), sum_of("7", "USD", "b"))[0] == "USD cent"


def test_crowns_are_those_that_the_article_or_its_story_names() -> None:
    assert units(sum_of("40", "crown"), sum_of("9", "CZK"))[0] == "CZK"
    assert units(sum_of("40", "crown"), sum_of("9", "SEK", "b"))[0] == "SEK"
    assert units(sum_of("40", "crown"), sum_of("9", "EUR"))[0] == "crown"


def test_nobody_guesses_between_two() -> None:
    assert units(sum_of("40", "cent"), sum_of("9", "EUR"), sum_of("7", "USD"))[0] == "cent"


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [("share", None, "one-rate"), ("share", "share", "same"), ("share", "barrel", "else")],
)
def test_of_what_it_is_a_rate_may_go_without_saying(one: str, two: str | None, level: str) -> None:
    assert period_level(sum_of("4", "GBP", per=one), sum_of("4", "GBP", per=two)) == level


@pytest.mark.parametrize(
    ("value", "span", "level"),
    [("14", "", "one-rate"), ("48", "", "else"), ("14", "year", "one-rate"), ("14", "years", "else")],
)
def test_a_yearly_sum_may_go_without_saying_so_but_is_none_of_several_years(value: str, span: str, level: str) -> None:
    yearly, other = sum_of("14", "GBP", per="year"), attrs.evolve(sum_of(value, "GBP", "b"), span=span)
    assert period_level(yearly, other) == level
    assert period_level(other, yearly) == level
