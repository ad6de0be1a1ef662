"""Counts that their own sentence limits: "82, which was only the group in Pimlico", "he went on to kill two"."""

from __future__ import annotations

from reconcile.claims.measuring.clause import Measured
from reconcile.claims.measuring.measure_table import hit_measures
from reconcile.claims.people.attackers import KILLED
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import ends_in, stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON

SOME = 3  # tokens of "the group", "those"
CLAUSE = 4  # tokens of "which was in fact only"
OTHERS = 9  # tokens between a count of one kind and those of the others ("arrests for breach of the peace and")
MORE = 4  # tokens behind "and then" in which more is told of
NEXT = 24  # tokens in which what befell one is told of the other, too
LINK = 3  # tokens of "went on to", "as well as"
_STOPS = frozenset(",;:.()–—")


def is_limited(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> bool:
    """True where a clause says that the figure is of some only, or others are told beside those of one kind."""
    stop = sentence[1]
    some = _only_some(analysis, figure, stop, houses) or _with_others(analysis, figure, stop, houses)
    return some or _then_more(analysis, figure, stop, houses)


def _then_more(analysis: Analysis, figure: QuantityMention, stop: int, houses: Houses) -> bool:
    """ "She heard 20 shots, and then six more": the first are not all; "he fired six shots and then fled" may be."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at = figure.last + (words[figure.last : figure.last + 1] == [","])
    behind = words[at + 2 : min(stop, at + 2 + MORE)]
    return " ".join(words[at : at + 2]) in classes["and-then"] and not classes["yet-more"].isdisjoint(behind)


def adds_to_others(analysis: Analysis, figure: QuantityMention, measured: Measured | None, houses: Houses = ()) -> bool:
    """True for victims beside others told before: "killed along with two guests", "he went on to kill two drivers"."""
    if figure.quantity.unit != PERSON or measured is None or measured.measure not in {KILLED, *hit_measures(houses)}:
        return False
    words, classes = analysis.tokens.words, word_classes(houses)
    if measured.cue_first >= figure.first:
        return False  # "besides 12 dead, 40 people were hurt"
    first, cue = figure.first, measured.cue_first
    beside = ends_in(words[max(0, first - LINK) : first], classes["beside-others"])
    return beside or ends_in(words[max(0, cue - LINK) : cue], classes["goes-on-to"])


def is_one_of_several(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], measured: Measured | None, houses: Houses
) -> bool:
    """ "One officer was wounded in the foot, and the other was wounded in the arm"."""
    if figure.quantity.unit != PERSON or figure.quantity.value != 1 or measured is None:
        return False
    words, start = analysis.tokens.words, max(figure.last, measured.cue_last)
    stop = min(sentence[1], start + NEXT)
    told = stands_between(analysis.tokens, start, stop, word_classes(houses)["the-other-one"])
    return told and words[measured.cue_last - 1] in words[start:stop]


def are_the_rest(analysis: Analysis, figure: QuantityMention, measured: Measured | None, houses: Houses) -> bool:
    """ "The other eight people were detained"; of victims, the others are told apart as such."""
    hit = measured is not None and measured.measure in {KILLED, *hit_measures(houses)}
    before = analysis.tokens.words[max(0, figure.first - LINK) : figure.first]
    rest = ends_in(before, word_classes(houses)["the-rest"])
    return figure.quantity.unit == PERSON and measured is not None and not hit and rest


def _only_some(analysis: Analysis, figure: QuantityMention, stop: int, houses: Houses) -> bool:
    """ "145, which covers only those held on Saturday", "82, a figure that counts merely one street"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at = figure.last + (words[figure.last : figure.last + 1] == [","])
    if words[at : at + 1] and words[at] in classes["indefinite"] and words[at + 1 : at + 2]:
        at += 2 if words[at + 1] in classes["taken-up-noun"] else 0
    if words[at : at + 1] == [] or words[at] not in classes["which"]:
        return False
    clause = words[at + 1 : min(stop, at + 1 + CLAUSE)]
    only = next((i for i, word in enumerate(clause) if word in classes["no-more-than"]), 0)
    if not only or _STOPS.intersection(clause[:only]):
        return False
    behind = words[at + 2 + only : min(stop, at + 2 + only + SOME)]
    counts = any(w in classes["takes-in-only"] for w in clause[:only])
    return counts or (clause[0] in classes["is-was"] and not classes["some-of-all"].isdisjoint(behind))


def _with_others(analysis: Analysis, figure: QuantityMention, stop: int, houses: Houses) -> bool:
    """ "82 arrests for breach of the peace and 10 others": of each kind so many, and of all the sum."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if figure.last == figure.number_last or classes["of-or-for"].isdisjoint(words[figure.last : figure.last + 1]):
        return False
    behind = analysis.between(analysis.quantities, figure.last, min(stop, figure.last + OTHERS))
    if not behind or words[behind[0].first - 1] not in classes["coordination"]:
        return False
    others = behind[0]
    gap = words[figure.last : others.first]
    return _STOPS.isdisjoint(gap) and not classes["remainder"].isdisjoint(words[others.number_last : others.last + 1])
