"""Which dates are put together: those of one happening, on enough evidence."""

from __future__ import annotations

from datetime import date

import attrs

from reconcile.matching.dates import group_dates
from reconcile.matching.days import is_impossible, settled
from reconcile.model.claim import Claim, Frame, Kind, Scope
from reconcile.model.text import Mention, Span
from reconcile.model.when import DayRange, When

NAMES = frozenset({"oster", "kolb"})
WORDS = frozenset({"bakery", "three", "oven", "street"})


def told(article: str, day: date | None, measure: str = "explosion", start: int = 0, when: When | None = None) -> Claim:
    return Claim(
        id=f"{article}#bd{start}",
        kind=Kind.DATE,
        mention=Mention(Span(article, "body", start, start + 7), "Tuesday"),
        value=when or When(DayRange(day, day) if day else None),
        measure=measure,
        period="named",
        frame=Frame(kinds=("explosion",), names=NAMES),
        event="e1",
        context=WORDS,
    )


def ids(claims: list[Claim]) -> list[set[str]]:
    return [{c.id for c in group.claims} for group in group_dates(claims)]


def test_equal_days_of_one_happening_are_put_together() -> None:
    day = date(2024, 7, 9)
    assert ids([told("a", day), told("b", day), told("c", day)]) == [{"a#bd0", "b#bd0", "c#bd0"}]


def test_other_happenings_and_events_stay_apart() -> None:
    day = date(2024, 7, 9)
    other = attrs.evolve(told("c", day), event="e2")
    assert ids([told("a", day), told("b", day, "opening"), other]) == []


def test_days_that_differ_need_dates_that_plainly_belong() -> None:
    one, two = told("a", date(2024, 7, 9)), told("b", date(2024, 7, 11))
    assert len(ids([one, two])) == 1
    assert ids([one, attrs.evolve(two, scope=Scope.PART)]) == []


def test_a_day_that_both_tell_is_not_set_against_another_that_one_tells() -> None:
    same = date(2024, 7, 9)
    found = ids([told("a", same), told("b", same), told("b", date(2024, 7, 11), start=50)])
    assert found == [{"a#bd0", "b#bd0"}]


def test_one_more_of_its_kind_is_another_happening() -> None:
    one = told("a", date(2024, 7, 9))
    assert ids([one, attrs.evolve(told("b", date(2024, 7, 11)), population="another")]) == []


def test_days_far_apart_are_different_happenings() -> None:
    assert ids([told("a", date(2024, 7, 9)), told("b", date(2023, 2, 1))]) == []


def test_a_crowd_is_thinned_and_still_one_group() -> None:
    day, other = date(2024, 7, 9), date(2024, 7, 11)
    crowd = [told(f"a{n:03}", other if n == 299 else day) for n in range(300)]
    assert [len(g) for g in ids(crowd)] == [300]


def test_a_missing_year_is_taken_from_a_fellow() -> None:
    bare = told("a", None, when=When(None, month=12, day=30))
    assert settled([bare, told("b", date(2024, 1, 2))])[0] == DayRange(date(2023, 12, 30), date(2023, 12, 30))
    assert settled([told("a", None, when=When(None, weekday=3))]) == (None,)


def test_impossible_days_are_known() -> None:
    assert is_impossible(told("a", None, when=When(None, month=6, day=31)))
    assert not is_impossible(told("a", None, when=When(None, month=2, day=29)))
    assert not is_impossible(told("a", None, when=When(None, weekday=3)))
