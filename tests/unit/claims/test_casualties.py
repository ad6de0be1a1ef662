"""Who was killed and injured, as reports of one violent event tell it: single people, groups and remainders."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.text import Article


def told(body: str, headline: str = "", measure: str | None = None) -> list[Claim]:
    """The casualty figures that stand for the whole event."""
    article = Article(id="a", headline=headline, body=body, published="2024-05-04")
    claims = extract(article, frozenset({Kind.FIGURE})).claims
    wanted = {measure} if measure else {"killed", "injured", "shot"}
    return [c for c in claims if c.measure in wanted and c.scope is Scope.WHOLE and c.status is Status.STATED]


def counts(body: str, headline: str = "") -> set[str]:
    """ "killed 2" for each casualty figure of the whole event; "killed 1+" where it is a lower bound."""
    return {
        f"{c.measure} {c.quantity.low}{'+' if c.quantity.high is None else ''}"
        for c in told(body, headline)
        if c.quantity.low is not None
    }


@pytest.mark.parametrize(
    "body",
    [
        "A 17-year-old boy was killed on Saturday and officers closed the street.",
        "A 22-year-old university student was killed at the gate.",
        "A teenager is dead after gunfire outside the hall.",
        "A driver was killed by a robber.",
    ],
)
def test_one_person_without_a_number_is_at_least_one(body: str) -> None:
    assert "killed 1+" in counts(body)


@pytest.mark.parametrize(
    "headline", ["Teen killed, 3 men hurt at fair", "Woman dead after row", "16-year-old dead at park"]
)
def test_a_headline_needs_no_article_before_a_person(headline: str) -> None:
    assert "killed 1+" in counts("The fair closed early.", headline)


def test_people_in_passing_are_no_victims() -> None:
    assert counts("A vigil for a man killed in March was held on the square.") == set()
