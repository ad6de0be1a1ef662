"""Counts that differ by the dead, or by the attacker, are no rivals."""

from __future__ import annotations

from tests.unit.comparing.desk import verdict

EIGHT = "Gunfire at a wedding in Orlava on Sunday killed one person and injured eight, police said."


def test_all_who_were_hit_may_take_in_the_one_who_died() -> None:
    nine = (
        "A total of nine people were injured by gunfire at a wedding in Orlava on Sunday. A man of 40 died on the spot."
    )
    assert verdict("injured", nine, EIGHT) == "compatible"


def test_more_than_the_dead_is_a_conflict() -> None:
    ten = (
        "A total of ten people were injured by gunfire at a wedding in Orlava on Sunday. A man of 40 died on the spot."
    )
    assert verdict("injured", ten, EIGHT) == "conflict"


def test_injured_told_beside_the_dead_leave_them_out() -> None:
    nine = "Gunfire at a wedding in Orlava on Sunday left one person dead and nine injured, police said."
    assert verdict("injured", nine, EIGHT) == "conflict"


def test_shot_in_a_headline_may_or_may_not_count_the_dead() -> None:
    headlines = ("4 shot, 1 killed in Orlava", "1 dead, 4 injured in Orlava shooting")
    texts = ("The shooting in Orlava was on Sunday.", "Sunday's shooting in Orlava left one dead and four injured.")
    assert verdict("injured", *texts, headlines=headlines) in ("compatible", "agree")


def test_the_attacker_may_be_counted_among_the_dead() -> None:
    three = "Three people were killed on Sunday when a man opened fire at the ferry office in Orlava."
    two = "A man killed two people and then himself at the ferry office in Orlava on Sunday, police said."
    assert verdict("killed", three, two) == "compatible"
    four = "Four people were killed on Sunday when a man opened fire at the ferry office in Orlava."
    assert verdict("killed", four, two) == "conflict"


def test_all_who_were_shot_beside_the_dead_may_leave_these_out() -> None:
    ten = "Ten people were shot, one fatally, on the quay in Orlava on Sunday, police said."
    nine = "On Sunday nine people were shot and one man was killed on the quay in Orlava."
    assert verdict("injured", ten, nine) == "compatible"
