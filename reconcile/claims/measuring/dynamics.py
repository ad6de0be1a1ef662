"""How the true value behind a measure moves while a story runs, as the table `measure_dynamics.toml` tells it."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from functools import lru_cache

from attrs import field, frozen

from reconcile.language.counting import singular
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import PhraseTable
from reconcile.language.quantity_tables import tables
from reconcile.language.tokens import tokenize


class Moves(StrEnum):
    """Which later readings of a measure supersede earlier ones; the table's head explains each."""

    RISES = "rises"
    EITHER = "either"
    REVISED = "revised"
    FIXED = "fixed"


@frozen
class Pace:
    """How a value moves, and how much later than another a report must be to tell that it has moved."""

    moves: Moves
    gap: timedelta


@frozen(kw_only=True)
class DynamicsEntry(Entry):
    """Measures (ids, or words of a head phrase) that move in one way."""

    moves: Moves = field(converter=Moves)


SPEC = TableSpec("measure_dynamics", "dynamics", DynamicsEntry)


@lru_cache(maxsize=16)
def _table(houses: Houses) -> PhraseTable[DynamicsEntry]:
    """The table's phrases, and the singular of each, for a measure may be a head noun ("helicopter")."""
    return PhraseTable((p, e) for e in load(SPEC, houses) for phrase in e.phrases for p in {phrase, _singular(phrase)})


def _singular(phrase: str) -> str:
    *before, last = phrase.split()
    return " ".join((*before, singular(last, tables())))


@lru_cache(maxsize=4096)
def moves(measure: str, houses: Houses = ()) -> Moves:
    """How `measure` (an id or a head phrase) moves: as its longest, last phrase in the table; without one, fixed."""
    found = _table(houses).find(tokenize(measure.replace("-", " ")))
    longest = max(found, key=lambda m: (m.end - m.start, m.start), default=None)
    return longest.entry.moves if longest else Moves.FIXED


def is_listed(measure: str, houses: Houses = ()) -> bool:
    """True where the table names the measure, or a word of it."""
    return bool(_table(houses).find(tokenize(measure.replace("-", " "))))


def of_the_moment(measure: str, houses: Houses = ()) -> bool:
    """True for what every report reads anew: a count that rises, or one that may go either way."""
    return moves(measure, houses) in (Moves.RISES, Moves.EITHER)
