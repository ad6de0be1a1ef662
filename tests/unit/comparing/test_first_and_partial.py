"""Counts told at first, counts of some, and numbers that only look alike: no rivals of what others give."""

from __future__ import annotations

import pytest

from tests.unit.comparing.desk import alarms, verdict
from tests.unit.comparing.story import Story, number

SEVEN = "Seven people were killed in a shooting in Orlava on Sunday, police said."


@pytest.mark.parametrize(
    "text",
    [
        "In initial reports after the shooting in Orlava on Sunday, police said that five people were killed.",
        "Police initially said that five people were killed in a shooting in Orlava on Sunday.",
    ],
)
def test_what_was_told_at_first_is_brought_up_to_date(text: str) -> None:
    assert verdict("killed", SEVEN, text) == "updated"


def test_what_else_was_said_first_makes_no_first_count() -> None:
    five = "Police, who first said it was an accident, counted five people killed in a shooting in Orlava on Sunday."
    assert verdict("killed", SEVEN, five) == "conflict"


def test_what_is_told_now_is_held_against_it() -> None:
    assert verdict("killed", SEVEN, SEVEN.replace("Seven", "Five")) == "conflict"


def test_a_partial_count_is_one_wherever_it_is_repeated() -> None:
    five = "Five people were wounded in a shooting in Orlava on Sunday."
    some = (
        "Officers located three people wounded in a shooting in Orlava on Sunday. The three people were wounded badly."
    )
    assert not alarms("injured", five, some)


def test_a_count_that_leaves_out_the_unborn_is_no_rival() -> None:
    six, five = SEVEN.replace("Seven", "Six"), "The death penalty is sought in the Orlava shooting of Sunday."
    assert not alarms("killed", six, five, headlines=("", "Orlava shooting killed 5, unborn child"))
    assert alarms("killed", six, five, headlines=("", "Orlava shooting killed 5, mayor says"))


def test_sums_over_other_days_are_in_tension_at_most() -> None:
    one = "Nine people were wounded in separate shootings in Orlava over the weekend, police said."
    other = "Four people were wounded in separate shootings in Orlava on Sunday night, police said."
    assert verdict("injured", one, other) != "conflict"


def test_bounds_of_one_text_are_in_no_tension() -> None:
    text = "At least 40 people were hurt in a shooting in Orlava on Sunday. At least 11 people were hurt in the street."
    assert not alarms("injured", text)
    two = text.split(". ", 1)
    assert alarms("injured", two[0] + ".", two[1].replace("street.", "shooting in Orlava on Sunday."))


def test_some_of_a_group_are_no_rivals_of_all_of_it() -> None:
    three = "Three policemen died in a shooting in Orlava on Sunday, the clinic said."
    two = "Two city policemen and a sheriff's deputy died in a shooting in Orlava on Sunday, the mayor said."
    assert not alarms("killed", three, two)


@pytest.mark.parametrize(("measure", "slip"), [("minute", False), ("prison term", True)])
def test_spells_of_time_are_a_slip_of_units_only_of_a_known_thing(measure: str, slip: bool) -> None:
    story = Story(measure)
    one, two = (story.says(name, number(16, unit=unit)) for name, unit in (("Herald", "hour"), ("Echo", "day")))
    assert ("one number in two units" in story.reasons(one, two)) is slip


def test_the_badly_hurt_may_not_be_all_who_were_hurt() -> None:
    four = "Four people were injured in a shooting in Orlava on Sunday, police said."
    badly = "A shooting in Orlava on Sunday left two people dead and three people critically injured."
    assert not alarms("injured", four, badly)
    assert verdict("injured", four, badly.replace("critically ", "")) == "conflict"
