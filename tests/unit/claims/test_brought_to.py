"""Some of those counted, told right before or after all of them."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def figures(body: str) -> list[Claim]:
    found = extract_claims([Article("a", headline="", body=body, source="Herald", published="2024-05-01")])
    return [c for c in found if c.kind is Kind.FIGURE]


@pytest.mark.parametrize(
    "body",
    [
        "Divers recovered six bodies on Friday. The total of the victims rose to 15.",
        "Firemen pulled four bodies from the mine, bringing the death toll to 19.",
        "Six bodies were found by soldiers. The toll reached 15.",
        "Volunteers recovered 12 bodies. In all, 31 people have died.",
        "The navy rescued 40 people. Altogether 52 people were rescued.",
    ],
)
def test_what_was_found_last_is_part_of_the_total_told_next(body: str) -> None:
    part, whole = figures(body)
    assert part.measure == whole.measure
    assert (part.scope, whole.scope) == ("part", "whole")


@pytest.mark.parametrize(
    "body",
    [
        "Six people died in the fire. The toll rose to 15.",  # two tolls
        "Divers recovered six bodies. The flood killed 15 people.",
    ],
)
def test_a_toll_before_a_toll_is_no_part_of_it(body: str) -> None:
    assert {c.scope.value for c in figures(body)} == {"whole"}


@pytest.mark.parametrize(
    ("body", "measures"),
    [
        ("The ferry had 212 passengers, of whom nine died.", ["passenger", "killed"]),
        ("The ferry had 212 passengers, nine of whom died.", ["passenger", "killed"]),
        ("Minors: 11, of whom four travelled alone.", ["minor", "unaccompanied"]),
        ("Workers: 40, of whom six were injured.", ["employee", "injured"]),
        ("Guests: 60, nine of them injured.", ["guest", "injured"]),
        ("There were 61 residents, of whom 12, police said, were missing.", ["resident", "missing"]),
        ("12 people, three of whom were children, were killed.", ["killed", "killed"]),
        ("12 people, three of them children, were killed.", ["killed", "killed"]),
        ("Forty people, six of whom remain in hospital, were hurt.", ["injured", "hospitalised"]),
        ("A total of 30 hikers, four of them injured, were rescued.", ["rescued", "injured"]),
        ("40 people, all of whom died, were in the house.", ["killed"]),
    ],
)
def test_the_clause_of_some_tells_nothing_of_all(body: str, measures: list[str]) -> None:
    assert [c.measure for c in figures(body)] == measures


def test_what_is_only_feared_makes_nobody_a_part() -> None:
    feared = "Divers fear that up to 40 bodies are trapped in the hull."
    stated = "The coast guard counts 40 bodies in all."
    assert figures(f"At least 17 migrants perished. {feared}")[0].scope == "whole"
    assert figures(f"At least 17 migrants perished. {stated}")[0].scope == "part"
