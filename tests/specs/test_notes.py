"""The table of editors' notes."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from reconcile.claims.notes.notes import find_notes
from reconcile.language.analysis import analyse

CASES = tomllib.loads(Path(__file__).with_name("notes.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[c["text"][:40] for c in CASES])
def test_notes_say_what_they_take_back(case: dict[str, object]) -> None:
    analysis = analyse(str(case["text"]), date(2024, 9, 18))
    value = [f"{q.quantity.value.normalize():f}" for q in analysis.quantities]
    found = [
        f"{value[old]} > {value[note.replacements[at]] if at < len(note.replacements) else '-'}"
        for note in find_notes(analysis)
        for at, old in enumerate(note.withdrawn)
    ]
    assert found == case["expect"]
