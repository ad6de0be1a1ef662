"""The table of measures: where its entries stand."""

from __future__ import annotations

from collections import defaultdict

from reconcile.claims.measuring.measure_table import SPEC
from reconcile.language.lexicon import load


def test_the_entries_of_a_measure_stand_in_one_file() -> None:
    files = defaultdict(set)
    for entry in load(SPEC):
        files[entry.measure].add(entry.begins.partition(":")[0])
    assert {measure: own for measure, own in files.items() if len(own) > 1} == {}
