"""The table of happenings: what may be dated, and the words that tell it; see the head of happenings.toml."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from attrs import field, frozen, validators

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import PhraseTable
from reconcile.language.word_senses import root

Role = Literal["event", "state", "said", "again", "afresh", "new", "idle", "outlasts", "linking", "none"]


@frozen(kw_only=True)
class Happening(Entry):
    """A kind of happening and the words that tell it; see the head of happenings.toml."""

    role: Role = field(validator=validators.in_(Role.__args__))  # type: ignore[attr-defined]
    rank: int = 2
    own: bool = False
    once: bool = False
    sudden: bool = False
    generic: bool = False
    phase: bool = False
    begun_by: str = ""
    ended_by: str = ""


SPEC = TableSpec("happenings", "happening", Happening, shared_phrases=True)


@lru_cache(maxsize=16)
def words_of(houses: Houses, role: str) -> frozenset[str]:
    """The phrases of that role, folded."""
    return frozenset(p for e in load(SPEC, houses) if e.role == role for p in e.phrases)


@lru_cache(maxsize=16)
def own_kinds(houses: Houses = ()) -> frozenset[str]:
    """Happenings of which a story as a rule tells of one."""
    return frozenset(e.id for e in load(SPEC, houses) if e.own)


@lru_cache(maxsize=16)
def once_kinds(houses: Houses = ()) -> frozenset[str]:
    """Happenings of which a story tells of one at most, even where it is about something else."""
    return frozenset(e.id for e in load(SPEC, houses) if e.once)


@lru_cache(maxsize=16)
def sudden_kinds(houses: Houses = ()) -> frozenset[str]:
    """Happenings that are over on the day on which they begin."""
    return frozenset(e.id for e in load(SPEC, houses) if e.sudden)


@lru_cache(maxsize=16)
def generic_kinds(houses: Houses = ()) -> frozenset[str]:
    """Happenings that stand for whatever a story is about."""
    return frozenset(e.id for e in load(SPEC, houses) if e.generic)


@lru_cache(maxsize=16)
def states(houses: Houses = ()) -> PhraseTable[Happening]:
    """What lasts from a happening on: "missing" from a disappearance."""
    of = {e.id: e for e in load(SPEC, houses) if e.role == "event"}
    lasting = (e for e in load(SPEC, houses) if e.role == "state" and e.begun_by in of)
    return PhraseTable((p, of[e.begun_by]) for e in lasting for p in e.phrases)


@lru_cache(maxsize=16)
def beginning_of(event: Happening, houses: Houses = ()) -> Happening:
    """The happening with which an event begins that goes on for days (`begun_by`); else the event itself."""
    return next((e for e in load(SPEC, houses) if event.begun_by and e.id == event.begun_by), event)


@lru_cache(maxsize=16)
def passing(houses: Houses = ()) -> PhraseTable[Happening]:
    """What lasts up to a happening: "banned" to the end of the ban."""
    of = {e.id: e for e in load(SPEC, houses) if e.role == "event"}
    ending = (e for e in load(SPEC, houses) if e.role == "state" and e.ended_by in of)
    return PhraseTable((p, of[e.ended_by]) for e in ending for p in e.phrases)


@lru_cache(maxsize=16)
def outlasting(houses: Houses = ()) -> PhraseTable[Happening]:
    """What is left of a happening, said or done about it ("the scene of", "talks on ending")."""
    return PhraseTable((p, e) for e in load(SPEC, houses) if e.role == "outlasts" for p in e.phrases)


@lru_cache(maxsize=16)
def known_kinds(houses: Houses = ()) -> frozenset[str]:
    """The ids of the table: a verb that stands in none is a kind of its own."""
    return frozenset(e.id for e in load(SPEC, houses))


def kind_of(measure: str, houses: Houses = ()) -> str:
    """One key for the same kind of happening: an id of the table, or the root of a verb that stands in none."""
    return measure if measure in known_kinds(houses) else "~" + root(measure, houses)
