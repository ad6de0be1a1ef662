"""What a stretch of text without figures asks or speaks of: "How many died?", "The death toll was revised."."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.measuring.measure_table import MeasureEntry, cue_table
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match
from reconcile.language.quantity_values import PERSON

ASKED_REACH = 5  # tokens between "how many" and what befell them
VALUE = "value"  # the role of a noun for a count ("death toll")
NOUNS = frozenset({VALUE, "noun"})


def asked_in(analysis: Analysis, stretch: tuple[int, int], named: bool, houses: Houses = ()) -> str:
    """The one measure of people that the tokens ask for; "" where there are several, or none.

    Where they are a sentence of their own (`named`), they may also name the count: "The death toll was revised".
    """
    asked = {
        entry.measure
        for match, entry in _told(analysis, stretch, houses)
        if (named and VALUE in entry.takes) or _how_many(analysis, match.start, stretch[0], houses)
    }
    return asked.pop() if len(asked) == 1 else ""


def told_in(analysis: Analysis, stretch: tuple[int, int], houses: Houses = ()) -> frozenset[str]:
    """The measures of people that nouns among the tokens name ("the 35th homicide")."""
    nouns = (entry for _, entry in _told(analysis, stretch, houses) if not NOUNS.isdisjoint(entry.takes))
    return frozenset(entry.measure for entry in nouns)


def _told(
    analysis: Analysis, stretch: tuple[int, int], houses: Houses
) -> Iterator[tuple[Match[tuple[MeasureEntry, ...]], MeasureEntry]]:
    for match in cue_table(houses).find(analysis.tokens, *stretch):
        yield from ((match, entry) for entry in match.entry if entry.counts == PERSON)


def _how_many(analysis: Analysis, cue: int, first: int, houses: Houses) -> bool:
    """ "How many people were hurt"; "How many of them were told" of those who died is another question."""
    words, asks = analysis.tokens.words, word_classes(houses)["how-many"]
    return any(" ".join(words[i : i + 2]) in asks for i in range(max(first, cue - ASKED_REACH - 2), cue - 1))
