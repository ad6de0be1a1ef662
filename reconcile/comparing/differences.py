"""One difference between two quotations: which words stand for which, and what that does to the sense."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from attrs import frozen

from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import folded_words
from reconcile.language.word_senses import effects, inflected, opposed, same_phrases, synonymous
from reconcile.language.wordforms import Word, read_words
from reconcile.model.change import evolve

Substance = Literal["number", "negation", "name", "word", "left out", "person", "modal", "ability", "opposite"]
_MODAL: tuple[Literal["modal", "ability"], ...] = ("modal", "ability")
Sort = Substance | Literal["synonym", "form", "spelling"]


@frozen
class Difference:
    """Words `a` of one quotation stand where `b` stand in the other; either may be empty.

    `at_a`/`at_b` are code points in each quotation's text; `substance` is false where only the form differs.
    """

    a: str
    b: str
    at_a: tuple[int, int]
    at_b: tuple[int, int]
    substance: bool
    sort: Sort

    @property
    def in_words(self) -> str:
        """What differs, told to a reader."""
        what = "" if self.substance else ", to the same sense" if self.sort == "synonym" else ", in form only"
        if not self.a or not self.b:
            return f"“{self.a or self.b}” stands in one only{what}"
        return f"“{self.a}” against “{self.b}”{what}"


def sort_of(a: tuple[Word, ...], b: tuple[Word, ...], houses: Houses = ()) -> Sort:
    """What kind of difference it is that `a` stand where `b` stand."""
    if any(words and all(w.aside for w in words) for words in (a, b)):
        return "form"  # an editor's words in brackets stand for some of the speaker's
    a, b = _said(a), _said(b)
    if "".join(w.key for w in a) == "".join(w.key for w in b):
        return "spelling"
    a, b = _but_equal_ends(a, b)
    one, two = (" ".join(w.key for w in side) for side in (a, b))
    if one and two and same_phrases(one, two, houses):
        return "synonym"
    if any(w.number for w in (*a, *b)):
        return "number"
    classes = _classes(a, houses), _classes(b, houses)
    if _changes(classes, "negation"):
        return "negation"
    content = [w for w in (*a, *b) if not effects(w.key, houses)]
    if content and _is_turned_genitive((a, b), houses):
        return "form"
    if content:
        return _sort_of_content(a, b, content)
    for effect in _MODAL:
        if _changes(classes, effect):
            return effect
    if a and b and _with(classes[0], "opposite") == _with(classes[1], "opposite") != []:
        return "opposite"
    return "person" if a and b and _changes(classes, "person") else "form"


def _but_equal_ends(a: tuple[Word, ...], b: tuple[Word, ...]) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Without the words with which both begin and end ("we must", "we have to")."""
    while a and b and a[0].key == b[0].key:
        a, b = a[1:], b[1:]
    while a and b and a[-1].key == b[-1].key:
        a, b = a[:-1], b[:-1]
    return a, b


def _is_turned_genitive(sides: tuple[tuple[Word, ...], tuple[Word, ...]], houses: Houses) -> bool:
    """ "The history of Orla" and "Orla history"."""
    ones, others = ([w.stem for w in side if not effects(w.key, houses)] for side in sides)
    linked = ["small" in {e for w in side for e in effects(w.key, houses).values()} for side in sides]
    return len(ones) == 2 and ones == others[::-1] and linked[0] != linked[1]


def _sort_of_content(a: tuple[Word, ...], b: tuple[Word, ...], content: list[Word]) -> Sort:
    if not (a and b) and all(len(w.key) == 1 for w in content):
        return "form"  # an initial
    if any(w.name for w in content):
        return "name"
    return "word" if a and b else "left out"


def sort_of_form(keys: list[tuple[str, str]], houses: Houses = ()) -> Sort:
    """What kind of difference equal words are that are written differently, by their keys."""
    if all(a == b for a, b in keys):
        return "spelling"
    if all(inflected(a, b, houses) for a, b in keys):
        return "form"
    return "synonym" if all(synonymous(a, b, houses) for a, b in keys) else "word"


def moved_as_form(
    differences: list[Difference], edges: Sequence[tuple[bool, str]], houses: Houses = ()
) -> list[Difference]:
    """Words that only one has here and only the other there have moved, which is form; a negation's place is not.

    `edges` are further words of one only, each with whether that is the second ("the history of Orla", "Orla history").
    """
    only_a = {_meant(words, houses) for words in [d.a for d in differences if not d.b] + [w for b, w in edges if not b]}
    only_b = {_meant(words, houses) for words in [d.b for d in differences if not d.a] + [w for b, w in edges if b]}
    moved = only_a & only_b

    def has_moved(d: Difference) -> bool:
        return not (d.a and d.b) and d.sort != "negation" and _meant(d.a or d.b, houses) in moved

    return [evolve(d, substance=False, sort="form") if has_moved(d) else d for d in differences]


def _meant(words: str, houses: Houses) -> tuple[str, ...]:
    """The content words; all where there are none."""
    said = folded_words(words)
    return tuple(w for w in said if not effects(w, houses)) or tuple(said)


def until_as_form(differences: list[Difference], houses: Houses = ()) -> list[Difference]:
    """ "We do not stop until all are home" says what "we stop only when all are home" says."""
    classes = word_classes(houses)

    def bounds(d: Difference) -> bool:
        ends = {d.a.casefold(), d.b.casefold()}
        return not (ends.isdisjoint(classes["not-until"]) or ends.isdisjoint(classes["only-then"]))

    pair = [d for d in differences if d.sort == "negation" or bounds(d)]
    if len(pair) != 2 or pair[0].sort != "negation":
        return differences
    turned, bound = pair
    ones, others = ({w.key for w in read_words(words, houses).words} for words in (turned.a, turned.b))
    until = bound.a if _only_denies(ones - others, houses) else bound.b if _only_denies(others - ones, houses) else ""
    if ones ^ others not in (ones - others, others - ones) or until.casefold() not in classes["not-until"]:
        return differences
    return [evolve(d, substance=False, sort="synonym") if d in pair else d for d in differences]


def _only_denies(words: Collection[str], houses: Houses) -> bool:
    """True for "do not" and "will never"."""
    kinds = [effect for w in words for effect in effects(w, houses).values() or ("content",)]
    return "negation" in kinds and {"negation", "tense"}.issuperset(kinds)


def turns_the_sense(differences: list[Difference], houses: Houses = ()) -> bool:
    """True where words stand for their opposites, or two have changed places ("from above", "from below").

    That is no choice of a translator's.
    """
    words = [(folded_words(d.a), folded_words(d.b)) for d in differences]
    if any(opposed(x, y, houses) for ones, others in words for x in ones for y in others):
        return True
    return any(a and b and (b, a) in words for a, b in words)


def _said(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Without what an editor put in brackets."""
    return tuple(w for w in words if not w.aside)


_Classes = list[tuple[str, str]]


def _classes(words: tuple[Word, ...], houses: Houses) -> _Classes:
    return [(effect, name) for w in words for name, effect in effects(w.key, houses).items()]


def _with(classes: _Classes, effect: str) -> list[str]:
    """What the words do to the sense by this effect, order aside."""
    return sorted({name for e, name in classes if e == effect})


def _changes(classes: tuple[_Classes, _Classes], effect: str) -> bool:
    return _with(classes[0], effect) != _with(classes[1], effect)
