"""Counts of some of those whom a text tells of, and of those whom it only might have counted."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def figures(body: str, headline: str = "") -> dict[str, Claim]:
    found = extract_claims([Article("a", body=body, headline=headline, source="Herald", published="2024-05-01T12:00Z")])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    ("body", "text", "scope"),
    [
        ("He drove off and went on to kill two drivers before police stopped him.", "two drivers", Scope.PART),
        ("Three people died when he went on to the station.", "Three people", Scope.WHOLE),
        ("The bomb killed the mayor as well as three people.", "three people", Scope.PART),
        ("Police searched the hall along with three guests. Nine guests were killed.", "Nine guests", Scope.WHOLE),
        ("Prosecutors said that Dale fired the first four shots.", "four shots", Scope.PART),
        ("Dale fired four shots.", "four shots", Scope.WHOLE),
        ("Besides 12 dead, the storm left 40 people hurt.", "12 dead", Scope.WHOLE),
        ("She heard 20 shots, and then six more shots.", "20 shots", Scope.PART),
        ("He fired six shots and then fled.", "six shots", Scope.WHOLE),
    ],
)
def test_some_are_a_part(body: str, text: str, scope: Scope) -> None:
    assert figures(body)[text].scope is scope


@pytest.mark.parametrize(
    ("body", "text", "status"),
    [
        ("He fired enough shots to hurt nine people, a neighbour said.", "nine people", Status.FORECAST),
        ("The bag held enough poison to kill 400 people.", "400 people", Status.FORECAST),
        ("She was lucky enough to escape the fire, which killed 40 people.", "40 people", Status.STATED),
        ("The boats were not enough, and 40 people died.", "40 people", Status.STATED),
    ],
)
def test_what_would_suffice_has_not_been_done(body: str, text: str, status: Status) -> None:
    assert figures(body)[text].status is status


def test_who_they_are_is_not_added_to_how_many_they_are() -> None:
    told = figures("Police learned that three other people, a man and two women, had been shot at the home.")
    assert {c.quantity.value for c in told.values() if c.population == ""} == {3}
    told = figures("Two women, a man and a boy were killed.")
    assert told["Two women, a man and a boy"].quantity.value == 4


def test_whoever_is_named_beside_others_is_no_sum_of_them() -> None:
    body = (
        "Neighbours mourned a pillar of the town, gunned down along with his daughter and a good Samaritan on Friday."
    )
    assert all(c.quantity.value != 2 for c in figures(body).values() if c.measure == "killed")


def test_an_owner_is_not_the_one_who_was_hit() -> None:
    told = figures("Two city policemen and a sheriff's deputy died in the shooting.")
    assert told["Two city policemen and a sheriff's deputy"].quantity.value == 3


def test_of_those_shot_some_died() -> None:
    body = "A man was shot at a station. Three other men were also shot. Two of them died in hospital."
    told = extract_claims([Article("a", body=body, published="2024-05-01")])
    assert 3 in [c.quantity.value for c in told if c.measure == "shot"]


def test_a_word_for_women_tells_of_victims_too() -> None:
    told = figures("Two female victims died. Three male victims were treated.")
    assert [c.population for c in told.values()] == ["women", "men"]


@pytest.mark.parametrize(
    ("body", "text", "main"),
    [
        ("The blast came a week after a bomb killed 12 people in Kesh. Three people died.", "12 people", False),
        ("The blast came a week after a bomb killed 12 people in Kesh. Three people died.", "Three people", True),
        ("The attack, which came just ten days after a gunman killed five guards, shook Orlava.", "five guards", False),
        ("The fire, two months after a blaze that killed 40 people in Kesh, left nine dead.", "40 people", False),
        ("The fire, two months after a blaze that killed 40 people in Kesh, left nine dead.", "nine dead", True),
        ("The arrest came a week after a bomb killed 12 people in Kesh.", "12 people", True),
        ("The shooting came a day after the gunman had killed three people at home.", "three people", True),
        ("The attack came hours after the army shelled the town and killed 14 people.", "14 people", True),
    ],
)
def test_an_event_named_only_as_the_one_before_is_background(body: str, text: str, main: bool) -> None:
    assert figures(body)[text].frame.main is main


def test_numbers_of_engines_and_ages_count_nobody() -> None:
    told = figures("Engine 18 was the first to arrive. Students 21 and older were let in. Three people died.")
    assert list(told) == ["Three people"]


def test_bail_is_of_whom_it_is_set_for() -> None:
    told = figures("Ines Marrow's bail was set at $750,000. Bail for Tobias Kline was set at $300,000.")
    assert {c.holder for c in told.values()} == {"ines marrow", "tobias kline"}


@pytest.mark.parametrize(
    ("body", "text", "scope"),
    [
        ("One officer was wounded in the foot, and the other was wounded in the arm.", "One officer", Scope.PART),
        ("One officer was killed, and the other was wounded in the arm.", "One officer", Scope.WHOLE),
        ("The other eight people in the group were detained.", "eight people", Scope.PART),
        ("Eight people in the other group were detained.", "Eight people", Scope.WHOLE),
    ],
)
def test_one_and_the_rest_are_parts(body: str, text: str, scope: Scope) -> None:
    assert figures(body)[text].scope is scope


@pytest.mark.parametrize(
    ("body", "text", "population"),
    [
        ("Of the militants, the minister said, 29 were dead and three had been taken alive.", "29", "fighters"),
        ("Of the children 12 were killed.", "12", "children"),
        ("The militants fled. In all 29 were killed.", "29", ""),
    ],
)
def test_a_sentence_may_open_with_those_of_whom_it_counts_some(body: str, text: str, population: str) -> None:
    assert figures(body)[text].population == population
