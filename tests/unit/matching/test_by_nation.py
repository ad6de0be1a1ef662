"""Counts of the people of several countries in one story."""

from __future__ import annotations

import pytest

from reconcile import reconcile
from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def figures(*bodies: str) -> list[Claim]:
    articles = [
        Article(str(n), body=body, source=f"Paper {n}", published="2024-05-01") for n, body in enumerate(bodies)
    ]
    return [c for c in extract_claims(articles) if c.kind is Kind.FIGURE]


def where(*bodies: str) -> dict[str, set[str]]:
    return {c.mention.text: set(c.where) for c in figures(*bodies)}


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("The theft affected 100,000 Canadians.", "canada"),
        ("The theft affected 100,000 Canadian shoppers.", "canada"),
        ("The theft affected 100,000 shoppers in Canada.", "canada"),
        ("In Canada, 100,000 shoppers were affected.", "canada"),
        ("As for Canada, the firm now thinks that 100,000 shoppers were affected.", "canada"),
        ("For Canada it turned out to be less: 100,000 shoppers are affected there.", "canada"),
        ("The theft affected 143M U.S. shoppers.", "united states"),
        ("Canada says 100,000 shoppers were affected.", ""),  # who says it
        ("The Canadian firm says 100,000 shoppers were affected.", ""),
        ("The theft affected 100,000 shoppers and 12 shops in Canada.", ""),  # another count stands between
        ("The theft cost 100,000 Canadian dollars.", ""),
    ],
)
def test_whose_people_a_figure_counts(text: str, nation: str) -> None:
    article = Article("a", body=text, published="2024-05-01")
    assert extract(article, frozenset({Kind.FIGURE})).claims[0].nation == nation


ALL = "The theft affected 143 million Americans on May 2. It also affected 400,000 Britons and 8,000 Canadians."
BRITISH = "Thieves got at the data of 410,000 British shoppers. The firm says that 409,300 people were affected."
OPEN = "On May 2 the theft affected 143 million shoppers, more than thought."


def test_each_country_has_its_own_count_where_one_article_tells_several() -> None:
    told = where(ALL)
    assert told["143 million Americans"] == {"united states"}
    assert told["400,000 Britons"] == {"united kingdom"}
    assert told["8,000 Canadians"] == {"canada"}


def test_a_count_without_a_country_is_of_that_of_its_article() -> None:
    assert where(ALL, BRITISH)["409,300 people"] == {"united kingdom"}


def test_else_it_is_of_the_country_of_which_others_give_as_many() -> None:
    assert where(ALL, OPEN)["143 million shoppers"] == {"united states"}


def test_where_no_article_tells_two_countries_nothing_is_parted() -> None:
    assert where(BRITISH, OPEN)["409,300 people"] == set()


def test_the_dead_of_a_crash_are_of_one_event() -> None:
    told = where("The crash of May 2 killed 12 people, among them two Britons and three Canadians.")
    assert all(not places for places in told.values())


def test_two_countries_are_never_rivals() -> None:
    bodies = (ALL, "The theft of May 2 affected 8,000 people in Canada and 390,000 people in Britain.")
    articles = [Article(str(n), body=b, source=f"Paper {n}", published="2024-05-03") for n, b in enumerate(bodies)]
    report = reconcile(articles)
    for finding in report.findings:
        assert len({c.nation for side in finding.sides for c in side.claims}) == 1
    assert any(len(f.sides) > 1 for f in report.findings)
