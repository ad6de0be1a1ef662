"""The tables behind comparing words: short forms, spellings, forms of one word, synonyms, small words."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

from attrs import frozen

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.quantity_tables import NUMERALS

Effect = Literal["form", "tense", "small", "filler", "negation", "modal", "ability", "person", "opposite"]
_LEAST_STEM = 3  # letters that must stand before a variant ending
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("s", ""))
_SIBILANTS = ("s", "x", "z", "ch", "sh")


@frozen(kw_only=True)
class Contraction(Entry):
    """Short forms of `full`; with `ending`, only that ending is short ("do" + "n't")."""

    full: str
    ending: str = ""
    elided: bool = False


@frozen(kw_only=True)
class Spelling(Entry):
    """Spellings (words or endings) of one word; the first stands for all."""

    kind: Literal["word", "ending"]


@frozen(kw_only=True)
class Opposites(Entry):
    """Words, and those `against` them that turn their sense."""

    against: tuple[str, ...]


@frozen(kw_only=True)
class SmallWords(Entry):
    """Function words and what a change of them does to the sense."""

    effect: Effect


CONTRACTIONS = TableSpec("contractions", "contraction", Contraction)
SPELLINGS = TableSpec("spelling_variants", "spelling", Spelling)
IRREGULAR = TableSpec("irregular_forms", "forms", Entry)
SYNONYMS = TableSpec("synonyms", "synonyms", Entry)
OPPOSITES = TableSpec("opposites", "opposites", Opposites, shared_phrases=True)
SAME_PHRASES = TableSpec("same_phrases", "phrases", Entry, shared_phrases=True)
STOCK_PHRASES = TableSpec("stock_phrases", "phrase", Entry)
SMALL_WORDS = TableSpec("function_words", "words", SmallWords, shared_phrases=True)


def elisions(houses: Houses = ()) -> frozenset[str]:
    """Words that an apostrophe begins ("em", "tis")."""
    return frozenset(elided_forms(houses))


def effects(key: str, houses: Houses = ()) -> dict[str, Effect]:
    """The classes of function words `key` belongs to, by id; empty for a content word."""
    return _small_words(houses).get(key, {})


def inflected(a: str, b: str, houses: Houses = ()) -> bool:
    """True where two keys are forms of one word ("eased", "easing"); "plan" and "planes" are not."""
    return bool(_bases(a, houses) & _bases(b, houses))


def synonymous(a: str, b: str, houses: Houses = ()) -> bool:
    """True where two keys are forms of words that say the same ("kids", "children")."""
    table = _synonyms(houses)
    senses = [{table[base] for base in _bases(key, houses) if base in table} for key in (a, b)]
    return bool(senses[0] & senses[1])


def same_phrases(a: str, b: str, houses: Houses = ()) -> bool:
    """True where two folded phrases say the same ("by ourselves", "alone")."""
    table = _same_phrases(houses)
    return bool(table.get(a, frozenset()) & table.get(b, frozenset()))


def opposed(a: str, b: str, houses: Houses = ()) -> bool:
    """True where two keys are forms of words of which one turns the other's sense ("opened", "closing")."""
    table = _opposites(houses)
    ones, others = (_bases(key, houses) for key in (a, b))
    return any(other in table.get(one, ()) for one in ones for other in others)


@lru_cache(maxsize=16)
def contractions(houses: Houses) -> dict[str, tuple[str, ...]]:
    table = {}
    for entry in load(CONTRACTIONS, houses):
        if entry.elided:
            continue
        for phrase in entry.phrases:
            base = (phrase.removesuffix(entry.ending),) if entry.ending else ()
            table[phrase] = (*base, *entry.full.split())
    return table


@lru_cache(maxsize=16)
def elided_forms(houses: Houses) -> dict[str, tuple[str, ...]]:
    return {p: tuple(e.full.split()) for e in load(CONTRACTIONS, houses) if e.elided for p in e.phrases}


