"""Figures of which their text says that they have changed, and what a later one of that kind comes to."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind, Moved, Status
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims
from tests.unit.comparing.story import Story

DAY, NEXT_DAY = "2024-05-01T12:00:00Z", "2024-05-02T12:00:00Z"


@pytest.mark.parametrize(
    ("body", "moved"),
    [
        ("The city raised its estimate of the damage to 5.1 million euros.", {"5.1 million euros": "up"}),
        ("With that the price climbs to 2.4 billion pounds.", {"2.4 billion pounds": "up"}),
        ("The firm cut its offer for the mill to 40 million pounds.", {"40 million pounds": "down"}),
        ("The insurer has tripled its offer to 3 million euros.", {"3 million euros": "up"}),
        ("The owner halved the rent to 400 euros.", {"400 euros": "down"}),
        ("Guests signed up to 3 tours.", {"up to 3 tours": None}),
        (
            "The hall is set up to seat 400 guests, and the choir lined up to 90 singers.",
            {"400 guests": None, "up to 90 singers": None},
        ),
        ("The rent doubled in a year, and 400 euros is paid.", {"400 euros": None}),
        ("The damage came to 5.1 million euros.", {"5.1 million euros": None}),
        ("It rose. The damage amounts to 5.1 million euros.", {"5.1 million euros": None}),
        ("The number of those rescued was revised downward.\nRescued: 169", {"169": "revised"}),
        (
            "Police at first spoke of 31 dead, before they saw that four were counted twice.",
            {"31 dead": None, "four": None},
        ),
        ("Ballots had been counted twice. 27 people were killed.", {"27 people": None}),
        ("The dead had been counted twice: 27 people were killed.", {"27 people": "revised"}),
        ("Kalden will cut 540 jobs rather than the 620 announced.", {"540 jobs": "down", "620": None}),
        ("The road will cost 30 million euros instead of 20 million.", {"30 million euros": "up", "20 million": None}),
        (
            "The modellers put the damage at $1.9 billion. That replaces the mayor's first estimate of $1.2 billion.",
            {"$1.9 billion": "up", "$1.2 billion": None},
        ),
        (
            "The damage is put at $0.9 billion, replacing an estimate of $1.2 billion.",
            {"$0.9 billion": "down", "$1.2 billion": None},
        ),
        (
            "The damage is put at $1.9 billion. The new bridge replaces one of $1.2 billion.",
            {"$1.9 billion": None, "$1.2 billion": None},
        ),
        (
            "The damage is put at $1.9 billion. The mayor gave no date. It replaces a first estimate of $1.2 billion.",
            {"$1.9 billion": None, "$1.2 billion": None},
        ),
        ("Kalden will cut 540 jobs, not 620.", {"540 jobs": None, "620": None}),
        ("After talks 540 jobs are now to go.", {"540 jobs": "revised"}),
        ("The road will now cost 30 million euros.", {"30 million euros": "revised"}),
        ("Only 18 schools will now close.", {"Only 18 schools": "revised"}),
        ("The ministry now expects 9 per cent.", {"9 per cent": "revised"}),
        ("The works, now run by the state, will cut 540 jobs.", {"540 jobs": None}),
        ("The house, which is now empty, has 14 storeys.", {"14 storeys": None}),
        ("He will now speak. The house has 14 storeys.", {"14 storeys": None}),
    ],
)
def test_what_the_text_says_of_its_figures(body: str, moved: dict[str, str | None]) -> None:
    found = extract_claims([Article("a", body=body, source="Herald", published=DAY)])
    assert {c.mention.text: c.moved for c in found if c.kind is Kind.FIGURE} == moved


def story(first: int, then: int, moved: str | None, measure: str = "storeys") -> str:
    told = Story(measure)
    return told.verdict(told.says("Herald", first, DAY), told.says("Echo", then, NEXT_DAY, moved=moved))


def test_what_is_said_to_have_changed_is_an_update_and_no_conflict() -> None:
    assert story(40, 50, None) == "conflict"
    assert story(40, 50, "up") == story(40, 30, "down") == story(40, 30, "revised") == "updated"


def test_it_must_have_changed_that_way_and_not_manifold() -> None:
    assert story(40, 30, "up") == story(40, 50, "down") == story(40, 40000, "up") == "conflict"


def test_a_toll_that_was_revised_down_is_an_update() -> None:
    assert story(31, 27, None, "killed") == "conflict"
    assert story(31, 27, "revised", "killed") == "updated"


def test_a_plan_is_revised_by_its_own_side_and_no_rivals_figure_with_it() -> None:
    told = Story("laid off")
    plan, rival = told.says("Herald", 620, DAY, by="the firm"), told.says("Echo", 890, NEXT_DAY, by="the union")
    now = told.says("Courier", 540, "2024-05-05T12:00:00Z", by="Ada Holm", moved="revised")
    assert told.verdict(plan, rival) == told.verdict(rival, now) == "conflict"
    assert told.verdict(plan, now) == "updated"


def test_what_an_article_says_was_left_behind_is_no_rival() -> None:
    told = Story("cost")
    told.says("Herald", 58, DAY)
    told.says("Lens", 61, NEXT_DAY)
    before = told.says("Lens", 41, NEXT_DAY)
    assert told.verdict(before, told.says("Echo", 61, "2024-05-05T12:00:00Z", moved="revised")) == "updated"


@pytest.mark.parametrize(("speaker", "verdict"), [("the ministry", "updated"), ("the bank", "conflict")])
def test_whoever_foresaw_it_may_foresee_otherwise(speaker: str, verdict: str) -> None:
    told = Story("cost")
    first = told.says("Herald", 40, DAY, by="the ministry", status=Status.FORECAST)
    then = told.says("Echo", 50, NEXT_DAY, by=speaker, status=Status.FORECAST)
    assert told.verdict(first, then) == verdict


def figures(body: str) -> list[Claim]:
    read = extract_claims([Article(id="a", body=body, published="2024-05-04T12:00:00Z")])
    return [c for c in read if c.kind is Kind.FIGURE]


@pytest.mark.parametrize(
    ("body", "moved"),
    [
        ("The toll stands at 52, down from 54.", Moved.DOWN),
        ("The fire covers 18,310 acres (down from 18,750).", Moved.DOWN),
        ("Some 1,276 people are missing, up from 1,011, the sheriff said.", Moved.UP),
        ("At least 31 people have died, up from 25 on Tuesday night.", Moved.UP),
        ("A total of 85 homes were destroyed, up from 43.", Moved.UP),
    ],
)
def test_a_figure_takes_the_place_of_what_it_has_come_from(body: str, moved: Moved) -> None:
    new, old = figures(body)
    assert (new.moved, new.replaces) == (moved, (old.id,))


@pytest.mark.parametrize(
    "body",
    [
        "Profit was 12 million euros, up from 9 million in 2019.",
        "The toll stands at 52, down from 54 last week.",
        "The toll stands at 52, and 54 are missing.",
        "Some 300 homes burned, down from the hill 40 barns burned.",
    ],
)
def test_what_is_of_another_time_is_not_replaced(body: str) -> None:
    assert not any(c.replaces for c in figures(body))


@pytest.mark.parametrize(
    ("body", "period"),
    [
        ("Unemployment fell to 4.1 per cent from 4.4 per cent.", "before"),
        ("Net profit slipped to 40 million euros from 44 million euros.", "before"),
        ("The toll rose to 40 from 36.", ""),
    ],
)
def test_what_a_rate_fell_from_is_that_of_the_time_before(body: str, period: str) -> None:
    found = extract_claims([Article("a", headline="", body=body, source="Herald", published=DAY)])
    assert [c.period for c in found if c.kind is Kind.FIGURE] == ["", period]
