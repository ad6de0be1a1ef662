"""Low, best and high, and the rule that chose the best."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from reconcile.comparing.compare import Policy
from reconcile.model.claim import Status
from reconcile.model.finding import Best, BestRule
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
    assert best(story) == Best(Decimal(8), Decimal(9), Decimal(9), "most independent origins", "person")


def test_a_stale_toll_repeated_often_is_not_best() -> None:
    story = Story()
    for outlet in ("Herald", "Echo", "Mirror"):
        story.says(outlet, 12, EARLY)
    story.says("Star", 17, NEXT_DAY)
    assert best(story) == Best(Decimal(17), Decimal(17), Decimal(17), "the only figure that stands", "person")


def test_a_series_that_rises_outweighs_an_outlier() -> None:
    """Three reports count on and on; the one that is ten times too high brings only the first of them up to date."""
    story = Story()
    story.says("Herald", 36, EARLY), story.says("Sun", 640, "2024-05-01T18:00:00Z")
    story.says("Echo", 71, "2024-05-02T06:00:00Z"), story.says("Mirror", 83, NEXT_DAY)
    assert best(story) == Best(Decimal(83), Decimal(83), Decimal(640), "most independent origins", "person")


def test_given_most_often_within_equally_many_origins() -> None:
    story = Story("storeys")
    story.says("Herald", 8), story.says("Echo", 9), story.says("Echo", 9)
    assert best(story).rule == "given most often"


def test_an_origin_stands_by_one_number() -> None:
    """The Echo says nine twice and eight once: that is no second voice for the Herald's eight."""
    story = Story("storeys")
    story.says("Herald", 8), story.says("Echo", 9), story.says("Echo", 8), story.says("Echo", 9)
    story.says("Mirror", 9)
    assert best(story) == Best(Decimal(8), Decimal(9), Decimal(9), "most independent origins", "person")


def test_what_an_origin_gives_first_counts_where_it_repeats_nothing() -> None:
    story = Story("storeys")
    story.says("Herald", 8), story.says("Echo", 9), story.says("Echo", 8), story.says("Mirror", 9)
    assert best(story).best == 9


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
    assert best(story) == Best(Decimal(40), Decimal(40), Decimal(43), "most independent origins", "person")


def test_what_somebody_denies_is_not_best() -> None:
    story = Story("storeys")
    story.says("Herald", 30), story.says("Echo", 30), story.says("Mirror", 12)
    story.says("Mirror", 30, status=Status.DENIED)
    assert best(story).best == 12


@pytest.mark.parametrize(
    ("rule", "low", "chosen", "high"),
    [
        (BestRule.ORIGINS, 8, 9, 12),
        (BestRule.LATEST, 8, 12, 12),
        (BestRule.AUTHORITY, 8, 10, 12),
        (BestRule.LOWEST, 8, 8, 12),
        (BestRule.NONE, 8, None, 12),
    ],
)
def test_each_recorder_has_a_rule(rule: BestRule, low: int, chosen: int | None, high: int) -> None:
    story = Story("storeys")
    story.says("Herald", 8), story.says("Echo", 9), story.says("Mirror", 9)
    story.says("Star", 12, NEXT_DAY)
    police = story.says("Globe", 10, by="police")
    story.claims = [_with_role(c, "police") if c is police else c for c in story.claims]
    found = best(story, Policy(best=rule))
    assert (found.low, found.best, found.high) == (low, chosen, high)


def test_the_lowest_that_stands_is_not_a_superseded_one() -> None:
    story = Story()
    story.says("Herald", 12, EARLY), story.says("Star", 17, NEXT_DAY)
    assert best(story, Policy(best=BestRule.LOWEST)).best == 17


def test_one_currency_only() -> None:
    story = Story("cost")
    for outlet in ("Herald", "Echo"):
        story.says(outlet, number(1000, unit="NOK"))
    story.says("Mirror", number(90, unit="EUR"))
    assert best(story) == Best(Decimal(1000), Decimal(1000), Decimal(1000), "the only figure that stands", "NOK")


def test_the_unit_is_that_of_what_stands() -> None:
    """Background in hectares is not printed as what stands in acres."""
    story = Story("burned area")
    story.says("Herald", number(5900, unit="acre"))
    for outlet in ("Echo", "Mirror"):
        story.says(outlet, number(900, unit="hectare"), status=Status.BACKGROUND)
    assert best(story).unit == "acre"


def test_forecasts_alone_have_no_best() -> None:
    story = Story()
    story.says("Herald", 100, status=Status.FORECAST)
    assert story.finding().best is None


def test_a_bound_speaks_for_a_sharp_number_that_it_allows() -> None:
    story = Story("storeys")
    story.says("Herald", number(3, Hedge.AT_LEAST, plausible_high=Decimal("4.5"))), story.says("Echo", 4)
    story.says("Mirror", 5)
    assert best(story).best == 4


def test_the_count_with_the_attacker_is_best() -> None:
    story = Story("killed")
    for outlet in ("Herald", "Echo"):
        story.says(outlet, 3)
    claim = story.says("Mirror", 4)
    story.claims[-1] = attrs.evolve(claim, population="with-attacker")
    assert best(story).best == 4
    assert story.verdict(story.claims[0], story.claims[-1]) == "compatible"
