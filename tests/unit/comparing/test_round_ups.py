"""Texts that sum up several events leave open of which one a count in them is."""

from __future__ import annotations

import pytest

from tests.unit.comparing.desk import verdict

ONE = "Police told reporters that four people were wounded in a shooting outside a bar in Quay Lane on Sunday."
PLACES = "Two people were wounded outside a bar in Quay Lane on Sunday. An hour later a driver was hit in Mill Road."


@pytest.mark.parametrize(
    "opening",
    [
        "Three people were killed and nine wounded in separate shootings in Orlava on Sunday.",
        "A violent night in Orlava left three people dead and nine wounded on Sunday.",
        "At least nine people were wounded in shootings across the city of Orlava on Sunday.",
    ],
)
def test_a_count_in_a_round_up_is_no_rival(opening: str) -> None:
    assert verdict("injured", ONE, f"{opening} {PLACES}") != "conflict"


@pytest.mark.parametrize(
    "opening",
    [
        "A shooting in Orlava on Sunday frightened people in bars.",
        "A shooting in Orlava on Sunday is the latest in a series of attacks on bars.",
    ],
)
def test_a_count_in_a_report_of_one_event_is(opening: str) -> None:
    assert verdict("injured", ONE, f"{opening} {PLACES}") == "conflict"


def test_the_sums_themselves_are_held_against_each_other() -> None:
    one = "Nine people were wounded in separate shootings in Orlava over the weekend, police said."
    assert verdict("injured", one, one.replace("Nine", "Twelve")) == "conflict"
