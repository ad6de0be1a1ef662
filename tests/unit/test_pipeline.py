"""The whole run through the library: spans, ids and order hold whatever is read together."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import reconcile
from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.settings import Settings

FIXTURES = sorted(p for p in (Path(__file__).parents[2] / "fixtures").iterdir() if p.is_dir())


def articles(folder: Path) -> tuple[Article, ...]:
    return reconcile.read([folder]).articles


@pytest.mark.parametrize("folder", FIXTURES, ids=lambda p: p.name)
def test_every_claim_stands_exactly_where_it_says(folder: Path) -> None:
    report = reconcile.reconcile(articles(folder))
    assert report.claims
    for claim in report.claims:
        span = claim.mention.span
        assert report.articles_by_id[span.article].part(span.part)[span.start : span.end] == claim.mention.text


@pytest.mark.parametrize("folder", FIXTURES, ids=lambda p: p.name)
def test_no_finding_without_two_passages(folder: Path) -> None:
    for finding in reconcile.reconcile(articles(folder)).findings:
        assert len(finding.passages()) >= 2
        assert all(side.claims for side in finding.sides)


@pytest.mark.parametrize("folder", FIXTURES, ids=lambda p: p.name)
def test_the_order_of_articles_changes_nothing_but_the_order(folder: Path) -> None:
    there = reconcile.reconcile(articles(folder))
    back = reconcile.reconcile(articles(folder)[::-1])
    assert {f.id: f.verdict for f in there.findings} == {f.id: f.verdict for f in back.findings}
    assert {c.id for c in there.claims} == {c.id for c in back.claims}


@pytest.mark.parametrize("folder", FIXTURES, ids=lambda p: p.name)
def test_in_one_article_only_two_voices_conflict(folder: Path) -> None:
    for article in articles(folder):
        for finding in reconcile.reconcile([article]).findings:
            if finding.verdict == "conflict":
                assert len({c.attribution and c.attribution.speaker for c in finding.claims}) > 1, finding.about


def test_only_the_wanted_kinds_are_read() -> None:
    report = reconcile.reconcile(articles(FIXTURES[0]), settings=Settings(kinds=frozenset({Kind.FIGURE})))
    assert {c.kind for c in report.claims} == {Kind.FIGURE}


def test_a_text_without_a_date_invents_none() -> None:
    article = Article(id="a", body="A blast on July 8 killed 40 people, police said on Thursday.")
    report = reconcile.reconcile([article])
    dates = [c for c in report.claims if c.kind is Kind.DATE]
    assert dates and all(getattr(c.value, "days", None) is None for c in dates)


@settings(max_examples=60)
@example(":0", ": 5")
@given(st.text(max_size=400), st.text(max_size=60))
def test_no_text_crashes_the_run(body: str, headline: str) -> None:
    report = reconcile.reconcile([Article(id="a", body=body, headline=headline), Article(id="b", body=body)])
    for claim in report.claims:
        span = claim.mention.span
        assert report.articles_by_id[span.article].part(span.part)[span.start : span.end] == claim.mention.text


def test_rates_of_two_currencies_to_the_dollar_are_no_rivals() -> None:
    told = (
        "The central bank of Orlec cut its key rate to 6.25 percent. The lira slid to 42.5 to the dollar.",
        "The central bank of Orlec cut its key rate to 6.25 percent. The rupee had slid to 88.7 to the dollar.",
    )
    report = reconcile.reconcile([Article(str(n), body=t, published="2024-05-04") for n, t in enumerate(told)])
    rates = {c.mention.text for c in report.claims if c.measure == "per dollar"}
    assert rates == {"42.5 to the dollar", "88.7 to the dollar"}
    assert not [f for f in report.findings if any(c.measure == "per dollar" for side in f.sides for c in side.claims)]
