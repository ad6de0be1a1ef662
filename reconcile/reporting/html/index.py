"""Every claim found, article by article; those compared with nothing in grey, with the reason."""

from __future__ import annotations

from collections import defaultdict

from reconcile.model.claim import Claim
from reconcile.model.finding import Results
from reconcile.model.text import Article
from reconcile.reporting.html.finding import place
from reconcile.reporting.html.markup import Markup, el
from reconcile.reporting.safe import safe
from reconcile.reporting.view import view_claim

_OPEN_UP_TO = 3  # articles; a longer index begins folded


def index(results: Results) -> Markup:
    """One table an article, with links from each claim to its findings."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in results.claims:
        by_article[claim.mention.span.article].append(claim)
    fates = _fates(results)
    unfolded = len(results.articles) <= _OPEN_UP_TO
    tables = [_article(a, by_article[a.id], fates, unfolded) for a in results.articles]
    return el("section", el("h2", "All claims by article"), tables, id="index")


def _fates(results: Results) -> dict[str, Markup | str]:
    """For each claim, links to its findings or the reason why it was compared with nothing."""
    fates: dict[str, Markup | str] = {left.claim: safe(left.reason) for left in results.left_out}
    links: dict[str, list[Markup]] = defaultdict(list)
    for finding in results.findings:
        for claim in finding.claims:
            links[claim.id].append(el("a", finding.verdict.value, href=f"#f-{finding.id}"))
    fates.update({claim: el("span", [[link, " "] for link in found]) for claim, found in links.items()})
    return fates


def _article(article: Article, claims: list[Claim], fates: dict[str, Markup | str], unfolded: bool) -> Markup:
    title = safe(article.headline) or safe(article.label)
    count = "1 claim" if len(claims) == 1 else f"{len(claims)} claims"
    when = f", {article.published:%Y-%m-%d}" if article.published else ""
    summary = el("summary", el("b", title), f" ({safe(article.label)}{when}; {count})")
    if not claims:
        return el("details", summary, el("p", "No claims found.", class_="meta"))
    head = el("tr", [el("th", h, scope="col") for h in ("as stated", "question", "passage", "place", "compared")])
    table = el(
        "table",
        el("caption", f"Claims in “{title}”"),
        el("thead", head),
        el("tbody", [_claim(claim, article, fates) for claim in claims]),
    )
    return el(
        "details", summary, el("div", table, class_="wide", tabindex=0, role="region", aria_label=title), open=unfolded
    )


def _claim(claim: Claim, article: Article, fates: dict[str, Markup | str]) -> Markup:
    row = view_claim(claim, article)
    fate = fates.get(claim.id, "without a counterpart")
    question = " · ".join(safe(t) for t in (claim.measure or claim.kind.value, claim.population, claim.period) if t)
    return el(
        "tr",
        el("th", el("del", row.stated) if row.withdrawn else row.stated, scope="row"),
        el("td", question),
        el("td", row.passage.before, el("mark", row.passage.mention), row.passage.after),
        el("td", place(row)),
        el("td", fate),
        class_=None if isinstance(fate, Markup) else "alone",
    )
