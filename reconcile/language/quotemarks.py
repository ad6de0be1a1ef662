"""Pairing quote marks of every style, so that one odd mark cannot swallow what follows it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from attrs import define, frozen

Role = Literal["open", "close", "none"]

_FAMILIES = {
    "double": '"“”„‟″',
    "guillemet": "«»",
    "single": "'‘’‚‛",
    "angle": "‹›",
    "corner": "「」",
    "white corner": "『』",
}
_FAMILY = {mark: family for family, marks in _FAMILIES.items() for mark in marks}
_FAMILY |= dict.fromkeys(("``", "''", "‘‘", "’’"), "double")  # two single marks are often set for a double one
_MARKS = frozenset("".join(_FAMILIES.values()) + "`")
_MARK = re.compile("``|''|‘‘|’’|[" + "".join(_FAMILIES.values()) + "]")
_LINE_END = re.compile(r"\n\s*")
_WORD = re.compile(r"\w{1,6}")

_OPENS = frozenset("“‟„«‘‚‛‹「『") | {"``", "‘‘"}
_CLOSES = frozenset("”»’›」』") | {"''", "’’"}
_ALWAYS = frozenset({"„", "‚", "「", "」", "『", "』", "``"})
_TERMINAL = frozenset(".!?…:")
_BEFORE_OPENING = frozenset("([{<—–-―/…")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-―/…*")
_LEAD_IN = frozenset(".!?…:,;—–)]*")
_DEEPEST = 12  # marks open at once; more are noise, and dropping the oldest keeps the time linear


@frozen
class Quoted:
    """The stretch `[start, end)` of a text between two marks, the marks and spaces beside them left out.

    `opener` and `after` are the offsets of the opening mark and of the text that follows the closing mark; where the
    closing mark is missing (`closed` is false) the stretch ends with its paragraph. `first`/`last` bound the
    paragraph. `runs_on` says that the next paragraph repeats the opening mark.
    """

    start: int
    end: int
    opener: int
    after: int
    family: str
    first: int
    last: int
    closed: bool = True
    runs_on: bool = False


@define(slots=True)
class _Mark:
    start: int
    end: int
    char: str
    family: str
    role: Role
    weak: bool = False  # a single mark that may be an apostrophe ("the workers' rights")


def quoted_stretches(text: str, elisions: frozenset[str] = frozenset()) -> list[Quoted]:
    """The outermost quoted stretches of `text`, in order; those inside another are part of it.

    `elisions` are words that begin with an apostrophe ("em", "tis"), which is then no mark. Linear in the text.
    """
    marks = [_Mark(m.start(), m.end(), m.group(), _FAMILY[m.group()], "none") for m in _MARK.finditer(text)]
    if not marks:
        return []
    starts = [m.start for m in marks]
    out: list[Quoted] = []
    bounds = list(_paragraphs(text))
    for number, (first, last) in enumerate(bounds):
        inside = marks[bisect_left(starts, first) : bisect_left(starts, last)]
        if not inside:
            continue
        _set_roles(text, inside, first, last, elisions)
        _settle_doubtful(text, inside)
        following = bounds[number + 1][0] if number + 1 < len(bounds) else len(text)
        out += _pair(text, inside, first, last, text[following : following + 1])
    return out


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Ranges of the paragraphs: cut at blank lines, and at line ends that end a sentence."""
    first = 0
    for gap in _LINE_END.finditer(text):
        before = text[max(first, gap.start() - 4) : gap.start()].rstrip()
        bare = before.rstrip("\"“”'’‘»«)]*")
        if gap.group().count("\n") > 1 or (bare or before)[-1:] in _TERMINAL:
            if gap.start() > first:
                yield first, gap.start()
            first = gap.end()
    if first < len(text):
        yield first, len(text)


def _set_roles(text: str, marks: list[_Mark], first: int, last: int, elisions: frozenset[str]) -> None:
    """Decide for each mark of a paragraph whether it opens or closes."""
    run = 0
    while run < len(marks):
        stop = run + 1
        while stop < len(marks) and marks[stop].start == marks[stop - 1].end:
            stop += 1
        left = text[marks[run].start - 1] if marks[run].start > first else ""
        right = text[marks[stop - 1].end] if marks[stop - 1].end < last else ""
        for mark in marks[run:stop]:
            mark.role = _role(mark, left, right, text)
            if mark.family == "single" and mark.role == "open" and _elided(text, mark.end, elisions):
                mark.role = "none"
            mark.weak = mark.family == "single" and left.isalpha() and right.isspace() and _lower_follows(text, mark)
        run = stop


