"""Figures that were nearly put together."""

from __future__ import annotations

from reconcile import read, reconcile
from reconcile.matching.nearby import near_misses
from reconcile.model.text import Article

FIRST = "A bus overturned near Orlo on the coast road. It killed 12 people and injured 30, the Orlo clinic said."
SECOND = "A bus overturned near Orlo on the coast road. It killed 12 people, four of them children, police said."


def test_a_part_is_named_with_what_would_have_joined_it() -> None:
    report = reconcile([Article("a", body=FIRST, source="Courier"), Article("b", body=SECOND, source="Herald")])
    (finding,) = (f for f in report.findings if f.measure == "killed")
    (miss,) = near_misses(finding.claims, report.claims)
    assert miss.outside.mention.text == "four of them children"
    assert miss.short > 0
    assert "population" in miss.would_join


def test_explain_prints_it() -> None:
    report = reconcile(read(["fixtures/rising-toll"]).articles)
    finding = next(f for f in report.findings if f.measure == "killed" and f.verdict == "updated")
    text = " ".join(report.explain(finding.id).split())
    assert "What would have changed it" in text
    assert "if both spoke of the same time, conflict rather than updated" in text
    every = [" ".join(report.explain(f.id).split()) for f in report.findings]
    assert any("bits short of the threshold" in t for t in every)
