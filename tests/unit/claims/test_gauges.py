"""Where a reading was taken, told by no name."""

from __future__ import annotations

import pytest

from reconcile.claims.measuring.gauges import SPEC
from reconcile.language.lexicon import load
from reconcile.model.claim import Kind
from reconcile.model.finding import Verdict
from reconcile.model.text import Article
from reconcile.pipeline import reconcile


def verdicts(*bodies: str) -> list[Verdict]:
    articles = [
        Article(f"a{n}", headline="Storm over Orland", body=body, source=f"Desk {n}", published="2025-03-12")
        for n, body in enumerate(bodies)
    ]
    return [f.verdict for f in reconcile(articles).findings if f.kind is Kind.FIGURE]


def test_every_entry_has_examples_and_counter_examples() -> None:
    assert all(entry.examples and entry.counter for entry in load(SPEC))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("on the coast of Orland", "at the airport of Orland", []),
        ("at the summit", "on tower 3", []),
        ("on the bridge", "offshore", []),
        ("at the summit", "on the peak", [Verdict.CONFLICT]),
        ("on the coast", "on the coast", [Verdict.CONFLICT]),
        ("at the summit", "", [Verdict.CONFLICT]),
    ],
)
def test_readings_of_two_places_are_not_held_against_each_other(one: str, other: str, found: list[Verdict]) -> None:
    first = f"Gusts of 130 km/h were recorded {one} on Monday."
    second = f"Gusts of 82 km/h were measured {other} on Monday." if other else "Gusts of 82 km/h hit Orland on Monday."
    assert verdicts(first, second) == found
