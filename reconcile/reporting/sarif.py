"""Findings as SARIF 2.1.0 (OASIS), for code review tools: one result a finding, its passages as locations."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from reconcile.model.claim import Claim
from reconcile.model.finding import Finding, Results, Severity, Verdict
from reconcile.reporting.contract import to_json
from reconcile.reporting.safe import safe
from reconcile.reporting.view import IN_AGREEMENT, view_claim

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note", Severity.NONE: "none"}
RULES = {
    Verdict.CONFLICT: "Reports give figures that cannot all be true.",
    Verdict.CORRECTED: "A figure was withdrawn and replaced.",
    Verdict.ALTERED: "A quotation differs between reports.",
    Verdict.TENSION: "Figures could all be true, but hardly.",
    Verdict.UPDATED: "A later report supersedes an earlier figure.",
}
Data = dict[str, Any]


def to_sarif(results: Results, version: str) -> str:
    """A SARIF log with one run of this `version` of the tool.

    Findings in agreement are left out; unreadable inputs are notifications.

    A region is the line of the source file where it is known; the properties of every location have the offsets in
    the article's part, in code points. Results are failures with a level: one of kind "review" may have none
    (SARIF 2.1.0, 3.27.10), and tools hide it. What an editor has dismissed is a suppressed result.
    """
    rules = [{"id": v.value, "shortDescription": {"text": text}} for v, text in RULES.items()]
    driver = {"name": "reconcile", "semanticVersion": version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(results)],
        "results": [_result(f, results) for f in results.findings if f.verdict not in IN_AGREEMENT],
    }
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _invocation(results: Results) -> Data:
    notes = [
        {
            "level": "error",
            "message": {"text": safe(problem.message)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(problem.path)}}}],
        }
        for problem in results.problems
    ]
    return {"executionSuccessful": not notes, "toolExecutionNotifications": notes}


def _result(finding: Finding, results: Results) -> Data:
    locations = [_location(claim, results, number) for number, claim in enumerate(finding.claims)]
    reasons = "; ".join(reason for relation in finding.relations for reason in relation.reasons[:1])
    labels = " / ".join(safe(side.label) for side in finding.sides)
    return {
        "ruleId": finding.verdict.value,
        "ruleIndex": list(RULES).index(finding.verdict),
        "level": LEVELS[finding.severity],
        "message": {"text": f"{safe(finding.about)}: {labels}. {safe(reasons)}".strip()},
        "locations": locations[:1],
        "relatedLocations": locations[1:],
        "partialFingerprints": {"reconcileFinding/v1": finding.id},
        **_decision(finding),
    }


def _decision(finding: Finding) -> Data:
    made = finding.decision
    if made is None:
        return {}
    words = safe(made.reason or made.note)
    if finding.dismissed:
        return {"suppressions": [{"kind": "external", "status": "accepted", "justification": words}]}
    return {"properties": {"decision": made.choice.value, "outdated": made.outdated, "note": words}}


def _location(claim: Claim, results: Results, number: int) -> Data:
    span = claim.mention.span
    article = results.articles_by_id[span.article]
    row = view_claim(claim, article)
    mark = article.locate(span.part, span.start)
    place: Data = {"artifactLocation": {"uri": _uri(article.path or article.url or article.id)}}
    if mark is not None and mark.line is not None:
        place["region"] = {"startLine": mark.line, "snippet": {"text": row.passage.marked("", "")}}
    said = f"{row.source}: {row.stated}" + (f" ({row.attributed})" if row.attributed else "")
    return {
        "id": number,
        "physicalLocation": place,
        "logicalLocations": [{"name": span.part, "fullyQualifiedName": f"{safe(article.id)}#{span.part}"}],
        "message": {"text": said},
        "properties": {"part": span.part, "start": span.start, "end": span.end},
    }


def _uri(path: str) -> str:
    """A path as a relative reference, an address as it is; both with everything unsafe encoded."""
    return quote(path.encode("utf-8", "replace"), safe="/:@!$&'()*+,;=-._~?#%" if "://" in path else "/-._~")
