"""Figures in lists of facts, and things counted by one noun or another."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


def measures(body: str) -> list[str]:
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    return [f"{c.measure} {c.quantity.value}" for c in claims]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Persons deceased: 143\n\nResidences damaged: 67", ["killed 143", "home damaged 67"]),
        ("Persons on board: 220\nDerailed carriages: 5\nDead: 12", ["aboard 220", "carriage derailed 5", "killed 12"]),
        ("Persons on board (estimate of the coast guard, from statements): 140", ["aboard 140"]),
        ("- deceased: 43;\n- injured: 11.", ["killed 43", "injured 11"]),
        ("Buildings destroyed: 2,870; damaged: 6,300", ["building destroyed 2870", "building damaged 6300"]),
        ("The county counted 143 homes destroyed and 88 damaged.", ["home destroyed 143", "home damaged 88"]),
        ("HOUSES. Destroyed: 1,280. Damaged: 3,915.", ["home destroyed 1280", "home damaged 3915"]),
        ("3. HOUSES. Destroyed: 1,280. Damaged: 3,915.", ["home destroyed 1280", "home damaged 3915"]),
        ("2) VESSELS: Sunk: 12. Missing: 3.", ["ship sunk 12", "missing 3"]),
        ("Casualties: fatalities 2; injured 11.", ["killed 2", "injured 11"]),
        ("Deaths 14, injured 30.", ["killed 14", "injured 30"]),
        ("SERVICES. Bridges collapsed: three.", ["bridge destroyed 3"]),
        ("The storm destroyed 12 dwellings.", ["home destroyed 12"]),
        ("The number of homes lost rose to 31.", ["home destroyed 31"]),
        ("The tally of flights cancelled has reached 340.", ["flight cancelled 340"]),
        ("The number of people missing fell to 12.", ["missing 12"]),
        ("Police: 22,000", [" 22000"]),
        ("The inquiry made 19 recommendations; 11 were carried out.", ["recommendation 19", "carried 11"]),
        ("He wrote to all those who had in those days lost a house: 12 replied.", [" 12"]),
    ],
)
def test_labels_say_what_is_counted(body: str, expected: list[str]) -> None:
    assert measures(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The bid values the chain at 2.3 billion pounds ($2.99 billion).",
            ["purchase price 2300000000.0", "purchase price 2990000000.00"],
        ),
        ("The river stood at a water level of 7.4 metres (24.3 feet).", ["water level 7.4", "water level 24.3"]),
        ("The river stood at a water level of 7.4 metres. A wall of 24.3 feet fell.", ["water level 7.4", "foot 24.3"]),
    ],
)
def test_an_equivalent_in_brackets_measures_the_same(body: str, expected: list[str]) -> None:
    assert measures(body) == expected


def test_a_sentence_before_a_colon_names_nothing_that_is_counted() -> None:
    article = Article(id="a", body="The slope will be a cemetery: sixty-one were found.", published="2024-05-04")
    (claim,) = extract(article, frozenset({Kind.FIGURE})).claims
    assert claim.measure != "cemetery"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It will close two plants.", "It will close two factories."),
        ("The flood damaged 40 cellars.", "The flood damaged 40 basements."),
        ("The storm sank 12 jets.", "The storm sank 12 aircraft."),
        ("He was convicted of 11 counts.", "He was convicted of 11 charges."),
        ("It is axing 600 roles.", "It is axing 600 posts."),
    ],
)
def test_desks_name_one_kind_of_thing_in_two_ways(one: str, other: str) -> None:
    assert measures(one) == measures(other)


def test_a_boat_is_no_ship() -> None:
    assert measures("The storm sank 12 boats.") != measures("The storm sank 12 ships.")


def test_what_somebody_is_father_of_are_children() -> None:
    body = "Dad-of-three Jozef got out. Mum-of-two Dawn was rescued. Three miners were rescued."
    told = extract(Article(id="a", body=body, published="2025-05-20"), frozenset({Kind.FIGURE})).claims
    assert [c.measure for c in told] == ["children", "children", "rescued"]
