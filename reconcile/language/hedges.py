"""Hedges and words of change beside a number."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from reconcile.language.phrases import Match
from reconcile.language.quantity_tables import HedgeEntry
from reconcile.language.view import View
from reconcile.model.quantity import Direction, Hedge

BOUNDS = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.LESS_THAN})
_FLOORS = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_NEGATED = {Hedge.MORE_THAN: Hedge.AT_MOST, Hedge.LESS_THAN: Hedge.AT_LEAST}
_ASIDE = 6  # tokens an aside may have: "at least, officials say, 40"
_NEAR, _FAR = 6, 6  # words that may stand between a verb of change and "by"
_STOPS = frozenset({",", ".", ";", ":", "(", ")"})
_QUOTES = frozenset({'"', "'"})
_MARKS = _STOPS | {""}
_PARTING = _QUOTES | {","}  # what may part a bound from its number
_STACKED = 3  # hedges that may stand before one number
_BARE = "bare"  # what a figure is called that has no unit and counts nothing


@frozen(eq=False)
class Hedged:
    """A hedge and the token up to which it reaches on its side of the number."""

    effect: Hedge
    reach: int


def hedge_before(view: View, first: int, kinds: Sequence[str]) -> Hedged:
    """All hedges directly before token `first`: the nearest counts, but a lower bound outweighs "about" between.

    `kinds` are the dimension of the figure's unit and the noun it counts.
    """
    effect, at = Hedge.EXACT, first
    for _ in range(_STACKED):
        end = at - 1 if view.word(at - 1) == "-" and view.tokens.glued(at - 1) else at
        found = view.t.before.before(view.tokens, end, view.floor)
        if found is None and at == first and view.word(at - 1) in _PARTING:
            found = _across_quote(view, at) or _across_aside(view, at)
        if found and found.entry.blocks and _is_any(found.entry, kinds):  # "arrested over 100 miles away"
            found = view.t.before.before(view.tokens, end, found.start + 1)
        if found is None or found.entry.blocks or _is_any(found.entry, kinds) or not _is_its_place(view, found, kinds):
            break
        said, at = _negated(view, found)
        if effect is Hedge.EXACT or (said in _FLOORS and effect not in BOUNDS):
            effect = said
    return Hedged(effect, at)


def _is_any(entry: HedgeEntry, kinds: Sequence[str]) -> bool:
    return any(kind in kinds for kind in entry.not_with)


def _is_its_place(view: View, found: Match[HedgeEntry], kinds: Sequence[str]) -> bool:
    """False for "passes 12 stations", as the table has it, and for "the top 10"."""
    entry = found.entry
    if entry.not_behind and view.word(found.start - 1) in entry.not_behind:
        return False
    if not entry.only_with:
        return True
    own = {kind.split()[0] for kind in kinds if kind} or {_BARE}
    return not own.isdisjoint(entry.only_with)


def _negated(view: View, found: Match[HedgeEntry]) -> tuple[Hedge, int]:
    """What the hedge says with the negation before it, if any, and where they begin ("unlikely to exceed").

    One verb may stand between: "will never repay more than".
    """
    turned, start = _NEGATED.get(found.entry.effect), found.start
    if turned is None:
        return found.entry.effect, start
    if denial := view.t.negations.before(view.tokens, start, view.floor):
        return turned, denial.start
    verb = view.word(start - 1)
    across = start - 2 >= view.floor and view.says(start - 2, "denial") and verb.isalpha()
    return (turned, start) if across and verb not in view.t.nouns["end"] else (found.entry.effect, start)


def _across_quote(view: View, first: int) -> Match[HedgeEntry] | None:
    """A bound that a quotation mark parts from its number: 'at least "40 billion"', '"at least" 40'."""
    at = first - 1
    while at > view.floor and view.word(at) in _QUOTES:
        at -= 1
    if at == first - 1:
        return None
    found = view.t.before.before(view.tokens, at + 1, view.floor)
    return found if found and found.entry.effect in BOUNDS else None


def _across_aside(view: View, first: int) -> Match[HedgeEntry] | None:
    """A bound that an aside parts from its number, or a hedge that is one: "spend, very roughly, $85"."""
    words = view.words
    if first - 1 <= view.floor or words[first - 1] != ",":
        return None
    aside = view.t.before.before(view.tokens, first - 1, view.floor)
    if aside and aside.entry.effect is Hedge.ABOUT and view.word(aside.start - 1) == ",":
        return aside
    for at in range(first - 2, max(view.floor, first - 2 - _ASIDE), -1):
        if words[at] == ",":
            found = view.t.before.before(view.tokens, at, view.floor)
            return found if found and found.entry.effect in BOUNDS else None
    return None


def hedge_after(view: View, last: int) -> Hedged | None:
    """A hedge directly behind token `last - 1` ("or more", "-odd", "+"), unless it belongs to a number that follows.

    Behind a comma it is an aside, with a mark behind it too: "90 tractors, roughly, and two ploughs".
    """
    hyphen = view.word(last) == "-" and view.tokens.glued(last - 1)
    comma = view.word(last) == ","
    found = view.t.after.at(view.tokens, last + 1 if hyphen or comma else last)
    if found is None or (found.entry.hyphen and not hyphen) or _figure_follows(view, found.end):
        return None
    if comma:
        aside = found.entry.effect is Hedge.ABOUT and view.word(found.end) in _MARKS
        return Hedged(found.entry.effect, found.end) if aside else None
    if found.entry.aside:
        return None
    following = view.t.before.at(view.tokens, found.start + 1) if found.end > found.start + 1 else None
    if following and following.end > found.end:  # "seven dead and more than 150 hurt"
        return None
    return Hedged(found.entry.effect, found.end)


def _figure_follows(view: View, at: int) -> bool:
    """True where the next figure begins: "30 plus 5", "€30m plus €5m"."""
    return view.starts_number(at) or view.t.signs.at(view.tokens, at) is not None


def direction_before(view: View, first: int, measured: bool) -> Direction | None:
    """Whether the words just before make the number a change: "rose by", "down", "raised its key rate by".

    What is `measured`, rather than counted, may have its verb of change farther away.
    """
    if first <= view.floor or not view.says(first - 1, "by"):
        found = view.t.changes.before(view.tokens, first, view.floor)
        return found.entry.direction if found else None
    for at in range(first - 1, max(view.floor, first - 1 - (_FAR if measured else _NEAR)), -1):
        if found := view.t.changes_by.before(view.tokens, at, view.floor):
            return found.entry.direction
        if view.word(at - 1) in _STOPS:
            return None
    return None


def changes_before(view: View, first: int) -> Direction | None:
    """The direction of a verb of change in the clause before token `first` ("was cut in 2022 from 700 to 24")."""
    for i in range(first, max(view.floor, first - 9), -1):
        if found := view.t.changes_by.before(view.tokens, i, view.floor):
            return found.entry.direction
        if view.word(i - 1) in {".", ";", ":"}:
            return None
    return None
