"""Laws of matching: blocking against brute force, linkage against its definition, and what more articles change."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import read, reconcile
from reconcile.matching.clusters import candidate_pairs, cluster_figures
from reconcile.matching.levels import waterfall
from reconcile.matching.linkage import Pair, average_linkage, components
from reconcile.matching.surroundings import story, surroundings
from reconcile.matching.weights import weights
from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import Finding, Verdict
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

ROOT = Path(__file__).parents[2]
STORIES = sorted(p for p in (ROOT / "fixtures").iterdir() if p.is_dir())
DOSSIERS = sorted((ROOT / "tests" / "quality" / "dossiers").glob("*.json"))
SOURCES = [pytest.param(p, id=p.stem) for p in (*STORIES, *DOSSIERS)]
ABSENT = -6.0
UNEQUAL = (Verdict.CONFLICT, Verdict.TENSION)  # what one article may show between two numbers of its own
UNRELATED = Article(
    "zz-unrelated",
    headline="Library extends its hours",
    body="The town library of Quillmouth will open until 9 p.m. from October. It lent 48,300 books last year.",
    source="Quillmouth Notes",
    published="2019-09-02",
)


@cache
def articles_of(path: Path) -> tuple[Article, ...]:
    if path.is_dir():
        return tuple(read([path]).articles)
    items = json.loads(path.read_text(encoding="utf-8"))["articles"]
    return tuple(
        Article(a["id"], body=a["body"], headline=a["headline"], source=a["source"], published=a["published"])
        for a in items
    )


@cache
def findings_of(path: Path) -> tuple[Finding, ...]:
    return reconcile(articles_of(path)).findings


def substance(findings: Sequence[Finding]) -> set[tuple[object, ...]]:
    """What findings say, whatever order they and their claims stand in."""
    return {
        (
            f.id,
            f.kind,
            f.verdict,
            frozenset(c.id for c in f.claims),
            frozenset((frozenset((ids(f, r.a), ids(f, r.b))), r.verdict) for r in f.relations),
        )
        for f in findings
    }


def ids(finding: Finding, side: int) -> frozenset[str]:
    return frozenset(c.id for c in finding.sides[side].claims)


@pytest.mark.parametrize("path", SOURCES)
def test_order_of_articles_does_not_matter(path: Path) -> None:
    shuffled = list(articles_of(path))
    random.Random(7).shuffle(shuffled)
    assert substance(reconcile(shuffled).findings) == substance(findings_of(path))


@pytest.mark.parametrize("path", SOURCES)
def test_an_unrelated_article_changes_no_finding(path: Path) -> None:
    more = reconcile([UNRELATED, *articles_of(path)])
    assert substance(more.findings) == substance(findings_of(path))


@pytest.mark.parametrize("path", SOURCES)
def test_an_article_conflicts_with_no_copy_of_itself(path: Path) -> None:
    for article in articles_of(path):
        copy = Article(
            f"{article.id}-copy",
            body=article.body,
            headline=article.headline,
            source=article.source,
            published=article.published,
        )
        alone = [f for f in reconcile([article]).findings if f.kind is Kind.FIGURE]
        known = {values(f, r.a, r.b) for f in alone for r in f.relations if r.verdict in UNEQUAL}
        both = [f for f in reconcile([article, copy]).findings if f.kind is Kind.FIGURE]
        shown = {values(f, r.a, r.b) for f in both for r in f.relations if r.verdict is Verdict.CONFLICT}
        assert shown <= known, f"{article.id}: a copy is put against its original"


def values(finding: Finding, a: int, b: int) -> frozenset[tuple[object, ...]]:
    """The two values that a relation puts against each other."""
    return frozenset((finding.sides[i].low, finding.sides[i].high) for i in (a, b))


@pytest.mark.parametrize("path", SOURCES)
def test_blocking_loses_no_pair_that_the_weights_accept(path: Path) -> None:
    figures = [c for c in extract_claims(articles_of(path)) if c.kind is Kind.FIGURE]
    around, table = surroundings(figures), weights()
    candidates = set(candidate_pairs(figures))
    for a, b in combinations(range(len(figures)), 2):
        one, two = figures[a], figures[b]
        if story(one) == story(two) and (a, b) not in candidates:
            fall = waterfall(one, two, around, table)
            assert fall.total <= fall.threshold, f"{one.mention.text!r} and {two.mention.text!r} are never compared"


@pytest.mark.parametrize("path", SOURCES)
def test_no_figure_stands_in_two_clusters(path: Path) -> None:
    claims: list[Claim] = list(extract_claims(articles_of(path)))
    ids = [c.id for cluster in cluster_figures(claims) for c in cluster.claims]
    assert len(ids) == len(set(ids))


SIZES = st.integers(1, 9)


@st.composite
def scored(draw: st.DrawFn) -> tuple[int, dict[Pair, float]]:
    size = draw(SIZES)
    pairs = list(combinations(range(size), 2))
    scores = draw(st.lists(st.integers(-12, 12), min_size=len(pairs), max_size=len(pairs)))
    kept = draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    return size, {p: float(s) for p, s, k in zip(pairs, scores, kept, strict=True) if k}


def brute_force(size: int, scores: Mapping[Pair, float]) -> list[list[int]]:
    """Average linkage as it is defined: the best pair of clusters is sought anew before every merge."""
    clusters = [[m] for m in range(size)]

    def mean(a: list[int], b: list[int]) -> float:
        pairs = [(min(x, y), max(x, y)) for x in a for y in b]
        return sum(scores.get(p, ABSENT) for p in pairs) / len(pairs)

    while len(clusters) > 1:
        a, b = min(combinations(clusters, 2), key=lambda ab: (-mean(*ab), ab[0][0], ab[1][0]))
        if mean(a, b) <= 0:
            break
        clusters.remove(b)
        a.extend(b)
        a.sort()
    return sorted(clusters)


@given(scored())
def test_average_linkage_is_what_its_definition_says(case: tuple[int, dict[Pair, float]]) -> None:
    size, scores = case
    assert sorted(average_linkage(range(size), scores, 0.0, ABSENT)) == brute_force(size, scores)


@given(scored())
def test_components_part_all_nodes_and_cut_no_edge(case: tuple[int, dict[Pair, float]]) -> None:
    size, scores = case
    found = components(size, scores)
    assert sorted(m for group in found for m in group) == list(range(size))
    home = {m: n for n, group in enumerate(found) for m in group}
    assert all(home[a] == home[b] for a, b in scores)
    for group in found:
        inside = [(a, b) for a, b in scores if a in group]
        assert len(inside) >= len(group) - 1, "a component holds together"


@given(scored(), st.randoms(use_true_random=False))
def test_components_do_not_ask_for_the_order_of_edges(
    case: tuple[int, dict[Pair, float]], shuffle: random.Random
) -> None:
    size, scores = case
    edges = list(scores)
    shuffle.shuffle(edges)
    assert components(size, edges) == components(size, scores)
