"""Whether the clause around a date speaks of the past or of the future."""

from __future__ import annotations

from reconcile.language.calendar import Tense
from reconcile.language.dates.words import Reader

_REACH = 12  # tokens looked at on either side
_BOUNDS = frozenset('.!?;:,—–()"')


def tense_around(r: Reader, start: int, end: int) -> Tense:
    """Tense of the clause that holds tokens `[start, end)`: the nearest mark before it, else the first after it."""
    if r.forced is not None:
        return r.forced
    for i in range(start - 1, max(start - 1 - _REACH, -1), -1):
        if r.folded(i) in _BOUNDS:
            break
        if tense := _mark(r, i):
            if tense == "bound":
                break
            return "future" if tense == "future" else "past"
    after = r.past(end, ",")
    for i in range(after, min(after + _REACH, len(r.tokens))):
        if r.folded(i) in _BOUNDS:
            break
        if (tense := _mark(r, i)) and tense != "bound":
            return "future" if tense == "future" else "past"
    return "open"


def _mark(r: Reader, i: int) -> str | None:
    if match := r.tenses.at(r.tokens, i):
        return match.entry.role
    word = r.folded(i)
    return "past" if len(word) > 4 and word.endswith(r.endings) else None
