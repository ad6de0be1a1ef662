"""Men and women among the victims, and deaths that a later article alone tells of."""

from __future__ import annotations

import pytest

from reconcile.model.finding import Finding, Verdict
from reconcile.model.text import Article
from reconcile.pipeline import reconcile


def findings(first: str, second: str, measure: str, later: str = "2024-05-07") -> list[Finding]:
    """The findings by one measure on two reports of a shooting in Marsk."""
    one = Article(id="a", headline="Shooting in Marsk", body=first, source="Herald", published="2024-05-04")
    two = Article(id="b", headline="Shooting in Marsk", body=second, source="Echo", published=later)
    return [f for f in reconcile([one, two]).findings if f.measure == measure]


def test_men_and_women_changed_places() -> None:
    first = "A shooting in Marsk on Saturday left three women and two men dead, police said."
    second = "A shooting in Marsk on Saturday left three men and two women dead, police said."
    (found,) = findings(first, second, "gender", "2024-05-04")
    assert found.verdict is Verdict.CONFLICT
    assert len(found.claims) == 4
    assert "as many in all" in found.relations[0].reasons[0]


@pytest.mark.parametrize(
    "second",
    [
        "A shooting in Marsk on Saturday left two men and three women dead, police said.",
        "A shooting in Marsk on Saturday left four women and two men dead, police said.",
        "A shooting in Marsk on Saturday left three women dead and two men wounded, police said.",
    ],
)
def test_the_same_people_or_another_number_of_them_are_no_change_of_places(second: str) -> None:
    first = "A shooting in Marsk on Saturday left three women and two men dead, police said."
    assert findings(first, second, "gender", "2024-05-04") == []


def test_a_death_that_only_the_later_report_knows_is_an_update() -> None:
    first = "Five people were injured in a shooting in Marsk on Saturday, police said."
    second = "One person was killed and four were injured in a shooting in Marsk on Saturday, police said."
    (found,) = findings(first, second, "killed")
    assert found.verdict is Verdict.UPDATED
    assert found.best is not None and found.best.best == 1
    assert {c.measure for c in found.claims} == {"injured", "killed"}


@pytest.mark.parametrize(
    "first, later",
    [
        ("Five people were injured in a shooting in Marsk on Saturday, police said.", "2024-05-04"),
        ("One person was killed and five were injured in a shooting in Marsk on Saturday.", "2024-05-07"),
        ("Two people were detained after a shooting in Marsk on Saturday, police said.", "2024-05-07"),
    ],
)
def test_no_death_since_where_the_order_is_open_or_both_tell_of_it(first: str, later: str) -> None:
    second = "One person was killed and four were injured in a shooting in Marsk on Saturday, police said."
    assert not [f for f in findings(first, second, "killed", later) if f.verdict is Verdict.UPDATED]
