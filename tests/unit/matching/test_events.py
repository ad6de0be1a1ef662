"""Articles without a common name or day belong together by the figures that both state, not by one met by chance."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import inf

import pytest

from reconcile.matching.common_figures import Told, common_bits, figure_bits, figures_told
from reconcile.matching.events import DAYS_APART, PUBLISHED_APART, story_groups
from reconcile.model.claim import Frame
from reconcile.model.text import Article
from reconcile.model.when import DayRange, Granularity
from reconcile.pipeline import extract_claims

FIRST, LATER = date(2031, 3, 4), date(2031, 3, 7)


def frame(day: date, *names: str) -> Frame:
    return Frame(days=DayRange(day, day, Granularity.DAY), names=frozenset(names))


def told(*figures: tuple[str, str]) -> frozenset[Told]:
    return frozenset((unit, Decimal(value).normalize()) for unit, value in figures)


STORIES = [frame(FIRST, "ministry of works"), frame(LATER, "auditor general")]


@pytest.mark.parametrize(
    ("one", "two", "groups"),
    [
        ([("CZK", "36.5e9"), ("percent", "2.8"), ("EUR", "1.45e9")],) * 2 + ([[0, 1]],),
        ([("percent", "4.6")],) * 2 + ([[0], [1]],),
        ([("person", "12"), ("person", "20"), ("", "18"), ("year", "27")],) * 2 + ([[0], [1]],),
        ([("CZK", "36.5e9"), ("percent", "2.8")], [("EUR", "36.5e9"), ("percent", "8.2")], [[0], [1]]),
    ],
    ids=["sums and shares", "one by chance", "people and ages", "other units"],
)
def test_common_figures_join(one: list[tuple[str, str]], two: list[tuple[str, str]], groups: list[list[int]]) -> None:
    assert sorted(story_groups(STORIES, [FIRST, LATER], [told(*one), told(*two)])) == groups


def test_names_of_a_place_do_not_join_what_lies_a_year_apart() -> None:
    place = ("orlava", "orlava hospital")
    for later, groups in ((FIRST, [[0, 1]]), (date(2032, 9, 1), [[0], [1]])):
        stories = [frame(FIRST, *place), frame(later, *place)]
        assert sorted(story_groups(stories, [FIRST, later])) == groups


@pytest.mark.parametrize("table", [DAYS_APART, PUBLISHED_APART])
def test_the_further_apart_the_less_two_stories_are_of_one_event(table: tuple[tuple[float, float], ...]) -> None:
    assert list(table) == sorted(table, key=lambda row: (row[0], -row[1])) == sorted(table, key=lambda row: -row[1])
    assert table[-1][0] == inf


@pytest.mark.parametrize(
    ("figure", "bits"),
    [
        (("percent", "4.35"), 6.0),
        (("CZK", "60e9"), 0.0),
        (("CZK", "65e9"), 4.0),
        (("person", "27"), 0.0),
        (("person", "3912"), 4.0),
    ],
)
def test_figure_bits(figure: tuple[str, str], bits: float) -> None:
    (only,) = told(figure)
    assert figure_bits(only) == bits


def test_a_fraction_in_words_is_no_long_figure() -> None:
    assert figure_bits(("percent", Decimal(100) / 3)) == 0.0


def test_further_figures_tell_less_and_the_first_may_be_chance() -> None:
    figures = [("percent", "4.35"), ("CZK", "36.5e9"), ("MW", "1.15e3")]
    sums = [common_bits(told(*figures[:n]), told(*figures)) for n in range(4)]
    assert sums[:3] == [0.0, 3.0, 9.0]
    assert sums[3] - sums[2] < sums[2] - sums[1]


def test_a_note_of_days_later_is_of_the_story_whose_sums_it_gives_again() -> None:
    news = Article(
        id="news",
        headline="Cabinet backs relief for households",
        body="Prime Minister Ottla Brenn said on Tuesday the relief will cost 36.5 billion crowns, or 2.8% of output. "
        "Mills get 11.2 billion crowns.",
        published="2031-03-04T10:00:00Z",
    )
    note = Article(
        id="note",
        headline="What the package really costs",
        body="The Fiscal Council published its count on Friday. It puts the bill at 39.1 billion crowns, not "
        "36.5 billion crowns. Of that, 11.2 billion crowns go to mills. That is 2.8% of output.",
        published="2031-03-07T10:00:00Z",
    )
    claims = extract_claims([news, note])
    assert len({c.event for c in claims if c.frame.main}) == 1
    assert figures_told(claims).keys() == {"news", "note"}