def _role(mark: _Mark, left: str, right: str, text: str) -> Role:
    """What a mark does between the characters `left` and `right` ("" at the paragraph's edges)."""
    char = mark.char
    natural: Role = "open" if char in _OPENS else "close" if char in _CLOSES else "none"
    if char in _ALWAYS:
        return natural
    solid_right = bool(right) and not right.isspace()
    opening = (not left or left.isspace() or left in _BEFORE_OPENING) and solid_right
    if opening and right in ".,;:!?)]}":
        opening = text.startswith("...", mark.end)
    closing = bool(left) and not left.isspace() and (not solid_right or right in _AFTER_CLOSING)
    if mark.family == "single" and left.isalnum() and right.isalnum():
        return "none"
    if opening and closing:
        return natural if natural != "none" else ("open" if right.isalnum() else "close")
    if opening:
        return "open" if char != "’" else "none"
    if closing:
        return "close"
    if natural == "none" and left and left in _TERMINAL | {","}:
        return "close"
    return natural


def _elided(text: str, start: int, elisions: frozenset[str]) -> bool:
    """True where the word from `start` is one that an apostrophe begins, or a decade ("'90s")."""
    word = _WORD.match(text, start)
    if word is None:
        return False
    found = word.group().lower()
    return found in elisions or (found[:2].isdigit() and found[2:] in ("", "s") and len(found) > 1)


def _lower_follows(text: str, mark: _Mark) -> bool:
    following = text[mark.end : mark.end + 3].lstrip()[:1]
    return following.islower()


def _pair(text: str, marks: list[_Mark], first: int, last: int, opens_next: str) -> list[Quoted]:
    """The outermost stretches of one paragraph; `opens_next` is the first character of the next one."""
    stack: list[_Mark] = []
    found: list[tuple[_Mark, _Mark]] = []
    for mark in marks:
        if mark.role == "open":
            if mark.char == '"':
                _drop_straight(stack)
            stack.append(mark)
            del stack[:-_DEEPEST]
        elif mark.role == "close" and (at := _opener_of(stack, mark)) is not None:
            found.append((stack[at], mark))
            del stack[at:]
    out = [
        Quoted(*_bare(text, a.end, b.start), a.start, b.end, a.family, first, last)
        for a, b in _outermost(found)
        if text[a.end : b.start].strip()
    ]
    left = _left_open(text, stack, found, first, _FAMILY.get(opens_next))
    if left is None or not text[left.end : last].strip():
        return out
    out = [q for q in out if q.end <= left.start]
    runs_on = _FAMILY.get(opens_next) == left.family
    start, end = _bare(text, left.end, last)
    return [*out, Quoted(start, end, left.start, last, left.family, first, last, False, runs_on)]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _settle_doubtful(text: str, marks: list[_Mark]) -> None:
    """Clear the role of apostrophes and inch marks, told by the next mark of the same family."""
    single_closes = double_closes = False  # does a mark that surely closes come before the next one that opens?
    for mark in reversed(marks):
        if mark.role == "none":
            continue
        if mark.family == "single":
            if mark.weak and mark.role == "close":
                mark.role = "none" if single_closes else "close"
            else:
                single_closes = mark.role == "close"
        elif mark.family == "double":
            inches = mark.char in '"″”' and mark.role == "close" and text[mark.start - 1 : mark.start].isdigit()
            if inches and double_closes:
                mark.role = "none"
            elif not inches:
                double_closes = mark.role == "close"


def _drop_straight(stack: list[_Mark]) -> None:
    """A straight mark that opens while another is open shows that the earlier one was odd."""
    for at in range(len(stack) - 1, -1, -1):
        if stack[at].char == '"':
            del stack[at:]
            return


def _opener_of(stack: list[_Mark], mark: _Mark) -> int | None:
    """Where the mark that `mark` closes stands; two single marks close two quotations where no double one is open."""
    at = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == mark.family), None)
    if at is None and len(mark.char) > 1:
        singles = [i for i, other in enumerate(stack) if other.family == "single"]
        return singles[-2:][0] if singles else None
    return at


def _outermost(found: list[tuple[_Mark, _Mark]]) -> list[tuple[_Mark, _Mark]]:
    out: list[tuple[_Mark, _Mark]] = []
    for pair in sorted(found, key=lambda p: (p[0].start, -p[1].end)):
        if not out or pair[0].start >= out[-1][1].end:
            out.append(pair)
    return out


def _left_open(
    text: str, stack: list[_Mark], found: list[tuple[_Mark, _Mark]], first: int, next_family: str | None
) -> _Mark | None:
    """The mark whose quotation runs to the end of the paragraph, if one was meant to."""
    for mark in stack:
        if any(a.start > mark.start and a.family == mark.family for a, _ in found):
            continue  # a quotation of the same style follows: this mark was odd
        before = text[max(first, mark.start - 8) : mark.start].rstrip()[-1:]
        led_in = not before or before in _LEAD_IN
        if next_family == mark.family and (led_in or text[mark.end : mark.end + 1].isupper()):
            return mark
        if mark.family != "single" and (not before or before in ":,"):
            return mark
    return None
