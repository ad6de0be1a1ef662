"""From where a distance is told: "15 miles southwest of Yogyakarta" and "50 miles south of Mount Merapi" are two."""

from __future__ import annotations

from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention

REACH = 8  # tokens behind a distance in which its link may stand ("(54 miles) to the southwest of")
PLACE_REACH = 4  # tokens behind the link in which the place's name begins ("of the city of Ostrel")
_STOPS = frozenset(",.;:")


def reference_place(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], measure: str, houses: Houses = ()
) -> str:
    """The canonical name of the place a distance is told from; "" where no name tells it, and for other measures."""
    classes, words = word_classes(houses), analysis.tokens.words
    if measure not in classes["told-from-a-place"]:
        return ""
    stop = min(sentence[1], figure.last + REACH)
    clause = next((i for i in range(figure.last, stop) if words[i] in _STOPS), stop)
    link = next((i for i in range(figure.last, clause) if words[i] in classes["from-a-place"]), None)
    if link is None:
        return ""
    named = analysis.between(analysis.names, link + 1, min(sentence[1], link + 1 + PLACE_REACH))
    return next((name.canonical for name in named if name.category != "person"), "")
