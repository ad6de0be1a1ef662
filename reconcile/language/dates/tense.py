"""Whether the clause around a date speaks of the past or of the future."""

from __future__ import annotations

from typing import Literal

from reconcile.language.calendar import Tense
from reconcile.language.dates.words import Reader
from reconcile.language.dates.years import closes

_REACH = 12  # tokens looked at on either side
_AUXILIARY = 3  # tokens between "were" and its verb
_BESIDE = 2  # a verb of saying dates only what stands right beside it
_BOUNDS = frozenset('.!?;:,—–()"')


def tense_around(r: Reader, start: int, end: int) -> Tense:
    """Tense of the clause that holds tokens `[start, end)`: the nearest mark before it, else the first after it.

    "perhaps past" is told by the perfect tense or a verb's ending alone ("signed"), which may be no past at all.
    """
    if r.forced is not None:
        return r.forced
    outer, follows = 0, False  # where the clause before "when" and its like ends; after "after" another one comes
    for i in range(start - 1, max(start - 1 - _REACH, -1), -1):
        if _bounds(r, i):
            break
        mark = _mark(r, i)
        beside = start - i <= _BESIDE
        if mark == "after" and beside and (r.folded(end) == "'s" or not closes(r, end)):
            return "past"
        if mark == "after" or mark == "bound" or (mark == "report" and not beside):
            outer, follows = (0, False) if mark == "report" else (i, mark == "after")
            break
        if mark == "perhaps past" and any(_mark(r, k) == "past" for k in range(max(i - _AUXILIARY, 0), i)):
            return "past"  # "were shot and killed"
        if mark is not None:
            return "past" if mark == "report" else mark
    opens = follows or any(i < 0 or _bounds(r, i) for i in (start - 1, start - _BESIDE))
    after = r.past(end, ",") if opens else end  # "On June 9, they will meet"
    for i in range(after, min(after + _REACH, len(r.tokens))):
        if _bounds(r, i):
            break
        mark = _mark(r, i)
        if mark is not None and mark != "after" and mark != "bound":
            return "past" if mark == "report" else mark
    return "future" if _is_announced(r, outer) else "open"


def _is_announced(r: Reader, end: int) -> bool:
    """True where the clause that ends at token `end` looks ahead: "will be out of work when the gates close in May"."""
    for i in range(end - 1, max(end - 1 - _REACH, -1), -1):
        if _bounds(r, i):
            return False
        mark = _mark(r, i)
        if mark is not None:
            return mark == "future"
    return False


def _bounds(r: Reader, i: int) -> bool:
    """True for a mark that ends the clause, which the stops of "p.m." and the colon of "10:06" do not."""
    word = r.folded(i)
    if word not in _BOUNDS:
        return False
    if word not in ".:" or not r.glued_before(i):
        return True
    before, after = r.folded(i - 1), r.folded(i + 1)
    inside = r.tokens.glued(i) and after.isdigit() if before.isdigit() else len(before) <= 2
    return not inside


def _mark(r: Reader, i: int) -> Tense | Literal["report", "after", "bound"] | None:
    """What token `i` says of the tense; a past form after a future mark ("will be held") belongs to it."""
    match = r.tenses.at(r.tokens, i)
    role = match.entry.role if match else None
    if role in ("future", "after", "bound"):
        return role
    word = r.folded(i)
    if role is None and not (len(word) > 4 and word.endswith(r.endings)):
        return None
    before = r.tenses.before(r.tokens, i)
    if before and before.entry.role == "future":
        return "future"
    return role if role in ("past", "report") else "perhaps past"
