"""The things a bare number counts that words before it name: "The homes burned. 31 of them", "homes, 31 of which"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.claims.tables import thing
from reconcile.language.analysis import Analysis
from reconcile.language.counting import is_plural, singular
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables

PRONOUN = 2  # tokens of "of them"
SUBJECT_REACH = 3  # tokens in which the subject of a sentence stands ("The old cars lined the square")
NEAR_REACH = 4  # tokens between a noun and the number set off behind it ("the homes there, 31 of which")
FRONTED_REACH = 6  # tokens of "Of the old drones" that open a sentence
OPENING = 2  # tokens before a number that opens its sentence ("So far 16")
_SETS_OFF = frozenset(",(-–—")
_CLOSES = frozenset(",.;:!?)")


def stands_for_some(analysis: Analysis, figure: QuantityMention, houses: Houses = ()) -> bool:
    """True for "31 of them", "31 of which": the number counts what is named before it."""
    words = analysis.tokens.words
    bare = figure.quantity.unit is None and figure.quantity.counted is None
    behind = " ".join(words[figure.last : figure.last + PRONOUN])
    return bare and behind in word_classes(houses)["of-them-before"]


def thing_fronted(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses) -> str:
    """ "Of the drones, 96 were shot down": the plural that the sentence opens with, of which the number tells some."""
    if figure.quantity.unit is not None or figure.quantity.counted is not None:
        return ""
    words = analysis.tokens.words
    stop = figure.first - (words[figure.first - 1] == ",")
    opens = " ".join(words[first : first + PRONOUN]) in word_classes(houses)["of-the"]
    return _nearest(analysis, first, stop, houses) if opens and 2 < stop - first <= FRONTED_REACH else ""


def are_all_of(analysis: Analysis, figure: QuantityMention, cue: tuple[int, int], houses: Houses = ()) -> bool:
    """ "31 of them were destroyed.": the verb `cue` closes the clause, so that all are told of whom it is true."""
    words, (start, stop) = analysis.tokens.words, cue
    closed = stop >= len(words) or words[stop] in _CLOSES
    return closed and figure.last < start and stands_for_some(analysis, figure, houses)


def thing_meant(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses = ()) -> str:
    """The one kind of thing that a bare number counts some of; "" where people may be meant, or several kinds."""
    if figure.quantity.unit is not None or figure.quantity.counted is not None:
        return ""
    if named := thing_fronted(analysis, figure, first, houses) or thing_named(analysis, figure, first, houses):
        return named
    return _of_sentence_before(analysis, figure, first, houses) if _is_subject(analysis, figure, houses) else ""


def thing_named(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses = ()) -> str:
    """The same where a pronoun stands for the things: "31 of them"."""
    if not stands_for_some(analysis, figure, houses):
        return ""
    if analysis.tokens.words[figure.first - 1] in _SETS_OFF:
        return _nearest(analysis, first, figure.first, houses)
    return _of_sentence_before(analysis, figure, first, houses)


def _of_sentence_before(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses) -> str:
    before = analysis.sentence_of(first) - 1
    if before < 0 or figure.first - first > OPENING:
        return ""
    return _subject(analysis, analysis.sentences[before], figure.quantity.value, houses)


def _is_subject(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "At least 64 were damaged", "1,400 more are still under threat"."""
    words, classes, at = analysis.tokens.words, word_classes(houses), figure.last
    while at < len(words) and words[at] in classes["increment"] | classes["remainder"]:
        at += 1
    return at < len(words) and words[at] in classes["passive-auxiliary"] | classes["active-auxiliary"]


def _nearest(analysis: Analysis, first: int, stop: int, houses: Houses) -> str:
    """The last plural shortly before the number in its sentence, no people."""
    words, known = analysis.tokens.words, tables(houses)
    reach = range(stop - 1, max(first, stop - NEAR_REACH) - 1, -1)
    noun = next((words[i] for i in reach if is_plural(words[i], known)), "")
    return "" if not noun or noun in known.nouns["person"] else thing(singular(noun, known), houses)


def _subject(analysis: Analysis, sentence: tuple[int, int], least: Decimal, houses: Houses) -> str:
    """What a sentence tells of: the plural that opens it, else the things its one figure counts, else its only one.

    "" where people come first, and where fewer things are counted than `least`.
    """
    known, words = tables(houses), analysis.tokens.words[slice(*sentence)]
    plurals = [i for i, w in enumerate(words) if is_plural(w, known)]
    if not plurals or words[plurals[0]] in known.nouns["person"]:
        return ""
    counted = [q.quantity for q in analysis.between(analysis.quantities, *sentence)]
    if counted:
        alone = len(counted) == 1 and counted[0].unit is None and counted[0].value >= least
        return thing(counted[0].head or "", houses) if alone else ""
    if len({words[i] for i in plurals}) == 1 or plurals[0] < SUBJECT_REACH:
        return thing(singular(words[plurals[0]], known), houses)
    return ""
