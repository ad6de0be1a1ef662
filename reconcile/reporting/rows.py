"""Claims as flat rows, one for each finding a claim stands in: for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from reconcile.model.claim import Claim
from reconcile.model.decision import Decision
from reconcile.model.finding import Finding, Results
from reconcile.reporting.contract import article_data, claim_data
from reconcile.reporting.safe import safe

Cell = str | int | float | None
Row = dict[str, Cell]
COLUMNS = (
    *("finding", "verdict", "severity", "about", "side", "left_out"),
    *("claim", "article", "source", "published", "path", "line", "part", "start", "end", "text", "kind"),
    *("measure", "counted", "unit", "low", "high", "hedge", "earliest", "latest", "speaker"),
    *("status", "scope", "attributed_to", "event"),
    *("decision", "decision_reason"),
)
# A spreadsheet takes a cell that begins so for a formula, full-width signs included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def to_rows(results: Results) -> list[Row]:
    """Every claim as a dict with the same keys (see `COLUMNS`), None where a column does not apply.

    A claim that stands in two findings gives two rows, one that stands in none gives a row with its reason in
    `left_out`. Text is exactly as in the article.
    """
    return list(_rows(results))


def _rows(results: Results) -> Iterator[Row]:
    places: dict[str, list[tuple[Finding, int]]] = {}
    for finding in results.findings:
        for number, side in enumerate(finding.sides, 1):
            for claim in side.claims:
                places.setdefault(claim.id, []).append((finding, number))
    reasons = {left.claim: left.reason for left in results.left_out}
    for claim in results.claims:
        base = _claim(claim, results)
        for finding, side_number in places.get(claim.id, ()):
            yield {**base, **_finding(finding), "side": side_number}
        if claim.id not in places:
            yield {**base, "left_out": reasons.get(claim.id)}


def _claim(claim: Claim, results: Results) -> Row:
    article = results.articles_by_id[claim.mention.span.article]
    mark = article.locate(claim.mention.span.part, claim.mention.span.start)
    whole = {**article_data(article), **claim_data(claim)}
    row: Row = {name: whole.get(name) for name in COLUMNS}
    row["claim"] = claim.id
    row["line"] = mark.line if mark else None
    return row


def _finding(finding: Finding) -> Row:
    return {
        "finding": finding.id,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "about": finding.about,
        **_decision(finding.decision),
    }


def _decision(decision: Decision | None) -> Row:
    if decision is None:
        return {}
    choice = f"{decision.choice}, outdated" if decision.outdated else decision.choice.value
    return {"decision": choice, "decision_reason": decision.reason}


def to_csv(results: Results) -> str:
    """The rows as comma-separated values (RFC 4180, header first, line ends CRLF).

    Text is made safe to show, and gets an apostrophe in front where a spreadsheet would take it for a formula.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(row[name]) for name in COLUMNS] for row in _rows(results))
    return out.getvalue()


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = safe(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
