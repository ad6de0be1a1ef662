"""Single comparisons of two figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs
import pytest

from reconcile.matching.clusters import blocking_keys
from reconcile.matching.levels import levels, population_level
from reconcile.matching.likeness import value_level
from reconcile.matching.measured import measure_level
from reconcile.matching.surroundings import Surroundings, surroundings
from reconcile.matching.times import time_level
from reconcile.matching.topics import topic_level
from reconcile.model.claim import Claim, Frame, Kind, Scope
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article
from reconcile.model.when import DayRange, Granularity

ARTICLE = Article(id="a", body="5,100 acres", source="Kavra Mercury")
PAST = Frame("2017", days=DayRange(date(2017, 1, 1), date(2017, 12, 31), Granularity.YEAR), main=False)


def claim(measure: str, number: int, unit: str | None) -> Claim:
    quantity = Quantity(Decimal(number), Decimal(number), unit=unit)
    return Claim("c", Kind.FIGURE, ARTICLE.mention("body", 0, 11), quantity, measure)


@pytest.mark.parametrize(
    ("measure", "unit", "level"),
    [
        ("burned area", "acre", "moving"),
        ("capacity", "litre", "near"),
        ("home destroyed", None, "moving"),
        ("home built", None, "near"),
        ("home", None, "near"),
    ],
)
def test_readings_of_what_moves_may_differ(measure: str, unit: str | None, level: str) -> None:
    assert value_level(claim(measure, 18_600, unit), claim(measure, 31_200, unit)) == level


@pytest.mark.parametrize(("measure", "level"), [("burned area", "one-past"), ("capacity", "one-dated")])
def test_another_years_reading_of_what_moves_is_another_question(measure: str, level: str) -> None:
    now = claim(measure, 18_600, "acre")
    assert time_level(now, attrs.evolve(now, frame=PAST)) == level


@pytest.mark.parametrize(
    ("number", "level"), [("4.6", "telling"), ("4.62", "rare"), ("4", "equal"), ("14", "telling"), ("0.5", "equal")]
)
def test_a_number_tells_by_its_size_and_its_digits(number: str, level: str) -> None:
    share = attrs.evolve(
        claim("inflation", 1, "percent"), value=Quantity(Decimal(number), Decimal(number), unit="percent")
    )
    assert value_level(share, share) == level


@pytest.mark.parametrize(("number", "level"), [("14", "unknown"), ("14.25", "unmeasured")])
def test_a_broken_number_without_a_noun_is_no_count(number: str, level: str) -> None:
    told = claim("transformer", 14, None)
    told = attrs.evolve(told, value=attrs.evolve(told.quantity, head="transformer", counted="transformers"))
    bare = attrs.evolve(claim("", 14, None), value=Quantity(Decimal(number), Decimal(number)))
    assert measure_level(told, bare) == level


@pytest.mark.parametrize(("number", "level"), [(12, "vague"), (2, "else")])
def test_two_lesser_counts_that_differ_are_of_different_people(number: int, level: str) -> None:
    twelve = attrs.evolve(claim("killed", 12, "person"), population="lesser")
    assert population_level(twelve, attrs.evolve(claim("killed", number, "person"), population="lesser")) == level


def measured(number: str, unit: str, **more: object) -> Claim:
    value = Quantity(Decimal(number), Decimal(number), unit=unit)
    return Claim(f"{number} {unit}", Kind.FIGURE, ARTICLE.mention("body", 0, 11), value, "drugs", **more)


def test_the_first_answer_of_another_year_is_no_first_answer() -> None:
    now, then = measured("2.5", "tonne"), measured("3.9", "tonne", frame=PAST)
    assert topic_level(now, then, Surroundings({}, frozenset({now.id, then.id}))) == "else"
    assert topic_level(now, measured("3.9", "tonne"), Surroundings({}, frozenset({now.id, "3.9 tonne"}))) == "first"


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (("9.7", "ton"), ("9.7", "tonne"), "converted"),
        (("2", "ton"), ("9.7", "tonne"), "else"),
    ],
)
def test_a_ton_is_taken_for_a_tonne(a: tuple[str, str], b: tuple[str, str], level: str) -> None:
    assert value_level(measured(*a), measured(*b)) == level


@pytest.mark.parametrize(("other", "level"), [("6.7", "people-differ"), ("5.1", "near")])
def test_services_measure_one_quake_each_in_their_own_way(other: str, level: str) -> None:
    one, two = (
        attrs.evolve(claim("magnitude", 6, "magnitude"), value=Quantity(Decimal(v), Decimal(v), unit="magnitude"))
        for v in ("6.4", other)
    )
    assert value_level(one, two) == level


@pytest.mark.parametrize(
    ("number", "unit", "level"),
    [(1180, "mile", "slip"), (18, "mile", "slip"), (6, "mile", "near"), (30, "mile", "near")],
)
def test_one_telling_number_in_two_units_is_a_slip(number: int, unit: str, level: str) -> None:
    assert value_level(claim("depth", number, "kilometre"), claim("depth", number, unit)) == level


@pytest.mark.parametrize(
    ("number", "other", "level"),
    [
        (1_240, 1_420, "transposed"),
        (1_301, 1_310, "transposed"),
        (118_400, 181_400, "transposed"),
        (540, 450, "near"),  # two digits coincide
        (412, 214, "near"),  # no neighbours
        (1_240, 12_400, "slip"),
        (1_242, 2_441, "near"),
        (686, 686, "rare"),
    ],
)
def test_neighbouring_digits_change_places(number: int, other: int, level: str) -> None:
    assert value_level(claim("cable", number, None), claim("strand", other, None)) == level
    assert value_level(claim("length", number, "metre"), claim("length", other, "mile")) != "transposed"


@pytest.mark.parametrize(("other", "candidates"), [(1_830, True), (1_840, False), (18_300, False)])
def test_transposed_digits_alone_make_a_candidate(other: int, candidates: bool) -> None:
    one, two = claim("cable", 1_380, None), claim("strand", other, None)
    assert bool(blocking_keys(one) & blocking_keys(two)) == candidates


@pytest.mark.parametrize(
    ("number", "other", "measure", "population"),
    [
        (412, 412, "one-number", "one-number"),
        (412, 421, "one-number", "one-number"),
        (40, 40, "else", "one-group"),
        (412, 413, "rivals", "one-group"),
    ],
)
def test_one_rare_number_under_two_names_is_one_figure(number: int, other: int, measure: str, population: str) -> None:
    samples, tests = (
        claim("sample", number, None),
        attrs.evolve(claim("vial tested", other, None), population="vials", scope=Scope.PART),
    )
    found = levels(samples, tests, surroundings([samples, tests]))
    assert (found["measure"], found["population"]) == (measure, population)


def test_nobody_slips_from_things_to_people() -> None:
    things, people = claim("object", 12_400, None), claim("visitors", 14_200, "person")
    assert levels(things, people, surroundings([things, people]))["measure"] != "one-number"


@pytest.mark.parametrize(
    ("measure", "other", "level"),
    [("killed", "injured", "rivals"), ("killed", "aboard", "one-number"), ("injured", "evacuated", "one-number")],
)
def test_one_number_of_dead_and_of_injured_is_a_swap(measure: str, other: str, level: str) -> None:
    one, two = claim(measure, 112, "person"), claim(other, 112, "person")
    assert levels(one, two, surroundings([one, two]))["measure"] == level


@pytest.mark.parametrize(
    ("measure", "other", "unit", "told", "level"),
    [
        ("lorry", "lorry", None, [90, 140], "sole"),
        ("lorry", "lorry", None, [90, 140, 60], "else"),  # the second article has two numbers of lorries
        ("lorry", "lorry stolen", None, [90, 140], "sole"),
        ("lorry", "lorry", None, [90, 1400], "else"),  # of another order
        ("lorry", "lorry", None, [90, 90], "else"),  # the number tells
        ("litre", "capacity", "litre", [90, 140], "sole"),
        ("day", "day", "day", [5, 6], "sole"),
        ("year", "year", "year", [10, 13], "else"),
        ("metre", "length", "metre", [90, 140], "else"),  # a story has many lengths
    ],
)
def test_the_only_number_of_a_kind_in_each_article(
    measure: str, other: str, unit: str | None, told: list[int], level: str
) -> None:
    second = Article(id="b", body=ARTICLE.body, source="Osk Gazette")
    made = []
    for at, (name, number) in enumerate(zip((measure, other, other), told, strict=False)):
        one = claim(name, number, unit)
        head = None if unit else "lorry"
        where = (second if at else ARTICLE).mention("body", 0, 11)
        made.append(attrs.evolve(one, id=f"c{at}", mention=where, value=attrs.evolve(one.value, head=head)))
    assert levels(made[0], made[1], surroundings(made))["topic"] == level


@pytest.mark.parametrize(("measure", "level"), [("data exposed", "unknown"), ("freed", "stories-apart")])
def test_what_is_found_out_over_months_is_told_with_other_days_each_time(measure: str, level: str) -> None:
    found, later = (DayRange(day, day, Granularity.DAY) for day in (date(2017, 9, 7), date(2017, 10, 2)))
    first, second = (
        attrs.evolve(claim(measure, number, "person"), frame=Frame(days=day, other_days=(day,)), id=str(number))
        for number, day in ((143_000_000, found), (145_000_000, None))
    )
    second = attrs.evolve(second, frame=Frame(other_days=(later,)))
    assert levels(first, second, surroundings((first, second)))["time"] == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (("cost", 4_100_000), ("EUR", 4_120_000), "unit-number"),  # rounded
        (("cost", 41_200_000), ("EUR", 4_120_000), "unit-number"),  # a digit slipped
        (("cost", 4_120_000), ("EUR", 4_120_000), "unit-number"),
        (("cost", 5_000_000), ("EUR", 4_120_000), "same-unit"),  # another number
        (("cost", 4_100_000), ("revenue", 4_120_000), "rivals"),  # nor two sums that both tell what they are
        (("cost", 41_200_000), ("revenue", 4_120_000), "one-number"),
    ],
)
def test_one_number_of_a_sum_tells_more_than_its_words(
    one: tuple[str, int], other: tuple[str, int], level: str
) -> None:
    a, b = (attrs.evolve(claim(measure, number, "EUR"), id=measure) for measure, number in (one, other))
    a = attrs.evolve(a, value=attrs.evolve(a.quantity, step=Decimal(100_000)))
    b = attrs.evolve(b, value=attrs.evolve(b.quantity, step=Decimal(10_000)))
    assert levels(a, b, surroundings((a, b)))["measure"] == level


@pytest.mark.parametrize(
    ("measure", "number", "level"),
    [("time", 16, "rivals"), ("time", 5, "same-thing"), ("home", 16, "same-thing"), ("time visited", 16, "same-deed")],
)
def test_of_what_so_many_times_tell_the_noun_does_not_say(measure: str, number: int, level: str) -> None:
    a, b = (
        attrs.evolve(claim(measure, n, None), value=Quantity(Decimal(n), Decimal(n), head=measure.split()[0]))
        for n in (5, number)
    )
    assert measure_level(a, b) == level
