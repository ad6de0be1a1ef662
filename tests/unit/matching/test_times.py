"""Whether two figures tell of one attack or of two."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs
import pytest

from reconcile.matching.times import time_level
from reconcile.model.claim import Claim, Frame, Incident, Kind
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article
from reconcile.model.when import DayRange, Granularity

ARTICLE = Article(id="a", body="17 people", source="Kavra Mercury")


def june(day: int) -> DayRange:
    return DayRange(date(2025, 6, day), date(2025, 6, day))


def claim(day: int | None, written: int, told: tuple[int, ...] = ()) -> Claim:
    incident = Incident(june(day) if day else None, frozenset(june(d) for d in told), date(2025, 6, written))
    people = Quantity(Decimal(17), Decimal(17), unit="person")
    return Claim("c", Kind.FIGURE, ARTICLE.mention("body", 0, 9), people, "killed", frame=Frame(incident=incident))


def of(day: date | None, written: date, told: tuple[date, ...] = ()) -> Claim:
    incident = Incident(DayRange(day, day) if day else None, frozenset(DayRange(d, d) for d in told), written)
    people = Quantity(Decimal(17), Decimal(17), unit="person")
    return Claim("c", Kind.FIGURE, ARTICLE.mention("body", 0, 9), people, "killed", frame=Frame(incident=incident))


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (of(date(2025, 1, 3), date(2025, 1, 4)), of(date(2025, 6, 3), date(2025, 6, 4)), "incidents-long-apart"),
        (of(None, date(2025, 1, 4)), of(date(2025, 6, 3), date(2025, 6, 4)), "incidents-long-apart"),
        (of(None, date(2025, 1, 4)), of(None, date(2025, 7, 4), (date(2025, 6, 3),)), "incidents-long-apart"),
        (of(date(2025, 5, 3), date(2025, 5, 4)), of(date(2025, 6, 3), date(2025, 6, 4)), "incidents-apart"),
        (of(date(2025, 1, 3), date(2025, 1, 4)), of(None, date(2025, 6, 4)), "unknown"),
        (of(date(2025, 6, 3), date(2025, 6, 4)), of(None, date(2025, 6, 5), (date(2024, 1, 1),)), "unknown"),
    ],
    ids=["two-days", "out-before", "out-before-all-told", "a-month", "a-trial-report", "history"],
)
def test_events_of_two_seasons_are_never_one(a: Claim, b: Claim, level: str) -> None:
    assert time_level(a, b) == time_level(b, a) == level


@pytest.mark.parametrize(
    ("named", "told", "level"),
    [
        (june(16), (13,), "unknown"),
        (june(13), (13,), "same"),
        (june(16), (13, 16), "else"),
    ],
    ids=["of-a-report", "its-own", "of-another-attack"],
)
def test_counts_of_one_event_may_name_days_beside_it(named: DayRange, told: tuple[int, ...], level: str) -> None:
    """ "They found the last of the missing on Monday, taking the toll of Friday's blast to 22"."""
    one, two = claim(13, written=14, told=(13,)), claim(13, written=17, told=told)
    one = attrs.evolve(one, frame=attrs.evolve(one.frame, days=june(13)))
    two = attrs.evolve(two, frame=attrs.evolve(two.frame, days=named))
    assert time_level(one, two) == time_level(two, one) == level


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        (claim(9, written=10), claim(13, written=14), "incidents-apart"),
        (claim(None, written=10), claim(13, written=14), "incidents-apart"),
        (claim(None, written=12), claim(13, written=14), "unknown"),
        (claim(9, written=14), claim(13, written=14, told=(9, 13)), "incidents-apart"),
        (claim(9, written=14), claim(13, written=14), "incidents-differ"),
        (claim(12, written=14), claim(13, written=14), "unknown"),
        (claim(13, written=14), claim(13, written=16), "unknown"),
        (claim(1, written=14, told=(1, 13)), claim(None, written=14), "incidents-apart"),
        (claim(7, written=14, told=(7, 13)), claim(None, written=14), "unknown"),
        (claim(1, written=14, told=(1, 13)), claim(None, written=4), "unknown"),
    ],
    ids=[
        "out-before",
        "out-before-undated",
        "clocks",
        "tells-both",
        "only-differ",
        "neighbours",
        "same",
        "long-before",
        "days-before",
        "out-between",
    ],
)
def test_two_attacks_are_told_apart_by_their_days(a: Claim, b: Claim, level: str) -> None:
    assert time_level(a, b) == time_level(b, a) == level


def test_a_text_that_dates_another_event_tells_of_its_own_another_day() -> None:
    undated = claim(None, written=14)
    incident = attrs.evolve(undated.frame.incident, others=frozenset({june(9)}))
    other = attrs.evolve(undated, frame=Frame(incident=incident))
    assert time_level(other, claim(9, written=14)) == "incidents-apart"
    assert time_level(undated, claim(9, written=14)) == "unknown"


@pytest.mark.parametrize(("measure", "level"), [("arrested", "unknown"), ("killed", "else"), ("capacity", "else")])
def test_what_moves_is_read_anew_each_day(measure: str, level: str) -> None:
    first = attrs.evolve(claim(None, written=10), measure=measure, frame=Frame(days=june(9)))
    assert time_level(first, attrs.evolve(first, frame=Frame(days=june(12)))) == level


def reading(measure: str, value: str, written: date) -> Claim:
    share = Quantity(Decimal(value), Decimal(value), unit="percent")
    return Claim("c", Kind.FIGURE, ARTICLE.mention("body", 0, 9), share, measure, frame=Frame(written=written))


@pytest.mark.parametrize(
    ("measure", "value", "day", "level"),
    [
        ("unemployment", "4.7", date(2025, 7, 9), "else"),
        ("unemployment", "4.6", date(2025, 7, 9), "unknown"),
        ("unemployment", "4.7", date(2025, 6, 11), "unknown"),
        ("share price", "4.7", date(2025, 6, 21), "else"),
        ("tax rate", "4.7", date(2025, 7, 9), "unknown"),
    ],
)
def test_readings_of_two_months_or_weeks_are_two(measure: str, value: str, day: date, level: str) -> None:
    assert time_level(reading(measure, "4.6", date(2025, 6, 9)), reading(measure, value, day)) == level


def test_a_report_of_autumn_that_recalls_what_may_had_for_news_tells_of_it() -> None:
    news = reading("tax rate", "3.9", date(2025, 5, 20))
    may = DayRange(date(2025, 5, 1), date(2025, 5, 31), Granularity.MONTH)
    recalled = attrs.evolve(
        reading("tax rate", "4.1", date(2025, 12, 9)),
        frame=Frame("May", days=may, main=False, written=date(2025, 12, 9)),
    )
    assert time_level(news, recalled) == time_level(recalled, news) == "unknown"
    march = attrs.evolve(news, frame=Frame(written=date(2025, 3, 20)))
    assert time_level(march, recalled) == "one-dated"
