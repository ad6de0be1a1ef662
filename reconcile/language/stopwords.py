"""Content words: what remains of a text when its commonest words are set aside."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.tokens import Tokens

SPEC = TableSpec("stopwords", "stopwords", Entry)
MIN_LETTERS = 3
_ENDINGS = ("ing", "ed", "es", "s")


def stem(word: str) -> str:
    """A crude stem that makes singular and plural, and forms of one verb, equal; for comparing only."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_LETTERS + 1:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=16)
def _content(houses: Houses) -> Callable[[str], str]:
    """What a folded word is compared by: its stem, or nothing for a number, a short or a common word."""
    common = frozenset(p.lower() for e in load(SPEC, houses) for p in e.phrases)

    @lru_cache(maxsize=65536)
    def content(word: str) -> str:
        return stem(word) if len(word) >= MIN_LETTERS and word[0].isalpha() and word not in common else ""

    return content


def content_words(tokens: Tokens, start: int, stop: int, houses: Houses = ()) -> list[str]:
    """Stems of the content words in the token range, in order; numbers and short words are left out."""
    return list(filter(None, map(_content(houses), tokens.words[start:stop])))
