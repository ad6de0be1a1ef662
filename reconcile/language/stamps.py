"""Stamps of a live blog with a dot in them: "15.10 Police say ...", and on a later line "14.45 The road is open"."""

from __future__ import annotations

from functools import lru_cache

from reconcile.language.tokens import Tokens

_HOURS, _MINUTES = 24, 60
_MARKS = frozenset("*_[(•·-–—#>|")
_CLOSING = frozenset("*_])|:")
_MOST_MARKS = 4
_AT_LEAST = 2  # entries; a single line may begin with a price


@lru_cache(maxsize=8)  # dates and figures ask for the same text in turn
def dotted_stamps(tokens: Tokens) -> frozenset[int]:
    """The tokens at which such a stamp begins; none where only one line begins so.

    A stamp opens its line, if need be in bold or behind a bullet, and a capital follows, or a dash.
    """
    starts = (_behind_marks(tokens, i) for i in (0, *tokens.line_starts))
    found = [i for i in starts if _is_stamp(tokens, i)]
    return frozenset(found if len(found) >= _AT_LEAST else ())


def _behind_marks(tokens: Tokens, start: int) -> int:
    """The first token of a line behind the marks of emphasis, bullets and brackets that open it."""
    stop = min(start + _MOST_MARKS, len(tokens))
    return next((i for i in range(start, stop) if tokens.words[i] not in _MARKS), stop)


def _is_stamp(tokens: Tokens, i: int) -> bool:
    if i + 3 >= len(tokens) or tokens.words[i + 1] != ".":
        return False
    if tokens.glued(i + 2) and tokens.words[i + 3] not in _CLOSING:
        return False
    hour, minute = tokens.words[i], tokens.words[i + 2]
    glued = tokens.glued(i) and tokens.glued(i + 1)
    if not (glued and hour.isdecimal() and minute.isdecimal() and len(hour) <= 2 == len(minute)):
        return False
    opens = tokens.raw(i + 3)[0].isupper() or not tokens.words[i + 3][0].isalnum()
    return int(hour) < _HOURS and int(minute) < _MINUTES and opens
