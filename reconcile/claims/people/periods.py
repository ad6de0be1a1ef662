"""Over what time or what events a figure counts: one day, several events, or the state before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reconcile.claims.measuring.clause import Measured
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_among, stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.tokens import Tokens

SEVERAL = "several events"
LABEL_REACH = 4  # tokens of a date that labels a figure in brackets
ONE_DAY_REACH = 10  # tokens after a figure in which "in the past 24 hours" may stand
_YEAR_DIGITS = 4
_CLAUSE_ENDS = frozenset(",;:–—")


def period_of(
    analysis: Analysis,
    figure: QuantityMention,
    sentence: tuple[int, int],
    before: list[str],
    measured: Measured | None,
    houses: Houses,
) -> str:
    """ "new", "before", SEVERAL, or "" for the whole of one event; `before` are the words right before the figure."""
    classes = word_classes(houses)
    return (
        _one_day(analysis.tokens, figure, sentence, classes)
        or _baseline(analysis, figure, sentence, before, classes)
        or _dated_label(analysis, figure)
        or _several(analysis.tokens, figure, sentence, measured, classes)
    )


def _several(
    tokens: Tokens,
    figure: QuantityMention,
    sentence: tuple[int, int],
    measured: Measured | None,
    classes: dict[str, frozenset[str]],
) -> str:
    """ "several events" where the sentence sums up more than one ("17 shootings across the city left 14 injured")."""
    if measured is None or measured.counts != "person":
        return ""
    if stands_among(_clause(tokens.words, figure, sentence), classes["yearly"]):
        return SEVERAL
    phrases, words = classes["several-events"], tokens.words[slice(*sentence)]
    told = stands_between(tokens, *sentence, phrases) or _of_years(words, classes)
    own = _without_comparison(words, classes["superlative"]) if told else []
    return SEVERAL if stands_among(own, phrases) or _of_years(own, classes) else ""


def _clause(words: Sequence[str], figure: QuantityMention, sentence: tuple[int, int]) -> Sequence[str]:
    """The words around a figure up to the next marks."""
    before, behind = range(figure.first - 1, sentence[0] - 1, -1), range(figure.last, sentence[1])
    first = next((i + 1 for i in before if words[i] in _CLAUSE_ENDS), sentence[0])
    return words[first : next((i for i in behind if words[i] in _CLAUSE_ENDS), sentence[1])]


def _of_years(words: Sequence[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """ "In such fires", "similar accidents", "since 2010": of a kind, or over years."""
    pairs = [p for p in pairwise(words) if p[0] in classes["of-the-kind"] | classes["from-then-on"]]
    return any(b in classes["like-events"] if a in classes["of-the-kind"] else _is_year(b) for a, b in pairs)


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == _YEAR_DIGITS


def _without_comparison(words: Sequence[str], superlatives: frozenset[str]) -> list[str]:
    """The words but those of "the deadliest strike since the war began": what one event is held against."""
    if superlatives.isdisjoint(words):
        return list(words)
    kept: list[str] = []
    compared = False
    for word in words:
        compared = word in superlatives or (compared and word not in _CLAUSE_ENDS)
        if not compared:
            kept.append(word)
    return kept


def _one_day(
    tokens: Tokens, figure: QuantityMention, sentence: tuple[int, int], classes: dict[str, frozenset[str]]
) -> str:
    """ "new" where the figure is said of one day only ("in the past 24 hours"), after it in its clause."""
    stop = min(sentence[1], figure.last + ONE_DAY_REACH)
    return "new" if stands_between(tokens, figure.last, stop, classes["one-day"]) else ""


def _dated_label(analysis: Analysis, figure: QuantityMention) -> str:
    """ "before" for the same of another time in brackets: "a profit of 551 million (Q3 2024: 498 million)"."""
    words, stop = analysis.tokens.words, figure.first - 1
    if stop < 2 or words[stop] != ":":
        return ""
    dated = analysis.between(analysis.dates, max(0, stop - LABEL_REACH), stop)
    return "before" if any(d.last == stop and words[d.first - 1] == "(" for d in dated) else ""


def _baseline(
    analysis: Analysis,
    figure: QuantityMention,
    sentence: tuple[int, int],
    before: list[str],
    classes: dict[str, frozenset[str]],
) -> str:
    """ "before" for the figure that another one is held against ("up from 30", "against 376 million")."""
    if not before or (before[-1] not in classes["baseline"] and " ".join(before) not in classes["baseline"]):
        return ""
    plainly = before[-1] in classes["change-from"] and " ".join(before) not in classes["baseline"]
    return "" if plainly and _tells_whence(analysis, figure, sentence, before, classes) else "before"


def _tells_whence(
    analysis: Analysis,
    figure: QuantityMention,
    sentence: tuple[int, int],
    before: list[str],
    classes: dict[str, frozenset[str]],
) -> bool:
    """True for things behind "from" beside no other count of them, and no word of change: "from 40 countries"."""
    quantity = figure.quantity
    if quantity.head is None or quantity.unit is not None or not classes["changed-from"].isdisjoint(before[:-1]):
        return False
    others = (q.quantity for q in analysis.between(analysis.quantities, *sentence) if q.first != figure.first)
    return all(q.unit is not None or q.head not in (None, quantity.head) for q in others)
