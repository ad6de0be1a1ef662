"""Lines of a plain text that are not its running text: captions, related links, promotion, bylines, contacts.

Web pages copied into a text file bring their furniture along. A line is set aside only where a phrase of the
table stands in the place the table names; a doubtful line stays in, because a lost figure is worse than a spare one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from attrs import field, frozen, validators

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import PhraseTable
from reconcile.language.tokens import Tokens, tokenize
from reconcile.model.text import Part, Region, RegionKind

_KINDS = ("caption", "related", "promotion", "byline", "furniture")
_WHERE = ("line-start", "whole-line", "short-line", "stamp", "names", "closing-bracket", "credit", "foot", "heading")

_MOST_NAMES = 10  # words of a byline
_CREDIT_WORDS = 10  # words that follow "Photograph:" at the end of a caption
_FOOT_LINES = 8  # lines from the end where an author's biography may stand
LONG_LINE = 120  # spaces in a line that is running text for certain: no entry of the table allows as many words
_LINK_WORDS = 16  # words of a line in a list of links
_COLON_WITHIN = 6  # words between "More from" and its colon
_SENTENCE_ENDS = (".", ")", "!", "?", '"', "|")
_STAMP = 12  # tokens of a line that is no more than a clock time or a date
_NAME_MARKS = (".", ",", "-", "&", "/")


@frozen(kw_only=True)
class Furniture(Entry):
    """One way such a line begins, ends or reads; see the table for what each `where` means.

    `words` caps the line's length in words. `rest` lists the words that may follow in a stamp or byline. `colon`
    asks for a colon soon after the phrase, `number` for a number right after it, `after` for one of these
    phrases somewhere before it.
    """

    kind: RegionKind = field(validator=validators.in_(_KINDS))
    where: str = field(validator=validators.in_(_WHERE))
    words: int = 30
    rest: tuple[str, ...] = ()
    colon: bool = False
    number: bool = False
    after: tuple[str, ...] = ()


SPEC = TableSpec("furniture", "furniture", Furniture, shared_phrases=True)
_Table = PhraseTable[tuple[Furniture, ...]]


@frozen
class _Line:
    """A line of a text: its tokens `[first, last)`, none where it is running text for certain, and the lines after."""

    text: Tokens
    start: int
    end: int
    first: int
    last: int
    following: int

    @property
    def words(self) -> list[str]:
        return self.text.words[self.first : self.last]


@lru_cache(maxsize=8)  # every kind of claim asks for the same article in turn
def furniture(part_name: Part, tokens: Tokens, houses: Houses = ()) -> tuple[Region, ...]:
    """The regions of a text that are not running text, whole lines each, in order; none in a headline."""
    if part_name == "headline":
        return ()
    table = _table(houses)
    regions: list[Region] = []
    kind: RegionKind | None = None  # of the list of links that a heading began
    for line in _lines(tokens):
        entry = _entry_of(table, line)
        if entry is not None and entry.where == "heading":
            kind = entry.kind
        elif kind is not None and not _like_a_link(line):
            kind = None
        found = entry.kind if entry is not None else kind
        if found is not None or _is_blank_stamp(line):
            regions.append(Region(part_name, line.start, line.end, found or "furniture"))
    return tuple(regions)


def check_examples(houses: Houses = ()) -> list[str]:
    """What is wrong with the table's own examples, one message each; empty where all hold."""
    faults = []
    for entry in load(SPEC, houses):
        for example in entry.examples:
            found = sorted({r.kind for r in furniture("body", tokenize(example.text), houses)})
            if found != [example.reading]:
                faults.append(f"furniture.toml:{entry.line}: {example.text!r} gives {found}, not {example.reading!r}")
        for text in entry.counter:
            if found := [r.kind for r in furniture("body", tokenize(text), houses)]:
                faults.append(f"furniture.toml:{entry.line}: {text!r} must stay in, but gives {found}")
    return faults


@lru_cache(maxsize=16)
def _table(houses: Houses) -> _Table:
    """Each phrase with all its entries: "photo by" may begin a line or stand in a closing bracket."""
    entries: dict[str, list[Furniture]] = {}
    for entry in load(SPEC, houses):
        for phrase in entry.phrases:
            entries.setdefault(phrase.lower(), []).append(entry)
    return PhraseTable((phrase, tuple(found)) for phrase, found in entries.items())


