"""Figures of a rising count that no later report bears out."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reconcile.model.quantity import Hedge, Quantity
from tests.unit.comparing.story import Story, number


def verdicts(*values: int | Quantity, measure: str = "killed", moved: str | None = None) -> list[str]:
    """What each neighbouring pair of a day's reports comes to, a report every three hours; `moved` is of the last."""
    story = Story(measure)
    last = len(values) - 1
    said = [
        story.says(f"Paper {i}", v, f"2024-05-01T{3 * i:02}:30:00Z", moved=moved if i == last else None)
        for i, v in enumerate(values)
    ]
    return [story.verdict(a, b) for a, b in pairwise(said)]


def test_the_count_goes_on_from_the_figure_before_the_stray() -> None:
    assert verdicts(64, 640, 71, 78) == ["conflict", "conflict", "updated"]


def test_a_figure_that_was_out_of_date_before_the_stray_is_only_updated() -> None:
    story = Story()
    old, now = story.says("A", 20, "2024-05-01T01:00:00Z"), story.says("B", 31, "2024-05-01T04:00:00Z")
    stray = story.says("C", 77, "2024-05-01T08:00:00Z")
    story.says("D", 52, "2024-05-01T12:00:00Z")
    assert story.verdict(old, stray) == "updated"
    assert story.verdict(now, stray) == "conflict"


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((64, 71, 78), "updated"),  # all rise
        ((64, 71, 68, 75), "updated"),  # 71 is reached later on
        ((64, 71, 60), "updated"),  # nobody goes on from 64
        ((64, 71, number(70, Hedge.AT_LEAST)), "updated"),  # and 71 may be among them
        ((number(40, Hedge.AT_LEAST), 71, 60), "updated"),  # 71 are at least 40
    ],
)
def test_other_rises_are_updates(values: tuple[int | Quantity, ...], verdict: str) -> None:
    assert verdicts(*values)[0] == verdict


def test_a_fall_that_is_explained_makes_no_stray() -> None:
    assert verdicts(64, 71, 68, moved="down")[0] == "updated"


def test_one_papers_reckoning_of_the_missing_is_no_state_between_two_others() -> None:
    assert verdicts(34, 100, 27, measure="missing") == ["conflict", "conflict"]


@pytest.mark.parametrize("values", [(34, 45, 27), (34, 100, 120), (100, 34, 27)])
def test_the_missing_may_be_more_or_fewer_later(values: tuple[int, ...]) -> None:
    assert verdicts(*values, measure="missing") == ["updated", "updated"]


def test_a_peak_that_two_papers_give_was_a_state() -> None:
    story = Story("missing")
    old = story.says("A", 34, "2024-05-01T01:00:00Z")
    peak = story.says("B", 100, "2024-05-01T04:00:00Z")
    story.says("C", 100, "2024-05-01T05:00:00Z")
    story.says("D", 27, "2024-05-01T12:00:00Z")
    assert story.verdict(old, peak) == "updated"


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ((2400, 24000), "conflict"),  # a zero too many
        ((2400, 23000), "updated"),
        ((2000, 20000), "updated"),  # round numbers may be so by chance
        ((2400, 2700), "updated"),
    ],
)
def test_the_same_digits_with_a_zero_more_are_a_slip_of_another_paper(values: tuple[int, ...], verdict: str) -> None:
    assert verdicts(*values, measure="evacuated") == [verdict]


def test_one_voice_may_count_ten_times_as_many_later() -> None:
    story = Story("evacuated")
    old = story.says("Paper A", 2400, "2024-05-01T01:00:00Z", by="ministry")
    new = story.says("Paper B", 24000, "2024-05-01T09:00:00Z", by="ministry")
    assert story.verdict(old, new) == "updated"


def test_what_was_out_at_the_time_of_the_stray_is_its_rival_too() -> None:
    story = Story()
    story.says("A", 31, "2024-05-01T01:00:00Z")
    now = story.says("B", 57, "2024-05-01T08:30:00Z")
    story.says("C", 75, "2024-05-01T08:00:00Z")
    stray = story.says("C", 75, "2024-05-01T12:00:00Z")
    story.says("D", 59, "2024-05-01T16:00:00Z")
    assert story.verdict(now, stray) == "conflict"


def readings(*values: str, moved: str | None = None) -> str:
    """What the last two of four-hourly readings of a river come to."""
    story = Story("water level")
    last = len(values) - 1
    said = [
        story.says(
            f"Paper {i}", number(v, unit="metre"), f"2024-05-01T{4 * i:02}:30:00Z", moved=moved if i == last else None
        )
        for i, v in enumerate(values)
    ]
    return story.verdict(*said[-2:])


def test_a_reading_to_the_digit_that_was_brought_up_to_date_is_copied() -> None:
    assert readings("7.31", "7.08", "7.31") == "conflict"


def test_a_reading_that_is_new_or_round_or_said_to_have_risen_is_an_update() -> None:
    assert readings("7.31", "7.08", "7.29") == "updated"
    assert readings("7.3", "7.1", "7.3") == "updated"
    assert readings("7.31", "7.08", "7.31", moved="up") == "updated"


def test_steps_of_which_nobody_says_what_moved_are_no_rivals() -> None:
    story = Story("percentage point")
    week, day = (
        story.says("A", number("1.4", unit="percentage point")),
        story.says("B", number("0.3", unit="percentage point")),
    )
    assert story.verdict(week, day) == "compatible"
    rates = Story("lead")
    one, two = (
        rates.says("A", number("1.4", unit="percentage point")),
        rates.says("B", number("0.3", unit="percentage point")),
    )
    assert rates.verdict(one, two) == "conflict"


def test_a_count_made_anew_revises_no_figure_that_others_stand_by() -> None:
    story = Story()
    first = story.says("A", 140, "2024-05-01T01:00:00Z", by="Herders' League")
    anew = story.says("B", 91, "2024-05-02T04:00:00Z", by="the ministry", moved="revised")
    assert story.verdict(first, anew) == "updated"
    story.says("C", 140, "2024-05-02T04:00:00Z", by="Herders' League")
    assert story.verdict(first, anew) == "conflict"
