"""The day of the sudden event that a figure tells of."""

from __future__ import annotations

from datetime import datetime

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

FRIDAY = datetime.fromisoformat("2025-06-06T12:00:00+00:00")


def incidents(body: str) -> dict[str, str]:
    """The day of each figure's event, by the figure's words; "?" where it is not known."""
    article = Article(id="a", body=body, source="Kavra Mercury", published=FRIDAY)
    found = [c for c in extract_claims([article]) if c.kind is Kind.FIGURE and c.quantity.unit == "person"]
    return {c.mention.text: str(c.frame.incident.day or "?") for c in found}


@pytest.mark.parametrize(
    ("body", "days"),
    [
        (
            "A bomb hidden in a cart killed 17 people in a market on Thursday and wounded 60.",
            {"17 people": "2025-06-05", "60": "2025-06-05"},
        ),
        (
            "Three days after Tuesday's blast at the mill, the number of dead stands at 17, the ministry said on "
            "Friday.",
            {"17": "2025-06-03"},
        ),
        (
            "A day after the 4 June sinking 17 people were known to be dead.",
            {"17 people": "2025-06-04"},
        ),
        (
            "Seventeen people died in Tuesday's deadly six-storey car park explosion.",
            {"Seventeen people": "2025-06-03"},
        ),
        (
            "Two bombs exploded in a crowded market on Thursday, killing 14 people. On Monday, 9 people were killed "
            "when a car bomb went off.",
            {"14 people": "2025-06-05", "9 people": "2025-06-02"},
        ),
        (
            "The Monday attack left 12 dead. Sunday's explosion, in which 8 people died, was smaller.",
            {"12 dead": "2025-06-02", "8 people": "2025-06-01"},
        ),
        (
            "The death toll of Thursday's bombing rose to 17 on Friday. It came three days after a car bomb killed "
            "nine people.",
            {"17": "2025-06-05", "nine people": "2025-06-02"},
        ),
        (
            "A bomber blew himself up on Thursday, killing 23 people. It came four days after a bomb in a market. That "
            "blast killed 18 people.",
            {"23 people": "2025-06-05", "18 people": "2025-06-01"},
        ),
        (
            "Ten people were killed when a bomb went off on a bus on Thursday, five days after a blast at a market "
            "that killed 24 people.",
            {"Ten people": "2025-06-05", "24 people": "2025-05-31"},
        ),
        (
            "Thursday's explosion, in which 12 people died, came days after Monday's blast, which claimed 9 lives.",
            {"12 people": "2025-06-05", "9 lives": "2025-06-02"},
        ),
        (
            "On Tuesday a bomber attacked the ferry pier. Twenty-six people were killed and 62 injured there.\n\n"
            "A shooting on Thursday killed 3 people.",
            {"Twenty-six people": "2025-06-03", "62 injured": "2025-06-03", "3 people": "2025-06-05"},
        ),
        (
            "Attacks of the past days.\n\nFerry pier, 3 June: 26 dead, 62 injured\n\nOld market, 5 June: 11 dead",
            {"26 dead": "2025-06-03", "62 injured": "2025-06-03", "11 dead": "2025-06-05"},
        ),
        (
            "First attack, ferry pier, 3 June 2025. Killed: 19. Wounded: 54.\n\nSecond attack, market, 5 June 2025. "
            "Killed: eight.",
            {"19": "2025-06-03", "54": "2025-06-03", "eight": "2025-06-05"},
        ),
        (
            "An air raid on a school killed at least 22 people on Thursday, the ministry said.",
            {"at least 22 people": "2025-06-05"},
        ),
        (
            "A bomb killed 8 people in a court on Thursday. Three days earlier a car bomb had gone off at the station. "
            "The toll of that attack reached 24 people on Wednesday, when a driver died.",
            {"8 people": "2025-06-05", "24 people": "2025-06-02"},
        ),
        (
            "A bomb killed 8 people in a court on Tuesday. Two days later gunmen opened fire in a mosque, killing 24.",
            {"8 people": "2025-06-03", "24": "2025-06-05"},
        ),
        (
            "On the 2nd a car exploded, killing 11 people. On the 5th a man walked into a court and blew himself up, "
            "killing 25 people.",
            {"11 people": "2025-06-02", "25 people": "2025-06-05"},
        ),
        (
            "A man has made himself explode this Thursday in a court, killing 33 people. Already on Tuesday the town "
            "had been struck by a car bomb, with 24 dead.",
            {"33 people": "2025-06-05", "24 dead": "2025-06-03"},
        ),
        (
            "On Tuesday a man walked into a court and blew himself up, killing 25 people, by the ministry's tally of "
            "Thursday.",
            {"25 people": "2025-06-03"},
        ),
        (
            "But on Tuesday two men drove to a mosque and opened fire, killing 4 people.",
            {"4 people": "2025-06-03"},
        ),
    ],
    ids=[
        "own-sentence",
        "counted-on-from",
        "counted-on-from-a-date",
        "owned-at-length",
        "two-in-one-text",
        "day-before-the-noun",
        "counted-back",
        "that-blast",
        "counted-back-in-one-sentence",
        "only-days-after",
        "on-in-its-paragraph",
        "labels",
        "labels-of-a-paragraph",
        "raid",
        "so-long-before-the-day-told",
        "so-long-after-it",
        "the-fifth",
        "already-on-tuesday",
        "tally-of-another-day",
        "the-day-of-both-verbs",
    ],
)
def test_each_figure_knows_the_day_of_its_attack(body: str, days: dict[str, str]) -> None:
    found = incidents(body)
    assert {text: found[text] for text in days} == days


