"""What is usual, and what was so the time before: "the long-term average is 186 mm", "in the last vote it was 48"."""

from __future__ import annotations

from functools import lru_cache

from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match, PhraseTable
from reconcile.language.quantities import QuantityMention

NORM = "norm"  # the period of what is usual
BEFORE = "before"  # the period of what was so the time before
NORM_REACH = 12  # tokens between "the average for the month" and its figure
NORM_AFTER = 5  # tokens behind a figure in which "is normal" ends
OCCASION_REACH = 14  # tokens between "in the previous vote" and its figure
_ENDS = frozenset(',;:()–—"“”')


def standard_of(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> str:
    """`NORM` for what is usual, `BEFORE` for what was so the time before, "" for a figure of the story's own time."""
    if _is_norm(analysis, figure, sentence, houses):
        return NORM
    return BEFORE if _of_last_time(analysis, figure, sentence, houses) else ""


def _is_norm(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """ "The norm for June is 120 mm", "a normal 120 mm", "120 mm is normal"; but not "it lay below the norm at 120"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    stop = min(sentence[1], figure.last + NORM_AFTER)
    if any(m.start == figure.last for m in _table(houses, "norm-after").find(analysis.tokens, figure.last, stop)):
        return True
    norm = _last_before(analysis, figure, sentence, "norm", houses)
    if norm is None or figure.first - norm.end > NORM_REACH:
        return False
    behind = words[norm.end : figure.first]
    if not behind or (len(behind) == 1 and behind[0] in classes["of"]):
        return True  # whatever is said to lie above or below it
    held = words[max(sentence[0], norm.start - 2) : norm.start]
    return behind[-1] in classes["standard-is"] and classes["held-to-norm"].isdisjoint(held)


def _of_last_time(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """ "Turnout, which in the previous vote was 48 percent", "the 48 percent of the previous vote"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if _table(houses, "last-occasion").at(analysis.tokens, figure.last) is not None:
        return True
    told = _last_before(analysis, figure, sentence, "last-occasion", houses)
    if told is None or figure.first - told.end > OCCASION_REACH:
        return False
    before = words[max(sentence[0], told.start - 2) : told.start]
    return (classes["than"] | classes["held-to-norm"]).isdisjoint(before)


def _last_before(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], name: str, houses: Houses
) -> Match[str] | None:
    """The last of these phrases in the figure's own clause, which begins behind the figure before it."""
    words, first = analysis.tokens.words, sentence[0]
    marks = [i + 1 for i in range(first, figure.first) if words[i] in _ENDS]
    others = [q.last for q in analysis.between(analysis.quantities, first, figure.first) if q.last <= figure.first]
    found = _table(houses, name).find(analysis.tokens, max([first, *marks, *others]), figure.first)
    return found[-1] if found else None


@lru_cache(maxsize=32)
def _table(houses: Houses, name: str) -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in sorted(word_classes(houses)[name]))
