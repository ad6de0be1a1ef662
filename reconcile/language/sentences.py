"""Where sentences begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from attrs import frozen

from reconcile.language.lexicon import Entry, Houses, TableSpec, load, phrase_table
from reconcile.language.tokens import Tokens, tokenize

_STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"')]}*")
_OPENING = frozenset("“‘«„‟")
_BULLETS = frozenset("•◦▪●■►‣")
_MARKS = _STOPS | _BULLETS
_DASHES = frozenset("-–—*")
_LONGEST = 400  # tokens; a run without an end is cut there, so that work within a sentence stays bounded
_WIDEST = 120  # a longer line was not wrapped by hand or by a mail program
_NARROWEST = 40  # characters; lines that are all shorter are those of a list, not of a wrapped text


@frozen(kw_only=True)
class Abbreviation(Entry):
    """A word with a stop that need not end a sentence, or (`opener`) a word that shows it did."""

    kind: Literal["title", "number", "plain", "opener"]


ABBREVIATIONS = TableSpec("abbreviations", "abbreviation", Abbreviation)


def sentences(tokens: Tokens, houses: Houses = ()) -> list[tuple[int, int]]:
    """Token ranges `[first, last)` of the sentences, in order; together they cover every token once.

    A blank line always ends a sentence; so does a single line end, unless the text is wrapped at a width and the
    line was full. Semicolons and colons do not.
    """
    words, breaks = tokens.words, set(_line_breaks(tokens))
    marks = list(tokens.where(_MARKS))
    bullets = {i for i in marks if words[i] in _BULLETS}
    stops = {i + 1 for i in marks if words[i] in _STOPS}
    begin, seen = 0, 0
    edges = [0]
    for after in sorted(breaks | bullets | stops):
        if after < seen or not begin < after < len(words):
            continue
        cut: int | None = after
        if after not in breaks and after not in bullets:
            seen = _after_closers(tokens, after, breaks)
            cut = _end_of_stop(tokens, begin, after, seen, houses) if seen not in breaks else None
        if cut is not None and cut < len(words):
            edges.append(cut)
            begin = cut
    edges.append(len(words))
    return [(start, min(start + _LONGEST, b)) for a, b in pairwise(edges) for start in range(a, b, _LONGEST)]


def check_examples(houses: Houses = ()) -> list[str]:
    """What is wrong with the examples of the table, one message each; empty where all hold."""
    faults = []
    for entry in load(ABBREVIATIONS, houses):
        for example in entry.examples:
            if (count := len(sentences(tokenize(example.text), houses))) != int(example.reading):
                faults.append(f"abbreviations.toml:{entry.line}: {example.text!r} is {count} sentences")
        faults += [
            f"abbreviations.toml:{entry.line}: {text!r} is not cut"
            for text in entry.counter
            if len(sentences(tokenize(text), houses)) < 2
        ]
    return faults


def _after_closers(tokens: Tokens, after: int, breaks: set[int]) -> int:
    """First token from `after` on that is no further stop or closing mark of the same sentence."""
    last = after
    while last < len(tokens) and tokens.glued(last - 1) and last not in breaks and _closes(tokens, last):
        last += 1
    return last


def _end_of_stop(tokens: Tokens, begin: int, after: int, last: int, houses: Houses) -> int | None:
    """`last` where a sentence ends with the stop before token `after`; None where it goes on."""
    words = tokens.words
    if last >= len(words):
        return None
    stop, nxt = after - 1, tokens.raw(last)
    if nxt[0].islower() or words[last] in ",;:":
        return None
    if tokens.glued(last - 1) and not _runs_on(tokens, stop, last):
        return None
    if words[stop] == "." and last == after and not _ends_here(tokens, begin, stop, houses):
        return None
    return last


def _closes(tokens: Tokens, i: int) -> bool:
    """True where token `i`, glued to the end of a sentence, still belongs to it."""
    word = tokens.words[i]
    if word in _STOPS:
        return True
    if word not in _CLOSERS or tokens.raw(i) in _OPENING:
        return False
    # A straight mark that touches the next word opens a quotation; one that touches another closing mark does not.
    return not tokens.glued(i) or tokens.words[i + 1] in _CLOSERS | _STOPS or tokens.words[i + 1] in ",;:"


def _runs_on(tokens: Tokens, stop: int, last: int) -> bool:
    """True where a space was forgotten after a full stop ("said.The")."""
    if stop == 0 or last != stop + 1:
        return False
    before, nxt = tokens.raw(stop - 1), tokens.raw(last)
    if not (before.isalpha() and nxt.isalpha()):
        return False
    return len(before) > 2 and before.islower() and len(nxt) > 1 and nxt[0].isupper()


def _ends_here(tokens: Tokens, begin: int, stop: int, houses: Houses) -> bool:
    """True where the full stop at token `stop` ends a sentence and is no part of an abbreviation or number."""
    if stop == begin or not tokens.glued(stop - 1):
        return True
    before, nxt = tokens.raw(stop - 1), tokens.raw(stop + 1)
    if before.isdigit():
        return stop - 1 > begin  # "1. Flood": the number of a list item
    table = phrase_table(ABBREVIATIONS, houses)
    found = table.before(tokens, stop + 1, begin)
    if found is None or found.entry.kind == "opener":
        if not (len(before) == 1 and before.isupper()):
            return True
        return _opens(table.at(tokens, stop + 1)) and before != "I"
    if found.entry.kind == "title":
        return False
    if found.entry.kind == "number":
        return not nxt[0].isdigit()
    return nxt[0] in "\"“‘'•" or _opens(table.at(tokens, stop + 1))


def _opens(found: object) -> bool:
    entry = getattr(found, "entry", None)
    return isinstance(entry, Abbreviation) and entry.kind == "opener"


def _line_breaks(tokens: Tokens) -> Iterator[int]:
    """Indexes of the tokens that begin a line at which a sentence must begin too."""
    text = tokens.text
    widest, block_end, line_start = 0, -1, 0
    at = text.find("\n")
    while at >= 0:
        if at > block_end:
            widest, block_end = _block(text, line_start)
        token = tokens.at(at)
        if token >= len(tokens):
            return
        start = tokens.starts[token]
        if token and (text.count("\n", at, start) > 1 or _hard(tokens, token, at - line_start, widest)):
            yield token
        line_start = text.rfind("\n", at, start) + 1
        at = text.find("\n", start)


def _block(text: str, start: int) -> tuple[int, int]:
    """Length of the longest line, and the end, of the paragraph that begins at `start`."""
    end = text.find("\n\n", start)
    end = len(text) if end < 0 else end
    return max((len(line) for line in text[start:end].split("\n")), default=0), end


def _hard(tokens: Tokens, token: int, length: int, widest: int) -> bool:
    """True where the single line end before `token` was meant: it is not the wrapping of a full line."""
    nxt = tokens.raw(token)
    if nxt in _DASHES or nxt in _BULLETS:
        return True
    if tokens.words[token - 1] in _STOPS or tokens.words[token - 1] == ":":
        return True
    if nxt[0].islower():
        return False
    return widest > _WIDEST or widest < _NARROWEST or length + 1 + len(nxt) <= widest
