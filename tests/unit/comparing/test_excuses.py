"""Two figures that cannot both be true of one thing, and yet are no rivals."""

from __future__ import annotations

import pytest

from tests.unit.comparing.desk import alarms, findings, verdict
from tests.unit.comparing.story import Story, number

NEXT_DAY = "2024-05-02T12:00:00Z"
FIVE = "Five people were injured in a shooting in Orlava on Sunday, police said."


@pytest.mark.parametrize(
    "text",
    [
        "Officers called to the shooting in Orlava on Sunday found two men injured in the street.",
        "Of those injured in the shooting in Orlava on Sunday, two injured people remained in hospital.",
    ],
)
def test_those_come_upon_and_those_who_remain_may_not_be_all(text: str) -> None:
    assert not alarms("injured", FIVE, text)


def test_other_counts_of_people_stay_rivals() -> None:
    assert verdict("injured", FIVE, "The shooting in Orlava on Sunday left two people injured, the clinic said.") == (
        "conflict"
    )


def test_a_group_is_no_rival_of_all() -> None:
    assert not alarms("injured", FIVE, "Two women were injured in a shooting in Orlava on Sunday, the clinic said.")
    six = "Six other men were injured in a shooting in Orlava on Sunday, the clinic said."
    assert verdict("injured", FIVE.replace("Five", "Seven other"), six) == "conflict"


def test_not_all_who_were_hurt_lie_in_hospital() -> None:
    assert not alarms("injured", FIVE, "Three people were taken to hospital after a shooting in Orlava on Sunday.")
    more = "Seven people were taken to hospital after a shooting in Orlava on Sunday, the clinic said."
    assert alarms("injured", FIVE, more) or alarms("hospitalised", FIVE, more)


def test_who_speaks_is_not_counted_by_what_the_text_counts() -> None:
    told = "“We live in a rough place,” one resident of Orlava told reporters. Only one person was injured."
    (injured,) = findings("injured", told, told)
    assert all(c.mention.text != "one resident" for c in injured.claims)


def test_what_remains_in_the_next_clause_leaves_nobody_out_of_this_one() -> None:
    toll = "The quake in Orlava on Sunday left 412 people dead."
    later = "The quake in Orlava on Sunday left 152 people dead, 52 still missing."
    assert verdict("killed", toll, later) == "conflict"


def test_others_beside_a_higher_count_of_the_same_text_are_part_of_it() -> None:
    nine = "Nine people were injured in a shooting in Orlava on Sunday."
    told = (
        "A total of nine people were injured in a shooting in Orlava on Sunday. Two victims are in a bad way. "
        "Four others were injured less badly."
    )
    assert not alarms("injured", nine, told)


def test_things_of_one_kind_told_half_a_year_apart_may_be_others() -> None:
    story = Story(measure="hole")
    old = story.says("Herald", number(21, unit=None), "2024-05-01T12:00:00Z")
    new = story.says("Echo", number(2, unit=None), "2024-11-01T12:00:00Z")
    assert story.verdict(old, new) == "compatible"


def test_things_of_one_kind_told_on_one_day_are_rivals() -> None:
    story = Story(measure="hole")
    assert story.verdict(story.says("Herald", number(21, unit=None)), story.says("Echo", number(2, unit=None))) == (
        "conflict"
    )


@pytest.mark.parametrize("noun", ["man", "gang", "block"])
def test_a_few_of_a_kind_need_not_be_the_same(noun: str) -> None:
    story = Story(measure=noun)
    two, five = (number(n, unit=None, head=noun) for n in (2, 5))
    assert story.verdict(story.says("Herald", two), story.says("Echo", five)) == "compatible"


def test_many_of_a_kind_are_all_there_are() -> None:
    story = Story(measure="stall")
    old, new = (number(n, unit=None, head="stall") for n in (40, 65))
    assert story.verdict(story.says("Herald", old), story.says("Echo", new)) == "conflict"


def test_terms_of_two_people_in_one_text() -> None:
    text = "Arrel was sentenced to 42 months in prison. In March Lenk was sentenced to 150 months in prison."
    assert not alarms("prison term", text)


@pytest.mark.parametrize(
    ("second", "rivals"),
    [
        ("The growers' union said the crop was 1.8 million tonnes.", True),
        ("The growers' union said the crop was 0.3 million tonnes in the hills.", False),
    ],
)
def test_two_sources_of_one_text_are_rivals_over_one_sum(second: str, rivals: bool) -> None:
    both = f"The ministry put the harvest of Norrdal at 2.1 million tonnes. {second}"
    assert alarms("harvest", both, "Norrdal harvested 2.1 million tonnes of barley.") == rivals


def test_a_few_beside_a_toll_of_many_may_be_some_of_them() -> None:
    story = Story()
    toll, again, few = story.says("Herald", 23), story.says("Echo", 25, NEXT_DAY), story.says("Echo", 5, NEXT_DAY)
    assert (story.verdict(toll, few), story.verdict(toll, again)) == ("compatible", "updated")


def test_a_few_that_are_all_that_a_report_of_the_day_gives_are_held_against_many() -> None:
    toll = "The mine blast in Orlava killed {} people, officials said."
    assert verdict("killed", toll.format("23"), toll.format("four")) == "conflict"
    story = Story()
    dead, nobody = story.says("Herald", 23), story.says("Echo", 0, "2024-05-07T12:00:00Z")
    assert story.verdict(dead, nobody) == "conflict"


def test_what_a_later_report_tells_in_retrospect_is_no_fall() -> None:
    story = Story()
    toll = story.says("Herald", 28)
    once, now = story.says("Echo", 12, NEXT_DAY), story.says("Echo", 46, NEXT_DAY)
    assert (story.verdict(toll, once), story.verdict(toll, now)) == ("compatible", "updated")
    alone = Story()
    assert alone.verdict(alone.says("Herald", 28), alone.says("Echo", 20, NEXT_DAY)) == "conflict"
