"""Measures and topics that a figure takes from equal figures."""

from __future__ import annotations

from decimal import Decimal

from reconcile.matching.adopt import adopt_measures
from reconcile.model.claim import Claim, Kind
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article


def term(article: str, years: int, measure: str) -> Claim:
    text = Article(article, body="They gave him 9 years.")
    quantity = Quantity(Decimal(years), Decimal(years), unit="year")
    return Claim(f"{article}#b14", Kind.FIGURE, text.mention("body", 14, 21), quantity, measure, event="e")


def test_a_sum_or_time_without_topic_takes_that_of_equal_ones() -> None:
    told, bare = term("a", 9, "prison term"), term("b", 9, "year")
    assert [c.measure for c in adopt_measures([told, bare])] == ["prison term", "prison term"]


def test_another_number_lends_no_topic() -> None:
    assert adopt_measures([term("a", 9, "prison term"), term("b", 7, "year")])[1].measure == "year"


def test_two_topics_lend_none() -> None:
    claims = [term("a", 9, "prison term"), term("b", 9, "duration"), term("c", 9, "year")]
    assert adopt_measures(claims)[2].measure == "year"
