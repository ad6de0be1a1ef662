"""Articles that tell of two attacks and add them up."""

from __future__ import annotations

from datetime import datetime

import pytest

from reconcile.claims.people.periods import SEVERAL
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

SATURDAY = datetime.fromisoformat("2025-09-06T09:00:00+00:00")


def people(body: str) -> dict[str, Claim]:
    article = Article(id="a", body=body, source="Tarek Times", published=SATURDAY)
    found = extract_claims([article])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE and c.quantity.unit == "person"}


FOLLOW_UP = (
    "The death toll from the courthouse bomb has climbed to 13, hospital officials said on Saturday. Monday's bombing "
    "of a tea house killed seven people, the same officials said."
)


def test_a_count_that_adds_up_two_events_belongs_to_neither() -> None:
    both = people(f"{FOLLOW_UP} In all, 20 people have died.")["20 people"]
    assert (both.period, both.status) == (SEVERAL, Status.BACKGROUND)


def test_the_sum_shows_that_the_late_day_is_not_the_storys() -> None:
    found = people(f"{FOLLOW_UP} In all, 20 people have died.")
    (monday,) = found["13"].frame.incident.others
    assert found["seven people"].frame.incident.day == monday


def test_without_the_sum_the_storys_day_is_left_open() -> None:
    incident = people(FOLLOW_UP)["13"].frame.incident
    assert (incident.day, incident.others) == (None, frozenset())


def test_a_day_told_later_with_the_same_count_is_the_storys() -> None:
    found = people("A bomb killed 13 people at the courthouse. Friday's blast, which killed 13 people, was heard afar.")
    assert str(found["13 people"].frame.incident.day) == "2025-09-05"


def test_counts_that_happen_to_add_up_on_one_day_are_no_sum_of_events() -> None:
    found = people("Friday's blast killed 20 people. It injured 13 people, and 7 people were killed in the hall.")
    assert found["20 people"].status is Status.STATED


def test_at_least_one_count_and_another_come_to_at_least_their_sum() -> None:
    found = people(
        "A bomb killed at least 22 people at the station on Friday. The toll of Monday's bombing has risen to 41. That "
        "makes at least 63 people killed in the city within a week."
    )
    assert found["at least 63 people"].period == SEVERAL


def test_what_came_to_pass_since_long_before_is_a_count_of_many_events() -> None:
    found = people("A ferry sank on Friday, killing 19 people. Since January 1,126 people have died on this route.")
    assert (found["1,126 people"].period, found["19 people"].period) == (SEVERAL, "")
    found = people("A ferry sank on Friday. It was the worst wreck since January, killing 19 people.")
    assert found["19 people"].period == ""
    found = people("A ferry sank on Monday. Since Monday 19 people have been found dead.")
    assert {c.period for c in found.values()} == {""}


def test_what_an_event_is_held_against_adds_nothing_up() -> None:
    body = "Rockets hit the market, killing 19 people, in the deadliest strike on the town since the war began."
    assert people(body)["19 people"].status is Status.STATED
    summed = people("Shelling has killed 2,100 people since the war began.")["2,100 people"]
    assert (summed.period, summed.status) == (SEVERAL, Status.BACKGROUND)


TWO = "A bomb killed 12 people on Friday, four days after an attack on a tea house."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"{TWO} The two bombings have killed 21 people.", "21 people"),
        (f"{TWO} Two attacks in a week have thus left 21 people dead.", "21 people"),
        (f"{TWO} The wounded of both attacks number 85 people.", "85 people"),
        ("Both attacks together have killed 21 people.", "21 people"),
        (f"{TWO} Together the bombings have killed 21 people.", "21 people"),
        (f"{TWO} In all, the attacks have left 21 people dead.", "21 people"),
    ],
)
def test_like_events_put_together_are_several(body: str, text: str) -> None:
    assert people(body)[text].period == SEVERAL


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Two explosions killed 23 people at a shrine on Friday. The two blasts wounded 61 people.", "61 people"),
        (f"{TWO} It was the deadlier of the two bombings and left 44 people injured.", "44 people"),
        ("A bomb killed 12 people at a market on Friday. Two explosions were heard as 30 people fled.", "30 people"),
    ],
    ids=["blasts-of-one-attack", "one-of-the-two", "heard"],
)
def test_the_blasts_of_one_attack_are_one_event(body: str, text: str) -> None:
    assert people(body)[text].period == ""


def test_a_named_group_is_everybody_where_others_are_counted_for_another_event() -> None:
    found = people(
        "A bomb killed 27 people on Friday.\n\nThe 27 commuters killed on Friday were on a bus. On Monday an attack on "
        "a market killed 20 people."
    )
    assert (found["27 commuters"].scope, found["27 commuters"].population) == (Scope.WHOLE, "")


def test_attempts_are_attacks_in_a_translation() -> None:
    found = people(
        "The attempt of Monday against the market killed 20 people. The attempt of Friday against the station killed "
        "nine people. The two attempts have made 29 dead."
    )
    assert found["29 dead"].period == SEVERAL
