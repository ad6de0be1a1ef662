"""Figures that one sentence tells side by side are no rivals of each other."""

from __future__ import annotations

import pytest

from tests.unit.comparing.desk import alarms, verdict


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        ("arrested", "Police in Orlava have arrested four adults and one 17-year-old after the robbery on Sunday."),
        ("annual change", "Thefts in Orlava are down 25 percent and burglaries are down 6 percent from last year."),
        ("injured", "Of the seven victims of the shooting in Orlava, six of the seven victims were injured by glass."),
    ],
)
def test_one_sentence_tells_both(measure: str, text: str) -> None:
    assert not alarms(measure, text)


def test_what_a_sentence_sets_against_each_other_stays_so() -> None:
    text = "Police say four people were killed in Orlava on Sunday, while the hospital says seven people were killed."
    assert verdict("killed", text) == "conflict"


@pytest.mark.parametrize(
    "other",
    ["A man who was badly injured in the shooting in Orlava on Sunday has woken up, the hospital said."],
)
def test_one_person_told_of_says_nothing_of_how_many_there_are(other: str) -> None:
    assert not alarms("injured", "Six people were injured in a shooting in Orlava on Sunday, police said.", other)


def test_a_sum_and_what_it_is_made_of() -> None:
    assert not alarms("killed", "The shooting in Orlava on Sunday left five adults and one child dead.")
