"""Laying the words of two quotations side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from attrs import define, frozen

from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.tokens import tokenize
from reconcile.language.word_senses import STOCK_PHRASES, effects
from reconcile.language.wordforms import WordList, read_words

LONGEST = 120  # words of a quotation that are compared; longer ones are compared by their beginnings
_CONTENT, _SMALL, _RUN = 4, 2, 3  # what an equal content word, small word and an unbroken sequence are worth
_GAP_COST = 0.75  # of one word between two equal stretches, where an equal content word is worth two
_GAP_LIMIT = 3.5  # what a long gap costs at most: the middle of a quotation may be left out


@define(frozen=True, slots=False, eq=False)
class Words:
    """A quotation ready for comparison: its words, which of them carry meaning, and which belong to stock phrases."""

    text: str
    listed: WordList
    content: tuple[bool, ...]
    stock: tuple[bool, ...]

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """The words as written, folded."""
        return tuple(w.plain for w in self.listed.words)

    @cached_property
    def folded(self) -> str:
        """The stems in one string, for rapidfuzz."""
        return " ".join(self.stems)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(w.stem for w in self.listed.words[:LONGEST])

    def weight(self, first: int, last: int) -> int:
        """How many content words stand in the range."""
        return sum(self.content[first:last])

    def __len__(self) -> int:
        return len(self.stems)


@lru_cache(maxsize=8192)
def prepare(text: str, houses: Houses = ()) -> Words:
    """The words of `text`, ready for comparison."""
    listed = read_words(text, houses)
    content = tuple(not effects(w.key, houses) for w in listed.words)
    tokens = tokenize(text)
    spans = [(tokens.starts[m.start], tokens.ends[m.end - 1]) for m in phrase_table(STOCK_PHRASES, houses).find(tokens)]
    stock = tuple(any(a <= w.start < b for a, b in spans) for w in listed.words)
    return Words(text, listed, content, stock)


@frozen
class Block:
    """Words `[a, a + size)` of one quotation equal `[b, b + size)` of the other, up to their endings."""

    a: int
    b: int
    size: int


@frozen
class Alignment:
    """The equal stretches of the part that two quotations share, in order; empty where they share nothing."""

    blocks: tuple[Block, ...]

    @property
    def a(self) -> tuple[int, int]:
        """The shared part of the first, from its first to its last equal word."""
        return (self.blocks[0].a, self.blocks[-1].a + self.blocks[-1].size) if self.blocks else (0, 0)

    @property
    def b(self) -> tuple[int, int]:
        return (self.blocks[0].b, self.blocks[-1].b + self.blocks[-1].size) if self.blocks else (0, 0)

    @property
    def equal(self) -> int:
        """Number of equal words."""
        return sum(block.size for block in self.blocks)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Indexes of the equal words."""
        for block in self.blocks:
            for i in range(block.size):
                yield block.a + i, block.b + i


def align(a: Words, b: Words) -> Alignment:
    """The best shared part of two quotations: their heaviest common words in order, as far as they hold together.

    The same from both sides. Time grows with the product of their lengths, which are bounded.
    """
    if a.stems > b.stems:
        return Alignment(tuple(Block(block.b, block.a, block.size) for block in align(b, a).blocks))
    return Alignment(tuple(_core(a, _blocks(_common(a, b)))))


def align_all(a: Words, b: Words) -> Alignment:
    """All their common words in order, however far apart they stand: one may be the other condensed."""
    if a.stems > b.stems:
        return Alignment(tuple(Block(block.b, block.a, block.size) for block in align_all(b, a).blocks))
    return Alignment(tuple(_blocks(_common(a, b))))


def _common(a: Words, b: Words) -> list[tuple[int, int]]:
    """Indexes of equal words in the same order, heaviest in sum; words that follow one another count for more."""
    one, two = a.stems, b.stems
    width = len(two) + 1
    ending = [[0] * width]  # the best sum that ends with these two words as a pair
    best = [[0] * width]  # the best sum of what stands before
    for i, word in enumerate(one):
        weight = _CONTENT if a.content[i] else _SMALL
        above_ending, above = ending[-1], best[-1]
        row_ending, row = [0] * width, [0] * width
        for j, other in enumerate(two):
            if word == other:
                run = above_ending[j] + _RUN if above_ending[j] else 0
                row_ending[j + 1] = weight + max(above[j], run)
            row[j + 1] = max(above[j + 1], row[j], row_ending[j + 1])
        ending.append(row_ending)
        best.append(row)
    return _traced(ending, best)


def _traced(ending: list[list[int]], best: list[list[int]]) -> list[tuple[int, int]]:
    pairs = []
    i, j = len(best) - 1, len(best[0]) - 1
    in_run = False
    while i and j:
        if in_run or (ending[i][j] and best[i][j] == ending[i][j]):
            pairs.append((i - 1, j - 1))
            before = ending[i - 1][j - 1]
            in_run = before > 0 and before + _RUN >= best[i - 1][j - 1]
            i, j = i - 1, j - 1
        elif best[i - 1][j] == best[i][j]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _blocks(pairs: list[tuple[int, int]]) -> list[Block]:
    out: list[Block] = []
    for i, j in pairs:
        last = out[-1] if out else None
        if last and (i, j) == (last.a + last.size, last.b + last.size):
            out[-1] = Block(last.a, last.b, last.size + 1)
        else:
            out.append(Block(i, j, 1))
    return out


def _core(a: Words, blocks: list[Block]) -> list[Block]:
    """The run of blocks that is worth most, gaps between them counted off."""
    best, best_value = (0, 0), 0.0
    begin, value = 0, 0.0
    for i, block in enumerate(blocks):
        if i:
            last = blocks[i - 1]
            gap = max(block.a - last.a - last.size, block.b - last.b - last.size)
            value -= min(_GAP_COST * gap, _GAP_LIMIT)
        if value <= 0:
            begin, value = i, 0.0
        value += block.size + a.weight(block.a, block.a + block.size)
        if value > best_value:
            best, best_value = (begin, i + 1), value
    return blocks[best[0] : best[1]]
