"""Where people were is one thing, what befell them another."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.text import Article


def figures(body: str) -> list[Claim]:
    return list(extract(Article(id="a", body=body), frozenset({Kind.FIGURE})).claims)


@pytest.mark.parametrize(
    ("body", "measure"),
    [
        ("Three people in the car were killed.", "killed"),
        ("Three people who were in the car were hurt, police said.", "injured"),
        ("Four people on the boat were rescued by a trawler.", "rescued"),
        ("When the ferry sank, 40 people on board drowned.", "killed"),
        ("Rescuers say 12 people on the bus died.", "killed"),
    ],
)
def test_a_fate_is_told_of_those_who_were_there(body: str, measure: str) -> None:
    (claim,) = figures(body)
    assert (claim.measure, claim.population) == (measure, "aboard")


@pytest.mark.parametrize(
    "body",
    [
        "A bus with 40 people aboard was hit by a train.",
        "Ninety people were on board when it sank and were rescued.",
        "Twelve people on board the ferry that burned were Greeks.",
        "All 40 people on board were rescued.",
        "The 60 people on the bus killed time with card games.",
        "A bus packed with 60 pilgrims fell into a ravine.",
        "The dinghy was overloaded with 120 people.",
    ],
)
def test_others_are_those_aboard(body: str) -> None:
    (claim,) = figures(body)
    assert (claim.measure, claim.population) == ("aboard", "")


def test_a_list_behind_a_colon_is_of_the_count_before_it() -> None:
    body = "Eight people are dead, says mayor Ada Lind: seven who were travelling on the tram and the van's driver."
    assert [(c.quantity.value, c.measure, c.scope) for c in figures(body)] == [
        (8, "killed", Scope.WHOLE),
        (7, "killed", Scope.PART),
    ]


def test_groups_that_come_to_the_count_before_them_make_no_second_one() -> None:
    body = "Seven people on the tram lost their lives, namely six passengers and the driver."
    assert [c.mention.text for c in figures(body)] == ["Seven people", "six passengers"]


@pytest.mark.parametrize(
    ("body", "measure", "scope"),
    [
        ("The train had five carriages, of which three derailed.", "carriage derailed", Scope.WHOLE),
        ("The airline runs 300 flights; 40 of them were cancelled.", "flight cancelled", Scope.WHOLE),
        ("The hamlet's 60 homes were damaged, 12 of them destroyed.", "home destroyed", Scope.WHOLE),
        ("Forty homes stand. Six of the homes destroyed were empty.", "home destroyed", Scope.PART),
    ],
)
def test_what_befell_some_things_is_told_of_all_it_befell(body: str, measure: str, scope: Scope) -> None:
    assert (figures(body)[-1].measure, figures(body)[-1].scope) == (measure, scope)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("14 people were injured seriously and 47 slightly.", ["critical", "stable"]),
        ("Nine people were hurt badly and 30 lightly.", ["critical", "stable"]),
        ("The blast left 61 wounded, 47 of them in grave state and 14 with light wounds.", ["", "critical", "stable"]),
    ],
)
def test_states_of_the_hurt(body: str, expected: list[str]) -> None:
    assert [(c.measure, c.population) for c in figures(body)] == [("injured", p) for p in expected]
