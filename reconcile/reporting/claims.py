"""Claims on their own: as a table for people, as JSON, or one a line."""

from __future__ import annotations

from reconcile.model.claim import Claim, Scope
from reconcile.model.finding import Results
from reconcile.reporting.contract import claim_data, to_json
from reconcile.reporting.safe import safe
from reconcile.reporting.table import table
from reconcile.reporting.text import file_name
from reconcile.reporting.view import Row, view_claim

HEADERS = ("place", "as stated", "measure", "says who", "passage")
_REACH = 60


def to_jsonl(results: Results) -> str:
    """One claim of the contract a line."""
    return "".join(to_json(claim_data(c), indent=None) for c in results.claims)


def to_json_list(results: Results) -> str:
    """All claims of the contract as one array."""
    return to_json([claim_data(c) for c in results.claims])


def to_table(results: Results, *, width: int = 100) -> str:
    """Every claim with its place and passage, as a table of about `width` columns."""
    articles = results.articles_by_id
    cells = [_cells(view_claim(c, articles[c.mention.span.article], reach=_REACH)) for c in results.claims]
    if not cells:
        return "No claims found.\n"
    lines = table(cells, HEADERS, (18, 18, 16, 14), width, "simple").splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    return (file_name(row.place), row.stated, _question(row.claim), row.attributed, row.passage.marked())


def _question(claim: Claim) -> str:
    """What the figure answers, and that it does so for a part only."""
    part = "part" if claim.scope is Scope.PART and not claim.population else ""
    return safe(", ".join(t for t in (claim.measure or claim.kind.value, claim.population or part, claim.period) if t))