@lru_cache(maxsize=16)
def _small_words(houses: Houses) -> dict[str, dict[str, Effect]]:
    table: dict[str, dict[str, Effect]] = {}
    for entry in load(SMALL_WORDS, houses):
        for phrase in entry.phrases:
            table.setdefault(phrase, {})[entry.id] = entry.effect
    return table


@lru_cache(maxsize=16)
def number_words(houses: Houses) -> dict[str, int]:
    """Number words up to ninety; the value of "one" is left out, as it is more often a pronoun."""
    rows = (e for e in load(NUMERALS, houses) if e.kind in ("ones", "tens"))
    return {p: v for e in rows for p, v in zip(e.phrases, e.values, strict=True) if v != 1}


@lru_cache(maxsize=16)
def _variants(houses: Houses) -> tuple[dict[str, str], dict[str, str]]:
    words: dict[str, str] = {}
    endings: dict[str, str] = {}
    for entry in load(SPELLINGS, houses):
        (words if entry.kind == "word" else endings).update(dict.fromkeys(entry.phrases, entry.phrases[0]))
    return words, endings


@lru_cache(maxsize=65536)
def spelt(word: str, houses: Houses) -> str:
    """The one spelling that stands for all spellings of `word`, without accents."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    words, endings = _variants(houses)
    if word in words:
        return words[word]
    for at in range(_LEAST_STEM, len(word)):
        if word[at:] in endings:
            return word[:at] + endings[word[at:]]
    return word


@lru_cache(maxsize=16)
def _irregular(houses: Houses) -> dict[str, str]:
    return {p: e.phrases[0] for e in load(IRREGULAR, houses) for p in e.phrases}


@lru_cache(maxsize=65536)
def _bases(word: str, houses: Houses) -> frozenset[str]:
    """What `word` may be a form of."""
    out = {word, _irregular(houses).get(word, word)}
    for ending, put in _ENDINGS:
        base = word.removesuffix(ending)
        if base == word or len(base) + len(put) < _LEAST_STEM:
            continue
        out.add(base + put)
        if ending in ("ed", "ing"):
            out.add(base + "e")
            if base[-1] == base[-2]:
                out.add(base[:-1])
        elif ending == "s" and base.endswith("e") and base[:-1].endswith(_SIBILANTS):
            out.add(base[:-1])
    return frozenset(out)


@lru_cache(maxsize=16)
def _synonyms(houses: Houses) -> dict[str, str]:
    return {p: e.phrases[0] for e in load(SYNONYMS, houses) for p in e.phrases}


@lru_cache(maxsize=16)
def _same_phrases(houses: Houses) -> dict[str, frozenset[str]]:
    """The entries that hold each phrase."""
    table: dict[str, frozenset[str]] = {}
    for entry in load(SAME_PHRASES, houses):
        table |= {p: table.get(p, frozenset()) | {entry.id} for p in entry.phrases}
    return table


@lru_cache(maxsize=16)
def _opposites(houses: Houses) -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for entry in load(OPPOSITES, houses):
        for here, there in ((entry.phrases, entry.against), (entry.against, entry.phrases)):
            table |= {word: table.get(word, frozenset()).union(there) for word in here}
    return table


@lru_cache(maxsize=65536)
def stem(word: str, houses: Houses) -> str:
    """One word for all forms of a word and its synonyms: the shortest base, without "e".

    Some other words come to the same stem; `inflected` and `synonymous` tell.
    """
    senses = _synonyms(houses)
    return root(next((senses[base] for base in sorted(_bases(word, houses)) if base in senses), word), houses)


@lru_cache(maxsize=65536)
def root(word: str, houses: Houses) -> str:
    """One word for all forms of a word, whatever else may come to the same."""
    word = _irregular(houses).get(word, word)
    base = min(_bases(word, houses), key=lambda b: (len(b), b))
    base = f"{base[:-1]}i" if base.endswith("y") else base  # "certify", "certified"
    bare = base.removesuffix("e")
    return bare if len(bare) >= _LEAST_STEM else base
