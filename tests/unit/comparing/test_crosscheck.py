"""What only several findings together show: broken sums and numbers in two roles."""

from __future__ import annotations

import attrs
import pytest

from reconcile.comparing.compare import Group, compare, cross_check
from reconcile.model.claim import Claim, Scope, Status
from reconcile.model.finding import Finding, Verdict
from tests.unit.comparing.story import Story, verdict_in

EARLY, NEXT_DAY = "2024-05-01T12:00:00Z", "2024-05-02T12:00:00Z"


def findings(story: Story) -> dict[str, Finding]:
    by_measure: dict[str, list[Claim]] = {}
    for claim in story.claims:
        by_measure.setdefault(claim.measure, []).append(claim)
    found = [compare(Group(tuple(c), m), story.articles) for m, c in by_measure.items()]
    return {f.measure: f for f in cross_check(found, story.articles)}


def ferry(last_toll: int) -> tuple[Story, Claim, Claim]:
    story = Story()
    tolls = []
    for outlet, when, dead in (("Coast Guard", EARLY, 18), ("Courier", NEXT_DAY, last_toll)):
        tolls.append(story.says(outlet, dead, when))
        story.says(outlet, 31, when, measure="missing")
        story.says(outlet, 163, when, measure="rescued")
        story.says(outlet, 212, when, measure="aboard")
    return story, tolls[0], tolls[1]


def test_a_sum_that_does_not_come_out_is_shown_and_names_the_part_at_fault() -> None:
    story, right, wrong = ferry(28)
    found = findings(story)
    assert found["aboard"].notes == (
        "28 killed + 31 missing + 163 rescued = 222, not 212 aboard (Courier);"
        " with 18 killed in place of 28 it adds up",
    )
    assert verdict_in(found["killed"], right, wrong) == found["killed"].verdict == Verdict.CONFLICT
    assert found["killed"].best is not None and found["killed"].best.best == 18
    assert found["missing"].notes == ()


def test_a_sum_that_comes_out_is_not_remarked_on() -> None:
    story, _, _ = ferry(18)
    assert all(not f.notes for f in findings(story).values())


def test_a_part_that_is_no_whole_enters_no_sum() -> None:
    story, _, wrong = ferry(28)
    story.claims = [attrs.evolve(c, scope=Scope.PART) if c is wrong else c for c in story.claims]
    assert findings(story)["aboard"].notes == ()


def test_a_withdrawn_number_in_another_role_is_a_likely_mixup() -> None:
    story = Story()
    old = story.says("Courier", 200, status=Status.WITHDRAWN)
    story.says("Courier", 40, replaces=(old,))
    story.says("Courier", 200, measure="injured")
    story.says("Echo", 200, measure="injured")
    found = findings(story)
    assert found["killed"].notes == ("a likely mix-up: “200” (killed) has the number of “200” (injured) in Courier",)
    assert found["injured"].notes == ()


def test_small_numbers_coincide() -> None:
    story = Story()
    story.says("Herald", 3), story.says("Echo", 4)
    story.says("Herald", 3, measure="injured"), story.says("Echo", 3, measure="injured")
    assert findings(story)["killed"].notes == ()


def test_a_number_of_which_nothing_is_told_is_no_role() -> None:
    named, bare = (mixup_notes_beside(measure) for measure in ("injured", ""))
    assert named and not bare


def test_knots_are_never_taken_for_people() -> None:
    assert not mixup_notes_beside("wind speed", unit="knot")


def mixup_notes_beside(measure: str, unit: str | None = "person") -> tuple[str, ...]:
    """The notes on a withdrawn 200 dead where another article has 200 of this unit under this measure."""
    story = Story("killed")
    gone = story.says("Herald", 200, status=Status.WITHDRAWN)
    story.says("Herald", 40, replaces=(gone,)), story.says("Courier", 40)
    other = story.says("Courier", 200, measure="injured")
    story.claims[-1] = attrs.evolve(other, measure=measure, value=attrs.evolve(other.quantity, unit=unit))
    return findings(story)["killed"].notes


def test_numbers_of_another_event_are_no_mixup() -> None:
    story = Story()
    story.says("Herald", 30), story.says("Echo", 40)
    other = [story.says("Herald", 30, measure="injured"), story.says("Echo", 30, measure="injured")]
    story.claims = [attrs.evolve(c, event="e2") if c in other else c for c in story.claims]
    assert findings(story)["killed"].notes == ()


def bus_crash(
    dead: tuple[int, int], hurt: tuple[int, int], later: str = NEXT_DAY
) -> tuple[Story, list[Claim], list[Claim]]:
    story = Story()
    days = (("Gazette", EARLY), ("Post", later))
    killed = [story.says(outlet, n, when) for (outlet, when), n in zip(days, dead, strict=True)]
    injured = [story.says(outlet, n, when, measure="injured") for (outlet, when), n in zip(days, hurt, strict=True)]
    return story, killed, injured


@pytest.mark.parametrize("later", [NEXT_DAY, "2024-05-09T12:00:00Z"])
def test_the_dead_and_the_injured_that_changed_places_are_a_conflict_in_both(later: str) -> None:
    story, killed, injured = bus_crash((3, 14), (14, 3), later)
    found = findings(story)
    assert verdict_in(found["killed"], *killed) == verdict_in(found["injured"], *injured) == Verdict.CONFLICT
    best = found["killed"].best
    assert best is not None and (best.low, best.best, best.high) == (3, None, 14)


def test_a_count_that_leaves_others_out_has_not_changed_places() -> None:
    story = Story()
    killed = [story.says("Gazette", 17, EARLY), story.says("Post", 14, EARLY)]
    remain = story.says("Gazette", 14, EARLY, measure="injured", words="14 remain")
    hurt = story.says("Post", 17, EARLY, measure="injured")
    found = findings(story)
    assert verdict_in(found["killed"], *killed) == Verdict.CONFLICT
    assert verdict_in(found["injured"], remain, hurt) == Verdict.COMPATIBLE


def test_counts_that_rise_side_by_side_have_not_changed_places() -> None:
    for dead, hurt in (((3, 14), (14, 30)), ((3, 14), (20, 3)), ((3, 5), (5, 3)), ((12, 14), (14, 12))):
        story, killed, _ = bus_crash(dead, hurt)
        assert verdict_in(findings(story)["killed"], *killed) == Verdict.UPDATED, (dead, hurt)


@pytest.mark.parametrize(
    ("first", "second", "verdict"), [((17, 14), (14, 17), "conflict"), ((17, 14), (14, 18), "updated")]
)
def test_counts_much_alike_have_changed_places_where_one_of_them_cannot_fall(
    first: tuple[int, int], second: tuple[int, int], verdict: str
) -> None:
    story = Story()
    for outlet, when, (dead, gone) in (("Gazette", EARLY, first), ("Post", NEXT_DAY, second)):
        story.says(outlet, dead, when)
        story.says(outlet, gone, when, measure="missing")
    missing = [c for c in story.claims if c.measure == "missing"]
    assert verdict_in(findings(story)["missing"], *missing) == verdict


def test_a_number_that_a_third_text_has_for_the_injured_has_not_changed_places() -> None:
    story, killed, _ = bus_crash((3, 14), (14, 40))
    story.says("Mail", 3, NEXT_DAY, measure="injured")
    assert verdict_in(findings(story)["killed"], *killed) == Verdict.UPDATED
