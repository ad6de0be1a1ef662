"""The same story in every format makes the same claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.reading import ReadOptions, read
from reconcile.reading.dispatch import read_source
from reconcile.reading.values import Source
from tests.unit.reading.test_specimens import FILES, MADE, OPTIONS, SPECIMENS, skip_without_extra

PLAIN = SPECIMENS / "text" / "plain.txt"


def figures(article: Article) -> list[tuple[str, str, str, str]]:
    """What the article says, without what stands in an editor's note."""
    notes = [r for r in article.regions if r.kind == "note"]
    claims = extract(article, frozenset({Kind.FIGURE})).claims
    return [
        (c.mention.span.part, c.mention.text, c.measure, c.scope)
        for c in claims
        if not any(n.part == c.mention.span.part and n.start <= c.mention.span.start < n.end for n in notes)
    ]


def expected() -> list[tuple[str, str, str, str]]:
    (article,) = read([PLAIN]).articles
    return figures(article)


def test_the_story_has_figures() -> None:
    assert len(expected()) == 6


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SPECIMENS)))
def test_files_make_the_same_claims(path: Path) -> None:
    skip_without_extra(str(path.relative_to(SPECIMENS)))
    (article,) = read([path], OPTIONS.get(path.name, ReadOptions())).articles
    assert figures(article) == expected()


@pytest.mark.parametrize("name", MADE)
def test_documents_make_the_same_claims(name: str) -> None:
    skip_without_extra(name)
    (article,) = read_source(Source(name, MADE[name]()), ReadOptions()).articles
    assert figures(article) == expected()
