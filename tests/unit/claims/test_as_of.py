"""The time a figure speaks of, where its sentence tells one."""

from __future__ import annotations

from datetime import datetime

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

TUESDAY = datetime.fromisoformat("2025-02-04T08:00:00+00:00")


def times(body: str) -> dict[str, str]:
    claims = extract_claims([Article(id="a", body=body, source="Weekly", published=TUESDAY)])
    return {c.mention.text: f"{c.as_of:%d %H:%M}" if c.as_of else "" for c in claims if c.kind is Kind.FIGURE}


def test_a_cue_dates_the_figures_of_its_sentence() -> None:
    assert times("As of 10 a.m. on Monday, nine people were dead and 23 missing.") == {
        "nine people": "03 10:00",
        "23 missing": "03 10:00",
    }


def test_another_time_in_between_ends_it() -> None:
    found = times("As of 10 a.m. on Monday, nine people were dead; by Tuesday morning the toll stood at 31.")
    assert found == {"nine people": "03 10:00", "31": ""}
