"""The question of a group of figures, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.matching.questions import question
from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article

ARTICLE = Article(id="a", body="12 of them", source="Kavra Mercury")


@pytest.mark.parametrize(
    ("measure", "population", "words"),
    [
        ("killed", "", "people killed"),
        ("killed", "children", "children killed"),
        ("on strike", "", "people on strike"),
        ("attendance", "", "attendance"),
        ("attendance", "children", "attendance, children"),
        ("crew", "crew", "crew"),
        ("child", "children", "children"),
        ("passenger", "", "passenger"),
        ("", "", "people"),
    ],
)
def test_a_question_reads_as_an_editor_would_put_it(measure: str, population: str, words: str) -> None:
    scope = Scope.PART if population else Scope.WHOLE
    twelve = Quantity(Decimal(12), Decimal(12), unit="person")
    claim = Claim("c", Kind.FIGURE, ARTICLE.mention("body", 0, 10), twelve, measure, scope=scope, population=population)
    assert question([claim]) == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("foot", "length (foot)"),
        ("USD", "sum of money (USD)"),
        ("percent", "share (percent)"),
        ("per dollar", "per dollar"),
    ],
)
def test_what_is_told_by_its_unit_alone_is_called_by_what_that_measures(unit: str, words: str) -> None:
    twelve = Quantity(Decimal(12), Decimal(12), unit=unit)
    claim = Claim("c", Kind.FIGURE, ARTICLE.mention("body", 0, 10), twelve, unit)
    assert question([claim]) == words
