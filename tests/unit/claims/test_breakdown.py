"""Groups that add up to the count before them."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def figures(body: str) -> dict[str, Claim]:
    found = extract_claims([Article("a", headline="", body=body, source="Herald", published="2024-05-01")])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    ("body", "measure", "groups"),
    [
        ("In the end 341 people were hurt on the voyage, 298 of them passengers and 43 crew.", "injured", 2),
        ("Persons injured: 259, of which 224 passengers and 35 crew.", "injured", 2),
        ("Dead: 7 (6 climbers, 1 guide).", "killed", 2),
        ("Eight people are known to have died: seven climbers and one guide.", "killed", 2),
        ("The fire killed 31 people: 26 on the spot and five later.", "killed", 2),
        ("Nine people died: seven lie in the chapel, which is cold enough in May, and two at Orla.", "killed", 2),
        ("The police arrested 40 people, 22 dockers, 11 sailors and 7 bakers.", "arrested", 3),
    ],
)
def test_groups_that_add_up_to_the_count_before_them_count_the_same(body: str, measure: str, groups: int) -> None:
    found = [c for c in figures(body).values() if c.measure == measure]
    parts = [c for c in found if c.scope is Scope.PART]
    assert len(parts) == groups == len(found) - 1
    assert len({c.mention.text for c in parts}) == groups


@pytest.mark.parametrize(
    "body",
    [
        "In the end 341 people were hurt on the voyage, 290 passengers and 43 crew sailed on.",  # do not add up
        "The storm killed 3 people, 2 cars and 1 house were burnt.",  # things
        "The blast injured 14 people, 9 soldiers were killed and 5 police officers arrested.",  # fates of their own
        "The blast injured 14 people. The town has 9 doctors and 5 nurses.",  # another sentence
    ],
)
def test_what_only_stands_beside_a_count_is_no_part_of_it(body: str) -> None:
    assert len([c for c in figures(body).values() if c.measure == "injured"]) <= 1
