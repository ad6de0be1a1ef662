"""The table of match weights: complete, without strangers, with its evidence."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from reconcile.matching.weights import EVIDENCE, parse, weights

TABLE = (files("reconcile.matching") / "weights.toml").read_text(encoding="utf-8")
LEVEL = '[[level]]\ncomparison = "scope"\nlevel = "same"\nwords = "w"\nbits = 1.0\n'
HEAD = "threshold = 0.0\n[prior]\nsame_article = -4.5\nother_article = -4.0\n"


def test_every_level_shows_its_evidence() -> None:
    for row in tomllib.loads(TABLE)["level"]:
        assert row.keys() >= EVIDENCE, (
            f"{row['comparison']} {row['level']}: run tests/bench/estimate_weights.py --write"
        )


def test_no_level_that_speaks_against_a_pair_can_drift_into_a_match() -> None:
    table = weights()
    for level in (("measure", "units"), ("measure", "rivals"), ("measure", "unmeasured")):
        assert table.levels[level].bits <= -9.0


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        (LEVEL + "bit = 2.0\n", "unknown fields bit"),
        (LEVEL.replace("bits = 1.0\n", ""), "lacks bits"),
        (LEVEL + LEVEL, "scope same comes twice"),
    ],
)
def test_faults_in_the_table_are_named(rows: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        parse(HEAD + rows)
