"""Closed classes of words that later stages ask for by id."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.tokens import Tokens, folded_words

_LONGEST = 3  # words of a phrase in which others end


@frozen(kw_only=True)
class WordClass(Entry):
    """One closed class; its phrases are its members."""


SPEC = TableSpec("grammar", "class", WordClass, shared_phrases=True)


@lru_cache(maxsize=16)
def word_classes(houses: Houses = ()) -> dict[str, frozenset[str]]:
    """The folded members of each class, by id. Treat the result as read-only."""
    return {e.id: frozenset(p.lower() for p in e.phrases) for e in load(SPEC, houses)}


def stands_among(words: Sequence[str], phrases: frozenset[str]) -> bool:
    """True where one of the phrases stands among the words, as words of its own ("among the deadliest" is no dead)."""
    spaced = _spaced(phrases)
    here = [phrase for word in spaced.keys() & words for phrase in spaced[word]]
    return bool(here) and any(map(f" {' '.join(words)} ".__contains__, here))


def ends_in(words: Sequence[str], phrases: frozenset[str]) -> bool:
    """True where the words end in one of the phrases, of up to three words."""
    return any(" ".join(words[-n:]) in phrases for n in range(1, _LONGEST + 1))


def may_stand(tokens: Tokens, start: int, stop: int | None, phrases: frozenset[str]) -> bool:
    """False where the longest word of none of the phrases stands in the range."""
    return tokens.holds(_telling(phrases), start, stop)


def stands_between(tokens: Tokens, start: int, stop: int, phrases: frozenset[str]) -> bool:
    """True where one of the phrases stands between two tokens; without their longest words it looks no further."""
    return tokens.holds(_telling(phrases), start, stop) and stands_among(tokens.words[start:stop], phrases)


@lru_cache(maxsize=256)
def _telling(phrases: frozenset[str]) -> frozenset[str]:
    """The longest word of each phrase."""
    return frozenset(_spaced(phrases))


@lru_cache(maxsize=256)
def _spaced(phrases: frozenset[str]) -> dict[str, list[str]]:
    """The phrases as their words stand in a text that is cut into tokens ("24 - hour"), by their longest words."""
    spaced: dict[str, list[str]] = {}
    for words in (folded_words(phrase) for phrase in sorted(phrases)):
        spaced.setdefault(max(words, key=len), []).append(f" {' '.join(words)} ")
    return spaced
