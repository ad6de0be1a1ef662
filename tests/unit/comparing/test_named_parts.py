"""A count that another article names as a part of its own is no rival of the whole."""

from __future__ import annotations

from attrs import evolve

from reconcile.comparing.compare import Group, compare, cross_check
from reconcile.model.claim import Scope
from tests.unit.comparing.story import Story, verdict_in


def verdict(*, part: int, scope: Scope) -> str:
    story = Story()
    whole, other = story.says("Herald", 20), story.says("Echo", 7)
    named = evolve(story.says("Herald", part), scope=scope, population="part")
    finding = compare(Group((whole, other), "x"), story.articles)
    (checked,) = cross_check([finding], story.articles, claims=[whole, other, named])
    return verdict_in(checked, whole, other)


def test_seven_of_the_twenty_are_the_seven_of_another_article() -> None:
    assert verdict(part=7, scope=Scope.PART) == "compatible"


def test_another_part_explains_nothing() -> None:
    assert verdict(part=6, scope=Scope.PART) == "conflict"
    assert verdict(part=7, scope=Scope.WHOLE) == "conflict"
