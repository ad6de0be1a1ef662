"""What is usual, what was so the time before, and what a sum takes in.

"The long-term average is 186 mm", "in the last vote it was 48", "with options the deal is worth $250 million".
"""

from __future__ import annotations

from functools import lru_cache

from reconcile.language.analysis import Analysis
from reconcile.language.dimensions import is_money
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match, PhraseTable
from reconcile.language.quantities import QuantityMention

NORM = "norm"  # the period of what is usual
BEFORE = "before"  # the period of what was so the time before
EXTRAS = "with extras"  # the period of a sum that takes in what a plain one leaves out
NORM_REACH = 12  # tokens between "the average for the month" and its figure
NORM_AFTER = 5  # tokens behind a figure in which "is normal" ends
EXTRAS_AFTER = 6  # tokens behind a sum in which "including the options" ends
LAST_REACH = 6  # tokens behind a figure in which "last time" ends
OCCASION_REACH = 14  # tokens between "in the previous vote" and its figure
_ENDS = frozenset(',;:()–—"“”')


def standard_of(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> str:
    """`NORM` for what is usual, `BEFORE` for what was so the time before, `EXTRAS` for a sum with options or taxes.

    "" for a figure of the story's own time.
    """
    if _is_norm(analysis, figure, sentence, houses):
        return NORM
    if is_money(figure.quantity.unit) and _takes_in_extras(analysis, figure, sentence, houses):
        return EXTRAS
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


def _takes_in_extras(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """ "Including options, the deal is worth $250m", "€119m with VAT", "taxes included"; not "excluding options"."""
    others = [q.last for q in analysis.between(analysis.quantities, sentence[0], figure.first)]
    stretches = (max([sentence[0], *others]), figure.first), (figure.last, min(sentence[1], figure.last + EXTRAS_AFTER))
    return any(
        _is_taken_in(analysis, extra, start, houses)
        for start, stop in stretches
        for extra in _table(houses, "sum-extra").find(analysis.tokens, start, stop)
    )


def _is_taken_in(analysis: Analysis, extra: Match[str], start: int, houses: Houses) -> bool:
    """ "with the options", "options included"; but "with interest rates so high" takes in no interest."""
    words, classes, before = analysis.tokens.words, word_classes(houses), extra.start
    if _table(houses, "is-taken-in").at(analysis.tokens, extra.end) is not None:
        return True
    while before > start and words[before - 1] in classes["known-before"]:
        before -= 1
    taken = any(m.end == before for m in _table(houses, "sum-takes-in").find(analysis.tokens, start, before))
    closes = _ENDS | {"."} | classes["definite"] | classes["taken-up"] | classes["coordination"]
    return taken and closes.issuperset(words[extra.end : extra.end + 1])


def _of_last_time(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """ "Turnout, which in the previous vote was 48 percent", "the 48 percent of the previous vote"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if _told_behind(analysis, figure, sentence, houses):
        return True
    told = _last_before(analysis, figure, sentence, "last-occasion", houses)
    if told is None or figure.first - told.end > OCCASION_REACH or words[told.start - 1] in classes["definite"]:
        return False
    before = words[max(sentence[0], told.start - 2) : told.start]
    return (classes["than"] | classes["held-to-norm"]).isdisjoint(before)


def _told_behind(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """ "Two-thirds of the vote last time": behind the figure in its phrase, but not "for the last time"."""
    words, stop = analysis.tokens.words, min(sentence[1], figure.last + LAST_REACH)
    stop = next((i for i in range(figure.last, stop) if words[i] in _ENDS), stop)
    found = _table(houses, "last-occasion").find(analysis.tokens, figure.last, stop)
    definite = word_classes(houses)["definite"]
    near = [m for m in found if m.start == figure.last or words[m.start - 1] not in definite]
    return bool(near) and not analysis.between(analysis.quantities, figure.last, near[0].start)


def _last_before(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], name: str, houses: Houses
) -> Match[str] | None:
    """The last of these phrases in the figure's own clause, which begins behind the figure before it."""
    words, first, table = analysis.tokens.words, sentence[0], _table(houses, name)
    if not table.may_stand(analysis.tokens, first, figure.first):
        return None
    marks = [i + 1 for i in range(first, figure.first) if words[i] in _ENDS]
    others = [q.last for q in analysis.between(analysis.quantities, first, figure.first) if q.last <= figure.first]
    found = table.find(analysis.tokens, max([first, *marks, *others]), figure.first)
    return found[-1] if found else None


@lru_cache(maxsize=32)
def _table(houses: Houses, name: str) -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in sorted(word_classes(houses)[name]))
