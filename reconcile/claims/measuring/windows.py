"""In what time the rain or snow fell: 210 mm in 24 hours and 295 mm in three days answer two questions.

So do the times themselves: nobody contradicts "24 hours" who tells of three days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import frozen

from reconcile.language.analysis import Analysis
from reconcile.language.dimensions import DURATION, dimension_of, in_base
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import Claim
from reconcile.model.text import Part

LENGTH = "length"
REACH = 3  # tokens before a time in which "in" may stand ("in just the last 24 hours")


@frozen
class _Row:
    """The readings of one sentence, and the times in which they may have fallen, each in text order."""

    readings: Sequence[QuantityMention]
    times: Sequence[QuantityMention]

    def time_of(self, reading: QuantityMention) -> QuantityMention | None:
        """Where the times come first, the one before the reading; else the one behind it, before any other reading.

        Of a reading and its equivalent in brackets, both are of the time behind them.
        """
        if not self.times:
            return None
        if self.times[0].first < self.readings[0].first:
            return [t for t in self.times if t.first < reading.first][-1]
        after = [t for t in self.times if t.first >= reading.last]
        return after[0] if after and not self._parted(reading, after[0]) else None

    def _parted(self, reading: QuantityMention, time: QuantityMention) -> bool:
        others = [r for r in self.readings if reading.last <= r.first < time.first]
        units = {r.quantity.unit for r in (reading, *others)}
        return len(units) <= len(others)  # an equivalent has a unit of its own


def with_windows(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article in order; rain and snow, and the time in which they fell, take the length of it."""
    falls = word_classes(houses)["falls-in-time"]
    readings = {(c.mention.span.part, c.mention.span.start) for c in claims if _is_fall(c, falls)}
    if not readings:
        return list(claims)
    spans: dict[tuple[Part, int], str] = {}
    for part, analysis in parts.items():
        starts = {start for p, start in readings if p == part}
        for sentence in analysis.sentences if starts else ():
            for reading, time in _fell_in(analysis, sentence, starts, houses):
                seconds = in_base(time.quantity.value, time.quantity.unit or "").normalize()
                spans[part, reading.start] = spans[part, time.start] = f"{seconds:f} s"
    made = ((c, (c.mention.span.part, c.mention.span.start)) for c in claims)
    return [evolve(c, span=spans[at]) if at in spans else c for c, at in made]


def _is_fall(claim: Claim, falls: frozenset[str]) -> bool:
    return claim.measure in falls and dimension_of(claim.quantity.unit or "") == LENGTH


def _fell_in(
    analysis: Analysis, sentence: tuple[int, int], starts: set[int], houses: Houses
) -> list[tuple[QuantityMention, QuantityMention]]:
    """The readings of one sentence, each with the time in which it fell."""
    figures = analysis.between(analysis.quantities, *sentence)
    readings = [q for q in figures if q.start in starts]
    if not readings:
        return []
    row = _Row(readings, [q for q in figures if _is_window(analysis, q, sentence, houses)])
    return [(reading, time) for reading in readings if (time := row.time_of(reading)) is not None]


def _is_window(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """True for the time behind "in" or "over", and before "to 8 a.m.", "total" or "rainfall"."""
    unit, classes = figure.quantity.unit, word_classes(houses)
    if unit is None or dimension_of(unit) != DURATION or figure.quantity.per:
        return False
    words = analysis.tokens.words
    before = words[max(sentence[0], figure.first - REACH) : figure.number_first]
    behind = words[figure.last : min(figure.last + 1, sentence[1])]
    return not (classes["in-time"].isdisjoint(before) and classes["ends-window"].isdisjoint(behind))