def _lines(tokens: Tokens) -> Iterator[_Line]:
    """Every line with something on it, without its white space."""
    filled = [(at, raw) for at, raw in _offsets(tokens.text) if raw.strip()]
    for number, (at, raw) in enumerate(filled):
        start = at + len(raw) - len(raw.lstrip())
        end = start + len(raw.strip())
        first = tokens.at(start)
        last = first if raw.count(" ") > LONG_LINE else tokens.at(end)
        yield _Line(tokens, start, end, first, last, len(filled) - number - 1)


def _count(words: list[str]) -> int:
    """How many of the tokens are words or numbers."""
    return sum(1 for w in words if w[0].isalnum())


def _offsets(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for raw in text.splitlines(keepends=True):
        yield at, raw
        at += len(raw)


def _like_a_link(line: _Line) -> bool:
    """Short and without a full stop: running text that follows such a list ends it."""
    words = line.words
    return bool(words) and words[-1] != "." and _count(words) <= _LINK_WORDS


def _is_blank_stamp(line: _Line) -> bool:
    """A line without a letter that is a clock time, a date or a rule ("0:00", "12/02/2014", "___")."""
    if not 0 < line.last - line.first <= _STAMP or any(w[0].isalpha() for w in line.words):
        return False
    words = line.words
    return _count(words) == 0 or any(w in (":", "/") for w in words)


def _entry_of(table: _Table, line: _Line) -> Furniture | None:
    matches = table.find(line.text, line.first, line.last)
    if not matches:
        return None
    own, begin = line.words, _first_word(line.words)
    words = _count(own)
    for match in matches:
        for entry in match.entry:
            place = _Place(line, own, match.start - line.first, match.end - line.first, begin, entry)
            if words <= entry.words and _PLACES[entry.where](place) and _conditions(place):
                return entry
    return None


def _first_word(words: list[str]) -> int:
    """Index of the first word, after bullets, arrows and brackets."""
    at = 0
    while at < len(words) and not words[at][0].isalnum():
        at += 1
    return at


@frozen
class _Place:
    """A phrase found in a line: its `words` `[start, end)`, the line's first word, and the entry to try."""

    line: _Line
    words: list[str]
    start: int
    end: int
    begin: int
    entry: Furniture

    @property
    def at_start(self) -> bool:
        return self.start <= self.begin


def _conditions(place: _Place) -> bool:
    words, entry = place.words, place.entry
    if entry.colon and ":" not in words[place.end : place.end + _COLON_WITHIN]:
        return False
    if entry.number and not (place.end < len(words) and words[place.end].isdigit()):
        return False
    if not entry.after:
        return True
    before = " ".join(words[: place.start])
    return any(f" {phrase} " in f" {before} " for phrase in entry.after)


def _whole(place: _Place) -> bool:
    return place.at_start and not any(w[0].isalnum() for w in place.words[place.end :])


def _stamp(place: _Place) -> bool:
    """Nothing but numbers, marks and the allowed words follows."""
    rest = place.words[place.end :]
    return place.at_start and all(not w[0].isalpha() or w in place.entry.rest for w in rest)


def _names(place: _Place) -> bool:
    """Only capitalised words, initials and the allowed joining words follow."""
    line = place.line
    raw = [line.text.raw(i) for i in range(line.first + place.end, line.last)]
    if not place.at_start or not 0 < len(raw) <= _MOST_NAMES or not raw[0][0].isupper():
        return False
    return all(w[0].isupper() or w.lower() in place.entry.rest or w in _NAME_MARKS for w in raw)


def _closing_bracket(place: _Place) -> bool:
    """The line ends with a bracket, and the phrase stands in it."""
    words = place.words
    if words[-1] != ")" and words[-2:] != [")", "."]:
        return False
    opened = max((i for i, w in enumerate(words) if w == "("), default=len(words))
    return opened < place.start


def _credit(place: _Place) -> bool:
    """The phrase begins the line's last few words, after the end of a sentence."""
    follows = len(place.words) - place.end
    return place.start > 0 and place.words[place.start - 1] in _SENTENCE_ENDS and 0 < follows <= _CREDIT_WORDS


_PLACES: dict[str, Callable[[_Place], bool]] = {
    "line-start": lambda place: place.at_start,
    "whole-line": _whole,
    "short-line": lambda place: True,
    "stamp": _stamp,
    "names": _names,
    "closing-bracket": _closing_bracket,
    "credit": _credit,
    "foot": lambda place: place.line.following < _FOOT_LINES,
    "heading": _whole,
}
