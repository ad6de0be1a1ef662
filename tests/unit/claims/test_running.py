"""Sums and counts that their text calls unfinished."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


@pytest.mark.parametrize(
    ("body", "so_far"),
    [
        ("The bill so far is $21 million.", [True]),
        ("Cost to date: $6.8 million", [True]),
        ("Fighting the fire has cost 9 million dollars so far.", [True]),
        ("Until now 12 boats have been raised.", [True]),
        ("It will cost $30 million, and $9 million has been spent to date.", [False, True]),
        ("The bridge is 40 metres long.", [False]),
        ("So far it has rained, but the bridge is 40 metres long.", [False]),
    ],
)
def test_so_far(body: str, so_far: list[bool]) -> None:
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    assert [c.so_far for c in claims] == so_far
