"""Closed classes of words that later stages ask for by id."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from reconcile.language.lexicon import Entry, Houses, TableSpec, load


@frozen(kw_only=True)
class WordClass(Entry):
    """One closed class; its phrases are its members."""


SPEC = TableSpec("grammar", "class", WordClass, shared_phrases=True)


@lru_cache(maxsize=16)
def word_classes(houses: Houses = ()) -> dict[str, frozenset[str]]:
    """The folded members of each class, by id. Treat the result as read-only."""
    return {e.id: frozenset(p.lower() for p in e.phrases) for e in load(SPEC, houses)}
