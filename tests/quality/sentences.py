"""How well the figures of sentences.toml are read: value, and value with hedge, unit or direction."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from attrs import frozen

from reconcile.language.quantities import as_dict, find_quantities
from tests.quality.scoring import Rates

SENTENCES = Path(__file__).parent / "sentences.toml"
HEDGES = frozenset({"exact", "about", "at_least", "more_than", "at_most", "less_than", "almost", "range", "vague"})
WAYS = frozenset({"up", "down"})


@frozen
class Reading:
    """One figure: both ends alike where it has one value or is open on one side."""

    low: Decimal
    high: Decimal
    hedge: str
    unit: str
    direction: str | None

    @classmethod
    def parse(cls, text: str) -> Reading:
        """A figure as the file writes it; raises ValueError where it is malformed."""
        hedge, value, *rest = text.split()
        if hedge not in HEDGES:
            raise ValueError(f"no hedge: {text}")
        low, _, high = value.partition("..")
        direction = rest.pop() if rest and rest[-1] in WAYS else None
        return cls(Decimal(low), Decimal(high or low), hedge, " ".join(rest), direction)


CRITERIA: dict[str, Callable[[Reading], object]] = {
    "value": lambda r: (r.low, r.high),
    "hedge": lambda r: (r.low, r.high, r.hedge),
    "unit": lambda r: (r.low, r.high, r.unit),
    "direction": lambda r: (r.low, r.high, r.direction),
}


def sentences() -> list[tuple[str, list[Reading]]]:
    table = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))
    return [(row["text"], [Reading.parse(f) for f in row["figures"]]) for row in table["sentence"]]


def read(text: str) -> list[Reading]:
    """The figures that are found in the text."""
    return [_reading(as_dict(mention)) for mention in find_quantities(text)]


def _reading(found: dict[str, object]) -> Reading:
    ends = [Decimal(str(end)) for end in (found["low"], found["high"]) if end is not None]
    direction = str(found["direction"]) if found["direction"] else None
    return Reading(min(ends), max(ends), str(found["hedge"]), str(found["unit"] or ""), direction)


def rows() -> dict[str, float]:
    """Percentages by criterion, and how many sentences without figures give one."""
    rates = {name: Rates() for name in CRITERIA}
    traps = 0
    for text, gold in sentences():
        ours = read(text)
        traps += bool(ours) and not gold
        for name, key in CRITERIA.items():
            hit = (Counter(map(key, gold)) & Counter(map(key, ours))).total()
            rates[name].hit += hit
            rates[name].right += hit
            rates[name].gold += len(gold)
            rates[name].ours += len(ours)
    measured = {row: value for name, rate in rates.items() for row, value in rate.rows(f"figures.{name}").items()}
    return {name: round(value, 2) for name, value in measured.items()} | {"figures_in_traps": traps}
