"""The dateline before the first sentence: place, day and agency."""

from __future__ import annotations

from itertools import pairwise

from attrs import frozen

from reconcile.language.gazetteer import gazetteer, known_at
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import Tokens

_DASHES = frozenset("-–—")
_LINES = 6  # how far down the text a dateline may stand, after bylines and labels
_LENGTH = 26  # tokens


@frozen
class Dateline:
    """`[first, last)` are the tokens of the whole dateline with its dash, `[place_first, place_last)` of the place.

    `dated` is the token range between place and agency that may hold a date, None where there is none.
    """

    place: str
    canonical: str
    first: int
    last: int
    place_first: int
    place_last: int
    dated: tuple[int, int] | None = None


def find_dateline(tokens: Tokens, houses: Houses = ()) -> Dateline | None:
    """The dateline of a body ("RIGA, March 4 (Wire) —", "Tallinn, 13 May 2025 –", "MANILA – ") or None."""
    edges = [0, *tokens.line_starts[: _LINES + 1], len(tokens)]
    for start, stop in pairwise(edges[: _LINES + 1]):
        if found := _at(tokens, start, min(stop, start + _LENGTH), houses):
            return found
    return None


def _at(tokens: Tokens, start: int, stop: int, houses: Houses) -> Dateline | None:
    place = _place(tokens, start, stop, houses)
    if place is None:
        return None
    place_last, sure = place
    end = _close(tokens, place_last, stop, sure)
    if end is None:
        return None
    text = tokens.text[tokens.starts[start] : tokens.ends[place_last - 1]]
    listed = known_at(gazetteer(houses), tokens, start)
    canonical = listed[1].canonical if listed and listed[0] == place_last else gazetteer(houses).canonical(text)
    return Dateline(text, canonical, start, end, start, place_last, _dated(tokens, place_last, end))


def _place(tokens: Tokens, start: int, stop: int, houses: Houses) -> tuple[int, bool] | None:
    """End of the place's name at `start`, and whether it is surely one: a known place, or all in capitals."""
    listed = known_at(gazetteer(houses), tokens, start)
    end = start
    while end < min(stop, start + 6) and _in_capitals(tokens, end, start):
        end += 1
    if end > start:
        return (end, True) if tokens.ends[end - 1] - tokens.starts[start] >= 3 else None
    if listed and listed[1].category == "place":
        return listed[0], False
    return None


def _in_capitals(tokens: Tokens, at: int, start: int) -> bool:
    raw = tokens.raw(at)
    if raw.isupper():
        return True
    return raw == "-" and at > start and tokens.glued(at - 1) and tokens.glued(at)


def _close(tokens: Tokens, place_last: int, stop: int, sure: bool) -> int | None:
    """Token after the dash that ends the dateline; None where there is none or a sentence began before it."""
    words, depth = tokens.words, 0
    for i in range(place_last, stop):
        word = words[i]
        depth += (word == "(") - (word == ")")
        if depth:
            continue
        if word in _DASHES and (word != "-" or not tokens.glued(i - 1)):
            return i + 2 if i + 1 < len(words) and words[i + 1] == word == "-" else i + 1
        if i == place_last and sure and word == "." and not tokens.glued(i):
            return i + 1
        raw = tokens.raw(i)
        if raw[0].isalpha() and not raw[0].isupper():
            return None
        if not raw[0].isalnum() and word not in ",.()/":
            return None
    return None


def _dated(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """Tokens between the place and the agency or dash, where a digit stands among them."""
    end = next((i for i in range(first, last) if tokens.words[i] in "(-–—"), last)
    digits = [i for i in range(first, end) if tokens.words[i].isdigit()]
    if not digits:
        return None
    begin = max((i + 1 for i in range(first, digits[0]) if tokens.words[i] == ","), default=first)
    return begin, end
