"""Words as they are compared between quotations: short forms written out, spellings and numbers made alike."""

from __future__ import annotations

from attrs import frozen

from reconcile.language.gazetteer import gazetteer
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import Tokens, fold, tokenize
from reconcile.language.word_senses import contractions, elided_forms, number_words, spelt, stem

_ELLIPSIS = fold("…")
_SENTENCE_MARKS = frozenset({".", "!", "?", _ELLIPSIS})
_CLAUSE_MARKS = _SENTENCE_MARKS | frozenset(";:,–—")
_BRACKETS = {"[": "]", "(": ")"}
_LONGEST_ASIDE = 15  # tokens; what no bracket closes is no editor's insertion
_GROUPED = 3  # digits of a group after the thousands mark


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


def _forms(tokens: Tokens, i: int, stop: int, aside: bool, begins: bool, houses: Houses) -> list[Word]:
    start, end, raw = tokens.starts[i], tokens.ends[stop - 1], tokens.raw(i)
    if raw[0].isdigit():
        key = "".join(tokens.words[i:stop]).replace(",", "")
        return [Word(start, end, key, key, key, number=True, aside=aside)]
    plain = tokens.words[i]
    short = contractions(houses)
    elided = elided_forms(houses)
    if plain in elided and i and tokens.words[i - 1] == "'" and tokens.glued(i - 1):
        keys = elided[plain]
    elif plain == "'s" and i and tokens.words[i - 1] + plain in short:
        keys = short[tokens.words[i - 1] + plain][1:]
    else:
        keys = short.get(plain, (plain,))
    named = raw[0].isupper() and not begins
    if raw[0].isupper():  # Kiev is Kyiv
        keys = tuple(gazetteer(houses).aliases.get(key, key) for key in keys)
    return [_word(start, end, plain, key, aside, named, houses) for key in keys]


def _word(start: int, end: int, plain: str, key: str, aside: bool, named: bool, houses: Houses) -> Word:
    value = number_words(houses).get(key)
    if value is not None:
        return Word(start, end, plain, str(value), str(value), number=True, aside=aside)
    canonical = spelt(key, houses)
    return Word(start, end, plain, canonical, stem(canonical, houses), name=named, aside=aside)


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
