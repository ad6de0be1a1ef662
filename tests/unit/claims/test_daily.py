"""Counts of one day beside a count that runs on."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def figures(body: str, headline: str = "Flight from Arel") -> dict[str, Claim]:
    found = extract_claims([Article("a", headline=headline, body=body, source="Herald", published="2024-05-03")])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    ("body", "text", "period"),
    [
        ("12,000 people crossed into Osk. 3,100 came ashore on Wednesday.", "3,100", "new 2024-05-01"),
        ("12,000 people crossed into Osk, 3,100 of them on Wednesday alone.", "3,100", "new 2024-05-01"),
        ("12,000 people crossed into Osk. On Wednesday 3,100 came ashore.", "3,100", "new 2024-05-01"),
        ("12,000 people crossed into Osk. By Wednesday 3,100 had arrived.", "3,100", ""),
        ("12,000 people crossed into Osk. 3,100 have crossed the border since Wednesday.", "3,100", ""),
        ("12,000 people crossed into Osk, the mayor said on Wednesday.", "12,000 people", ""),
        ("Some 700 migrants came ashore on Wednesday.", "Some 700 migrants", ""),
    ],
)  # fmt: skip
def test_the_day_of_a_count(body: str, text: str, period: str) -> None:
    assert figures(body)[text].period == period


def test_some_of_them_on_a_day_are_all_of_that_day() -> None:
    claim = figures("12,000 people crossed into Osk, 3,100 of them on Wednesday alone.")["3,100"]
    assert (claim.scope.value, claim.population) == ("whole", "")


@pytest.mark.parametrize(
    ("body", "period"),
    [
        ("New on 1 May: 3 cases, two deaths.", "new 2024-05-01"),
        ("New: 3 cases, two deaths.", "new 2024-05-03"),
        ("New York: 3 cases, two deaths.", ""),
    ],
)
def test_what_is_listed_as_new_is_no_count_that_runs_on(body: str, period: str) -> None:
    found = figures(body, headline="Fever in Arel")
    assert {found["3 cases"].period, found["two deaths"].period} == {period}
