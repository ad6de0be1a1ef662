"""Runs the examples and counter-examples of this stage's tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from reconcile.claims.measuring.dynamics import SPEC as DYNAMICS
from reconcile.claims.measuring.dynamics import moves
from reconcile.comparing.all_hit import SPEC as TOTALS
from reconcile.comparing.equivalents import REMAINDERS
from reconcile.comparing.offices import OFFICES, office
from reconcile.comparing.sums import SPEC as SUMS
from reconcile.comparing.transfers import SPEC as TRANSFERS
from reconcile.comparing.voices import RANKS
from reconcile.language.lexicon import Entry, Houses, TableSpec, load, phrase_table
from reconcile.language.tokens import tokenize

E = TypeVar("E", bound=Entry)


def check_examples(houses: Houses = ()) -> list[str]:
    """What the tables promise in their examples and do not keep; empty where all is well."""
    failures: list[str] = []
    failures += _check(DYNAMICS, houses, lambda e, text: moves(text, houses).value, _no_phrase)
    failures += _check(SUMS, houses, lambda e, text: " + ".join(e.parts) if text in e.phrases else "", _no_phrase)
    failures += _check(TOTALS, houses, lambda e, text: " + ".join(e.parts) if text in e.phrases else "", _no_phrase)
    failures += _check(TRANSFERS, houses, lambda e, text: ", ".join(e.into) if text in e.phrases else "", _no_phrase)
    failures += _check(RANKS, houses, lambda e, text: str(e.rank) if text in e.phrases else "", _no_phrase)
    failures += _check(OFFICES, houses, lambda e, text: e.id if office(text, houses) == e else "", _no_phrase)
    table = phrase_table(REMAINDERS, houses)

    def remainder(_: Entry, text: str) -> str:
        return next((m.entry.id for m in table.find(tokenize(text))), "")

    failures += _check(REMAINDERS, houses, remainder, lambda e, text: remainder(e, text) != e.id)
    return failures


def _no_phrase(entry: Entry, text: str) -> bool:
    return text not in entry.phrases


def _check(
    spec: TableSpec[E], houses: Houses, read: Callable[[E, str], str], spared: Callable[[E, str], bool]
) -> Iterator[str]:
    for entry in load(spec, houses):
        where = f"{entry.begins}: {entry.id}"
        for example in entry.examples:
            if (reading := read(entry, example.text)) != example.reading:
                yield f"{where}: {example.text!r} gives {reading!r}, not {example.reading!r}"
        for text in entry.counter:
            if not spared(entry, text):
                yield f"{where}: counter-example {text!r} is caught"
