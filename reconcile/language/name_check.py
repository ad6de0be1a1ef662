"""Whether the examples of the tables of names hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reconcile.language.gazetteer import ALIASES, COUNTRIES, CUES, GIVEN_NAMES, ORGANISATIONS, PLACES, TITLES, plain
from reconcile.language.lexicon import Entry, Houses, load
from reconcile.language.names import find_names
from reconcile.language.tokens import tokenize


def check_examples(houses: Houses = ()) -> list[str]:
    """What is wrong with the examples of the tables of names, one message each; empty where all hold."""
    entries: list[Entry] = []
    for spec in (ALIASES, COUNTRIES, CUES, GIVEN_NAMES, ORGANISATIONS, PLACES, TITLES):
        entries += load(spec, houses)
    return [fault for entry in entries for fault in _faults(entry, houses)]


def _faults(entry: Entry, houses: Houses) -> Iterator[str]:
    for example in entry.examples:
        readings = _readings(example.text, houses)
        if example.reading not in readings:
            yield f"{entry.begins}: {example.text!r} is read as {sorted(readings)}, not {example.reading!r}"
    for text in entry.counter:
        claimed = _readings(text, houses) & set(_own(entry))
        if claimed:
            yield f"{entry.begins}: {text!r} is read as {sorted(claimed)}"


def _readings(text: str, houses: Houses) -> set[str]:
    return {f"{m.canonical} ({m.category})" for m in find_names(tokenize(text), houses)}


def _own(entry: Entry) -> Iterable[str]:
    """Readings that would show the entry at work."""
    names = {entry.id} | {plain(p) for p in entry.phrases}
    return (f"{n} ({c})" for n in names for c in ("person", "place", "organisation", "demonym", "name"))
