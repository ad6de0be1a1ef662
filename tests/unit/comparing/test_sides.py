"""Claims gathered into sides, their order, labels and the finding's verdict."""

from __future__ import annotations

import pytest

from reconcile.comparing.compare import Group, compare
from reconcile.model.claim import Status
from reconcile.model.finding import Verdict
from reconcile.model.quantity import Hedge
from tests.unit.comparing.story import Story, number

EARLY, NEXT_DAY, LATER_STILL = "2024-05-01T12:00:00Z", "2024-05-02T12:00:00Z", "2024-05-03T12:00:00Z"


def test_agreeing_claims_share_a_side() -> None:
    story = Story()
    story.says("Herald", 40), story.says("Echo", number(40, Hedge.ABOUT)), story.says("Mirror", 40)
    finding = story.finding()
    assert finding.verdict is Verdict.AGREE
    assert [len(s.claims) for s in finding.sides] == [3]
    assert finding.relations == ()


def test_sides_stand_in_order_of_time_withdrawn_ones_last() -> None:
    story = Story()
    story.says("Courier", 200, EARLY, status=Status.WITHDRAWN)
    story.says("Mirror", 21, LATER_STILL), story.says("Herald", 12, EARLY), story.says("Echo", 17, NEXT_DAY)
    assert [s.low for s in story.finding().sides] == [12, 17, 21, 200]


def test_the_gravest_relation_is_the_verdict() -> None:
    story = Story()
    story.says("Herald", 12, EARLY), story.says("Echo", 17, NEXT_DAY)
    assert story.finding().verdict is Verdict.UPDATED
    story.says("Mirror", 11, LATER_STILL)
    assert story.finding().verdict is Verdict.CONFLICT


def test_a_label_names_the_figure_and_who_gives_it() -> None:
    story = Story("storeys")
    story.says("Herald", number(9, Hedge.ABOUT), words="about nine storeys", by="neighbours")
    for outlet in ("Echo", "Mirror", "Star", "Post"):
        story.says(outlet, 9)
    (side,) = story.finding().sides
    assert side.label == "9 (Echo; neighbours in Herald; Mirror; 2 more)"


def test_an_unhappy_group_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one claim"):
        compare(Group((), "nothing"), {})


def test_a_claim_whose_article_is_unknown_is_compared_all_the_same() -> None:
    story = Story("storeys")
    story.says("Herald", 8), story.says("Echo", 9)
    assert compare(Group(tuple(story.claims), "x"), {}).verdict is Verdict.CONFLICT


def test_large_groups_are_gathered_by_day_and_figure() -> None:
    story = Story()
    for i in range(400):
        story.says(f"Outlet {i}", 12 + i // 200, f"2024-05-0{1 + i // 200}T{i % 24:02d}:00:00Z")
    finding = story.finding()
    assert [(s.low, len(s.claims)) for s in finding.sides] == [(12, 200), (13, 200)]
    assert finding.verdict is Verdict.UPDATED
