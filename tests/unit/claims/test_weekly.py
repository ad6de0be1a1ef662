"""Counts of the new of one week: told apart from what runs on, from other weeks, and from an event of last week."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import Verdict
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims, reconcile

LAST, BEFORE = "new in the week of 2025-06-09", "new in the week of 2025-06-02"


def article(body: str, day: str = "2025-06-17", headline: str = "") -> Article:
    return Article(day, headline=headline, body=body, source=f"Herald {day}", published=f"{day}T12:00:00Z")


def periods(body: str, headline: str = "") -> list[str]:
    return [c.period for c in figures(article(body, headline=headline))]


def figures(*articles: Article) -> list[Claim]:
    return [c for c in extract_claims(list(articles)) if c.kind is Kind.FIGURE]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("In week 24 the ministry notified 143 measles cases and four deaths.", [LAST, LAST]),
        ("The region reported 941 new cases and 13 deaths in week 24.", [LAST, LAST]),
        ("Shelling killed 17 civilians in Kerensk in the past week and 402 since the siege began.", [LAST, ""]),
        ("Police arrested 143 people in the week to Sunday, 88 the week before. In all, 2,310 were arrested since May.",
         [LAST, BEFORE, ""]),
        ("Landmines killed 6 people in the week ending 15 June against 11 in the preceding week. "
         "Since the truce 140 people have been killed.", [LAST, BEFORE, ""]),
        ("At least 402 civilians have been killed since March, including 17 last week.", ["", LAST]),
        ("Fires burned 3,200 hectares in Miralta last week. Since May 41,000 hectares have burned.", [LAST, ""]),
        ("No fewer than 6,872 people fell ill with cholera last week alone.", [LAST]),
    ],
)  # fmt: skip
def test_the_new_of_a_week_is_of_that_week(body: str, expected: list[str]) -> None:
    assert periods(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Clashes in Orvane last week killed 45 people and injured 120.",
        "The fire at the hotel killed 19 people last week. A total of 31 people were injured.",
        "Floods killed 88 people last week. A total of 112 have now died.",
        "A bus crash killed nine people last week. Two have died since, taking the toll to 11.",
        "In week 3 of the strike 4,200 nurses walked out.",
        "An earthquake killed 320 people last week. Since then 12 bodies have been found.",
    ],
)
def test_an_event_of_last_week_is_no_week(body: str) -> None:
    assert not [p for p in periods(body) if p.startswith("new in the week")]


def test_a_headline_is_of_the_week_that_its_body_tells() -> None:
    body = "No fewer than 6,872 people fell ill with cholera last week alone."
    assert periods(body, "6,872 ill with cholera in ONE WEEK") == [LAST, LAST]


def test_week_and_total_are_two_questions_and_one_week_is_one() -> None:
    first = article("In week 24 there were 143 new cases of measles. Since January there have been 1,204 cases.")
    second = article("The ministry counted 1,204 new cases of measles last week alone.", "2025-06-18")
    third = article("In week 25 there were 98 new cases of measles. Since January there have been 1,302.", "2025-06-24")
    told = {c.id: c.quantity.value for c in figures(first, second, third)}
    found = reconcile([first, second, third]).findings
    groups = {tuple(sorted(told[c.id] for side in f.sides for c in side.claims)): f.verdict for f in found}
    assert groups == {(143, 1204): Verdict.CONFLICT, (1204, 1302): Verdict.UPDATED}
