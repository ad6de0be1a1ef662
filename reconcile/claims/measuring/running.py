"""Counts and sums that their text calls unfinished: "the bill so far is $21 million", "cost to date: 6.8 million"."""

from __future__ import annotations

from reconcile.language.analysis import Analysis
from reconcile.language.grammar import may_stand, stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention

BEFORE_REACH = 8  # tokens before a figure in which "so far" may stand
AFTER_REACH = 6  # tokens after it


def is_so_far(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> bool:
    """True where the clause says that the figure goes on growing; the clause ends at a break or at another figure."""
    so_far = word_classes(houses)["so-far"]
    if not may_stand(analysis.tokens, *sentence, so_far):
        return False
    near = analysis.between(analysis.quantities, *sentence)
    first = max([sentence[0], figure.first - BEFORE_REACH, *(q.last for q in near if q.last <= figure.first)])
    last = min([sentence[1], figure.last + AFTER_REACH, *(q.first for q in near if q.first >= figure.last)])
    words, classes = analysis.tokens.words, word_classes(houses)
    ends = classes["coordination"] | {",", ";", "."}
    before, after = words[first : figure.first], words[figure.last : last]
    before = before[max((i + 1 for i, w in enumerate(before) if w in ends), default=0) :]
    after = after[: next((i for i, w in enumerate(after) if w in ends), len(after))]
    return stands_among(before, so_far) or stands_among(after, so_far)
