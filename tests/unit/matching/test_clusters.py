"""Clusters of figures: what is compared with what, in large blocks too."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from reconcile.matching.clusters import (
    MOST_ALIKE,
    MOST_IN_BLOCK,
    NEIGHBOURS,
    candidate_pairs,
    cluster_figures,
    crowded,
    stand_ins,
)
from reconcile.matching.levels import levels
from reconcile.matching.questions import left_out
from reconcile.matching.surroundings import surroundings
from reconcile.model.claim import Claim, Frame, Kind
from reconcile.model.quantity import Hedge, Quantity
from reconcile.model.text import Article
from reconcile.model.when import DayRange
from reconcile.pipeline import reconcile

MANY = 5_000


def figure(article: int, value: int, measure: str = "killed", unit: str | None = "person", at: int = 0) -> Claim:
    """ "at" is where in its article the figure stands."""
    text = Article(f"a{article:05}", body="In all, 12 were counted there. " * 3)
    number = Decimal(value)
    step = Decimal(10) ** int(number.normalize().as_tuple().exponent)
    quantity = Quantity(number, number, Hedge.EXACT, unit=unit, step=step)
    return Claim(f"{text.id}#b{at}", Kind.FIGURE, text.mention("body", at, at + 2), quantity, measure, event="e")


def test_thousands_of_equal_reports_are_told_by_a_few() -> None:
    claims = [figure(n, 40 if n % 3 else 43) for n in range(MANY)]
    kept, twins = stand_ins(claims)
    assert len(kept) == 2 * MOST_ALIKE
    assert sum(map(len, twins.values())) == MANY - len(kept)
    assert len(list(candidate_pairs(kept))) <= len(kept) ** 2 / 2


def test_those_not_compared_themselves_stand_beside_their_like() -> None:
    claims = [figure(n, 40 if n % 3 else 43) for n in range(600)]
    (cluster,) = cluster_figures(claims)
    assert [c.id for c in cluster.claims] == [c.id for c in claims]


def test_a_block_too_large_is_compared_with_neighbours_only() -> None:
    claims = [figure(n, n + 10) for n in range(MANY)]
    scored = sum(1 for _ in candidate_pairs(stand_ins(claims)[0]))
    assert scored <= MANY * NEIGHBOURS * 2  # figures share up to two large blocks: the measure and a rounding


def test_what_a_large_block_left_out_is_said() -> None:
    claims = [figure(n, 10 + 7 * n) for n in range(MOST_IN_BLOCK + 1)]
    assert crowded(claims) == {c.id for c in claims}
    assert not crowded(claims[:-1])
    (reason,) = {x.reason for x in left_out(claims, compared=())}
    assert reason == "too many figures stand under its question to compare each with each"


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (figure(1, 412_000_000, "net profit", "EUR"), figure(2, 412_000_000_000, "net profit", "EUR"), "slip"),
        (figure(1, 412_000_000, "net profit", "EUR"), figure(2, 413_000_000_000, "net profit", "EUR"), "else"),
        (figure(1, 412_000_000, "net profit", "EUR"), figure(2, 410_000_000, "net profit", "EUR"), "rounded"),
        (figure(1, 60_000_000_000, "fund", "USD"), figure(2, 100_000_000_000, "fund", "USD"), "near"),
    ],
)
def test_what_the_numbers_suggest(one: Claim, other: Claim, level: str) -> None:
    found = levels(one, other, surroundings([one, other]))
    assert found["value"] == level


def test_what_an_article_answers_first_stands_for_it() -> None:
    said, before, other = (
        figure(1, 41, "inflation", "percent"),
        figure(1, 46, "inflation", "percent", at=8),
        figure(2, 31, "inflation", "percent"),
    )
    around = surroundings([said, before, other])
    assert levels(said, other, around)["topic"] == "first"
    assert levels(before, other, around)["topic"] == "later"


def test_units_of_different_kinds_are_never_put_together() -> None:
    one, other = figure(1, 131, "", "kilometre per hour"), figure(2, 131, "", None)
    assert levels(one, other, surroundings([one, other]))["measure"] == "units"
    assert not cluster_figures([one, other])


def test_what_a_note_takes_back_stands_beside_the_figures_of_what_replaces_it() -> None:
    others = [figure(n, 1_180, "metre", "metre") for n in (1, 2)]
    wrong = figure(3, 7_810, "metre", "metre")
    right = evolve(figure(3, 1_180, "metre", "metre", at=20), replaces=(wrong.id,))
    (cluster,) = cluster_figures([*others, wrong, right])
    assert {c.id for c in cluster.claims} == {c.id for c in (*others, wrong, right)}
    (alone,) = cluster_figures([*others, wrong])
    assert wrong.id not in {c.id for c in alone.claims}


def _told_of(day: str, other_day: str, one_event: bool) -> list[list[str]]:
    """The counts that a text about a fire of one day and a later text put together; the second names its own day."""
    first = f"OSK - A fire in a mill at Osk killed 31 people, officials said. Firemen came on {day}."
    second = f"OSK - The fire in the mill at Osk has killed 38 people. The owner was arrested on {other_day}."
    third = "A blast in the mill at Osk killed four on 1 June. Another blast killed two on 9 June."
    bodies = [first, second] if one_event else [first, second, third]
    articles = [
        Article(f"a{n}", body, headline="Mill fire in Osk", published=f"2025-06-1{n}T12:00:00Z")
        for n, body in enumerate(bodies)
    ]
    report = reconcile(articles)
    texts = {c.id: c.mention.text for c in report.claims}
    return [sorted(texts[c.id] for c in f.claims) for f in report.findings if f.measure == "killed"]


def test_in_a_story_of_one_event_a_day_that_one_text_leaves_out_parts_nothing() -> None:
    assert ["31 people", "38 people"] in _told_of("7 June", "10 June", one_event=True)


@pytest.mark.parametrize(
    ("measure", "level"),
    [
        ("missing", "unknown"),
        ("trapped", "unknown"),
        ("evacuated", "unknown"),
        ("data exposed", "unknown"),
        ("freed", "stories-apart"),
        ("dismissed", "stories-apart"),
    ],
)
def test_so_it_is_with_all_whom_one_event_befell_but_not_with_what_is_done_in_rounds(measure: str, level: str) -> None:
    early, late = (DayRange(date(2025, 6, day), date(2025, 6, day)) for day in (7, 20))
    one = evolve(figure(0, 21, measure), frame=Frame(days=early))
    two = evolve(figure(1, 18, measure), frame=Frame(other_days=(late,)))
    assert levels(one, two, surroundings([one, two]))["time"] == level


def test_in_a_story_of_several_events_it_may() -> None:
    assert ["31 people", "38 people"] not in _told_of("7 June", "10 June", one_event=False)
