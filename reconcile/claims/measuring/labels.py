"""Labels in a list of facts ("Residences damaged: 67"), and the thing that a bare number beside them counts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from reconcile.claims.measuring.counting_subject import plural_told
from reconcile.claims.measuring.measure_table import cue_table
from reconcile.claims.tables import everyone, thing
from reconcile.language.analysis import Analysis
from reconcile.language.counting import is_plural, singular
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.language.stopwords import content_words

BARE = frozenset({"person", "any"})  # what a bare number may count
LABEL_REACH = 8  # tokens of a label; a longer run before a colon is a clause
ASIDE_REACH = 20  # tokens of a remark in brackets at a label's end
NUMBERED_REACH = 10  # tokens between "number of" and its figure
SAID_TO_BE = 2  # tokens behind "were" in which stands what they are ("were primary residences")
NAMED_REACH = 3  # tokens behind "number of" in which what is numbered stands
_COMMAS = frozenset(",:")
_ITEM_MARKS = frozenset(".)(•*-–—")
_ENDS = frozenset({";", ".", "•", "·", "|"})
_BULLETS = frozenset("-–—*•·")


def label_of(analysis: Analysis, figure: QuantityMention, first: int) -> tuple[int, int] | None:
    """The tokens `[start, stop)` of the label that names a figure in a list of facts; `first` opens the sentence."""
    words, stop = analysis.tokens.words, figure.first - 1
    if figure.quantity.direction and words[stop - 1] == ":":
        stop -= 1  # "Output: down 12 percent"
    if stop <= first or words[stop] != ":":
        return _label_behind(analysis, figure, first)
    start = stop = _without_aside(words, first, stop)
    while start > first and words[start - 1] not in _ENDS:
        start -= 1
    while start < stop and words[start] in _BULLETS:
        start += 1
    if not 0 < stop - start <= LABEL_REACH or any(
        a.first <= stop - 1 < a.last for a in analysis.attributions_near(stop)
    ):
        return None  # "Police: 22,000" names who says it
    if not word_classes()["negation"].isdisjoint(words[start:stop]):
        return None  # "The dead are nine, not 11: two patients …"
    return start, stop


def _label_behind(analysis: Analysis, figure: QuantityMention, first: int) -> tuple[int, int] | None:
    """ "31 - homes destroyed": what stands behind a dash is the label of the number that opens the line."""
    words, at, (_, last) = analysis.tokens.words, figure.last, analysis.sentences[analysis.sentence_of(first)]
    opens = all(w in _BULLETS for w in words[first : figure.first])
    if not opens or at + 1 >= last or words[at] not in _BULLETS or figure.quantity.unit or figure.quantity.counted:
        return None
    if analysis.tokens.ends[at - 1] == analysis.tokens.starts[at]:
        return None  # "12-hour"
    stop = next((i for i in range(at + 1, last) if not words[i][0].isalpha()), last)
    verbs = word_classes()["passive-auxiliary"] | word_classes()["active-auxiliary"] | word_classes()["negation"]
    closed = stop == last or words[stop] in _ENDS or analysis.tokens.opens_line(stop)
    fits = closed and 0 < stop - at - 1 <= LABEL_REACH and verbs.isdisjoint(words[at + 1 : stop])
    return (at + 1, stop) if fits else None


def _without_aside(words: Sequence[str], first: int, stop: int) -> int:
    """ "On board (estimate of the coast guard): 140": where the label ends, its remark in brackets left out."""
    if words[stop - 1] != ")":
        return stop
    return next((i for i in range(stop - 2, max(first, stop - ASIDE_REACH), -1) if words[i] == "("), stop)


def listed_noun(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> str:
    """ "Cables: 112", "Cables laid off the coast: 112" in a list of facts: the noun listed; "" in running text."""
    words, label = analysis.tokens.words, label_of(analysis, figure, sentence[0])
    verbs = word_classes()["passive-auxiliary"] | word_classes()["active-auxiliary"]
    if label is None or label[0] > figure.first or not verbs.isdisjoint(words[slice(*label)]):
        return ""  # "The slope will be a cemetery: sixty-one were found"
    noun = words[_head_of(words, label, houses)]
    return thing(singular(noun, tables()), houses) if noun.isalpha() else ""


def noun_before(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses = ()) -> int | None:
    """The token of the plural that a bare number is told after: in its label, or behind "the number of"; else None."""
    words, label = analysis.tokens.words, label_of(analysis, figure, first)
    if label and not "".join(words[figure.last : figure.last + 1]).isalpha():
        at: int | None = _head_of(words, label, houses)  # no headline: "Isle horrors: 17 drown"
    else:
        at = _numbered_at(analysis, figure, first, houses)
    return at if at is not None and is_plural(words[at], tables()) else None


def _head_of(words: Sequence[str], label: tuple[int, int], houses: Houses) -> int:
    """The noun of a label: the last plural before its first link ("food parcels handed out by boat"), or its last."""
    classes, (start, end) = word_classes(houses), label
    if end - start > 2 and words[start] in classes["taken-up-noun"] and words[start + 1] in classes["of"]:
        start += 2
    stop = next((i for i in range(start + 1, end) if words[i] in classes["label-link"]), end)
    return next((i for i in range(stop - 1, start - 1, -1) if is_plural(words[i], tables())), stop - 1)


def numbered_thing(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses = ()) -> str:
    """ "The number of burglaries rose to 5,300": what is numbered, in one word; "" for a noun that restricts nobody."""
    named = "" if figure.quantity.unit or figure.quantity.head else _numbered(analysis, figure, first, houses)
    return "" if named in everyone(houses) else named


def thing_counted(analysis: Analysis, figures: Sequence[int], index: int, first: int, houses: Houses = ()) -> str:
    """What things a figure counts: its own noun, that of its label, or of the figure it is listed after; else "".

    `figures` are the indexes of the sentence's figures, `first` its first token.
    """
    figure = analysis.quantities[index]
    if figure.quantity.unit is not None:
        return ""
    if figure.quantity.head:
        noun = analysis.tokens.words[figure.number_last : figure.last]
        return _done_to(noun, len(noun) - 1, houses) or thing(figure.quantity.head, houses)
    label = label_of(analysis, figure, first)
    told = _label_words(analysis, label) if label else []
    for at, word in enumerate(told):
        if is_plural(word, tables()):
            return _done_to(told, at, houses) or thing(singular(word, tables()), houses)
    if named := _numbered(analysis, figure, first, houses):
        return "" if named in tables(houses).nouns["person"] else named
    if label and (headed := _heading(analysis, label[0])):
        return thing(headed, houses)
    before = max((i for i in figures if i < index), default=None)
    if before is None or not _listed(analysis, analysis.quantities[before], figure, houses):
        return ""
    return thing_counted(analysis, figures, before, first, houses)


def _done_to(words: Sequence[str], at: int, houses: Houses) -> str:
    """ "78 branch closures", "Flight cancellations: 430": the thing to which the deed at `at` is done; else ""."""
    classes = word_classes(houses)
    named = at > 0 and words[at] in classes["deed-noun"] and words[at - 1] in classes["deed-of"]
    return thing(words[at - 1], houses) if named else ""


def _label_words(analysis: Analysis, label: tuple[int, int]) -> list[str]:
    """The words of a label, first those behind an earlier one ("Buildings lost: 118, of which homes: 71")."""
    words = analysis.tokens.words[slice(*label)]
    own = len(words) - words[::-1].index(":") if ":" in words else 0
    return words[own:] + words[:own]


def _numbered(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses) -> str:
    """ "The number of homes lost rose to 31": what is numbered, in one word."""
    at = _numbered_at(analysis, figure, first, houses)
    words = analysis.tokens.words
    if at is None:
        return ""
    return _done_to(words, at, houses) or thing(singular(words[at], tables()), houses)


def _numbered_at(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses) -> int | None:
    """The plural right behind "number of", the subject of "rose to", or of which "numbered" gives the number."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if words[figure.first - 1] in classes["numbered"]:
        return _numbering(analysis, figure, first, houses)
    stops = classes["label-link"] | classes["count-moves"]
    for at in range(figure.first - 1, max(first, figure.first - NUMBERED_REACH), -1):
        if words[at] in _ENDS or words[at] in classes["clause-break"] or words[at] in _COMMAS:
            break
        if words[at] in classes["of"] and words[at - 1] in classes["taken-up-noun"]:
            named = takewhile(lambda w: w not in stops, words[at + 1 : at + 1 + NAMED_REACH])
            return next((i for i, w in enumerate(named, at + 1) if is_plural(w, tables())), None)
    return plural_told(analysis, figure, first, houses)


