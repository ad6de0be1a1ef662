"""The time a figure speaks of, where its sentence tells one."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from reconcile.claims.stamps import days_of
from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

TUESDAY = datetime.fromisoformat("2025-02-04T08:00:00+00:00")


def times(body: str) -> dict[str, str]:
    claims = extract_claims([Article(id="a", body=body, source="Weekly", published=TUESDAY)])
    return {c.mention.text: f"{c.as_of:%d %H:%M}" if c.as_of else "" for c in claims if c.kind is Kind.FIGURE}


def test_a_cue_dates_the_figures_of_its_sentence() -> None:
    assert times("As of 10 a.m. on Monday, nine people were dead and 23 missing.") == {
        "nine people": "03 10:00",
        "23 missing": "03 10:00",
    }


def test_another_time_in_between_ends_it() -> None:
    found = times("As of 10 a.m. on Monday, nine people were dead; by Tuesday morning the toll stood at 31.")
    assert found == {"nine people": "03 10:00", "31": "04 08:00"}  # published at eight


def test_a_time_behind_the_figure_closes_its_clause() -> None:
    found = times("Nine people had died by Sunday and 31 by Monday evening.")
    assert found == {"Nine people": "02 22:00", "31": "03 19:00"}


def test_a_day_may_own_its_end() -> None:
    assert times("By Sunday's end 18 people were dead.") == {"18 people": "02 22:00"}


def test_a_time_to_come_dates_nothing() -> None:
    assert times("The fund is to reach $5m by Friday.") == {"$5m": ""}


@pytest.mark.parametrize(
    "opening",
    [
        "Situation at 18:00 hours, Monday 3 February",
        "The status at 6 p.m. on Monday is as follows.",
        "Figures updated on Monday at 6 p.m.",
        "(Data valid at 18:00 on 3 February)",
        "As of 18:00 on Monday:",
        "Position as of 1800 hours on 3 February",
    ],
)
def test_a_bulletin_tells_its_time_once(opening: str) -> None:
    found = times(f"{opening}\n\nDead: 12\n\nIn the clinics 30 people are being treated.")
    assert found == {"12": "03 18:00", "30 people": "03 18:00"}


def test_a_paper_tells_when_it_was_closed() -> None:
    found = times("This page closed late on Sunday. Twelve people are dead.\n\nMonday brings 30 mourners.")
    assert found["Twelve people"] == "02 21:00"
    found = times("When this edition went to press on Sunday night, 12 people were dead.\n\nNine men are missing.")
    assert found == {"12 people": "02 22:00", "Nine men": "02 22:00"}
    found = times("This letter, dictated on the evening of Sunday, reached us with delay.\n\nNine men are missing.")
    assert found == {"Nine men": "02 19:00"}


@pytest.mark.parametrize(
    "opening",
    [
        "The shop had to close at 6 p.m. on Sunday.",
        "The ship's position at 6 p.m. on Sunday was 40 miles off the cape.",
        "As of Sunday the mountain road that leads to the village was still closed to lorries.",
    ],
)
def test_other_times_date_only_their_sentence(opening: str) -> None:
    assert times(f"{opening} Twelve people are dead.")["Twelve people"] == ""


def test_at_that_hour_points_back() -> None:
    found = times("The gates were locked at 6 p.m. on Sunday. At that hour 12 people were missing. Nine are safe.")
    assert found == {"12 people": "02 18:00", "Nine": ""}


@pytest.mark.parametrize(
    ("stamps", "published", "expected"),
    [
        (
            ["20:00", "23:15", "00:30", "02:15"],
            "2025-02-04T07:20",
            [3, 3, 4, 4],
        ),  # a night's entries, kept next morning
        (["01:15", "00:15", "23:20", "19:10"], "2025-02-03T23:40", [4, 4, 3, 3]),  # newest first, its clock ahead
        (["08:00", "12:30", "22:00"], "2025-02-04T08:00", [4, 4, 4]),  # published with the first entry
        (["22:00", "12:30", "08:00"], "2025-02-04T22:10", [4, 4, 4]),
        (["20:00", "21:40"], "2025-02-04T07:20", [3, 3]),
        (["06:00"], "2025-02-04T04:30", [4]),
        (["09:00", "08:50", "09:30", "10:00"], "2025-02-04T10:05", [4, 4, 4, 4]),  # two entries out of order
        (["23:00", "01:00"], "2025-02-04", [3, 4]),
        (["23:00"], "2025-02-04", [4]),
        (["06:40", "11:05", "21:10"], "2025-07-23T04:30", [22, 22, 22]),  # an American page, by Greenwich time
        (["09:00", "12:00", "21:10"], "2025-07-23T12:30", [23, 23, 23]),
    ],
)
def test_a_run_of_entries_may_cross_midnight(stamps: list[str], published: str, expected: list[int]) -> None:
    when = datetime.fromisoformat(published) if "T" in published else date.fromisoformat(published)
    assert [d.day for d in days_of([time.fromisoformat(s) for s in stamps], when)] == expected


def test_entries_of_an_article_without_a_day_have_none() -> None:
    assert days_of([time(8)], None) == []


def test_a_live_blog_kept_over_midnight() -> None:
    assert times("8:00 p.m. Nine people were dead.\n\n1:25 a.m. Twelve people are dead.") == {
        "Nine people": "03 20:00",
        "Twelve people": "04 01:25",
    }


def test_a_headline_tells_the_time_of_all() -> None:
    article = Article(id="a", headline="Bulletin 5: 12 dead, situation at 1800 hours on 2 February", body="Missing: 12",
                      published=TUESDAY)  # fmt: skip
    assert {c.as_of.day for c in extract_claims([article]) if c.kind is Kind.FIGURE and c.as_of} == {2}


@pytest.mark.parametrize(
    "sentence",
    [
        "The toll rose to 44 on Sunday.",
        "On Sunday the death toll stood at 44.",
        "Two more bodies were found on Sunday, bringing the toll to 44.",
        "The number of dead hit 44 on Sunday.",
        "On Sunday the count of the dead had climbed to 44.",
    ],
)
def test_the_day_of_a_running_count_is_that_of_its_reading(sentence: str) -> None:
    story = Article(id="a", body=f"A ferry sank off Arel. {sentence}", source="Weekly", published=TUESDAY)
    (claim,) = [c for c in extract_claims([story]) if c.kind is Kind.FIGURE and c.mention.text == "44"]
    assert claim.as_of is not None
    assert (claim.as_of.day, claim.frame.days) == (2, None)


@pytest.mark.parametrize("sentence", ["The blast killed 44 people on Sunday.", "On Sunday 44 people died in the fire."])
def test_the_day_on_which_people_died_is_that_of_the_event(sentence: str) -> None:
    story = Article(id="a", body=sentence, source="Weekly", published=TUESDAY)
    (claim,) = [c for c in extract_claims([story]) if c.kind is Kind.FIGURE]
    assert claim.as_of is None
    assert claim.frame.days is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "The toll of Sunday's collapse rose to 18.",
        "A guard died in hospital, which takes the toll of Sunday's collapse to 18.",
        "Two more deaths bring the death toll from the fire on Sunday to 18.",
        "The number of dead in the 2 February crash climbed to 18.",
        "The number of people killed by Sunday's collapse stood at 18.",
        "On Monday those hurt by Sunday's collapse numbered 18.",
    ],
)
def test_the_day_of_the_event_is_not_that_of_the_count(sentence: str) -> None:
    assert times(sentence)["18"] == ""


@pytest.mark.parametrize(
    "sentence",
    ["On Sunday the toll rose to 18.", "The toll of the fire rose on Sunday to 18.", "The toll stood at 18 on Sunday."],
)
def test_the_day_a_toll_moved_is_that_of_the_count(sentence: str) -> None:
    assert times(sentence)["18"] == "02 12:00"


@pytest.mark.parametrize(
    ("body", "hour"),
    [
        ("As of 10 a.m. yesterday, Monday, nine people were dead.", "03 10:00"),
        ("By 6 p.m. on Sunday (2 February) nine people were dead.", "02 18:00"),
        ("This issue closed on Sunday night, 2 February. At that hour nine people were dead.", "02 22:00"),
    ],
)
def test_one_time_may_be_told_twice(body: str, hour: str) -> None:
    assert times(body) == {"nine people": hour}


@pytest.mark.parametrize(
    "body",
    [
        "That explains the Sunday statement in which the ferry company admitted 12 dead.",
        "Sunday's second bulletin had 12 dead.",
        "In its first report, issued on Sunday, the bank spoke of 12 dead.",
        "The ministry on Sunday reported 12 dead.",
        "The ministry said on Sunday that there were 12 dead.",
        "On Sunday, the ministry said there were 12 dead.",
    ],
)
def test_what_was_said_a_day_ago_is_of_that_day(body: str) -> None:
    assert times(body) == {"12 dead": "02 12:00"}


@pytest.mark.parametrize(
    "body",
    [
        "A coach fell into a ravine on Sunday, police said, and left 12 dead.",
        "Police counted 12 dead in Sunday's flood.",
        "The ministry said on Monday that there were 12 dead.",  # in the paper of the next morning: its news
        "It was four in Sunday's report, but the ministry now has 12 dead.",
    ],
)
def test_the_day_of_the_event_is_not_that_of_what_is_said(body: str) -> None:
    assert times(body)["12 dead"] == ""


def test_the_time_of_a_statement_holds_for_all_of_it() -> None:
    found = times("As of 22:00 on Sunday, nine people were dead. Forty were hurt.\n\nIn all, 74 people were aboard.")
    assert found == {"nine people": "02 22:00", "Forty": "02 22:00", "74 people": "02 22:00"}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("On Sunday evening the fire had stood at 8,400 acres.", "02 19:00"),
        ("By midnight on Sunday 38,400 people had crossed the border.", "03 00:00"),
        ("Just after midnight on Sunday 38,400 people had crossed the border.", ""),
        ("By one o'clock on Monday 15 people were missing.", "03 13:00"),
        ("By six o'clock in the morning 15 people were missing.", "04 06:00"),
    ],
)
def test_what_had_stood_so_midnight_and_hours_of_either_half(body: str, told: str) -> None:
    assert list(times(body).values())[-1] == told


def test_not_until_tells_when_something_came_about() -> None:
    assert times("Three men died, of whom one was not reached until early on Monday.")["Three men"] == ""
    assert times("Three men had died until early on Monday.")["Three men"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Late on Monday the ministry had spoken of 21 dead.", "03 21:00"),
        ("On Monday the ministry had put the number of dead at 21.", "03 12:00"),
        ("Late on Monday the ministry spoke of 21 dead.", ""),  # the news of the night, in the morning paper
    ],
)
def test_what_had_been_said_the_day_before_is_of_that_day(body: str, told: str) -> None:
    assert [at for text, at in times(body).items() if text.startswith("21")] == [told]
