"""What a note takes back with nothing in its place, where the text itself has the mended figure."""

from __future__ import annotations

import pytest

from reconcile import Article, reconcile
from reconcile.model.claim import Kind

CASES = [
    ("The flood in Osk left 13,000 people without a roof.", "31,000 people were in shelters", "13,000 people"),
    ("The ministry will spend $86 million on roads.", "the sum was $68 million", "$86 million"),
    ("The school at Dorn has 540 pupils and 45 teachers.", "5,400 pupils attend", "540 pupils"),
    ("The crash killed 12 people and injured 18.", "21 people had been injured", ""),
    ("Some 4,300 workers walked out; 120 buses left.", "210 people were arrested", ""),
    ("The storm cut power to 24,000 homes.", "42,000 sandbags had been filled", ""),
]


@pytest.mark.parametrize(("text", "said", "mended"), CASES)
def test_the_text_has_what_replaces_a_slip(text: str, said: str, mended: str) -> None:
    body = f"{text}\n\nCorrection: An earlier version of this report said that {said}. The digits had slipped."
    claims = reconcile([Article(id="a", body=body, source="A", published="2025-07-10")]).claims
    figures = [c for c in claims if c.kind is Kind.FIGURE and c.replaces]
    assert "".join(c.mention.text for c in figures) == mended
