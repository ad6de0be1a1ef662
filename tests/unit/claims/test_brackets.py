"""A figure and the same in another unit, in brackets or not."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article


@pytest.mark.parametrize(
    ("body", "restated"),
    [
        ("The flames took 27,650 hectares, an area of 107 square miles.", [False, True]),
        ("The road is 310 kilometres long, which is 193 miles.", [False, True]),
        ("The tower is 361 feet (110 metres) high.", [False, True]),
        ("The road is 310 kilometres long; the other one has 193 miles.", [False, False]),
        ("The road is 310 kilometres long, the river 90 miles.", [False, False]),
        ("The road costs 310 million euros, or 310 million dollars.", [False, True]),
    ],
)
def test_what_is_given_again_in_another_unit(body: str, restated: list[bool]) -> None:
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    assert [c.restates is not None for c in claims] == restated
    assert not any(restated) or len({c.measure for c in claims}) == 1
