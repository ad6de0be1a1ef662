"""A count that falls because people went over into another."""

from __future__ import annotations

from reconcile.comparing.compare import Group, compare, cross_check
from reconcile.model.quantity import Hedge
from tests.unit.comparing.desk import verdict
from tests.unit.comparing.story import Story, number, verdict_in

EARLY, NEXT_DAY = "2024-05-01T12:00:00Z", "2024-05-02T12:00:00Z"


def injured_verdict(story: Story) -> str:
    injured = [c for c in story.claims if c.measure == "injured"]
    finding = compare(Group(tuple(injured), "x"), story.articles)
    (checked,) = cross_check([finding], story.articles, claims=story.claims)
    return verdict_in(checked, *injured)


def test_one_of_the_injured_has_died() -> None:
    story = Story()
    story.says("Herald", 4, EARLY, measure="injured")
    story.says("Echo", 3, NEXT_DAY, measure="injured"), story.says("Echo", 1, NEXT_DAY)
    assert injured_verdict(story) == "updated"


def test_somebody_told_of_without_a_number_has_died() -> None:
    story = Story()
    story.says("Herald", 4, EARLY, measure="injured")
    story.says("Echo", 3, NEXT_DAY, measure="injured"), story.says("Echo", number(1, Hedge.AT_LEAST), NEXT_DAY)
    assert injured_verdict(story) == "updated"


def test_the_best_figure_is_none_from_which_people_went_over() -> None:
    story = Story()
    story.says("Herald", 4, EARLY, measure="injured"), story.says("Mirror", 4, EARLY, measure="injured")
    story.says("Echo", 3, NEXT_DAY, measure="injured"), story.says("Echo", 1, NEXT_DAY)
    injured = [c for c in story.claims if c.measure == "injured"]
    finding = compare(Group(tuple(injured), "x"), story.articles)
    (checked,) = cross_check([finding], story.articles, claims=story.claims)
    assert checked.best is not None and checked.best.best == 3


def test_of_two_figures_of_one_hour_neither_makes_way() -> None:
    story = Story()
    story.says("Herald", 4, EARLY, measure="injured"), story.says("Mirror", 4, EARLY, measure="injured")
    story.says("Echo", 3, EARLY, measure="injured"), story.says("Echo", 1, EARLY)
    injured = [c for c in story.claims if c.measure == "injured"]
    finding = compare(Group(tuple(injured), "x"), story.articles)
    (checked,) = cross_check([finding], story.articles, claims=story.claims)
    assert checked.best is not None and checked.best.best == 4


def test_a_fall_that_no_death_explains_stays_a_conflict() -> None:
    story = Story()
    story.says("Herald", 5, EARLY, measure="injured"), story.says("Herald", 1, EARLY)
    story.says("Echo", 3, NEXT_DAY, measure="injured"), story.says("Echo", 1, NEXT_DAY)
    assert injured_verdict(story) == "conflict"


def test_the_dead_do_not_come_back() -> None:
    story = Story()
    story.says("Herald", 4, NEXT_DAY, measure="injured")
    story.says("Echo", 3, EARLY, measure="injured"), story.says("Echo", 1, EARLY)
    story.says("Mirror", 3, NEXT_DAY, measure="injured")
    injured = [c for c in story.claims if c.measure == "injured"]
    finding = compare(Group(tuple(injured), "x"), story.articles)
    (checked,) = cross_check([finding], story.articles, claims=story.claims)
    assert verdict_in(checked, injured[0], injured[1]) == "compatible"  # the four may be all who were hit


def test_a_text_may_say_who_the_dead_are() -> None:
    first = "Two people were killed and five others were wounded in a shooting in Orlava on Sunday."
    later = "Three men were killed and four other people were wounded in the shooting in Orlava on Sunday."
    assert verdict("injured", first, later) == "updated"
