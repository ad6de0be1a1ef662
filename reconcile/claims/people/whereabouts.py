"""Where those were of whom a share is told: "Of these, 52 were on board and six were residents"."""

from __future__ import annotations

from functools import lru_cache

from reconcile.claims.measuring.clause import Measured
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Entry, Houses, TableSpec, load, phrase_table
from reconcile.language.quantities import QuantityMention

SPEC = TableSpec("whereabouts", "whereabouts", Entry)
ON_THE_GROUND = "on the ground"  # of a crash: who was hit without being aboard
_LINKS = frozenset({",", ";", ":"})


def whereabouts(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> str:
    """The id of where those counted were, for a share of those told before; "" for any other figure."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if not _is_share(analysis, figure, sentence, houses):
        return ""
    at = figure.number_last
    at += 2 if " ".join(words[at : at + 2]) in classes["of-those-told"] else 0
    at += 1 if words[at : at + 1] and words[at] in classes["is-or-was"] else 0
    found = phrase_table(SPEC, houses).at(analysis.tokens, at) if at < sentence[1] else None
    return found.entry.id if found is not None else ""


def placed(analysis: Analysis, figure: QuantityMention, measured: Measured | None, houses: Houses = ()) -> str:
    """The id of where those were whose fate is told behind it: "three people in the car were killed"; else ""."""
    classes = word_classes(houses)
    if measured is None or measured.measure in classes["present"] or measured.cue_first <= figure.last:
        return ""
    at, words = figure.last, analysis.tokens.words
    at += 2 if " ".join(words[at : at + 2]) in classes["of-those-told"] else 0
    while at < measured.cue_first and words[at] in classes["is-somewhere"]:
        at += 1
    found = phrase_table(SPEC, houses).at(analysis.tokens, at)
    return found.entry.id if found is not None and found.end <= measured.cue_first else ""


@lru_cache(maxsize=16)
def is_whereabouts(population: str, houses: Houses = ()) -> bool:
    """True for a population that this table names."""
    return any(population == e.id for e in load(SPEC, houses))


def _is_share(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """True for "six of them", for "of these, six …", and for a number told in one list with such a one."""
    words, told = analysis.tokens.words, word_classes(houses)["of-those-told"]
    first = sentence[0]
    if " ".join(words[figure.number_last : figure.number_last + 2]) in told:
        return True
    if figure.first > first + 1 and " ".join(words[first : first + 2]) in told:
        return True
    if words[figure.first - 1] not in word_classes(houses)["coordination"] | _LINKS or figure.first <= first:
        return False
    before = analysis.between(analysis.quantities, first, figure.first)
    return any(" ".join(words[q.number_last : q.number_last + 2]) in told for q in before)
