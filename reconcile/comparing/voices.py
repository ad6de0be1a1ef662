"""Who speaks: whether two speakers are one authority, and how much authority a speaker has over a count."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from reconcile.language.cast import ROLES
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.tokens import folded_words
from reconcile.model.claim import Attribution

_TELLING = 3  # letters; shorter words of a speaker's name tell nothing
OWN_RANK = 2  # of the outlet's own voice


@frozen(kw_only=True)
class RankEntry(Entry):
    """Classes of sources of one rank; the table's head says what the ranks mean."""

    rank: int


RANKS = TableSpec("source_ranks", "rank", RankEntry)


@frozen
class Voice:
    """A speaker: the telling words of the name, the class of sources that speaks with one voice, and its rank.

    A voice without words is the outlet's own. `name` holds the words that tell it from others of its class, of which
    there are many (institutes, hospitals).
    """

    words: frozenset[str] = frozenset()
    body: str | None = None
    rank: int = OWN_RANK
    name: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.words)

    def same_as(self, other: Voice) -> bool:
        """True where both are named and are one class of sources, or one name holds all words of the other."""
        if not (self and other):
            return False
        if self.body is not None and self.body == other.body:
            return self._may_be(other)
        return self.words <= other.words or other.words <= self.words

    def _may_be(self, other: Voice) -> bool:
        """Of one class: two names must share a word, and a name what it is with what has none ("the institute")."""
        if self.name and other.name:
            return not self.name.isdisjoint(other.name)
        return bool(self.name) is bool(other.name) or not self.words.isdisjoint(other.words)


def voice(attribution: Attribution | None, houses: Houses = ()) -> Voice:
    """The voice an attribution gives; the outlet's own where there is none."""
    if attribution is None:
        return Voice()
    words = [w for w in folded_words(attribution.speaker) if w.isalpha()]
    telling = frozenset(w for w in words if len(w) > _TELLING) or frozenset(words)
    role = attribution.role
    name = telling - _many(houses)[role] if role in _many(houses) else frozenset()
    return Voice(telling, role if role in _bodies(houses) else None, _ranks(houses).get(role or "", OWN_RANK), name)


@lru_cache(maxsize=16)
def _many(houses: Houses) -> dict[str | None, frozenset[str]]:
    """By class of which there are many, the words that only say what they are."""
    many = (role for role in load(ROLES, houses) if role.many)
    return {role.id: frozenset(w for phrase in role.phrases for w in folded_words(phrase)) for role in many}


@lru_cache(maxsize=16)
def _bodies(houses: Houses) -> frozenset[str]:
    return frozenset(role.id for role in load(ROLES, houses) if role.body)


@lru_cache(maxsize=16)
def _ranks(houses: Houses) -> dict[str, int]:
    return {phrase: entry.rank for entry in load(RANKS, houses) for phrase in entry.phrases}
