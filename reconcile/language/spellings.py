"""Whether two words are one name spelt two ways."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reconcile.language.gazetteer import plain
from reconcile.language.lexicon import Entry, Houses, TableSpec, load

SPELLINGS = TableSpec("name_spellings", "spelling", Entry)


@lru_cache(maxsize=16)
def _rules(houses: Houses) -> dict[str, str]:
    return {phrase: entry.id for entry in load(SPELLINGS, houses) for phrase in entry.phrases}


def skeleton(word: str, houses: Houses = ()) -> str:
    """A folded word with letters of one sound made one; names with equal skeletons differ in spelling only."""
    rules = _rules(houses)
    longest = max(map(len, rules), default=1)
    sounds: list[str] = []
    at = 0
    while at < len(word):
        size = next((n for n in range(longest, 0, -1) if word[at : at + n] in rules), 1)
        sound = rules.get(word[at : at + size], word[at : at + size])
        if not sounds or sounds[-1] != sound:
            sounds.append(sound)
        at += size
    return "".join(sounds)


def one_letter_apart(a: str, b: str) -> bool:
    """True where one letter more, less or other, or two neighbours swapped, is all that parts the words."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[head:], b[head:]
    if len(a) == len(b):
        swapped = rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:]
        return rest_a[1:] == rest_b[1:] or swapped
    longer, shorter = (rest_a, rest_b) if len(a) > len(b) else (rest_b, rest_a)
    return longer[1:] == shorter


def check_examples(houses: Houses = ()) -> list[str]:
    """What is wrong with the examples of the table, one message each; empty where all hold."""
    return [fault for entry in load(SPELLINGS, houses) for fault in _faults(entry, houses)]


def _faults(entry: Entry, houses: Houses) -> Iterator[str]:
    pairs = [(e.text, True) for e in entry.examples] + [(text, False) for text in entry.counter]
    for text, wanted in pairs:
        a, b = (skeleton(plain(word), houses) for word in text.split())
        if (a == b) is not wanted:
            yield f"{entry.begins}: {text!r} is read as {a} and {b}"
