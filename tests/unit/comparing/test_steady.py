"""A part that rises while its whole stands still."""

from __future__ import annotations

import attrs
import pytest

from reconcile.comparing.compare import Group, compare, counts_of
from reconcile.model.claim import Scope
from tests.unit.comparing.story import Story, verdict_in

NOON, EVENING = "2024-05-01T12:00:00Z", "2024-05-01T18:00:00Z"


@pytest.mark.parametrize(
    ("whole", "voice", "verdict"),
    [(34, "the union", "conflict"), (36, "the union", "updated"), (34, "the ministry", "updated")],
    ids=["same-whole", "whole-rose-too", "same-authority"],
)
def test_a_part_counted_otherwise_out_of_the_same_whole(whole: int, voice: str, verdict: str) -> None:
    story = Story()
    story.says("Courier", 34, NOON)
    story.says("Herald", whole, EVENING)
    first = story.says("Courier", 11, NOON, by="the ministry", scope=Scope.PART)
    later = story.says("Herald", 14, EVENING, by=voice, scope=Scope.PART)
    parts = [attrs.evolve(c, population="children") for c in (first, later)]
    everything = (*story.claims[:2], *parts)
    finding = compare(Group(tuple(parts), "children killed", counts=counts_of(everything)), story.articles)
    assert verdict_in(finding, *parts) == verdict
    assert finding.best is not None
    assert finding.best.low == (11 if verdict == "conflict" else 14)
