"""Runs the examples and counter-examples of the tables about quotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import PhraseTable
from reconcile.language.quote_phrases import QUOTE_WORDS
from reconcile.language.tokens import tokenize
from reconcile.language.word_senses import (
    CONTRACTIONS,
    IRREGULAR,
    OPPOSITES,
    SAME_PHRASES,
    SMALL_WORDS,
    SPELLINGS,
    STOCK_PHRASES,
    SYNONYMS,
    opposed,
    same_phrases,
)
from reconcile.language.wordforms import read_words

E = TypeVar("E", bound=Entry)
Holds = Callable[[str, str, Houses], bool]


def check_examples(houses: Houses = ()) -> list[str]:
    """What the tables promise in their examples and do not keep; empty where all is well."""
    failures: list[str] = []
    failures += _check_equal(CONTRACTIONS, "key", houses)
    failures += _check_equal(SPELLINGS, "key", houses)
    failures += _check_equal(IRREGULAR, "stem", houses)
    failures += _check_equal(SYNONYMS, "stem", houses)
    failures += _check_pairs(OPPOSITES, lambda entry: (*entry.phrases, *entry.against), opposed, houses)
    failures += _check_pairs(SAME_PHRASES, lambda entry: entry.phrases[:1], same_phrases, houses)
    failures += _check_presence(QUOTE_WORDS, houses)
    failures += _check_presence(SMALL_WORDS, houses)
    failures += _check_presence(STOCK_PHRASES, houses)
    return failures


def _check_equal(spec: TableSpec[E], form: str, houses: Houses) -> Iterator[str]:
    """Both texts of an example come to the same words; those of a counter-example stay as they are."""
    for entry in load(spec, houses):
        where = f"{entry.begins}: {entry.id}"
        for example in entry.examples:
            left, right = _read(example.text, form, houses), _read(example.reading, form, houses)
            if left != right:
                yield f"{where}: {example.text!r} gives {left}, {example.reading!r} gives {right}"
        for text in entry.counter:
            if [w.key for w in read_words(text, houses).words] != [w.plain for w in read_words(text, houses).words]:
                yield f"{where}: counter-example {text!r} is changed"


def _check_pairs(
    spec: TableSpec[E], words_of: Callable[[E], Sequence[str]], holds: Holds, houses: Houses
) -> Iterator[str]:
    """The two texts of an example hold to each other; a counter-example to none of its entry's words."""
    for entry in load(spec, houses):
        where = f"{entry.begins}: {entry.id}"
        for example in entry.examples:
            if not holds(example.text, example.reading, houses):
                yield f"{where}: {example.text!r} does not go with {example.reading!r}"
        for text in entry.counter:
            if any(holds(text, words, houses) for words in words_of(entry)):
                yield f"{where}: counter-example {text!r} goes with the entry"


def _read(text: str, form: str, houses: Houses) -> list[str]:
    return [getattr(word, form) for word in read_words(text, houses).words]


def _check_presence(spec: TableSpec[E], houses: Houses) -> Iterator[str]:
    """An example holds the phrase it names, a counter-example none of its entry's."""
    for entry in load(spec, houses):
        where = f"{entry.begins}: {entry.id}"
        table = PhraseTable((p, p) for p in entry.phrases)
        for example in entry.examples:
            if example.reading not in [m.entry for m in table.find(tokenize(example.text))]:
                yield f"{where}: {example.reading!r} is not found in {example.text!r}"
        for text in entry.counter:
            if table.find(tokenize(text)):
                yield f"{where}: counter-example {text!r} holds one"
