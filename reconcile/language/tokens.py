"""Cutting text into tokens that remember exactly where they stand."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from attrs import define, field

# A run of letters (with marks and inner apostrophes), a run of digits, or one other visible character.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+|[\u0300-\u036f]+[^\W\d_]*)*|\d+|[^\w\s]|_")
_POSSESSIVE = "'s"
_HYPHENS = dict.fromkeys("‐‑\u00ad﹣－", "-")
_FOLDED = {**_HYPHENS, "–": "–", "—": "—", "−": "−", "’": "'", "‘": "'", "ʼ": "'", "´": "'"}
_FOLDED.update(dict.fromkeys("“”„‟«»″", '"'))
_Range = tuple[int, int]


def fold(word: str) -> str:
    """Lower-cased form with typographic variants and ligatures made plain; for comparing, never for showing."""
    if word.isascii():
        return word.lower()
    if len(word) == 1 and word in _FOLDED:
        return _FOLDED[word]
    plain = unicodedata.normalize("NFKC", word).casefold()
    return plain.replace("’", "'").replace("ʼ", "'")


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
    _holds: dict[frozenset[str], bool] = field(init=False, factory=dict)

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, i: int) -> str:
        """The token exactly as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def glued(self, i: int) -> bool:
        """True where no white space stands between token `i` and the next."""
        return i + 1 < len(self.words) and self.ends[i] == self.starts[i + 1]

    def holds(self, words: frozenset[str]) -> bool:
        """True where one of these folded words stands in the text; looked up once, however many sentences ask."""
        found = self._holds.get(words)
        if found is None:
            found = self._holds[words] = not words.isdisjoint(self.words)
        return found

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """Token ranges between line breaks."""
        return pairwise([0, *self.line_starts, len(self)]) if self.words else iter(())

    def at(self, offset: int) -> int:
        """Index of the first token that ends after `offset`; `len(self)` where there is none."""
        return bisect_left(self.ends, offset + 1)


def tokenize(text: str) -> Tokens:
    """Cut `text` into tokens, in time linear in its length."""
    spans = list(map(re.Match.span, _TOKEN.finditer(text)))
    words = _folded(text, spans)
    if "'" in text or "’" in text or "ʼ" in text:
        spans, words = _possessives_apart(spans, words)
    ends = [end for _, end in spans]
    return Tokens(text, [start for start, _ in spans], ends, words, list(_line_starts(text, spans, ends)))


def _folded(text: str, spans: list[_Range]) -> list[str]:
    lower = text.lower()
    if len(lower) != len(text):  # the Turkish capital İ becomes two code points
        return [fold(text[start:end]) for start, end in spans]
    return [word if (word := lower[start:end]).isascii() else fold(text[start:end]) for start, end in spans]


def _possessives_apart(spans: list[_Range], words: list[str]) -> tuple[list[_Range], list[str]]:
    """Cut "'s" off the words it ends."""
    cut_spans: list[_Range] = []
    cut_words: list[str] = []
    done = 0
    for i in [i for i, word in enumerate(words) if word.endswith(_POSSESSIVE)]:
        start, end = spans[i]
        if end - start > len(_POSSESSIVE):
            cut_spans += (*spans[done:i], (start, end - 2), (end - 2, end))
            cut_words += (*words[done:i], words[i][:-2], _POSSESSIVE)
            done = i + 1
    return cut_spans + spans[done:], cut_words + words[done:]


def _line_starts(text: str, spans: list[_Range], ends: list[int]) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0 and (token := bisect_left(ends, at + 1)) < len(ends):
        if token:
            yield token
        at = text.find("\n", spans[token][0])
