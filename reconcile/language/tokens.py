"""Cutting text into tokens that remember exactly where they stand."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, count, pairwise
from operator import methodcaller, not_

from attrs import define, field

# A run of letters (with marks and inner apostrophes), a run of digits, or one other visible character.
_TOKEN = re.compile(r"([^\W\d_]+(?:['’ʼ][^\W\d_]+|[\u0300-\u036f]+[^\W\d_]*)*|\d+|[^\w\s]|_)")
_POSSESSIVE = "'s"
_owns = methodcaller("endswith", _POSSESSIVE)
_HYPHENS = dict.fromkeys("‐‑\u00ad﹣－", "-")
_FOLDED = {**_HYPHENS, "–": "–", "—": "—", "−": "−", "’": "'", "‘": "'", "ʼ": "'", "´": "'"}
_FOLDED.update(dict.fromkeys("“”„‟«»″", '"'))


def fold(word: str) -> str:
    """Lower-cased form with typographic variants and ligatures made plain; for comparing, never for showing."""
    if word.isascii():
        return word.lower()
    if len(word) == 1 and word in _FOLDED:
        return _FOLDED[word]
    plain = unicodedata.normalize("NFKC", word).casefold()
    return plain.replace("’", "'").replace("ʼ", "'")


class Places(dict[frozenset[str], list[int]]):
    """Where the words of each set stand in a text, in order; looked up once, however many sentences ask. Read-only."""

    def __init__(self, words: list[str]) -> None:
        super().__init__()
        self._words = words

    @cached_property
    def by_word(self) -> dict[str, list[int]]:
        """Where each word of the text stands."""
        found: dict[str, list[int]] = {word: [] for word in self._words}
        for at, word in enumerate(self._words):
            found[word].append(at)
        return found

    @cached_property
    def _distinct(self) -> frozenset[str]:
        return frozenset(self.by_word)

    def __missing__(self, wanted: frozenset[str]) -> list[int]:
        words = wanted & self._distinct
        found = self[wanted] = sorted(chain.from_iterable(map(self.by_word.__getitem__, words))) if words else []
        return found


@define(slots=True, eq=False)
class Tokens:
    """Parallel lists: token `i` is `text[starts[i]:ends[i]]`, and `words[i]` is its folded form.

    Possessive endings ("'s") are tokens of their own. White space belongs to no token. `line_starts` are the tokens
    that begin a line, the first line left out.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    line_starts: list[int] = field(factory=list)
    places: Places = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.places = Places(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, i: int) -> str:
        """The token exactly as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def glued(self, i: int) -> bool:
        """True where no white space stands between token `i` and the next."""
        return i + 1 < len(self.words) and self.ends[i] == self.starts[i + 1]

    def holds(self, words: frozenset[str], start: int = 0, stop: int | None = None) -> bool:
        """True where one of these folded words stands in the range."""
        places = self.places[words]
        if not places:
            return False
        at = bisect_left(places, start)
        return at < len(places) and (stop is None or places[at] < stop)

    def where(self, words: frozenset[str], start: int = 0, stop: int | None = None) -> Sequence[int]:
        """The tokens of the range whose folded words are among these."""
        places = self.places[words]
        if not places:
            return places
        at = bisect_left(places, start)
        return places[at:] if stop is None else places[at : bisect_left(places, stop, at)]

    def numeric(self, others: frozenset[str]) -> list[int]:
        """The tokens that begin with a digit, and those of these other words."""
        rows = (places for word, places in self.places.by_word.items() if word[0].isdigit())
        return sorted({*chain.from_iterable(rows), *self.places[others]})

    def line_of(self, i: int) -> tuple[int, int]:
        """The token range of the line that holds token `i`."""
        after = bisect_right(self.line_starts, i)
        first = self.line_starts[after - 1] if after else 0
        return first, self.line_starts[after] if after < len(self.line_starts) else len(self)

    def opens_line(self, i: int) -> bool:
        """True for the first token of a line, the first line left out."""
        return i > 0 and self.line_of(i)[0] == i

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """Token ranges between line breaks."""
        return pairwise([0, *self.line_starts, len(self)]) if self.words else iter(())

    def at(self, offset: int) -> int:
        """Index of the first token that ends after `offset`; `len(self)` where there is none."""
        return bisect_left(self.ends, offset + 1)


def tokenize(text: str) -> Tokens:
    """Cut `text` into tokens, in time linear in its length."""
    starts, ends, words = _cut(text)
    return Tokens(text, starts, ends, words, list(_line_starts(text, starts, ends)))


def folded_words(text: str) -> list[str]:
    """The folded words of the tokens of `text`, where nothing else is asked: tables hold many short phrases."""
    return _cut(text)[2]


def _cut(text: str) -> tuple[list[int], list[int], list[str]]:
    lower = text.lower()
    whole = len(lower) == len(text)  # the Turkish capital İ becomes two code points
    pieces = _TOKEN.split(lower if whole else text)
    edges = list(accumulate(map(len, pieces)))
    starts, ends, words = edges[:-1:2], edges[1::2], pieces[1::2]
    if not text.isascii():
        for i in compress(count(), map(not_, map(str.isascii, words))) if whole else range(len(words)):
            words[i] = fold(text[starts[i] : ends[i]])
    if "'" in text or "’" in text or "ʼ" in text:
        return _possessives_apart(starts, ends, words)
    return starts, ends, words


def _possessives_apart(starts: list[int], ends: list[int], words: list[str]) -> tuple[list[int], list[int], list[str]]:
    """Cut "'s" off the words it ends."""
    cut_starts: list[int] = []
    cut_ends: list[int] = []
    cut_words: list[str] = []
    done = 0
    for i in compress(count(), map(_owns, words)):
        cut = ends[i] - len(_POSSESSIVE)
        if cut > starts[i]:
            cut_starts += (*starts[done : i + 1], cut)
            cut_ends += (*ends[done:i], cut, ends[i])
            cut_words += (*words[done:i], words[i][: -len(_POSSESSIVE)], _POSSESSIVE)
            done = i + 1
    return cut_starts + starts[done:], cut_ends + ends[done:], cut_words + words[done:]


def _line_starts(text: str, starts: list[int], ends: list[int]) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0 and (token := bisect_left(ends, at + 1)) < len(ends):
        if token:
            yield token
        at = text.find("\n", starts[token])
