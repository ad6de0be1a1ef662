"""Disasters as desks put them: one question in several wordings, and questions that must stay apart."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


def measures(body: str) -> set[str]:
    claims = extract(Article(id="a", body=body), frozenset({Kind.FIGURE})).claims
    return {c.measure for c in claims}


@pytest.mark.parametrize(
    ("expected", "bodies"),
    [
        ("home destroyed", ("Lava has swallowed 90 homes.", "90 homes lie under the lava.")),
        ("flooded area", ("The river has spread over 900 hectares.", "900 hectares are under water.")),
        ("rescued", ("Rescuers have saved 90 people.", "The lifeboat crews picked up 90 people.")),
        ("fire burning", ("Crews are battling 90 fires.", "Active fires: 90.", "90 wildfires are still burning.")),
        ("in need", ("90 people are in need of food aid.", "90 survivors depend on relief.")),
        ("aid delivered", ("The aid convoy delivered 90 tonnes of food.", "Aid delivered: 90 tonnes.")),
        ("building uninhabitable", ("Inspectors declared 90 buildings unsafe.", "90 buildings are unfit to live in.")),
        ("fire line", ("Crews have cut 9 miles of fire line.", "Fire line built: 9 miles.")),
        ("home rebuilt", ("90 houses will be put up again.", "Reconstruction of 90 homes is planned.")),
        ("returned", ("Orders were lifted for 90 people.", "90 people have gone back to their houses.")),
    ],
)
def test_one_question_in_other_words(expected: str, bodies: tuple[str, ...]) -> None:
    assert [measures(body) for body in bodies] == [{expected}] * len(bodies)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire covered 900 hectares.", "The flood covered 900 hectares."),
        ("Crews are battling 90 fires.", "Lightning ignited 90 fires."),
        ("The army was evacuating 90 people.", "The parish took in 90 people."),
        ("Flames are bearing down on 90 homes.", "Flames levelled 90 homes."),
        ("The state has ordered 90 tents.", "The agency has handed out 90 tents."),
    ],
)
def test_questions_that_stay_apart(one: str, other: str) -> None:
    assert measures(one).isdisjoint(measures(other))


def test_a_phrase_said_of_others_alone_hides_no_verb_behind_its_auxiliary() -> None:
    assert measures("Seven people were caught in the avalanche.") == {"caught in a slide"}


@pytest.mark.parametrize(
    ("expected", "bodies"),
    [
        (
            "response time",
            (
                "The first lifeboat reached the yacht 40 minutes after the alarm.",
                "The firemen came only at the end of 40 minutes.",
                "Neighbours waited 40 minutes for an ambulance.",
            ),
        ),
        (
            "duration",
            (
                "The fire is under control, three hours after the first call.",
                "It took them three hours to bring the flames under control.",
                "Crews needed three hours to extinguish the blaze.",
            ),
        ),
        (
            "on site",
            (
                "More than 100 people are thought to be inside.",
                "Some 100 pensioners were sleeping under this roof when the alarm sounded.",
                "The hostel had 100 guests in their beds.",
            ),
        ),
        ("evacuated", ("Around 60 residents are out so far.", "Sixty tenants were led or carried out alive.")),
    ],
)
def test_what_is_told_of_a_fire(expected: str, bodies: tuple[str, ...]) -> None:
    assert [measures(body) for body in bodies] == [{expected}] * len(bodies)


@pytest.mark.parametrize(
    "body",
    [
        "The leak was stopped two hours after the alarm.",
        "The goal came after 40 minutes.",
        "The road reopened six hours after the call.",
    ],
)
def test_not_every_time_since_a_call_is_of_those_who_came(body: str) -> None:
    assert "response time" not in measures(body)


def test_the_capacity_of_a_hall_is_not_what_somebody_holds_to() -> None:
    assert measures("The hall holds 600 people.") == {"capacity"}
    assert "capacity" not in measures("The ministry holds to six employees.")