def _numbering(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses) -> int | None:
    """ "Artillery strikes on the region numbered 36": the plural that opens the clause."""
    words, classes, stop = analysis.tokens.words, word_classes(houses), figure.first - 1
    start = stop
    while start > first and (words[start - 1].isalnum() or words[start - 1] == "-"):
        start -= 1
    verbs = classes["passive-auxiliary"] | classes["active-auxiliary"] | classes["clause-break"]
    if not 0 < stop - start <= LABEL_REACH or not verbs.isdisjoint(words[start:stop]):
        return None
    if words[start] in classes["label-link"]:
        return None  # "Inside the walls the dead number 11"
    at = _head_of(words, (start, stop), houses)
    return at if is_plural(words[at], tables()) else None


def _heading(analysis: Analysis, label: int) -> str:
    """ "3. HOUSES. Destroyed: 1,280. Damaged: 3,915": the noun that heads the paragraph of this label; else ""."""
    words, (opening, _) = analysis.tokens.words, analysis.tokens.line_of(label)
    while opening < label and (words[opening] in _ITEM_MARKS or words[opening].isdigit()):
        opening += 1
    headed = opening + 1 < label and words[opening + 1] in (".", ":") and is_plural(words[opening], tables())
    return singular(words[opening], tables()) if headed else ""


