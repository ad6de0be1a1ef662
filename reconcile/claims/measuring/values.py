"""Figures told by a noun that names the count ("a death toll of 12", "Deaths 14"), or that a word only stands near."""

from __future__ import annotations

from reconcile.claims.measuring.clause import Clause, Cue
from reconcile.claims.measuring.measure_table import MeasureEntry, befell
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON

NEAR_REACH = 10  # tokens between a figure and a noun that only stands near it
VALUE_REACH = 20  # tokens between "death toll" and its figure
_ITEM_ENDS = frozenset(",;.:()")


class Values(Clause):
    """The costs of a noun that gives the value of a figure, and of a word near it."""

    def as_value(self, figure: QuantityMention, cue: Cue, entry: MeasureEntry) -> float | None:
        if cue.end > figure.first:
            return None
        gap = self.words[cue.end : figure.first]
        if len(gap) > VALUE_REACH:
            return None
        links = self.classes["value-link"]
        # "passes 300" holds the verb itself
        edges = (gap[0], gap[-1]) if gap else tuple(self.words[cue.end - 1 : figure.number_first])
        joined = any(w in self.classes["coordination"] for w in gap[:2])
        if (
            joined
            or (befell(entry, self.houses) and self.is_agent(figure, cue))
            or not (any(w in links or w == ":" for w in edges) or self._is_item(figure, cue))
        ):
            return None
        if self.rival(cue.end, figure.first, but=self.classes["change-from"]):
            return None
        others = [self.figure(i) for i in self.figures]
        passed = self.broken(gap) or any(cue.end <= other.first < figure.first for other in others)
        if passed and any(self.inside(other, cue) for other in others):
            return (
                None  # "19 dead as 80,000 …", "13 dead at 138 km/h, limited to 80": the word belongs to another count
            )
        return 0.25 + 0.15 * len(gap)

    def _is_item(self, figure: QuantityMention, cue: Cue) -> bool:
        """ "Deaths 14; injured 30": a noun and its bare number are all that an item of a list says."""
        opens = cue.start == self.first or self.words[cue.start - 1] in _ITEM_ENDS
        closes = figure.last >= self.last or self.words[figure.last] in _ITEM_ENDS
        return opens and closes and cue.end == figure.first and figure.last == figure.number_last

    def is_agent(self, figure: QuantityMention, cue: Cue) -> bool:
        """ "He was killed by 12 men": they did it."""
        before, after = self.words[max(self.first, cue.start - 1)], self.words[cue.end]
        return figure.quantity.unit == PERSON and self.is_auxiliary(before) and after in self.classes["agent-by"]

    def as_near(self, figure: QuantityMention, cue: Cue) -> float | None:
        if self.inside(figure, cue):
            return 3.0
        if figure.quantity.unit in (None, PERSON):
            return None
        behind = cue.start >= figure.last
        gap = self.words[figure.last : cue.start] if behind else self.words[cue.end : figure.first]
        if len(gap) > NEAR_REACH or self.broken(gap) or (not behind and cue.end > figure.first):
            return None
        return 3.0 + 0.3 * len(gap) + gap.count(",")
