"""Words as they are compared between quotations: short forms written out, spellings and numbers made alike."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

from attrs import frozen

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.quantity_tables import NUMERALS
from reconcile.language.tokens import Tokens, fold, tokenize

Effect = Literal["form", "tense", "small", "filler", "negation", "modal", "person", "opposite"]
_ELLIPSIS = fold("…")
_SENTENCE_MARKS = frozenset({".", "!", "?", _ELLIPSIS})
_CLAUSE_MARKS = _SENTENCE_MARKS | frozenset(";:,–—")
_BRACKETS = {"[": "]", "(": ")"}
_LONGEST_ASIDE = 15  # tokens; what no bracket closes is no editor's insertion
_LEAST_STEM = 3  # letters that must stand before a variant ending
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("s", ""))
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_GROUPED = 3  # digits of a group after the thousands mark


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
class SmallWords(Entry):
    """Function words and what a change of them does to the sense."""

    effect: Effect


CONTRACTIONS = TableSpec("contractions", "contraction", Contraction)
SPELLINGS = TableSpec("spelling_variants", "spelling", Spelling)
IRREGULAR = TableSpec("irregular_forms", "forms", Entry)
SYNONYMS = TableSpec("synonyms", "synonyms", Entry)
STOCK_PHRASES = TableSpec("stock_phrases", "phrase", Entry)
SMALL_WORDS = TableSpec("function_words", "words", SmallWords, shared_phrases=True)


@frozen
class Word:
    """One word of a quotation: `key` is equal where only the form differs, `stem` also where only the ending does.

    `start`/`end` are code points in the text it was read from; `aside` says that it stands in [brackets].
    """

    start: int
    end: int
    plain: str
    key: str
    stem: str
    number: bool = False
    name: bool = False
    aside: bool = False


@frozen
class WordList:
    """The words of a text, and indexes of words with something before them.

    `gaps`: an ellipsis, so words were left out; `starts`: the end of a sentence or the text's edge; `stops`: any
    mark that ends a sentence or clause. The number of words stands for the text's end.
    """

    words: tuple[Word, ...]
    gaps: frozenset[int] = frozenset()
    starts: frozenset[int] = frozenset()
    stops: frozenset[int] = frozenset()


def read_words(text: str, houses: Houses = ()) -> WordList:
    """The words of `text`, in order, without punctuation. Linear in the text."""
    tokens = tokenize(text)
    words: list[Word] = []
    gaps: set[int] = set()
    starts: set[int] = {0}
    stops: set[int] = {0}
    aside_end = 0  # the closing bracket of the one we are in
    i = 0
    while i < len(tokens):
        token = tokens.words[i]
        if token[0].isalnum() or token in ("'s", "%"):
            stop = _number_end(tokens, i)
            words += _forms(tokens, i, stop, i < aside_end, len(words) in starts, houses)
            i = stop
            continue
        if token in _BRACKETS:
            aside_end = _bracket_end(tokens, i)
        elif token == _ELLIPSIS or (token == "." and tokens.words[i : i + 3] == [".", ".", "."]):
            gaps.add(len(words))
        if token in _SENTENCE_MARKS:
            starts.add(len(words))
        if token in _CLAUSE_MARKS:
            stops.add(len(words))
        i += 1
    starts.add(len(words))
    stops.add(len(words))
    return WordList(tuple(words), frozenset(gaps), frozenset(starts), frozenset(stops))


def _bracket_end(tokens: Tokens, i: int) -> int:
    """The token that closes the bracket at token `i`; `i` where none does soon."""
    closing = _BRACKETS[tokens.words[i]]
    return next((j for j in range(i, min(i + _LONGEST_ASIDE, len(tokens))) if tokens.words[j] == closing), i)


def elisions(houses: Houses = ()) -> frozenset[str]:
    """Words that an apostrophe begins ("em", "tis")."""
    return frozenset(_elided(houses))


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


def _forms(tokens: Tokens, i: int, stop: int, aside: bool, begins: bool, houses: Houses) -> list[Word]:
    start, end, raw = tokens.starts[i], tokens.ends[stop - 1], tokens.raw(i)
    if raw[0].isdigit():
        key = "".join(tokens.words[i:stop]).replace(",", "")
        return [Word(start, end, key, key, key, number=True, aside=aside)]
    plain = tokens.words[i]
    short = _contractions(houses)
    elided = _elided(houses)
    if plain in elided and i and tokens.words[i - 1] == "'" and tokens.glued(i - 1):
        keys = elided[plain]
    elif plain == "'s" and i and tokens.words[i - 1] + plain in short:
        keys = short[tokens.words[i - 1] + plain][1:]
    else:
        keys = short.get(plain, (plain,))
    named = raw[0].isupper() and not begins
    return [_word(start, end, plain, key, aside, named, houses) for key in keys]


def _word(start: int, end: int, plain: str, key: str, aside: bool, named: bool, houses: Houses) -> Word:
    value = _numbers(houses).get(key)
    if value is not None:
        return Word(start, end, plain, str(value), str(value), number=True, aside=aside)
    canonical = _spelt(key, houses)
    return Word(start, end, plain, canonical, _stem(canonical, houses), name=named, aside=aside)


def _number_end(tokens: Tokens, i: int) -> int:
    """The token after a number written with marks between its digits ("1,200", "2.5")."""
    stop = i + 1
    if not tokens.words[i].isdigit():
        return stop
    while (
        stop + 1 < len(tokens)
        and tokens.words[stop] in (",", ".")
        and tokens.glued(stop - 1)
        and tokens.glued(stop)
        and tokens.words[stop + 1].isdigit()
        and (tokens.words[stop] == "." or len(tokens.words[stop + 1]) == _GROUPED)
    ):
        stop += 2
    return stop


@lru_cache(maxsize=16)
def _contractions(houses: Houses) -> dict[str, tuple[str, ...]]:
    table = {}
    for entry in load(CONTRACTIONS, houses):
        if entry.elided:
            continue
        for phrase in entry.phrases:
            base = (phrase.removesuffix(entry.ending),) if entry.ending else ()
            table[phrase] = (*base, *entry.full.split())
    return table


@lru_cache(maxsize=16)
def _elided(houses: Houses) -> dict[str, tuple[str, ...]]:
    return {p: tuple(e.full.split()) for e in load(CONTRACTIONS, houses) if e.elided for p in e.phrases}


@lru_cache(maxsize=16)
def _small_words(houses: Houses) -> dict[str, dict[str, Effect]]:
    table: dict[str, dict[str, Effect]] = {}
    for entry in load(SMALL_WORDS, houses):
        for phrase in entry.phrases:
            table.setdefault(phrase, {})[entry.id] = entry.effect
    return table


@lru_cache(maxsize=16)
def _numbers(houses: Houses) -> dict[str, int]:
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
def _spelt(word: str, houses: Houses) -> str:
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


@lru_cache(maxsize=65536)
def _stem(word: str, houses: Houses) -> str:
    """One word for all forms of a word and its synonyms: the shortest base, without "e".

    Some other words come to the same stem; `inflected` and `synonymous` tell.
    """
    senses = _synonyms(houses)
    word = next((senses[base] for base in sorted(_bases(word, houses)) if base in senses), word)
    word = _irregular(houses).get(word, word)
    base = min(_bases(word, houses), key=lambda b: (len(b), b))
    bare = base.removesuffix("e")
    return bare if len(bare) >= _LEAST_STEM else base
