"""One question in other word orders: inverted, with a pronoun for what was named before, as a noun."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


def last_of(body: str) -> str:
    """The measure and scope of the last figure of a text."""
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    last = max(claims, key=lambda c: c.mention.span.start)
    return f"{last.measure} {last.scope.value}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Have been wounded 19 civilians.", "injured whole"),
        ("Were rescued 112 persons.", "rescued whole"),
        ("Have collapsed 46 buildings.", "building destroyed whole"),
        ("In the blast died 12 soldiers.", "killed whole"),
        ("There have already been seized 34 firearms.", "gun seized whole"),
        ("In the hospital of Rovenna are admitted 14 persons.", "hospitalised part"),
        ("In the search for the missing 12 boats took part.", "boat whole"),
        ("Boats lined the quay. 38 of them were burned.", "boat destroyed whole"),
        ("Birds washed ashore. 1,900 of them died.", "bird killed whole"),
        ("Crews counted the homes, 31 of which burned down.", "home destroyed whole"),
        ("Homes burned on Sunday. About 1,400 more are still threatened.", "home threatened whole"),
        ("Wells were tested. 26 of them were contaminated.", "well part"),
        ("Patients came from three districts. 41 of them died.", "killed whole"),
        ("The quake killed 54 people. 12 of them died in the school.", "killed part"),
        ("Firefighters saved the homes. Sixteen were injured.", "injured whole"),
        ("2,400 jobs will be cut.", "laid off whole"),
        ("Have fallen 900 trees.", "tree felled whole"),
        ("The maker took back 890,000 cars.", "car whole"),
        ("The burning of 38 cars was reported.", "car destroyed whole"),
        ("The crowd numbered 12,000.", "attendance whole"),
        ("2,318 - dwellings destroyed.", "home destroyed whole"),
        ("12 - the mayor said so.", " whole"),
        ("Of the drones, 96 were shot down.", "drone intercepted whole"),
        ("Of the stolen works four are on loan.", " part"),
    ],
)
def test_a_question_is_the_same_in_another_word_order(body: str, expected: str) -> None:
    assert last_of(body) == expected
