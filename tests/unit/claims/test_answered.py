"""A count that answers a question tells what was asked."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article


def counts(body: str) -> list[Claim]:
    found = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    return list(found)


@pytest.mark.parametrize(
    ("body", "measure", "population"),
    [
        ("How many died? The ministry says 44.", "killed", ""),
        ("And how many people were on board? The operator says 247.", "aboard", ""),
        ("Who was killed? Twelve people.", "killed", ""),
        ("How many are missing? Officials give 17.", "missing", ""),
        ("How many have been arrested? Fourteen.", "arrested", ""),
        ("Who has been charged? Seven officers.", "charged", "police"),
        ("How many children died? Twelve, the ministry says.", "killed", "children"),
        ("How many homes are without power? About 9,000.", "without power", ""),
        ("What was damaged? Some 62 houses and a school.", "home damaged", ""),
        ("How many buildings burned down? The county lists 112.", "building destroyed", ""),
        ("What has been lost? The county's tally is 112 structures.", "building destroyed", ""),
        ("How many firefighters are there? At last count, 1,150.", "deployed", "rescuers"),
    ],
)
def test_a_count_tells_what_was_asked(body: str, measure: str, population: str) -> None:
    first = counts(body)[0]
    assert (first.measure, first.population) == (measure, population)


def test_some_of_the_answer_are_told_of_too() -> None:
    found = counts("What has been lost? The tally is 112 structures, including 71 houses.")
    assert [c.measure for c in found] == ["building destroyed", "home destroyed"]


@pytest.mark.parametrize(
    ("body", "measure"),
    [
        ("Who is he? A father of three children.", "killed"),
        ("Who will pay? The state, which has 300 engineers.", "cost"),
        ("Did anybody die? There were 14 people in the house.", "killed"),
        ("How many died? Nobody knows. There were 14 people in the house.", "killed"),
        ("How many are affected? The bank has 9,000 customers.", "affected"),
        ("What was damaged? Nobody says. The town has 62 houses.", "home damaged"),
        ("How many died? Five were arrested.", "killed"),
    ],
)
def test_what_was_not_asked_is_not_told(body: str, measure: str) -> None:
    assert measure not in {c.measure for c in counts(body)}
