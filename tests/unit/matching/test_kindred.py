"""Kindred measures of which each text tells both."""

from __future__ import annotations

from decimal import Decimal

from reconcile.matching.kindred import answers_of, told_apart
from reconcile.model.claim import Claim, Kind
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article


def says(article: str, measure: str, value: int) -> Claim:
    text = Article(id=article, body=f"{value} people", source=article)
    people = Quantity(Decimal(value), Decimal(value), unit="person")
    return Claim(f"{article}#{measure}", Kind.FIGURE, text.mention("body", 0, len(text.body)), people, measure)


def test_the_ill_of_one_text_are_not_the_confirmed_of_another_where_each_tells_both() -> None:
    ill, confirmed = says("a", "cases", 341), says("a", "confirmed cases", 94)
    others, lab = says("b", "cases", 259), says("b", "confirmed cases", 71)
    told = answers_of((ill, confirmed, others, lab))
    assert told_apart(confirmed, others, told)
    assert told_apart(ill, lab, told)


def test_a_text_that_tells_one_number_may_mean_either() -> None:
    ill, confirmed, others = says("a", "cases", 341), says("a", "confirmed cases", 94), says("b", "cases", 71)
    assert not told_apart(confirmed, others, answers_of((ill, confirmed, others)))


def test_an_equal_number_is_no_other_one() -> None:
    ill, confirmed = says("a", "cases", 341), says("a", "confirmed cases", 94)
    others, lab = says("b", "cases", 94), says("b", "confirmed cases", 71)
    assert not told_apart(confirmed, others, answers_of((ill, confirmed, others, lab)))


def test_those_hit_are_mixed_up_too_often() -> None:
    hurt, lying = says("a", "injured", 30), says("a", "hospitalised", 12)
    others, beds = says("b", "injured", 21), says("b", "hospitalised", 14)
    assert not told_apart(lying, others, answers_of((hurt, lying, others, beds)))
