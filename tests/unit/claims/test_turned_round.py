"""Predicates that stand before what they are said of."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


def measures(body: str) -> dict[str, str]:
    claims = extract(Article(id="a", body=body), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: c.measure for c in claims}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("As a result of the slide perished 31 persons.", "killed"),
        ("Have disappeared 31 persons.", "missing"),
        ("Remain missing 31 persons.", "missing"),
        ("In the lower valley have been evacuated so far 31 persons.", "evacuated"),
        ("Have returned to their homes 31 people.", "returned"),
        ("In the night were destroyed 31 barns.", "barn destroyed"),
        ("The number of those who perished stood at 31.", "killed"),
        ("The number of residents forced to flee has risen to 31.", "displaced"),
        ("The number of people allowed to return rose to 31.", "returned"),
        ("The number of tourists who drowned reached 31.", "killed"),
    ],
)
def test_what_stands_behind_its_verb(body: str, expected: str) -> None:
    assert set(measures(body).values()) == {expected}


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("After the mayor died 12 people came to the hall.", "12 people"),
        ("Of those who died 12 people had no papers.", "12 people"),
        ("The number of clerks in the room where he died was 12.", "12"),
    ],
)
def test_a_clause_of_somebody_else_says_nothing_of_the_number_behind_it(body: str, figure: str) -> None:
    assert measures(body)[figure] != "killed"


def test_where_the_sentence_opens_in_one_hospital_others_may_lie_elsewhere() -> None:
    told = extract(Article(id="a", body="In the hospital of Corra are admitted 14 persons."), frozenset({Kind.FIGURE}))
    assert [c.scope.value for c in told.claims] == ["part"]
