"""How two counts of people by one measure differ."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs
import pytest

from reconcile.matching.tolls import leading_counts, toll_level
from reconcile.model.claim import Attribution, Claim, Frame, Kind
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article

MONDAY, TUESDAY = date(2024, 7, 8), date(2024, 7, 9)


def count(number: int, day: date = MONDAY, article: str = "a", measure: str = "killed") -> Claim:
    quantity = Quantity(Decimal(number), Decimal(number), unit="person")
    place = Article(id=article, body="12 people").mention("body", 0, 9)
    return Claim(f"{article}{number}", Kind.FIGURE, place, quantity, measure, frame=Frame(written=day))


def level(one: Claim, other: Claim, *before: Claim) -> str:
    leading = leading_counts([*before, one, other])
    assert toll_level(one, other, leading) == toll_level(other, one, leading)
    return toll_level(one, other, leading)


@pytest.mark.parametrize(
    ("first", "then", "found"),
    [
        (12, 18, "people-near"),
        (18, 12, "people-near"),
        (12, 19, "people-differ"),
        (23, 5, "people-few"),
        (5, 23, "people-differ"),  # a toll that rises
        (15, 5, "people-differ"),
        (800, 160, "people-differ"),  # 160 are not a few
    ],
)
def test_a_toll_rises_but_seldom_falls_to_a_few(first: int, then: int, found: str) -> None:
    assert level(count(first), count(then, TUESDAY, "b")) == found


def test_the_missing_may_well_become_few() -> None:
    assert level(count(23, measure="missing"), count(5, TUESDAY, "b", "missing")) == "people-differ"


def test_within_a_day_nothing_tells_which_of_two_leading_counts_is_off() -> None:
    assert level(count(23), count(5, MONDAY, "b")) == "people-differ"


def test_the_lower_count_of_a_text_that_opens_with_another_is_of_others() -> None:
    assert level(count(23), count(12, TUESDAY, "b"), count(25, TUESDAY, "b")) == "people-lower"
    assert level(count(23), count(12, TUESDAY, "b"), count(25, TUESDAY, "b", "injured")) == "people-differ"


def test_of_two_counts_each_with_a_source_either_may_stand_first() -> None:
    voiced = [attrs.evolve(c, attribution=Attribution("police")) for c in (count(23), count(12, TUESDAY, "b"))]
    assert level(*voiced, count(25, TUESDAY, "b")) == "people-differ"


def test_a_count_is_leading_where_its_article_gives_it_again() -> None:
    told = [count(23), count(12), count(23), count(12, article="b")]
    assert leading_counts(told) == {"a23", "b12"}


def test_magnitudes_of_a_quake_are_no_tolls() -> None:
    one, two = (
        attrs.evolve(count(n), value=Quantity(Decimal(n), Decimal(n), unit="magnitude"), measure="magnitude")
        for n in (2, 6)
    )
    assert level(one, two) == "people-differ"
