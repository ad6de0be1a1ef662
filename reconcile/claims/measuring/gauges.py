"""Where a reading was taken, told by no name: "95 km/h at the summit", "the wind at tower 2 was 58 km/h"."""

from __future__ import annotations

from functools import lru_cache

from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Entry, Houses, TableSpec, load, phrase_table
from reconcile.language.phrases import Match
from reconcile.language.quantities import QuantityMention

SPEC = TableSpec("gauges", "gauge", Entry)
_REACH = 16  # tokens between a reading and where it was taken
_DETERMINED = 2  # tokens before a place behind which "at" may stand ("at the windy summit")


def gauge_of(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> str:
    """The id of the nearest place in the sentence at which the reading was taken; "" where none is told."""
    first, last = max(sentence[0], figure.first - _REACH), min(sentence[1], figure.last + _REACH)
    found = phrase_table(SPEC, houses).find(analysis.tokens, first, last)
    near = [(_gap(m, figure), m.start, m.entry.id) for m in found if _is_read_there(analysis, m, first, houses)]
    return min(near)[2] if near else ""


@lru_cache(maxsize=16)
def gauges(houses: Houses = ()) -> frozenset[str]:
    """All ids of the table."""
    return frozenset(e.id for e in load(SPEC, houses))


def _gap(match: Match[Entry], figure: QuantityMention) -> int:
    return match.start - figure.last if match.start >= figure.last else figure.first - match.end


def _is_read_there(analysis: Analysis, match: Match[Entry], first: int, houses: Houses) -> bool:
    """True behind "at" and its like, and behind what weather does to a place; "at sea" and "inland" say it alone."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if words[match.start] in classes["at-gauge"] | classes["by-itself-there"]:
        return True
    before = words[max(first, match.start - _DETERMINED - 1) : match.start]
    led = [i for i, word in enumerate(before) if word in classes["at-gauge"] | classes["weathers"]]
    return bool(led) and all(w.isalpha() for w in before[led[-1] + 1 :])
