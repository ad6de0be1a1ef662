"""The day of one more death is not that of the accident."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


@pytest.mark.parametrize(
    ("body", "measure"),
    [
        ("The eleventh victim of the Arlen derailment died on Tuesday evening.", "death"),
        ("A sixth miner hurt in the Kolb pit blast died on Monday in hospital.", "death"),
        ("A woman hurt in the crash at Velm died on Monday of her burns.", "death"),
        ("After the crash at Velm a man succumbed in the night to Monday to his injuries.", "death"),
        ("Ten people died on Monday in a blast at the Kolb pit.", "explosion"),
        ("Six people died on Monday in a fire at a mill.", "fire"),
    ],
)
def test_what_the_day_is_of(body: str, measure: str) -> None:
    found = extract_claims([Article("a", headline="", body=body, source="Herald", published="2024-05-01")])
    assert [c.measure for c in found if c.kind is Kind.DATE] == [measure]
