"""What a right report shows for each story in fixtures/, figure by figure; fixtures.toml says it, and how."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reconcile import Report, read, reconcile
from reconcile.model.text import Article, Span

ROOT = Path(__file__).parents[2]
STORIES = tomllib.loads((Path(__file__).parent / "fixtures.toml").read_text(encoding="utf-8"))["story"]
TOGETHER = {"agree", "compatible"}
AGAINST = {"conflict", "corrected", "tension", "updated"}
ALARMS = {"conflict", "corrected"}


def cases(key: str) -> list[Any]:
    """One test for each entry; entries that say what is missing must fail until it is there."""
    return [
        pytest.param(
            story["name"],
            case,
            id=f"{story['name']}-{number}",
            marks=[pytest.mark.xfail(reason=case["missing"], strict=True)] if "missing" in case else [],
        )
        for story in STORIES
        for number, case in enumerate(story.get(key, []), 1)
    ]


@cache
def report_on(story: str) -> Report:
    reading = read([ROOT / "fixtures" / story])
    return reconcile(reading.articles, problems=reading.problems)


def span_of(report: Report, name: str, words: str, part: str = "body") -> Span:
    fitting: list[Article] = [a for a in report.articles if name in (a.id, Path(a.path).name)]
    assert len(fitting) == 1, f"{len(fitting)} articles are called {name}"
    text = fitting[0].headline if part == "headline" else fitting[0].body
    at = text.index(words)
    return Span(fitting[0].id, "headline" if part == "headline" else "body", at, at + len(words))


def claims_at(report: Report, span: Span) -> set[str]:
    return {c.id for c in report.claims if c.mention.span.overlaps(span)}


def verdicts_between(report: Report, one: set[str], other: set[str]) -> set[str]:
    """How the report puts a claim of `one` against a claim of `other`."""
    found: set[str] = set()
    for finding in report.findings:
        sides = [{c.id for c in side.claims} for side in finding.sides]
        if any(side & one and side & other for side in sides):
            found.add("agree")
        for relation in finding.relations:
            a, b = sides[relation.a], sides[relation.b]
            if (a & one and b & other) or (a & other and b & one):
                found.add(relation.verdict.value)
    return found


@pytest.mark.parametrize("story", [s["name"] for s in STORIES])
def test_a_story_is_read_without_problems(story: str) -> None:
    report = report_on(story)
    assert not report.problems
    assert all(a.source and a.published and a.headline for a in report.articles)


@pytest.mark.parametrize(("story", "case"), cases("expect"))
def test_two_figures_are_put_as_expected(story: str, case: dict[str, Any]) -> None:
    report = report_on(story)
    a, b = (claims_at(report, span_of(report, *case[key])) for key in ("a", "b"))
    verdicts = verdicts_between(report, a, b)
    if case["verdict"] == "apart":
        assert not verdicts & AGAINST, case["why"]
    elif case["verdict"] == "together":
        assert a and b, "not found"
        assert verdicts and verdicts <= TOGETHER, case["why"]
    else:
        assert a and b, "not found"
        assert verdicts == {case["verdict"]}, case["why"]


@pytest.mark.parametrize(("story", "case"), cases("quiet"))
def test_no_false_alarm(story: str, case: dict[str, Any]) -> None:
    alarms = [
        f.about
        for f in report_on(story).findings
        if f.verdict.value in ALARMS and case.get("measure") in (None, f.measure)
    ]
    assert not alarms


def test_every_story_says_what_a_right_report_shows() -> None:
    assert {s["name"] for s in STORIES} == {p.name for p in (ROOT / "fixtures").iterdir() if p.is_dir()}
