"""What would have changed a verdict."""

from __future__ import annotations

from reconcile.comparing.whatif import alternatives
from reconcile.model.claim import Status
from reconcile.model.quantity import Hedge
from tests.unit.comparing.story import Story, number

MORNING, EVENING = "2024-05-01T06:00:00Z", "2024-05-01T20:00:00Z"


def otherwise(story: Story) -> dict[str, str]:
    """The other verdicts, by what is changed."""
    return {a.change: a.instead.value for a in alternatives(story.finding(), story.articles)}


def test_a_later_toll_as_of_the_same_time_would_be_a_conflict() -> None:
    story = Story()
    story.says("Courier", 12, MORNING)
    story.says("Herald", 31, EVENING)
    assert otherwise(story) == {"both spoke of the same time": "conflict"}


def test_a_hedge_that_saves_from_a_conflict_is_named() -> None:
    story = Story()
    story.says("Courier", number(40, Hedge.ABOUT), words="about 40")
    story.says("Herald", 42)
    assert otherwise(story)["“about 40” were exact"] == "conflict"


def test_a_forecast_that_were_stated() -> None:
    story = Story()
    story.says("Courier", 100, status=Status.FORECAST)
    story.says("Herald", 57)
    assert otherwise(story)["“100” were stated, not forecast"] == "conflict"


def test_what_changes_nothing_is_not_listed() -> None:
    story = Story()
    story.says("Courier", 12, MORNING)
    story.says("Herald", 12, EVENING)
    assert otherwise(story) == {}


def test_two_authorities_against_one() -> None:
    story = Story(measure="attendance")
    story.says("Courier", 18_000, MORNING, by="the police")
    story.says("Herald", 60_000, EVENING, by="the organisers")
    assert otherwise(story) == {"both came from one authority": "updated"}
