"""The table of measures: where its entries stand, and what a house makes of it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from reconcile.claims.measuring.measure_table import SPEC
from reconcile.language.lexicon import load


def test_the_entries_of_a_measure_stand_in_one_file() -> None:
    files = defaultdict(set)
    for entry in load(SPEC):
        files[entry.measure].add(entry.begins.partition(":")[0])
    assert {measure: own for measure, own in files.items() if len(own) > 1} == {}


def test_a_houses_one_file_adds_to_the_folder_replaces_and_removes(tmp_path: Path) -> None:
    entry = '[[measure]]\nid = "{}"\nmeasure = "{}"\ncounts = "any"\ntakes = ["noun"]\nphrases = ["{}"]\n'
    text = 'remove = ["babies-born"]\n' + entry.format("births", "births", "nativities") + entry.format("x", "x", "x")
    (tmp_path / "measures.toml").write_text(text, encoding="utf-8")
    ours, theirs = ({e.id: e.phrases for e in load(SPEC, houses)} for houses in ((), (tmp_path,)))
    assert theirs == {k: v for k, v in ours.items() if k != "babies-born"} | {"births": ("nativities",), "x": ("x",)}
