"""Versions of one article: the latest speaks, and a change that no note tells is pointed out."""

from __future__ import annotations

import attrs
import pytest

from reconcile.model.claim import Status
from reconcile.model.finding import Verdict
from tests.unit.comparing.story import Story


def story(first: int, second: int, *, measure: str = "killed") -> Story:
    """One outlet's article in two versions."""
    made = Story(measure)
    made.says("Herald#old", first, "2024-05-01T12:00:00Z")
    made.says("Herald", second, "2024-05-02T12:00:00Z")
    made.articles["Herald#old"] = attrs.evolve(made.articles["Herald#old"], version_of="Herald", source="Herald")
    return made


@pytest.mark.parametrize(
    ("measure", "first", "second", "verdict"),
    [
        ("killed", 12, 15, Verdict.UPDATED),  # a toll may rise
        ("killed", 15, 12, Verdict.TENSION),
        ("missing", 15, 12, Verdict.UPDATED),  # this may go either way
        ("storey", 9, 11, Verdict.TENSION),  # this does not move
    ],
)
def test_a_change_without_a_note(measure: str, first: int, second: int, verdict: Verdict) -> None:
    finding = story(first, second, measure=measure).finding()
    assert finding.verdict is verdict
    assert finding.silent_change
    assert finding.notes == (f"Herald changed “{first}” to “{second}” without a note",)


def test_the_same_figure_in_both_versions_is_no_change() -> None:
    finding = story(12, 12).finding()
    assert (finding.verdict, finding.silent_change, finding.notes) == (Verdict.AGREE, False, ())


def test_with_a_note_it_is_a_correction() -> None:
    made = story(15, 12)
    herald = made.claims[-1]
    old = made.says("Herald", 15, "2024-05-02T12:00:00Z", status=Status.WITHDRAWN)
    made.claims[1] = attrs.evolve(herald, replaces=(old.id,))
    finding = made.finding()
    assert finding.verdict is Verdict.CORRECTED
    assert not finding.silent_change
    assert not any("still says" in note for note in finding.notes)


def test_an_older_version_is_nobodys_rival() -> None:
    made = story(15, 12)
    made.says("Courier", 12, "2024-05-01T13:00:00Z")
    made.says("Courier too", 17, "2024-05-01T13:00:00Z")
    finding = made.finding()
    said = {(r.verdict, *sorted(finding.sides[i].low for i in (r.a, r.b))) for r in finding.relations}
    assert (Verdict.COMPATIBLE, 15, 17) in said
    assert (Verdict.CONFLICT, 12, 17) in said or (Verdict.UPDATED, 12, 17) in said


def test_a_figure_that_stands_in_both_versions_has_not_changed() -> None:
    made = story(15, 12)
    made.says("Herald", 15, "2024-05-02T12:00:00Z", by="the mayor")
    assert not made.finding().silent_change


def test_the_best_figure_is_of_the_latest_version() -> None:
    best = story(15, 12).finding().best
    assert best is not None
    assert (best.low, best.best, best.high) == (12, 12, 12)
