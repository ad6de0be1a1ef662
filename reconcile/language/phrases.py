"""Finding the literal phrases of a table in a token list, longest first."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from reconcile.language.tokens import Tokens, folded_words

T = TypeVar("T")
_new = tuple.__new__  # what a named tuple's own constructor calls, at twice the cost
_Node = dict[str, Any]
_LARGE = 3_000  # phrases of a table of which every text holds some
_END = ""  # key of a node's values; no token is empty


class Match(NamedTuple, Generic[T]):
    """Tokens `[start, end)` spell a phrase of the table; `entry` is what the table says of it."""

    start: int
    end: int
    entry: T


class PhraseTable(Generic[T]):
    """Phrases and their entries. A hyphen in the text matches a space in the phrase and the reverse.

    Case, curly quotes and hyphen variants are folded by the tokenizer. Where two entries share a phrase the
    first one wins.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._entries = list(phrases)
        self._root = _Root(_by_first_word(self._entries))
        # Folded words with which some phrase begins: where most tokens do not, ask these first.
        self.first = self._root.words

    @cached_property
    def _telling(self) -> frozenset[str]:
        """The longest word of each phrase, which few texts hold; of a large table every text holds some first word."""
        if len(self._entries) > _LARGE:
            return self.first
        return frozenset(max(_words(phrase), key=len) for phrase, _ in self._entries)

    @cached_property
    def _back(self) -> _Root:
        """The phrases from their last words on; few tables are ever read backwards."""
        return _Root(_by_last_word(self._entries), backwards=True)

    @property
    def last(self) -> Collection[str]:
        """Folded words with which some phrase ends."""
        return self._back.words

    def narrowed(self, narrow: Callable[[T], T | None]) -> PhraseTable[T]:
        """The phrases with what `narrow` leaves of their entries, without those of which it leaves None."""
        table: PhraseTable[T] = PhraseTable(())
        left = {w: [(p, n) for p, e in begun if (n := narrow(e)) is not None] for w, begun in self._root.begun.items()}
        table._root = _Root({word: begun for word, begun in left.items() if begun})
        table._entries = [phrase for begun in table._root.begun.values() for phrase in begun]
        table.first = table._root.words
        return table

    def __contains__(self, word: object) -> bool:
        """True where some phrase begins with this folded word."""
        return word in self.first

    def at(
        self, tokens: Tokens, start: int, stop: int | None = None, fits: Callable[[T], bool] | None = None
    ) -> Match[T] | None:
        """The longest phrase, of those whose entry fits, that begins at token `start` and ends by `stop`."""
        words = tokens.words
        limit = len(words) if stop is None or stop > len(words) else stop
        if start >= limit or words[start] not in self.first:
            return None
        node: _Node = self._root[words[start]]
        i, end = start + 1, 0
        entry: Any = None
        if _END in node and (fits is None or fits(node[_END])):
            end, entry = i, node[_END]
        while i < limit:
            word = words[i]
            i += 1
            if word in node:
                node = node[word]
                if _END in node and (fits is None or fits(node[_END])):
                    end, entry = i, node[_END]
            elif word != "-":
                break
        return _new(Match, (start, end, entry)) if end else None

    def before(self, tokens: Tokens, end: int, stop: int = 0) -> Match[T] | None:
        """The longest phrase that ends just before token `end` and begins at `stop` or later."""
        words, i = tokens.words, end - 1
        if i < stop or words[i] not in self._back.words:
            return None
        node, best = self._back[words[i]], None
        if _END in node:
            best = Match(i, end, node[_END])
        i -= 1
        while i >= stop:
            following = node.get(words[i])
            if following is None:
                if words[i] != "-":
                    break
                i -= 1
                continue
            node = following
            if _END in node:
                best = Match(i, end, node[_END])
            i -= 1
        return best

    def may_stand(self, tokens: Tokens, start: int = 0, stop: int | None = None) -> bool:
        """False where the longest word of no phrase stands in the range."""
        return tokens.holds(self._telling, start, stop)

    def find(
        self, tokens: Tokens, start: int = 0, stop: int | None = None, fits: Callable[[T], bool] | None = None
    ) -> list[Match[T]]:
        """All phrases whose entries fit, in order, longest first, none overlapping another."""
        telling = tokens.places[self._telling]
        if not telling or (at := bisect_left(telling, start)) == len(telling):
            return []
        if stop is not None and telling[at] >= stop:
            return []
        words = tokens.words
        found, end, size = [], start, len(words) if stop is None or stop > len(words) else stop
        for i in tokens.where(self.first, start, size):
            if i < end:
                continue
            node = self._root[words[i]]
            leads_on = _END in node or (i + 1 < size and (words[i + 1] in node or words[i + 1] == "-"))
            if leads_on and (match := self.at(tokens, i, size, fits)):
                found.append(match)
                end = match.end
        return found


class _Root(dict[str, _Node]):
    """What may follow each first word of the phrases, put together where a text first holds that word.

    Threads that ask at once each put the same together, and none sees it half done.
    """

    def __init__(self, begun: Mapping[str, Sequence[tuple[str, Any]]], backwards: bool = False) -> None:
        super().__init__()
        self.begun = begun
        self.words = frozenset(begun)
        self._step = -1 if backwards else 1

    def __missing__(self, word: str) -> _Node:
        node: _Node = {}
        for phrase, entry in self.begun[word]:
            _insert(node, _words(phrase)[:: self._step][1:], entry)
        self[word] = node
        return node


def _by_first_word(phrases: Iterable[tuple[str, T]]) -> dict[str, list[tuple[str, T]]]:
    begun: dict[str, list[tuple[str, T]]] = defaultdict(list)
    for phrase in phrases:
        begun[_first_word(phrase[0])].append(phrase)
    return dict(begun)


def _by_last_word(phrases: Iterable[tuple[str, T]]) -> dict[str, list[tuple[str, T]]]:
    ended: dict[str, list[tuple[str, T]]] = defaultdict(list)
    for phrase in phrases:
        ended[_words(phrase[0])[-1]].append(phrase)
    return dict(ended)


def _first_word(phrase: str) -> str:
    """The first of the phrase's words; only where it is no plain one is the phrase cut, for start-up's sake."""
    word = phrase.partition(" ")[0]
    return word.lower() if word.isascii() and word.isalpha() else _words(phrase)[0]


def _words(phrase: str) -> list[str]:
    """The phrase as the tokenizer cuts it, hyphens left out; plain words take a short cut, for start-up's sake."""
    if phrase.isascii():
        if phrase.isalpha():
            return [phrase.lower()]
        if phrase.replace(" ", "").isalpha():
            return phrase.lower().split()
    words = folded_words(phrase)
    return [w for w in words if w != "-"] or words


def _insert(node: _Node, words: list[str], entry: object) -> None:
    for word in words:
        node = node.setdefault(word, {})
    node.setdefault(_END, entry)
