"""The table of match weights."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from attrs import frozen

from reconcile.model.finding import Weight

MEANING = frozenset({"comparison", "level", "words", "bits"})
EVIDENCE = frozenset({"m", "u", "estimate"})  # what tests/bench/estimate_weights.py counted and made of it


@frozen
class Weights:
    """Bits for each level of each comparison, the priors, and the threshold of the sum."""

    levels: Mapping[tuple[str, str], Weight]
    prior_same: float
    prior_other: float
    threshold: float

    def weigh(self, comparison: str, level: str) -> Weight:
        """The weight of one level, with its words; raises KeyError for a level the table lacks."""
        return self.levels[comparison, level]

    def prior(self, same_article: bool) -> float:
        return self.prior_same if same_article else self.prior_other


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights as shipped in weights.toml."""
    return parse((files("reconcile.matching") / "weights.toml").read_text(encoding="utf-8"))


def parse(text: str) -> Weights:
    """A table of weights; raises ValueError where a level lacks a field, has an unknown one, or comes twice."""
    data = tomllib.loads(text)
    levels: dict[tuple[str, str], Weight] = {}
    for row in data["level"]:
        _check(row)
        key = row["comparison"], row["level"]
        if key in levels:
            raise ValueError(f"weights: {' '.join(key)} comes twice")
        levels[key] = Weight(row["comparison"], row["words"], float(row["bits"]))
    prior = data["prior"]
    return Weights(levels, prior["same_article"], prior["other_article"], data["threshold"])


def _check(row: Mapping[str, Any]) -> None:
    name = f"weights: {row.get('comparison')} {row.get('level')}"
    if missing := MEANING - row.keys():
        raise ValueError(f"{name} lacks {', '.join(sorted(missing))}")
    if unknown := row.keys() - MEANING - EVIDENCE:
        raise ValueError(f"{name} has unknown fields {', '.join(sorted(unknown))}")
