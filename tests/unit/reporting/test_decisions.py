"""Decisions: kept whole, in order, and only for as long as the finding says the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from reconcile.errors import UsageError
from reconcile.model.decision import Choice, Decision
from reconcile.model.finding import Verdict
from reconcile.reporting.decisions import apply_decisions, fingerprint, load_decisions, record
from tests.unit.reporting.make import EARLY, claim, finding, results

DISMISSED = Decision(Choice.DISMISSED, "", reason="the mill counts visitors apart", by="MB")
CORRECTED, AGREED = results().findings


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_recorded_decision_applies_until_the_finding_changes(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    record(path, CORRECTED, DISMISSED)
    first, second = apply_decisions(results(), load_decisions(path)).findings
    assert first.dismissed
    assert first.decision is not None
    assert (first.decision.reason, first.decision.by) == (DISMISSED.reason, "MB")
    assert second.decision is None
    changed = evolve(results(), findings=(evolve(CORRECTED, verdict=Verdict.CONFLICT),))
    (back,) = apply_decisions(changed, load_decisions(path)).findings
    assert not back.dismissed
    assert back.decision is not None and back.decision.outdated


def test_the_fingerprint_is_of_what_is_said_and_not_of_how_it_is_explained() -> None:
    early, late = claim(EARLY, "12 people", 12, 12), claim(EARLY, "Four trucks", 4, 4, number=2)
    base = finding([[early], [late]], Verdict.CONFLICT)
    same = [evolve(base, notes=("so",), waterfalls=(), about="else"), evolve(base, sides=base.sides[::-1])]
    assert {fingerprint(f) for f in same} == {fingerprint(base)}
    others = [
        evolve(base, verdict=Verdict.UPDATED),
        evolve(base, sides=base.sides[:1]),
        finding([[early, late]], base.verdict),
    ]
    assert fingerprint(base) not in {fingerprint(f) for f in others}


def test_lines_stand_in_the_order_of_their_findings_and_keep_what_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    record(path, CORRECTED, Decision(Choice.NEEDS_A_CALL, "", note="ask the mill"))
    own = {**lines(path)[0], "ticket": {"id": 7}, "at": "2024-03-06"}
    path.write_text(json.dumps(own) + "\n\n" + json.dumps({"finding": "gone", "decision": "accepted", "x": [1]}))
    record(path, AGREED, Decision(Choice.ACCEPTED, ""))
    assert [line["finding"] for line in lines(path)] == sorted([AGREED.id, CORRECTED.id, "gone"])
    assert lines(path)[2] == {"finding": "gone", "decision": "accepted", "x": [1]}
    assert own in lines(path)
    record(path, CORRECTED, DISMISSED)
    assert [line["ticket"] for line in lines(path) if line["finding"] == CORRECTED.id] == [{"id": 7}]
    record(path, CORRECTED, None)
    assert [line["finding"] for line in lines(path)] == [AGREED.id, "gone"]


def test_the_same_decisions_make_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    record(one, CORRECTED, DISMISSED)
    record(one, AGREED, Decision(Choice.ACCEPTED, ""))
    record(other, AGREED, Decision(Choice.ACCEPTED, ""))
    record(other, CORRECTED, DISMISSED)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<<<<<<< HEAD\n", ":1: not a JSON object"),
        ("\n[]\n", ":2: not a JSON object"),
        ('{"finding": "a"}', ':1: "decision" is one of accepted, dismissed, needs-a-call'),
        ('{"finding": "a", "decision": "dismissed", "reason": " "}', "a dismissal needs"),
        ('{"finding": "a", "decision": "accepted", "note": 3}', '"note" is no text'),
        ('{"finding": "a", "decision": "accepted"}\n' * 2, ":2: a is decided in line 1 already"),
        ("[" * 100_000, ":1: not a JSON object"),
        ('{"finding": "\ud800", ', "cannot be read"),
    ],
)
def test_a_damaged_file_is_named_and_never_written_over(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(UsageError, match=message):
        load_decisions(path)
    with pytest.raises(UsageError):
        record(path, CORRECTED, DISMISSED)
    assert path.read_bytes() == text.encode("utf-8", "surrogatepass")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        load_decisions(tmp_path / "none.jsonl")
