"""One difference between two quotations: which words stand for which, and what that does to the sense."""

from __future__ import annotations

from typing import Literal

from attrs import evolve, frozen

from reconcile.language.lexicon import Houses
from reconcile.language.word_senses import effects, inflected, synonymous
from reconcile.language.wordforms import Word

Substance = Literal["number", "negation", "name", "word", "left out", "person", "modal", "opposite"]
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
    if any(w.number for w in (*a, *b)):
        return "number"
    classes = _classes(a, houses), _classes(b, houses)
    if _changes(classes, "negation"):
        return "negation"
    content = [w for w in (*a, *b) if not effects(w.key, houses)]
    if content:
        return _sort_of_content(a, b, content)
    if _changes(classes, "modal"):
        return "modal"
    if a and b and _with(classes[0], "opposite") == _with(classes[1], "opposite") != []:
        return "opposite"
    return "person" if a and b and _changes(classes, "person") else "form"


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


def moved_as_form(differences: list[Difference]) -> list[Difference]:
    """Words that only one has here and only the other there have moved, which is form; a negation's place is not."""
    only_a = {d.a.casefold() for d in differences if not d.b}
    only_b = {d.b.casefold() for d in differences if not d.a}
    moved = only_a & only_b

    def has_moved(d: Difference) -> bool:
        return not (d.a and d.b) and d.sort != "negation" and (d.a or d.b).casefold() in moved

    return [evolve(d, substance=False, sort="form") if has_moved(d) else d for d in differences]


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
