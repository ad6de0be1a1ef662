"""What a number counts: the noun phrase behind it."""

from __future__ import annotations

from attrs import frozen

from reconcile.language.quantity_tables import Tables
from reconcile.language.tokens import Tokens

_LONGEST = 6  # words of a counted phrase


@frozen
class Counted:
    """The noun phrase in tokens `[first, last)`, with its head; `person` where it counts people.

    For a state ("12 dead") phrase and head are empty: it says what became of people, not what is counted.
    """

    first: int
    last: int
    phrase: str = ""
    head: str = ""
    person: bool = False


def counted_after(tokens: Tokens, at: int, plural: bool, t: Tables) -> Counted | None:
    """The counted phrase that begins at token `at`; `plural` says that the head must be a plural."""
    words, n = tokens.words, t.nouns
    if at >= len(words):
        return None
    if together := t.phrases.at(tokens, at):
        return _phrase(tokens, at, together.end, t)
    stop = _run(tokens, at, t)
    if stop == at:
        return _state(tokens, at, t)
    if words[at] in n["state"] and (stop == at + 1 or not plural):
        return _state(tokens, at, t)
    head = _head(words, at, stop, plural, t)
    if head is None:
        return None
    return _phrase(tokens, at, head + 1, t)


def _state(tokens: Tokens, at: int, t: Tables) -> Counted | None:
    if tokens.words[at] in t.nouns["state"]:
        return Counted(at, at + 1, person=True)
    return None


def _run(tokens: Tokens, at: int, t: Tables) -> int:
    """Where the words that may belong to the phrase end."""
    words, ends, states = tokens.words, t.nouns["end"], t.nouns["state"]
    i = at
    while i < len(words) and i - at < _LONGEST * 2:
        word = words[i]
        if word == "-" and i > at and tokens.glued(i - 1) and tokens.glued(i):
            i += 1
            continue
        if not word[0].isalpha() or (word in ends and not (word in states and i == at)) or word == "'s":
            break
        i += 1
    return i if i == at or words[i - 1] != "-" else i - 1


def _head(words: list[str], at: int, stop: int, plural: bool, t: Tables) -> int | None:
    people, n = t.nouns["person"], t.nouns
    heads = [i for i in range(at, stop) if _is_plural(words[i], n) and (i + 1 >= stop or words[i + 1] != "-")]
    if plural:
        if not heads:
            return None
        best = heads[0]
        for i in heads[1:]:
            if i == best + 1:
                best = i
        return best
    for i in range(at, stop):
        if words[i] in people:
            return i
    if heads:
        return heads[0]
    return stop - 1 if stop - at <= 4 else None


def _is_plural(word: str, n: dict[str, frozenset[str]]) -> bool:
    if word in n["plural"]:
        return True
    if word in n["person"]:
        return word.endswith("s") or not word.endswith(("man", "woman", "child", "person", "er", "or"))
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in n["not_head"]


def _phrase(tokens: Tokens, first: int, last: int, t: Tables) -> Counted:
    text = tokens.text[tokens.starts[first] : tokens.ends[last - 1]].lower()
    head = tokens.words[last - 1]
    return Counted(first, last, " ".join(text.split()), singular(head), head in t.nouns["person"])


_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "mice": "mouse"}


def singular(word: str) -> str:
    """The singular of a regular English plural, and of the few irregular ones news counts."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
