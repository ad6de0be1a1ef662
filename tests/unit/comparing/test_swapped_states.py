"""Severe and slight injuries taken for each other."""

from __future__ import annotations

from reconcile.model.finding import Verdict
from reconcile.model.text import Article
from reconcile.pipeline import reconcile

EARLY = "At a works in Torvalle 14 people were injured seriously and 47 slightly in an explosion."
LATER = "The explosion in Torvalle left 61 wounded, 47 of them in grave state and 14 with light injuries."


def test_two_states_that_changed_places_are_no_update() -> None:
    one = Article(
        id="a", source="Rescue Service", headline="Explosion at works", body=EARLY, published="2025-03-13T08:00:00Z"
    )
    two = Article(id="b", source="Courier", headline="Explosion hurts 61", body=LATER, published="2025-03-13T12:00:00Z")
    found = {f.claims[0].population: f.verdict for f in reconcile([one, two]).findings}
    assert found["stable"] is found["critical"] is Verdict.CONFLICT
