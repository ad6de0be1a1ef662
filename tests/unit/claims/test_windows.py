"""In what time rain or snow fell."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims, reconcile
from reconcile.settings import Settings

HOUR, DAY = 3600, 86400


def spans(body: str) -> list[str]:
    found = extract_claims([Article("a", body=body, source="Herald", published="2025-10-13T12:00:00Z")])
    return [c.span for c in found if c.kind is Kind.FIGURE and c.measure in ("rainfall", "snowfall")]


@pytest.mark.parametrize(
    ("body", "times"),
    [
        ("Some 210 mm of rain fell at the airport in 24 hours.", [DAY]),
        ("Some 210 mm (8.3 inches) of rain fell at the airport in 24 hours.", [DAY, DAY]),
        ("In two days the town got 3.5 inches of rain.", [2 * DAY]),
        ("The 72-hour total reached 260 millimetres of rain.", [3 * DAY]),
        ("Accumulated precipitation, 48 hours to 8 a.m.: 131 mm.", [2 * DAY]),
        ("The town had 40 cm of snow in just 12 hours.", [12 * HOUR]),
        ("Some 90 mm of rain fell in six hours, 140 mm of rain in two days.", [6 * HOUR, 2 * DAY]),
        ("The town got 190 mm of rain, and the clean-up will take three days.", [None]),
        ("The town got 190 mm of rain.", [None]),
    ],
)
def test_rain_and_snow_are_of_the_time_in_which_they_fell(body: str, times: list[int | None]) -> None:
    assert spans(body) == [f"{t} s" if t else "" for t in times]


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("210 mm of rain fell in 24 hours", "295 mm of rain fell in three days", set()),
        ("210 mm of rain fell in 24 hours", "210 mm of rain fell in one day and night", {"agree"}),
        ("210 mm of rain fell", "295 mm of rain fell in three days", {"updated"}),
    ],
)
def test_rain_of_two_stretches_of_time_answers_two_questions(one: str, two: str, found: set[str]) -> None:
    articles = [
        Article(
            f"a{n}", body=f"Storm in Porto Verano: {text} at the airport.", source=f"a{n}", published=f"2025-10-1{n}"
        )
        for n, text in enumerate((one, two))
    ]
    findings = reconcile(articles, Settings(kinds=frozenset({Kind.FIGURE}))).findings
    assert {f.verdict.value for f in findings} == found
