"""Content words: what remains of a text when its commonest words are set aside."""

from __future__ import annotations

from functools import lru_cache

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.tokens import Tokens

SPEC = TableSpec("stopwords", "stopwords", Entry)
MIN_LETTERS = 3
_ENDINGS = ("ing", "ed", "es", "s")


@lru_cache(maxsize=16)
def _stopwords(houses: Houses) -> frozenset[str]:
    return frozenset(p.lower() for e in load(SPEC, houses) for p in e.phrases)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A crude stem that makes singular and plural, and forms of one verb, equal; for comparing only."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_LETTERS + 1:
            return word[: -len(ending)]
    return word


def content_words(tokens: Tokens, start: int, stop: int, houses: Houses = ()) -> list[str]:
    """Stems of the content words in the token range, in order; numbers and short words are left out."""
    common = _stopwords(houses)
    return [stem(w) for w in tokens.words[start:stop] if len(w) >= MIN_LETTERS and w[0].isalpha() and w not in common]