@pytest.mark.parametrize(
    "body",
    [
        "Hundreds of people marched on Wednesday against the bombing that killed 23 people.",
        "The death toll from a blast in the old town rose to 23 people on Wednesday.",
        "A blast killed 23 people in the old town, the ministry said on Wednesday.",
        "KAVRA, June 4 (Wire) - A blast killed 23 people in the old town.",
        "Floods that began on Wednesday killed 23 people.",
        "Police arrested a man on Wednesday, two days after the blast that killed 23 people.",
        "A bomb went off at a market. A mourner was buried on Wednesday. It killed 23 people.",
        "A bomb killed 23 people.\n\nFigures as of 4 June: unchanged.",
        "On Wednesday the mayor went to the market where a bomb exploded and killed 23 people.",
        "On Wednesday they buried a man who fell and killed 23 people.",
        "Two days earlier rescuers came to a mill in which 23 people had been killed.",
        "On the 4th floor a bomb killed 23 people.",
    ],
    ids=[
        "of-a-march",
        "of-a-rise",
        "of-saying",
        "of-the-dateline",
        "not-sudden",
        "of-an-arrest",
        "of-a-funeral",
        "as-of",
        "of-a-visit",
        "of-another-verb",
        "counted-on-from-nothing",
        "of-a-floor",
    ],
)
def test_other_days_are_not_the_day_of_the_attack(body: str) -> None:
    assert incidents(body)["23 people"] == "?"


BURIED = (
    "Two bombers struck a funeral in Kemra on Thursday, killing 17 people, as families buried those whom a bomb had "
    "killed outside an office on Monday. "
)


@pytest.mark.parametrize(
    ("more", "text", "day"),
    [
        ("", "17 people", "2025-06-05"),
        ("On Sunday a market closed and on Monday a blast killed 22 people.", "22 people", "2025-06-02"),
        ("The number killed in the first attack stood at 34.", "34", "2025-06-02"),
        ("The number killed in the first attack stood at 34. It wounded 118 people.", "118 people", "2025-06-02"),
        ("The second bombing wounded 58 people.", "58 people", "2025-06-05"),
    ],
)
def test_a_sentence_may_tell_the_days_of_two_attacks(more: str, text: str, day: str) -> None:
    assert incidents(BURIED + more)[text] == day


def test_an_event_that_another_one_followed_is_known_to_be_of_another_day() -> None:
    body = "Thursday's shooting at a car wash killed 5 people. It followed one at a laundry that killed 3 people."
    article = Article(id="a", body=body.replace("It followed", "The shooting followed"), published=FRIDAY)
    found = {c.mention.text: c.frame.incident for c in extract_claims([article]) if c.kind is Kind.FIGURE}
    assert (found["3 people"].day, found["3 people"].others) == (None, {found["5 people"].day})


def test_a_month_before_is_another_event() -> None:
    found = incidents(
        "Missiles struck a market on Tuesday, killing 29 people. In January, a strike on a bridge killed 14 people."
    )
    assert (found["29 people"], found["14 people"]) == ("2025-06-03", "2025-01-01/2025-01-31")


def test_the_load_of_a_bomb_belongs_to_its_attack() -> None:
    body = (
        "A bomb killed 12 people at the station on Thursday, three days after a truck bomb at a market. "
        "The device held 6 kg of explosive.\n\nMonday's blast was caused by 300 kg of explosives."
    )
    article = Article(id="a", body=body, source="Kavra Mercury", published=FRIDAY)
    found = {c.mention.text: str(c.frame.incident.day) for c in extract_claims([article]) if c.measure == "explosive"}
    assert found == {"6 kg": "2025-06-05", "300 kg": "2025-06-02"}


@pytest.mark.parametrize(
    ("body", "periods"),
    [
        ("The city counts 36 dead from two bombs in four days.", {"36 dead": "several events"}),
        (
            "A blast on Monday killed 5. Three explosions within two weeks have killed 36 people.",
            {"36 people": "several events"},
        ),
        ("Two bombs exploded on Monday and killed 12 people in four hours.", {"12 people": ""}),
        ("The second of two attacks in a week killed 8 people.", {"8 people": ""}),
        ("Two bombs killed 9 people in a market.", {"9 people": ""}),
    ],
)
def test_events_some_days_apart_are_added_up(body: str, periods: dict[str, str]) -> None:
    found = {c.mention.text: c.period for c in extract_claims([Article(id="a", body=body, published=FRIDAY)])}
    assert {text: found[text] for text in periods} == periods
