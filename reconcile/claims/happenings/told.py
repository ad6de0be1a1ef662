"""What the sentences of one text tell of, each read once however many kinds of claims ask."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reconcile.claims.happenings.happening_table import Happening
from reconcile.claims.happenings.happenings import happenings, other_verbs
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match
from reconcile.language.tokens import Tokens

_Found = Sequence[Match[Happening]]


class Told:
    """The happenings of the sentences of one text; treat what it hands out as read-only."""

    def __init__(self, tokens: Tokens, houses: Houses) -> None:
        self._tokens, self._houses = tokens, houses
        self._named: dict[tuple[int, int], _Found] = {}
        self._verbs: dict[tuple[int, int], _Found] = {}

    def named(self, sentence: tuple[int, int]) -> _Found:
        """What words of the table tell."""
        if sentence not in self._named:
            self._named[sentence] = happenings(self._tokens, sentence, self._houses)
        return self._named[sentence]

    def verbs(self, sentence: tuple[int, int]) -> _Found:
        """What its other verbs tell, of the past or after "will", each a happening of its own."""
        if sentence not in self._verbs:
            self._verbs[sentence] = other_verbs(self._tokens, sentence, self.named(sentence), self._houses)
        return self._verbs[sentence]


@lru_cache(maxsize=8)  # figures and dates ask for the same article in turn
def told_in(tokens: Tokens, houses: Houses = ()) -> Told:
    """What the sentences of this text tell of."""
    return Told(tokens, houses)