def _listed(analysis: Analysis, before: QuantityMention, figure: QuantityMention, houses: Houses) -> bool:
    """True for "143 homes destroyed and 88 damaged", "destroyed: 2,870; damaged: 6,300"."""
    gap = analysis.tokens.words[before.last : figure.first]
    joins = word_classes(houses)["coordination"] | {",", ";"}
    return 0 < len(gap) <= LABEL_REACH and any(w in joins for w in gap)


def of_what(analysis: Analysis, figure: QuantityMention, houses: Houses = ()) -> str:
    """ "of attempted murder" behind "three counts": a noun that says nothing without it; "" behind any other."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at = figure.last
    if figure.quantity.head not in classes["of-what"] or words[at : at + 1] not in [[w] for w in classes["of"]]:
        return ""
    stop = at + 1
    while stop < min(len(words), at + LABEL_REACH) and (
        words[stop] == "-" or content_words(analysis.tokens, stop, stop + 1, houses)
    ):
        stop += 1
    return " ".join(words[at:stop]) if stop > at + 1 else ""


def own_verb(analysis: Analysis, figure: QuantityMention, houses: Houses = ()) -> str:
    """ "11 were carried out": the verb of a bare number that no table knows, so that it takes no other's measure."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at = figure.last
    if words[figure.first - 1] in classes["definite"] and words[figure.first - 2] in classes["of"]:
        return ""  # "14 of the 80 are intact" tells of the 14
    while at < len(words) and words[at] in classes["passive-auxiliary"] | classes["active-auxiliary"]:
        at += 1
    told = cue_table(houses).at(analysis.tokens, at)
    if at == figure.last or (
        told is not None and any(e.counts in BARE and (e.counts == "person" or not e.heads) for e in told.entry)
    ):
        return ""
    if said := noun_said(words[at + 1 : at + SAID_TO_BE], houses):
        return said  # "27 were primary residences"
    return words[at] if content_words(analysis.tokens, at, at + 1, houses) else ""


def noun_said(words: Sequence[str], houses: Houses = ()) -> str:
    """The things that a bare number is said to be, behind one word at most: "primary residences"; else ""."""
    known = tables(houses)
    noun = next((w for w in words[:SAID_TO_BE] if is_plural(w, known)), "")
    return "" if not noun or noun in known.nouns["person"] else thing(singular(noun, known), houses)
