"""What is new since an earlier JSON report."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from reconcile.errors import UsageError
from reconcile.model.change import evolve
from reconcile.model.finding import Finding, Results
from reconcile.reporting.contract import FORMAT

R = TypeVar("R", bound=Results)
Known = dict[str, list[frozenset[str]]]


def load_baseline(path: Path) -> Known:
    """The findings of an earlier report: by verdict, the claims each held.

    Raises UsageError where the file cannot be read or is no report of this format.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is not JSON: {error}") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise UsageError(f"{path} is not a report of format {FORMAT}; write one with --format json")
    try:
        return _by_verdict(data["findings"])
    except (KeyError, TypeError) as error:
        raise UsageError(f"{path} is a damaged report: {error!r}") from error


def _by_verdict(findings: Iterable[Any]) -> Known:
    known: Known = {}
    for finding in findings:
        claims = frozenset(str(claim) for side in finding["sides"] for claim in side["claims"])
        known.setdefault(str(finding["verdict"]), []).append(claims)
    return known


def only_new(results: R, known: Known) -> R:
    """`results` without the findings that were known: same verdict, and no claim that was not there before."""
    return evolve(results, findings=tuple(f for f in results.findings if not _is_known(f, known)))


def _is_known(finding: Finding, known: Known) -> bool:
    claims = {c.id for c in finding.claims}
    return any(claims <= before for before in known.get(finding.verdict.value, ()))
