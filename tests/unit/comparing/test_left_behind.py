"""A count that the story has gone beyond more than once, and that somebody prints all the same."""

from __future__ import annotations

import pytest

from tests.unit.comparing.story import Story


def test_who_prints_an_outgrown_count_keeps_nobody_from_having_gone_on() -> None:
    story = Story()
    first = story.says("Radio", 9, "2024-05-01T06:00:00Z")
    later = [story.says("Wire", 11, "2024-05-01T12:00:00Z"), story.says("Ministry", 14, "2024-05-02T08:00:00Z")]
    stale = story.says("Weekly", 9, "2024-05-02T18:00:00Z")
    last = story.says("Evening Post", 15, "2024-05-03T18:00:00Z")
    assert [story.verdict(first, c) for c in later] == ["updated", "updated"]
    assert [story.verdict(stale, c) for c in (*later, last)] == ["conflict", "conflict", "conflict"]


@pytest.mark.parametrize(("toll", "verdict"), [(9, "conflict"), (11, "updated")])
def test_a_higher_count_rivals_what_somebody_prints_still_unless_it_rose_a_little(toll: int, verdict: str) -> None:
    story = Story()
    first = story.says("Radio", toll, "2024-05-01T06:00:00Z")
    other = story.says("Wire", 14, "2024-05-01T12:00:00Z")
    story.says("Weekly", toll, "2024-05-02T18:00:00Z")
    assert story.verdict(first, other) == verdict


def test_who_gives_a_higher_count_too_has_kept_up() -> None:
    story = Story()
    story.says("Wire", 4, "2024-05-01T06:00:00Z")
    story.says("Radio", 5, "2024-05-01T12:00:00Z")
    story.says("Weekly", 5, "2024-05-02T18:00:00Z")
    lower = story.says("Weekly", 3, "2024-05-02T18:00:00Z")
    last = story.says("Evening Post", 6, "2024-05-03T18:00:00Z")
    assert story.verdict(lower, last) == "updated"


def test_what_a_review_tells_of_a_count_step_by_step_is_not_given_still() -> None:
    story = Story()
    first = story.says("Radio", 21, "2024-05-02T18:00:00Z")
    for step in (9, 21, 29):
        story.says("Review", step, "2024-05-12T06:00:00Z", by="the commission")
    last = story.says("Review", 48, "2024-05-12T06:00:00Z")
    assert story.verdict(first, last) == "updated"
