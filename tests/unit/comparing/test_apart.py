"""Groups are separated where one voice tells figures apart."""

from __future__ import annotations

import pytest

from reconcile.comparing.compare import Group, separate
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims
from tests.unit.comparing.story import Story

EARLY, NEXT_DAY = "2024-05-01T12:00:00Z", "2024-05-02T12:00:00Z"


def parts(story: Story) -> list[list[int]]:
    groups = separate(Group(tuple(story.claims), "x"), story.articles)
    assert sorted(c.id for g in groups for c in g.claims) == sorted(c.id for c in story.claims)
    return [sorted(int(c.quantity.value) for c in g.claims) for g in groups]


def test_two_figures_of_one_authority_are_of_two_things() -> None:
    story = Story("attendance")
    story.says("Herald", "22,000", by="police"), story.says("Herald", "8,000", by="police")
    story.says("Echo", "22,000", by="police"), story.says("Echo", "100,000", by="organisers")
    assert parts(story) == [[22000, 22000, 100000], [8000]]


def test_what_stands_in_no_ones_way_stays_with_the_largest_part() -> None:
    story = Story("storeys")
    story.says("Herald", 9), story.says("Herald", 4), story.says("Echo", 9), story.says("Mirror", 8)
    assert parts(story) == [[8, 9, 9], [4]]


def test_two_digits_transposed_make_no_second_thing() -> None:
    story = Story("car recalled")
    story.says("Herald", "118,400"), story.says("Herald", "181,400"), story.says("Echo", "118,400")
    assert parts(story) == [[118400, 118400, 181400]]


def test_different_authorities_in_one_article_are_rivals() -> None:
    story = Story("attendance")
    story.says("Herald", "22,000", by="police"), story.says("Herald", "100,000", by="organisers")
    assert len(parts(story)) == 1


def test_a_text_that_tells_how_a_count_rose() -> None:
    story = Story()
    story.says("Herald", 12, EARLY)
    story.says("Echo", 12, NEXT_DAY), story.says("Echo", 17, NEXT_DAY)
    assert len(parts(story)) == 1
    assert len(parts(Story("killed", story.claims[1:], story.articles))) == 2


def test_readings_of_the_moment_stay_together() -> None:
    story = Story("missing")
    story.says("Herald", 61), story.says("Herald", 31)
    assert len(parts(story)) == 1


def test_a_headline_that_differs_from_its_body_is_not_explained_away() -> None:
    story = Story("storeys")
    story.says("Herald", 8, part="headline"), story.says("Herald", 9)
    assert len(parts(story)) == 1


def test_an_outlets_own_figure_far_from_its_speakers_is_of_something_else() -> None:
    story = Story("storeys")
    story.says("Herald", 21, by="the company"), story.says("Herald", 2), story.says("Echo", 21)
    assert parts(story) == [[21, 21], [2]]


def test_one_number_of_two_kindred_measures_is_two_figures() -> None:
    story = Story("injured")
    story.says("Herald", 7), story.says("Echo", 6), story.says("Echo", 7, measure="hospitalised")
    assert parts(story) == [[6, 7], [7]]


def parts_of_a_march(body: str) -> int:
    article = Article("a", headline="March in Arel", body=body, source="Herald", published="2024-05-01T12:00:00Z")
    claims = tuple(c for c in extract_claims([article]) if c.measure == "attendance")
    assert len(claims) == 2
    return len(separate(Group(claims, "attendance"), {"a": article}))


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("In Arel 2,500 people marched; the churches that called for it say 4,000 people marched.", 1),
        ("In Arel 2,500 people marched, or 4,000 people, to believe those who marched.", 1),
        ("In Arel 2,500 people marched. In the afternoon 4,000 people marched.", 2),
        ("In Arel 2,500 people marched. The unions gave a different figure: 4,000 people marched.", 1),
    ],
)
def test_counts_that_a_text_sets_against_each_other_are_rivals(body: str, parts: int) -> None:
    assert parts_of_a_march(body) == parts


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("A quake shook Arel. The observatory says 6.7, the Seismic Centre 6.8.", 1),
        ("A quake shook Arel. The observatory says 6.7, and later in the day 6.8.", 2),
    ],
)
def test_who_gives_a_figure_may_stand_alone_before_it(body: str, parts: int) -> None:
    article = Article("a", headline="", body=body, source="Herald", published="2024-05-01T12:00:00Z")
    claims = tuple(c for c in extract_claims([article]) if c.measure == "magnitude")
    assert len(claims) == 2
    assert len(separate(Group(claims, "magnitude"), {"a": article})) == parts


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("Ivo Dren killed seven people. With himself, that makes eight people killed.", 2),
        ("Ivo Dren killed seven people on Sunday. Now eight people have been killed.", 1),
    ],
)
def test_what_a_text_adds_up_is_no_count_that_rose(body: str, parts: int) -> None:
    early = Article("a", headline="", body="Seven people were killed.", source="Echo", published="2024-05-01T12:00:00Z")
    late = Article("b", headline="", body=body, source="Herald", published="2024-05-03T12:00:00Z")
    claims = tuple(c for c in extract_claims([early, late]) if c.measure == "killed")
    assert len(claims) == 3
    assert len(separate(Group(claims, "killed"), {"a": early, "b": late})) == parts


def test_a_text_may_give_an_earlier_state_of_its_count() -> None:
    body = "The toll in Arel is 131 dead. When our page closed last night it stood at 118."
    article = Article("a", headline="", body=body, source="Herald", published="2024-05-01T12:00:00Z")
    claims = tuple(c for c in extract_claims([article]) if c.measure == "killed")
    assert len(claims) == 2
    assert len(separate(Group(claims, "killed"), {"a": article})) == 1
