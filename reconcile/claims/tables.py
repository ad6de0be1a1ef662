"""The tables of the claims stage, compiled."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import PhraseTable


@frozen(kw_only=True)
class Population(Entry):
    """Who is counted; see the head of populations.toml."""

    kind: str
    disjoint: bool = False


@frozen(kw_only=True)
class Voice(Entry):
    """How far a text stands behind a figure; see the head of voice.toml."""

    status: str
    side: str


@frozen(kw_only=True)
class Thing(Entry):
    """Nouns for one kind of thing; see the head of things.toml."""

    within: str = ""


@frozen(kw_only=True)
class EventKind(Entry):
    """A kind of event and the words that name it."""


THINGS = TableSpec("things", "thing", Thing)
POPULATIONS = TableSpec("populations", "population", Population)
VOICES = TableSpec("voice", "voice", Voice, shared_phrases=True)
EVENT_KINDS = TableSpec("event_kinds", "event", EventKind)
ATTACKER_DEATHS = TableSpec("attacker_deaths", "attacker", Entry)


@lru_cache(maxsize=16)
def disjoint_groups(houses: Houses) -> frozenset[str]:
    """Groups of people of whom nobody is in two."""
    return frozenset(e.id for e in load(POPULATIONS, houses) if e.disjoint)


@lru_cache(maxsize=16)
def listed_groups(houses: Houses) -> frozenset[str]:
    """Groups of people who are not all people."""
    return frozenset(e.id for e in load(POPULATIONS, houses) if e.kind in ("role", "group"))


@lru_cache(maxsize=16)
def states(houses: Houses) -> frozenset[str]:
    """How badly people may be hurt, by population."""
    return frozenset(e.id for e in load(POPULATIONS, houses) if e.kind == "severity")


@lru_cache(maxsize=16)
def voices(houses: Houses, side: str) -> PhraseTable[Voice]:
    """The cues of `voice.toml` that stand on one side of their figure."""
    return PhraseTable((p, e) for e in load(VOICES, houses) if e.side == side for p in e.phrases)


@lru_cache(maxsize=16)
def _parts(houses: Houses) -> frozenset[str]:
    return frozenset(e.id for e in load(POPULATIONS, houses) if e.kind != "role")


def is_role(population: str, houses: Houses = ()) -> bool:
    """True for what people are, and may be all of them ("49 miners"): a role, or a noun that no entry lists."""
    return population != "" and population not in _parts(houses)


@lru_cache(maxsize=16)
def everyone(houses: Houses) -> frozenset[str]:
    """The nouns that restrict nobody ("people", "victim")."""
    return frozenset(p for e in load(POPULATIONS, houses) if e.kind == "everyone" for p in e.phrases)


@lru_cache(maxsize=16)
def broader_things(houses: Houses) -> dict[str, str]:
    """By narrower noun the broader one that desks use for the same things ("flat": "home")."""
    return {e.id: e.within for e in load(THINGS, houses) if e.within}


@lru_cache(maxsize=16)
def _things(houses: Houses) -> dict[str, str]:
    return {phrase: e.id for e in load(THINGS, houses) for phrase in e.phrases}


def thing(head: str, houses: Houses = ()) -> str:
    """One name for nouns that different desks use for one kind of thing ("house", "residence": "home")."""
    return _things(houses).get(head, head)
