"""What the numbers of two figures with units say about each other, and what two figures do that only have a unit."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from reconcile.matching.levels import population_level, scope_level
from reconcile.matching.likeness import value_level
from reconcile.matching.measured import measure_level
from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.quantity import Hedge, Quantity
from reconcile.model.text import Article

TEXT = "The train ran at 100 miles per hour; half of it, or two thirds."
ARTICLE = Article("a", body=TEXT)


def figure(number: str, unit: str, words: str = "100 miles per hour", **more: Any) -> Claim:
    value = Decimal(number)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    at = TEXT.index(words)
    mention = ARTICLE.mention("body", at, at + len(words))
    return Claim(f"{number} {unit}", Kind.FIGURE, mention, Quantity(value, value, unit=unit, step=step, **more), unit)


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (("48", "hour"), ("2", "day"), "converted"),
        (("130", "foot"), ("40", "metre"), "converted"),
        (("287", "litre per square metre"), ("11.3", "inch"), "converted"),
        (("21", "celsius"), ("70", "fahrenheit"), "converted"),
        (("-6", "celsius"), ("21", "fahrenheit"), "converted"),
        (("-6", "celsius"), ("30", "fahrenheit"), "else"),
        (("7.5", "mile"), ("12", "kilometre"), "meets-converted"),
        (("7", "mile"), ("11.6", "kilometre"), "meets-converted"),
        (("52", "hour"), ("2", "day"), "meets"),
        (("31", "kilometre"), ("34", "kilometre"), "near"),
        (("1180", "mile"), ("118000", "mile"), "else"),
        (("118", "mile"), ("1180", "mile"), "slip"),
        (("18", "mile"), ("180", "mile"), "else"),
        (("18", "mile"), ("18000", "mile"), "slip"),
        (("3", "mile"), ("3000", "mile"), "else"),
    ],
)
def test_a_number_in_another_unit_is_the_same_number(a: tuple[str, str], b: tuple[str, str], level: str) -> None:
    assert value_level(figure(*a), figure(*b)) == level
    assert value_level(figure(*b), figure(*a)) == level


def test_a_change_of_temperature_has_no_zero() -> None:
    warmer = figure("5", "celsius", direction="up")
    assert value_level(warmer, figure("41", "fahrenheit", direction="up")) != "converted"
    assert value_level(figure("5", "celsius"), figure("41", "fahrenheit")) == "converted"


def test_a_plain_share_is_not_rounded_to_tens() -> None:
    assert value_level(figure("6E+1", "percent"), figure("64", "percent")) == "near"
    assert value_level(figure("6E+1", "percent"), figure("60.3", "percent")) == "rounded"


@pytest.mark.parametrize(
    ("words", "level"), [("half", "equal"), ("two thirds", "equal"), ("100 miles per hour", "rare")]
)
def test_many_things_come_in_halves(words: str, level: str) -> None:
    share = figure("66.67", "percent", words)
    assert value_level(share, share) == level


def test_two_figures_with_a_unit_alone_are_nearer_than_one_that_tells_its_topic() -> None:
    hours, days = figure("48", "hour"), figure("2", "day")
    siege = evolve(days, measure="duration")
    assert measure_level(hours, days) == "untold"
    assert measure_level(hours, siege) == "same-unit"
    assert measure_level(siege, evolve(hours, measure="prison term")) == "rivals"


@pytest.mark.parametrize(
    ("number", "hedge", "level"),
    [("15", Hedge.ALMOST, "hedged"), ("15", Hedge.EXACT, "meets"), ("20", Hedge.LESS_THAN, "meets")],
)
def test_a_hedge_may_be_all_that_parts_two_numbers(number: str, hedge: Hedge, level: str) -> None:
    term = evolve(figure("174", "month"), measure="prison term")
    low, high = (None if hedge is Hedge.LESS_THAN else Decimal(number)), Decimal(number)
    years = evolve(figure(number, "year"), value=Quantity(low, high, hedge, unit="year"))
    assert value_level(term, years) == level
    assert value_level(term, evolve(years, value=evolve(years.quantity, direction="down"))) == "meets"


@pytest.mark.parametrize(
    ("unit", "level"), [("percent", "measured-part"), ("EUR", "one-group"), ("person", "one-group")]
)
def test_every_share_is_of_something(unit: str, level: str) -> None:
    part = evolve(figure("40", unit), population="part", scope=Scope.PART)
    whole = figure("40", unit)
    assert population_level(part, whole) == level
    assert scope_level(part, whole) == ("same" if level == "measured-part" else "else")


def test_a_hedged_number_meets_another_in_another_unit() -> None:
    about = figure("4E+3", "pound")
    almost = evolve(figure("2", "ton"), value=Quantity(Decimal(2), Decimal(2), Hedge.ALMOST, unit="ton"))
    assert value_level(about, almost) == "converted"
