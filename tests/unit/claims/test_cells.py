"""Figures in the cells of a table."""

from __future__ import annotations

from reconcile.claims.extract import extract
from reconcile.claims.measuring.cells import check_examples
from reconcile.model.claim import Kind, Scope
from reconcile.model.text import Article
from reconcile.reading.blocks import from_html

TABLE = (
    "<p>Twelve people were killed in the flood.</p><table><tr><th>Town<th>Killed</tr>"
    "<tr><td>Holm<td>9</tr><tr><td>Vik<td>3</tr><tr><td>Total<td>12</tr></table>"
)


def test_the_tables_own_examples_hold() -> None:
    assert check_examples() == []


def test_a_row_counts_a_part_and_the_total_the_whole() -> None:
    blocks = from_html(TABLE)
    article = Article(id="a", body=blocks.text, regions=blocks.regions)
    claims = extract(article, frozenset({Kind.FIGURE})).claims
    assert [(c.mention.text, c.measure, c.scope, c.population) for c in claims] == [
        ("Twelve people", "killed", Scope.WHOLE, ""),
        ("9", "killed", Scope.PART, "holm"),
        ("3", "killed", Scope.PART, "vik"),
        ("12", "killed", Scope.WHOLE, ""),
    ]
