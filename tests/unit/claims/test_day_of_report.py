"""The day on which a count came out is not the day of what it counts."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("The dead are 168, by the list published on Friday.", None),
        ("The sea has returned 34 dead, the most recent on Friday.", None),
        ("Correction, 3 May: 29 people died in the flood.", None),
        ("On Friday 168 people died.", date(2024, 5, 3)),
        ("Twelve hostages were killed on Friday, not the 15 announced on Sunday.", date(2024, 5, 3)),
    ],
)
def test_the_day_a_count_came_out_is_no_day_of_the_event(body: str, day: date | None) -> None:
    article = Article("a", headline="", body=body, source="Herald", published="2024-05-07")
    claims = [c for c in extract_claims([article]) if c.kind is Kind.FIGURE]
    assert (claims[0].frame.days.first if claims[0].frame.days else None) == day
