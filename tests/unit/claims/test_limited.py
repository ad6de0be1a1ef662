"""Counts that their own sentence says to be of some only."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind, Scope
from reconcile.model.text import Article


def scope(body: str, figure: str) -> Scope:
    article = Article(id="a", headline="", body=body, published="2024-05-04")
    found = {c.mention.text: c.scope for c in extract(article, frozenset({Kind.FIGURE})).claims}
    return found[figure]


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("Others wrote of 82 arrests, which was only the group rounded up in Dern Street.", "82 arrests"),
        ("The ministry counts 31 dead, which covers only two of the five districts.", "31 dead"),
        ("The toll of 31, a figure that counts merely the bodies found, will rise.", "31"),
        ("It spoke of 940 cases, a number which includes just those in hospital.", "940 cases"),
        ("Police made 82 arrests for breach of the peace and 10 others on a variety of charges.", "82 arrests"),
        ("There were 40 cases of measles and 12 others.", "40 cases"),
    ],
)
def test_what_takes_in_only_some_is_a_part(body: str, figure: str) -> None:
    assert scope(body, figure) is Scope.PART


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("Police made 82 arrests for breach of the peace.", "82 arrests"),
        ("The storm killed 31 people, which was only the beginning.", "31 people"),
        ("He paid 5 million euros, which was only a tenth of what he owed.", "5 million euros"),
        ("Police arrested 82 people for theft and fined 10 others.", "82 people"),
        ("Police arrested 82 people for theft. Another 10 were fined.", "82 people"),
        ("The storm killed 31 people, which only the mayor denies.", "31 people"),
    ],
)
def test_else_it_is_the_whole(body: str, figure: str) -> None:
    assert scope(body, figure) is Scope.WHOLE
