"""Laws that hold for every text and every day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import dateparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.language import calendar
from reconcile.language.dates import find_dates
from reconcile.language.phrases import Match, PhraseTable
from reconcile.language.tokens import Tokens, tokenize
from reconcile.model.when import DayRange

MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
STYLES = ("{m} {d}, {y}", "{d} {m} {y}", "{m} {d}{th}, {y}", "the {d}{th} of {m} {y}", "{y:04d}-{n:02d}-{d:02d}")
LURES = """
    the of on in since until from to and early mid late last next this July May Sunday 8 31 2024 1990 s th 10:42 a.m.
    days weeks year ago later after before three - – , . ' ( ) / ½ ’s 2024-07-08 99/99/9999 quarter first noon GMT will
"""
WORDS = st.sampled_from(LURES.split())
DAYS = st.dates(date(1600, 1, 1), date(2199, 12, 31))


def _ending(day: int) -> str:
    return "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


@given(DAYS, st.sampled_from(STYLES), st.none() | DAYS)
def test_every_day_is_read_back_in_every_style(day: date, style: str, anchor: date | None) -> None:
    text = style.format(m=MONTHS[day.month - 1], d=day.day, th=_ending(day.day), y=day.year, n=day.month)
    (mention,) = find_dates(tokenize(f"It opened on {text}, she said."), anchor)
    assert mention.when.days == DayRange(day, day)
    assert mention.text.endswith(text.removeprefix("the "))


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200), st.none() | st.dates())
def test_hostile_text_breaks_nothing(text: str, anchor: date | None) -> None:
    tokens = tokenize(text)
    mentions = find_dates(tokens, anchor)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert 0 <= mention.first < mention.last <= len(tokens)
    for one, two in pairwise(mentions):
        assert one.last <= two.first


@given(st.dates(), st.integers(0, 6))
def test_a_plain_weekday_lies_in_the_last_seven_days(anchor: date, weekday: int) -> None:
    before = calendar.weekday_before(anchor, weekday)
    assert 0 <= (anchor - before).days < 7 or anchor.toordinal() < 7
    assert before.weekday() == weekday or anchor.toordinal() < 7


@given(st.dates(date(20, 1, 1), date(9970, 1, 1)), st.integers(0, 4))
def test_a_part_lies_within_its_period(day: date, part: int) -> None:
    for whole in (
        calendar.month_range(day.year, day.month),
        calendar.year_range(day.year),
        calendar.week_range(day),
        calendar.decade_range(day.year // 10 * 10),
        calendar.weekend_range(day),
    ):
        found = calendar.part_of(whole, part)
        assert whole.first <= found.first <= found.last <= whole.last


@settings(max_examples=25)
@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.sampled_from(STYLES[:4]))
@pytest.mark.filterwarnings("ignore")
def test_dateparser_agrees_on_absolute_dates(day: date, style: str) -> None:
    text = style.format(m=MONTHS[day.month - 1], d=day.day, th=_ending(day.day), y=day.year, n=day.month)
    oracle = dateparser.parse(text.removeprefix("the ").replace(" of ", " "), languages=["en"])
    (mention,) = find_dates(tokenize(f"on {text}"), None)
    assert oracle is not None
    assert mention.when.days == DayRange(oracle.date(), oracle.date())


def test_lookups_grow_with_the_text_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each start is tried a bounded number of times, whatever stands there."""
    looked_up = 0
    at = PhraseTable.at

    def counted(table: PhraseTable[Any], tokens: Tokens, start: int, stop: int | None = None) -> Match[Any] | None:
        nonlocal looked_up
        looked_up += 1
        return at(table, tokens, start, stop)

    monkeypatch.setattr(PhraseTable, "at", counted)
    counts = []
    for times in (100, 1000):
        looked_up = 0
        find_dates(tokenize("on the early mid late last next this first 2 of from between since until " * times), None)
        counts.append(looked_up)
    assert counts[1] <= 11 * counts[0]
