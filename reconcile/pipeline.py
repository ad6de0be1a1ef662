"""The whole run: read claims, tie them to events, match, compare."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reconcile.claims.extract import extract
from reconcile.comparing.compare import Group, Policy, compare, cross_check, separate
from reconcile.comparing.dates import date_findings
from reconcile.comparing.names import name_findings
from reconcile.comparing.quotations import quote_findings
from reconcile.errors import Problem
from reconcile.matching.adopt import adopt_measures
from reconcile.matching.clusters import cluster_figures
from reconcile.matching.events import assign_events
from reconcile.matching.questions import left_out, question
from reconcile.model.claim import Claim
from reconcile.model.finding import Finding, Results
from reconcile.model.text import Article
from reconcile.settings import Settings


def extract_claims(articles: Sequence[Article], settings: Settings = Settings()) -> tuple[Claim, ...]:
    """Every claim of every article, each tied to an event."""
    by_id = {a.id: a for a in articles}
    read = {a.id: extract(a, settings.kinds, settings.lexicon) for a in articles}
    claims = [c for extracted in read.values() for c in extracted.claims]
    stories = {i: extracted.story for i, extracted in read.items()}
    return adopt_measures(assign_events(claims, stories, by_id))


def reconcile(
    articles: Iterable[Article], settings: Settings = Settings(), problems: Sequence[Problem] = ()
) -> Results:
    """Read the claims of all articles, match those that answer one question, and compare them."""
    articles = tuple(articles)
    by_id = {a.id: a for a in articles}
    claims = extract_claims(articles, settings)
    findings = (
        *figure_findings(claims, by_id, settings),
        *quote_findings(claims, by_id, settings.lexicon),
        *date_findings(claims, by_id),
        *name_findings(claims, by_id, settings.lexicon),
    )
    compared = {c.id for f in findings for c in f.claims}
    return Results(articles, claims, findings, left_out(claims, compared), tuple(problems))


def figure_findings(
    claims: Sequence[Claim], articles: Mapping[str, Article], settings: Settings
) -> tuple[Finding, ...]:
    """Figures put together by question, those that cannot be of one question parted again, the rest compared."""
    policy = Policy(lexicon=settings.lexicon)
    findings = []
    for cluster in cluster_figures(claims):
        group = Group(cluster.claims, question(cluster.claims), cluster.waterfalls)
        parted = separate(group, articles, policy)
        findings += [compare(g, articles, policy) for g in parted if len(g.claims) > 1]
    return cross_check(findings, articles, settings.lexicon, claims)
