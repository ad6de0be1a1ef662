"""A figure that its sentence gives anew: "The number rescued, given in Statement 2 as 71, is 61"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reconcile.claims.notes.note import alike
from reconcile.claims.notes.taken_back import GIVEN_REACH, cues, first_cue
from reconcile.language.analysis import Analysis
from reconcile.language.lexicon import Houses

_COMMA = ","


def given_otherwise(analysis: Analysis, start: int, inside: Sequence[int], houses: Houses) -> tuple[int, ...]:
    """The figures (quantity indices) of an aside that says as what they were given, where what they are follows it.

    The sentence begins at token `start`; `inside` are its figures.
    """
    pairs = ((a, b) for a, b in pairwise(inside) if alike(analysis, a, b, houses))
    return tuple(a for a, b in pairs if _in_aside(analysis, start, a, houses) and _is_told(analysis, a, b, houses))


def _in_aside(analysis: Analysis, start: int, old: int, houses: Houses) -> bool:
    """ ", given in Statement 2 as 71,": between commas, behind a verb that gives a figure."""
    words, first = analysis.tokens.words, analysis.quantities[old].first
    opens = next((i for i in range(first - 1, start, -1) if words[i] == _COMMA), None)
    if opens is None or words[analysis.quantities[old].last] != _COMMA:
        return False
    given = cues(houses, "gives-as").find(analysis.tokens, opens, first)
    led = any(0 <= first - match.end <= GIVEN_REACH for match in given)
    return led and first_cue(analysis, "gives", opens, first, houses) is not None


def _is_told(analysis: Analysis, old: int, new: int, houses: Houses) -> bool:
    """ ", is 61": what the count is, right behind the aside, and not the same once more.

    But "Her boat, listed as 12, is 40 miles away": what the one does not count in is not counted in by the other.
    """
    one, other = analysis.quantities[old], analysis.quantities[new]
    if other.quantity.unit not in (None, one.quantity.unit):
        return False
    verb = cues(houses, "stands-at").at(analysis.tokens, one.last + 1)
    return verb is not None and verb.end == other.first and one.quantity.value != other.quantity.value
