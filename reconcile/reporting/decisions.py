"""An editor's decisions, kept one a line (JSON) in a file that people and version control can read.

A line belongs to the finding it names and holds the fingerprint of what that finding said when it was decided: once
the finding says something else, it comes back. What a line holds beyond the fields known here is kept as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from attrs import frozen

from reconcile.errors import UsageError
from reconcile.model.change import evolve
from reconcile.model.decision import Choice, Decision
from reconcile.model.finding import Finding, Results
from reconcile.reporting.contract import to_json
from reconcile.reporting.files import write_whole

R = TypeVar("R", bound=Results)
Line = dict[str, Any]
_FIELDS = ("finding", "decision", "reason", "note", "by", "at", "verdict", "about", "fingerprint")
_TEXTS = ("reason", "note", "by", "at", "fingerprint")
_LARGEST = 16_000_000  # bytes


@frozen
class Decisions:
    """The lines of a decisions file in the order of their findings, and what they decide, by finding."""

    lines: tuple[Line, ...] = ()
    by_finding: Mapping[str, Decision] = {}


def fingerprint(finding: Finding) -> str:
    """Sixteen hexadecimal digits that change with the finding's verdict, its claims, and how they take sides.

    Neither the wording of reasons nor the evidence of the match is part of it.
    """
    sides = sorted(
        sorted([c.mention.span.article, c.mention.span.part, c.mention.text, c.status.value] for c in side.claims)
        for side in finding.sides
    )
    text = to_json([finding.verdict.value, sides], indent=None)
    return blake2b(text.encode("utf-8"), digest_size=8).hexdigest()


def load_decisions(path: Path) -> Decisions:
    """The decisions in `path`. Raises UsageError, with the line, where the file is missing or damaged."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UsageError(f"{path} is larger than {_LARGEST // 1_000_000} MB")
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"{path} does not exist; `reconcile serve` writes it, and an empty file will do") from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from error
    seen: dict[str, int] = {}
    lines, decided = [], {}
    for number, words in enumerate(text.split("\n"), 1):
        if not words.strip():
            continue
        line, decision = _parsed(words, f"{path}:{number}")
        name = line["finding"]
        if name in seen:
            raise UsageError(f"{path}:{number}: {name} is decided in line {seen[name]} already; keep one of both")
        seen[name] = number
        lines.append(line)
        decided[name] = decision
    return Decisions(tuple(lines), decided)


def _parsed(words: str, where: str) -> tuple[Line, Decision]:
    try:
        line = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{where}: not a JSON object: {error}") from error
    if not isinstance(line, dict) or not isinstance(line.get("finding"), str):
        raise UsageError(f'{where}: not a JSON object with a "finding"')
    for name in _TEXTS:
        if not isinstance(line.get(name, ""), str):
            raise UsageError(f'{where}: "{name}" is no text')
    if line.get("decision") not in list(Choice):
        raise UsageError(f'{where}: "decision" is one of {", ".join(Choice)}')
    decision = Decision(Choice(line["decision"]), **{"fingerprint": "", **{n: line[n] for n in _TEXTS if n in line}})
    if decision.choice is Choice.DISMISSED and not decision.reason.strip():
        raise UsageError(f'{where}: a dismissal needs a "reason"')
    return line, decision


def apply_decisions(results: R, decisions: Decisions) -> R:
    """`results` with every finding carrying its decision, marked as outdated where the finding has changed since."""
    return evolve(results, findings=tuple(_decided(f, decisions.by_finding.get(f.id)) for f in results.findings))


def _decided(finding: Finding, decision: Decision | None) -> Finding:
    if decision is None:
        return finding
    return evolve(finding, decision=evolve(decision, outdated=decision.fingerprint != fingerprint(finding)))


def record(path: Path, finding: Finding, decision: Decision | None) -> None:
    """Write the decision about `finding` into `path`, made if need be, or take it back where it is None.

    The file is read anew first and replaced as a whole; every other line, and every field of this one that is not
    the decision's own, stays as it was. Raises UsageError where the file is damaged or cannot be written.
    """
    found = load_decisions(path).lines if path.exists() else ()
    lines = {line["finding"]: line for line in found}
    if decision is None:
        lines.pop(finding.id, None)
    else:
        lines[finding.id] = _line(lines.get(finding.id, {}), finding, decision)
    write_whole(path, "".join(to_json(lines[name], indent=None) for name in sorted(lines)))


def _line(before: Line, finding: Finding, decision: Decision) -> Line:
    """One line: known fields first, in a fixed order and only where they say something, then the user's own."""
    known = {
        "finding": finding.id,
        "decision": decision.choice.value,
        "verdict": finding.verdict.value,
        "about": finding.about,
        "fingerprint": fingerprint(finding),
        **{name: getattr(decision, name) for name in ("reason", "note", "by", "at")},
    }
    own = {name: value for name, value in before.items() if name not in _FIELDS}
    return {name: known[name] for name in _FIELDS if known[name]} | own
