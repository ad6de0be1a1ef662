"""Measures and topics that a figure takes from equal figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile import reconcile
from reconcile.matching.adopt import adopt_measures
from reconcile.model.change import evolve
from reconcile.model.claim import Attribution, Claim, Kind, Scope
from reconcile.model.quantity import Hedge, Quantity
from reconcile.model.text import Article, Part


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


def people(article: str, number: int, measure: str, counted: str | None) -> Claim:
    text = Article(article, body="She hid with 14 people.")
    quantity = Quantity(Decimal(number), Decimal(number), unit="person", counted=counted)
    return Claim(f"{article}#b13", Kind.FIGURE, text.mention("body", 13, 22), quantity, measure, event="e")


@pytest.mark.parametrize(
    ("number", "counted", "measure"),
    [(14, None, "killed"), (14, "people", ""), (212, "people", "killed"), (212, None, "killed")],
)
def test_a_small_count_with_a_noun_is_not_that_of_another_article(
    number: int, counted: str | None, measure: str
) -> None:
    claims = [people("a", number, "killed", None), people("b", number, "", counted)]
    assert adopt_measures(claims)[1].measure == measure


def off(article: str, number: int, unit: str | None, measure: str) -> Claim:
    text = Article(article, body="The noon figure is 112,000.")
    return Claim(
        f"{article}#b19",
        Kind.FIGURE,
        text.mention("body", 19, 26),
        Quantity(Decimal(number), Decimal(number), unit=unit),
        measure,
        event="e",
    )


def test_homes_and_customers_without_power_lend_one_question() -> None:
    homes, customers = off("a", 112_000, None, "without power"), off("b", 112_000, "person", "without power")
    assert adopt_measures([homes, customers, off("c", 112_000, None, "")])[2].measure == "without power"


def test_at_least_three_of_whom_nothing_is_told_are_not_the_three_killed() -> None:
    killed, bare = people("a", 3, "killed", None), people("a", 3, "", "people")
    bare = evolve(bare, attribution=Attribution("police", "said"))
    hedged = evolve(bare, value=evolve(bare.quantity, high=None, hedge=Hedge.AT_LEAST))
    assert adopt_measures([killed, bare])[1].measure == "killed"
    assert adopt_measures([killed, hedged])[1].measure == ""


def test_one_of_whom_nothing_is_told_is_not_the_one_killed() -> None:
    killed, bare = people("a", 1, "killed", None), people("a", 1, "", "guest")
    bare = evolve(bare, attribution=Attribution("a witness", "said"))
    assert adopt_measures([killed, bare])[1].measure == ""


def crossed(article: str, measure: str, part: Part, period: str = "") -> Claim:
    text = Article(article, headline="It saw 41,000 refugees", body="It saw 41,000 refugees")
    quantity = Quantity(Decimal(41000), Decimal(41000), unit="person")
    mention = text.mention(part, 7, 22)
    return Claim(f"{article}#{part}7", Kind.FIGURE, mention, quantity, measure, event="e", period=period)


@pytest.mark.parametrize(
    ("of_body", "measure"), [("arrived", "arrived"), ("killed", "killed"), ("refugee", "refugee"), ("", "refugee")]
)
def test_the_noun_of_a_headline_asks_what_its_article_asks(of_body: str, measure: str) -> None:
    claims = [crossed("a", "refugee", "headline"), crossed("a", of_body, "body")]
    assert adopt_measures(claims)[0].measure == measure


def test_a_number_of_one_day_is_of_that_day_wherever_it_stands_alone() -> None:
    claims = [crossed("a", "arrived", "body", "new 2024-05-01"), crossed("b", "", "body")]
    assert adopt_measures(claims)[1].period == "new 2024-05-01"


@pytest.mark.parametrize(
    ("groups", "adopted"),
    [
        ([("children", Scope.PART)], ("children", Scope.PART)),
        ([("lesser", Scope.PART)], ("lesser", Scope.PART)),
        ([("children", Scope.PART), ("", Scope.WHOLE)], ("", Scope.WHOLE)),
        ([("soldiers", Scope.WHOLE)], ("", Scope.WHOLE)),
    ],
)
def test_the_number_of_a_part_is_not_taken_for_that_of_all(
    groups: list[tuple[str, Scope]], adopted: tuple[str, Scope]
) -> None:
    told = [
        evolve(people(f"a{i}", 31, "killed", "people"), population=who, scope=scope)
        for i, (who, scope) in enumerate(groups)
    ]
    bare = adopt_measures([*told, people("b", 31, "", None)])[-1]
    assert (bare.measure, bare.population, bare.scope) == ("killed", *adopted)


@pytest.mark.parametrize(
    ("headline", "body", "measure"),
    [
        ("48 trams, 3,200 new jobs: Osk celebrates", "The city has placed a firm order for 48 trams.", "tram ordered"),
        ("48 trams: Osk celebrates", "The city has placed a firm order for 36 trams.", "tram"),
    ],
)
def test_a_headlines_things_are_those_that_the_text_tells_of(headline: str, body: str, measure: str) -> None:
    found = reconcile([Article("a", headline=headline, body=body), Article("b", headline="Osk", body=body)])
    assert next(c.measure for c in found.claims if c.mention.text == "48 trams") == measure


def test_an_order_does_not_grow_from_one_text_to_the_next() -> None:
    first = Article("a", headline="Trams", body="Osk has ordered 36 trams.", source="A", published="2024-05-04")
    later = Article("b", headline="Trams", body="Osk has ordered 48 trams.", source="B", published="2024-05-05")
    verdicts = {r.verdict.value for f in reconcile([first, later]).findings for r in f.relations}
    assert verdicts == {"conflict"}


def test_what_two_kinds_of_things_number_lends_no_measure() -> None:
    dead, shrouds, bare = off("a", 600, "person", "killed"), off("b", 600, None, "shroud"), off("c", 600, None, "")
    assert adopt_measures([dead, shrouds, bare])[2].measure == ""
    assert adopt_measures([dead, bare])[1].measure == "killed"


@pytest.mark.parametrize(
    ("measure", "unit", "taken"),
    [("temperature", "celsius", "temperature"), ("length", "metre", "metre")],  # a story has many lengths
)
def test_a_reading_of_the_one_thing_told_in_its_dimension_is_of_that(measure: str, unit: str, taken: str) -> None:
    told, bare = (evolve(c, value=evolve(c.quantity, unit=unit)) for c in (term("a", 45, measure), term("b", 44, unit)))
    assert [c.measure for c in adopt_measures([told, bare])] == [measure, taken]
