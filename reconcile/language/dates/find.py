"""Finding every expression of time in a text."""

from __future__ import annotations

from datetime import date, time

from attrs import frozen

from reconcile.language.dates.expression import expression
from reconcile.language.dates.single import OPENERS
from reconcile.language.dates.words import CORE, Reader, Reading, core_words
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import Tokens
from reconcile.model.when import When

_LEFT = 7  # tokens before a date word in which its expression may begin
_SEPARATORS = frozenset("/-.:")
_IN_STAMP = 2  # digits behind the dot of "14.45" and "on 17.03"


@frozen
class DateMention:
    """An expression of time: code points `[start, end)`, tokens `[first, last)`, and what it says.

    `certain` is False where more than one reading is fair. `clock` is a time of day stated with it or alone.
    `fault` says why an impossible date stays unresolved. `offset_days` counts from an event ("two days later": 2),
    not from the article; then `when.days` is None for a later stage to fill.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    when: When
    certain: bool = True
    clock: time | None = None
    fault: str | None = None
    offset_days: int | None = None


def find_dates(tokens: Tokens, anchor: date | None, houses: Houses = ()) -> list[DateMention]:
    """Every expression of time in text order, none overlapping another.

    `anchor` is the article's day; without it only what the words alone settle is resolved.
    """
    reader = Reader.over(tokens, anchor, houses)
    mentions: list[DateMention] = []
    done = 0
    for i in tokens.numeric(core_words(houses)):
        match = reader.phrase(i) if i >= done else None
        if match is not None and match.entry.role == "none":
            done = match.end
        if i < done or not ((match is not None and match.entry.role in CORE) or _may_begin(reader, i)):
            continue
        for start in range(_leftmost(reader, i, done), i + 1):
            found = expression(reader, start) if _may_open(reader, start) else None
            if found is not None and found[1].end > i:
                mentions.append(_mention(tokens, *found))
                done = found[1].end
                break
    return mentions


def _may_begin(reader: Reader, i: int) -> bool:
    """True for digits that may be a year, a dated number, an ordinal day or a clock time."""
    word, after = reader.folded(i), reader.folded(i + 1)
    if len(word) == 4 and word[0].isdigit():
        return True
    if len(word) > 2 or not word[0].isdigit() or not after:
        return False
    if after in _SEPARATORS:
        last = reader.folded(i + 2)
        dotted = after != "." or len(last) == _IN_STAMP or reader.folded(i + 3) == "."  # "1.5" is neither
        return dotted and last.isdigit() and reader.tokens.glued(i)
    return after in reader.words and reader.word(i + 1, "meridiem", "ending", "plural") is not None


def _may_open(reader: Reader, i: int) -> bool:
    """True for a token with which an expression may begin: digits, an apostrophe, a phrase of a role that opens one."""
    role = reader.role(i)
    if role is None:
        return reader.folded(i)[0].isdigit() or reader.folded(i) == "'"
    return role in OPENERS and (role != "unit" or reader.folded(i - 1) == "the")


def _leftmost(reader: Reader, i: int, done: int) -> int:
    """The first token from which an expression may reach token `i`: only words of the tables and marks between."""
    start = i
    while start > max(done, i - _LEFT):
        before = start - 1
        word = reader.folded(before)
        if not (word in reader.words or word.isdigit() or word in (",", "-", "–", "'")):
            break
        start = before
    return start


def _mention(tokens: Tokens, first: int, reading: Reading) -> DateMention:
    start, end = tokens.starts[first], tokens.ends[reading.end - 1]
    return DateMention(
        start, end, first, reading.end, tokens.text[start:end],
        reading.when, reading.certain, reading.clock, reading.fault, reading.offset_days,
    )  # fmt: skip
