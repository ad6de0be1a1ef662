"""The whole run: six calls in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.claims.extract import extract
from reconcile.comparing.compare import Group, compare, cross_check
from reconcile.comparing.dates import date_findings
from reconcile.comparing.names import name_findings
from reconcile.comparing.quotations import quote_findings
from reconcile.errors import Problem
from reconcile.matching.adopt import adopt_measures
from reconcile.matching.clusters import cluster_figures
from reconcile.matching.events import assign_events
from reconcile.matching.questions import left_out, question
from reconcile.model.claim import Claim
from reconcile.model.finding import Results
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
    clusters = cluster_figures(claims)
    findings = [compare(Group(c.claims, question(c.claims), c.waterfalls), by_id) for c in clusters]
    checked = cross_check(findings, by_id)
    checked += (*quote_findings(claims, by_id, settings.lexicon), *date_findings(claims, by_id))
    checked += tuple(name_findings(claims, by_id, settings.lexicon))
    compared = {c.id for f in checked for c in f.claims}
    return Results(articles, claims, checked, left_out(claims, compared), tuple(problems))
