"""Bare numbers that share the predicate of the figure before them, in a story of two events."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

OPENING = (
    "A bomb at the Fish Market killed 31 people on 4 September. "
    "A second bomb, at the bus station on 9 September, killed 18 people.\n\n"
)


def told(sentence: str) -> dict[str, tuple[str, date | None]]:
    """What the figures of the sentence measure, and the days of their events."""
    article = Article("a", headline="", body=OPENING + sentence, source="Herald", published="2025-09-11")
    claims = [c for c in extract_claims([article]) if c.kind is Kind.FIGURE and c.mention.span.start >= len(OPENING)]
    days = {c.id: c.frame.incident.day for c in claims}
    return {c.mention.text: (c.measure, day.first if (day := days[c.id]) else None) for c in claims}


@pytest.mark.parametrize(
    ("sentence", "text", "measure", "day"),
    [
        ("The dead number 30 in the market and 17 at the bus station.", "17", "killed", 9),
        ("Police said 30 people had died in the market and 17 at the station.", "17", "killed", 9),
        ("Thirty died at the market, 17 at the station.", "17", "killed", 9),
        ("Thirty people died at the market and 17 people at the station.", "17 people", "killed", 9),
        ("The market bomb killed 30 people, the one at the station 17.", "17", "killed", 9),
        ("Police detained four over the market blast and three over the station bombing.", "three", "detained", 9),
        ("Four arrests were made after the first bombing and two after the second.", "two", "arrested", 9),
        ("The second blast injured 40 people.", "40 people", "injured", 9),
        ("The first explosion injured 40 people and killed 12.", "12", "killed", 4),
    ],
)
def test_a_bare_number_shares_the_predicate(sentence: str, text: str, measure: str, day: int) -> None:
    assert told(sentence)[text] == (measure, date(2025, 9, day))


@pytest.mark.parametrize(
    "sentence", ["The blast killed 30 people, the youngest 17.", "Thirty people died in the fire, 17 of them children."]
)
def test_other_numbers_do_not(sentence: str) -> None:
    assert told(sentence).get("17", ("", None))[0] == ""
