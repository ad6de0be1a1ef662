"""What a date mention carries beside its days, and where expressions of time begin and end."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from reconcile.errors import LexiconError
from reconcile.language.dates import DateMention, check_examples, find_dates
from reconcile.language.tokens import tokenize
from reconcile.model.when import DayRange, Granularity, When

WEDNESDAY = date(2024, 7, 10)


def only(text: str, anchor: date | None = WEDNESDAY) -> DateMention:
    (mention,) = find_dates(tokenize(text), anchor)
    return mention


def test_the_tables_keep_their_own_examples() -> None:
    assert check_examples() == []


def test_a_mention_stands_where_its_words_stand() -> None:
    text = "It fell on the night of July 8, officials said."
    tokens = tokenize(text)
    (mention,) = find_dates(tokens, WEDNESDAY)
    assert mention.text == "the night of July 8"
    assert text[mention.start : mention.end] == mention.text
    assert tokens.words[mention.first : mention.last] == ["the", "night", "of", "july", "8"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("It fell on Tuesday's market.", "Tuesday"),
        ("It has rained since February.", "since February"),
        ("It opens by August 1.", "by August 1"),
        ("They met on Friday, 5 July, in Riga.", "Friday, 5 July"),
        ("They met at 10:42 a.m. on Monday.", "10:42 a.m. on Monday"),
        ("It lasted from 3 to 5 March.", "3 to 5 March"),
        ("an attack in early May this year", "early May this year"),
    ],
)
def test_spans_hold_the_expression_and_no_more(text: str, span: str) -> None:
    assert only(text).text == span


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("on July 8", Granularity.DAY),
        ("from 3 to 5 March", Granularity.DAYS),
        ("last week", Granularity.WEEK),
        ("in May 2023", Granularity.MONTH),
        ("in the first quarter of 2024", Granularity.QUARTER),
        ("in spring 2023", Granularity.SEASON),
        ("in 2012", Granularity.YEAR),
        ("in the 1990s", Granularity.DECADE),
        ("in the 19th century", Granularity.CENTURY),
    ],
)
def test_granularity_is_as_stated(text: str, granularity: Granularity) -> None:
    days = only(text).when.days
    assert days is not None
    assert days.granularity is granularity


def test_since_reaches_up_to_the_article() -> None:
    when = only("since February").when
    assert when.open_end
    assert when.days == DayRange(date(2024, 2, 1), WEDNESDAY, Granularity.DAYS)


def test_until_leaves_its_start_open() -> None:
    when = only("until the end of August").when
    assert when.open_start
    assert when.days is not None
    assert when.days.last == date(2024, 8, 31)


def test_without_an_anchor_what_is_said_is_kept() -> None:
    assert only("on July 8", None).when == When(None, month=7, day=8)
    assert only("on Thursday", None).when == When(None, weekday=3)
    assert only("in July", None).when == When(None, month=7)
    assert only("on Monday, July 8", None).when == When(None, month=7, day=8, weekday=0)


def test_a_clock_time_alone_is_a_mention_without_days() -> None:
    mention = only("at 10:42 a.m.")
    assert mention.clock == time(10, 42)
    assert mention.when.days is None


def test_an_impossible_date_is_reported_and_not_repaired() -> None:
    mention = only("on 31 June 2024")
    assert mention.fault == "month 6 has no day 31"
    assert mention.when.days is None
    assert not mention.certain


def test_a_weekday_that_does_not_fit_is_reported() -> None:
    mention = only("on Friday, 8 July 2024")
    assert mention.fault is not None
    assert mention.when.days == DayRange(date(2024, 7, 8), date(2024, 7, 8))


def test_days_from_an_event_wait_for_their_event() -> None:
    mention = only("It came two days after a missile strike.")
    assert mention.offset_days == 2
    assert mention.when.days is None


def test_a_date_far_from_the_article_without_a_verb_is_not_certain() -> None:
    assert only("June 1").certain
    assert not only("December 30").certain


def test_the_nearest_year_is_taken_where_the_past_one_would_be_named() -> None:
    assert only("They hurried to finish before April 1.", date(2025, 3, 5)).when.days == DayRange(
        date(2025, 4, 1), date(2025, 4, 1)
    )


def test_a_house_table_adds_a_holiday(tmp_path: Path) -> None:
    (tmp_path / "dates.toml").write_text(
        '[[date]]\nid = "harbour-day"\nphrases = ["Harbour Day"]\nrole = "holiday"\nmonth = 9\nday = 2\n',
        encoding="utf-8",
    )
    (mention,) = find_dates(tokenize("on Harbour Day 2023"), None, (tmp_path,))
    assert mention.when.days == DayRange(date(2023, 9, 2), date(2023, 9, 2))


def test_an_unknown_role_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dates.toml").write_text('[[date]]\nid = "x"\nphrases = ["x"]\nrole = "moon"\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"dates\.toml:1"):
        find_dates(tokenize("on x"), None, (tmp_path,))


@pytest.mark.xfail(reason="a name before the day of a listing is read as a past verb ('held at the hall on Saturday')")
def test_listings_look_ahead() -> None:
    assert only("Quiz held at the Legion Hall on Saturday at 7pm. Tickets £5.").when.days == DayRange(
        date(2024, 7, 13), date(2024, 7, 13)
    )
