"""The table of match weights."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from attrs import frozen

from reconcile.model.finding import Weight


@frozen
class Weights:
    """Bits for each level of each comparison, the priors, and the threshold of the sum."""

    levels: Mapping[tuple[str, str], tuple[float, str]]
    prior_same: float
    prior_other: float
    threshold: float

    def weigh(self, comparison: str, level: str) -> Weight:
        """The weight of one level, with its words; raises KeyError for a level the table lacks."""
        bits, words = self.levels[comparison, level]
        return Weight(comparison, words, bits)

    def prior(self, same_article: bool) -> float:
        return self.prior_same if same_article else self.prior_other


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights as shipped in weights.toml."""
    data = tomllib.loads((files("reconcile.matching") / "weights.toml").read_text(encoding="utf-8"))
    levels = {(row["comparison"], row["level"]): (float(row["bits"]), row["words"]) for row in data["level"]}
    prior = data["prior"]
    return Weights(levels, prior["same_article"], prior["other_article"], data["threshold"])
