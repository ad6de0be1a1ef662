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


def test_figures_that_changed_places_are_no_transfer() -> None:
    first = "Nine people were killed and 15 others were injured when a bus fell into a gorge near Velm on Sunday."
    later = "Fifteen people were killed and nine others were injured when a bus fell into a gorge near Velm on Sunday."
    assert verdict("injured", first, later) == "conflict"


def test_it_is_others_who_remain_of_those_hurt() -> None:
    first = "One person was killed and five others were injured in a blast in Orlava on Sunday."
    later = "Two people were killed in the blast in Orlava on Sunday. Of the four injured one is still in hospital."
    assert verdict("injured", first, later) == "updated"
