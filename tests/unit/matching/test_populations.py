"""Who two figures count."""

from __future__ import annotations

from decimal import Decimal

from reconcile.matching.levels import population_level
from reconcile.model.claim import Claim, Kind
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article

ARTICLE = Article(id="a", body="640 stewards", source="Kavra Mercury")


def counted(measure: str, population: str, noun: str | None) -> Claim:
    quantity = Quantity(Decimal(640), Decimal(640), unit="person", counted=noun and f"{noun}s", head=noun)
    return Claim("c", Kind.FIGURE, ARTICLE.mention("body", 0, 12), quantity, measure, population=population)


def test_the_noun_counted_is_one_group_whether_or_not_more_is_told_of_it() -> None:
    on_duty = counted("deployed", "steward", "steward")
    assert population_level(on_duty, counted("steward", "", "steward")) == "same-group"
    assert population_level(on_duty, counted("deployed", "", None)) == "one-named"
