"""Hedges and words of change beside a number."""

from __future__ import annotations

from attrs import frozen

from reconcile.language.quantity_tables import HedgeEntry, Tables
from reconcile.language.tokens import Tokens
from reconcile.model.quantity import Direction, Hedge

_BOUNDS = {Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.LESS_THAN}
_ASIDE = 6  # tokens an aside may have: "at least, officials say, 40"


@frozen
class Hedged:
    """The hedge found, and the tokens up to which it reaches on its side."""

    effect: Hedge
    reach: int


def hedge_before(tokens: Tokens, first: int, floor: int, dimension: str | None, t: Tables) -> Hedged:
    """All hedges directly before token `first`: a bound outweighs "about", the nearest outweighs farther ones."""
    effect, at = Hedge.EXACT, first
    for _ in range(3):
        found = t.before.before(tokens, at, floor)
        if found is None and at == first:
            found = _across_aside(tokens, at, floor, t)
        if found is None or (dimension and dimension in found.entry.not_with):
            break
        at = found.start
        if effect is Hedge.EXACT or (found.entry.effect in _BOUNDS and effect not in _BOUNDS):
            effect = found.entry.effect
    return Hedged(effect, at)


def _across_aside(tokens: Tokens, first: int, floor: int, t: Tables):  # type: ignore[no-untyped-def]
    words = tokens.words
    if first - 1 <= floor or words[first - 1] != ",":
        return None
    for at in range(first - 2, max(floor, first - 2 - _ASIDE), -1):
        if words[at] == ",":
            found = t.before.before(tokens, at, floor)
            return found if found and found.entry.effect in _BOUNDS else None
    return None


def hedge_after(tokens: Tokens, last: int, t: Tables) -> Hedged | None:
    """A hedge directly behind token `last - 1` ("or more", "-odd", "+")."""
    at = last
    words = tokens.words
    if at < len(words) and words[at] == "-" and tokens.glued(at - 1):
        at += 1
    found = t.after.at(tokens, at)
    return Hedged(found.entry.effect, found.end) if found else None


def direction_before(tokens: Tokens, first: int, floor: int, t: Tables) -> Direction | None:
    """Whether the words just before make the number a change: "rose by", "down"."""
    at, words = first, tokens.words
    if at > floor and words[at - 1] in t.numbers["by"]:
        at -= 1
        for back in range(3):
            if found := t.changes.before(tokens, at - back, floor):
                return found.entry.direction
        return None
    found = t.changes.before(tokens, at, floor)
    return found.entry.direction if found else None


__all__ = ["HedgeEntry", "Hedged", "direction_before", "hedge_after", "hedge_before"]
