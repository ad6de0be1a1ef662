"""What was done last before a count that takes it in: "Divers recovered six bodies. The toll rose to fifteen"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.model.claim import Claim
from reconcile.model.text import Part


def brought_to(group: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> Iterator[Claim]:
    """The claims of one article and one measure, in order, that a total right behind them takes in.

    Only bodies, and what is done to some: "six people died. The toll rose to fifteen" tells two tolls.
    """
    for one, two in pairwise(group):
        part = two.mention.span.part
        more = one.mention.span.part == part and one.quantity.value < two.quantity.value
        if more and _adds(one, houses) and _is_total(one, two, parts[part], houses):
            yield one


def _adds(claim: Claim, houses: Houses) -> bool:
    classes = word_classes(houses)
    return claim.quantity.head in classes["body"] or claim.measure in classes["done-to-some"]


def _is_total(one: Claim, two: Claim, analysis: Analysis, houses: Houses) -> bool:
    """True where the toll moves to the second figure, or it is told in all, no later than in the next sentence."""
    starts, classes = analysis.tokens.starts, word_classes(houses)
    before, at = (bisect_right(starts, c.mention.span.start) - 1 for c in (one, two))
    first, last = analysis.sentence_of(before), analysis.sentence_of(at)
    if last - first > 1:
        return False
    words = analysis.tokens.words[max(before, analysis.sentences[last][0]) : at]
    counts = stands_among(words, classes["running-count"]) and stands_among(words, classes["count-moves"])
    return counts or stands_among(words, classes["in-all"])
