"""The table of measures: where its entries stand, and what a house makes of it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from reconcile.claims.measuring.measure_table import SPEC
from reconcile.language.lexicon import load
from reconcile.language.tokens import tokenize


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


def test_a_phrase_is_spelt_in_one_way() -> None:
    """Of two spellings that are matched alike the entries of the first alone would be found."""
    spellings = defaultdict(set)
    for entry in load(SPEC):
        for phrase in entry.phrases:
            spellings[" ".join(w for w in tokenize(phrase).words if w != "-")].add(phrase)
    assert {words: own for words, own in spellings.items() if len(own) > 1} == {}
