"""Low, best and high, and the rule that chose the best."""

from __future__ import annotations

from decimal import Decimal

import attrs

from reconcile.comparing.compare import Policy
from reconcile.model.claim import Status
from reconcile.model.finding import Best
from reconcile.model.quantity import Hedge
from tests.unit.comparing.story import Story, number

EARLY, NEXT_DAY = "2024-05-01T12:00:00Z", "2024-05-02T12:00:00Z"


def best(story: Story, policy: Policy | None = None) -> Best:
    found = story.finding(policy).best
    assert found is not None
    return found


def test_most_independent_origins() -> None:
    story = Story("storeys")
    story.says("Herald", 8), story.says("Echo", 9), story.says("Mirror", 9)
    assert best(story) == Best(Decimal(8), Decimal(9), Decimal(9), "most independent origins")


def test_a_stale_toll_repeated_often_is_not_best() -> None:
    story = Story()
    for outlet in ("Herald", "Echo", "Mirror"):
        story.says(outlet, 12, EARLY)
    story.says("Star", 17, NEXT_DAY)
    assert best(story) == Best(Decimal(17), Decimal(17), Decimal(17), "the only figure that stands")


def test_given_most_often_within_equally_many_origins() -> None:
    story = Story("storeys")
    story.says("Herald", 8), story.says("Echo", 9), story.says("Echo", 9)
    assert best(story).rule == "given most often"


def test_the_most_authoritative_source() -> None:
    story = Story("detained")
    crowd, police = story.says("Herald", 30, by="organisers"), story.says("Echo", 20, by="police")
    story.claims = [_with_role(crowd, "organisers"), _with_role(police, "police")]
    assert (best(story).best, best(story).rule) == (20, "most authoritative source")


def _with_role(claim, role):  # type: ignore[no-untyped-def]
    return attrs.evolve(claim, attribution=attrs.evolve(claim.attribution, role=role))


def test_a_number_rather_than_a_word() -> None:
    story = Story("storeys")
    for outlet in ("Herald", "Echo"):
        story.says(outlet, number(24, Hedge.VAGUE, plausible_high=Decimal(96)))
    story.says("Mirror", 41)
    assert best(story).best == 41


def test_a_bound_counts_with_its_number() -> None:
    story = Story("storeys")
    story.says("Herald", number(40, Hedge.AT_LEAST)), story.says("Echo", 40), story.says("Mirror", 43)
    assert best(story) == Best(Decimal(40), Decimal(40), Decimal(43), "most independent origins")


def test_what_somebody_denies_is_not_best() -> None:
    story = Story("storeys")
    story.says("Herald", 30), story.says("Echo", 30), story.says("Mirror", 12)
    story.says("Mirror", 30, status=Status.DENIED)
    assert best(story).best == 12


def test_the_conservative_rule_takes_the_lowest() -> None:
    story = Story("storeys")
    story.says("Herald", 8), story.says("Echo", 9), story.says("Mirror", 9)
    assert best(story, Policy(conservative=True)).best == 8


def test_one_currency_only() -> None:
    story = Story("cost")
    for outlet in ("Herald", "Echo"):
        story.says(outlet, number(1000, unit="NOK"))
    story.says("Mirror", number(90, unit="EUR"))
    assert best(story) == Best(Decimal(1000), Decimal(1000), Decimal(1000), "the only figure that stands")


def test_forecasts_alone_have_no_best() -> None:
    story = Story()
    story.says("Herald", 100, status=Status.FORECAST)
    assert story.finding().best is None
