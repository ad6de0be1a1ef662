"""One part of an article read once: tokens, sentences and every typed expression in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import Protocol, TypeVar

from attrs import define, field

from reconcile.language.attribution import AttributionMention, find_attributions
from reconcile.language.dates import DateMention, find_dates
from reconcile.language.lexicon import Houses
from reconcile.language.names import NameMention, find_names
from reconcile.language.quantities import QuantityMention, scan
from reconcile.language.sentences import sentences
from reconcile.language.tokens import Tokens, tokenize
from reconcile.model.change import evolve


class _Placed(Protocol):
    @property
    def first(self) -> int: ...


Placed = TypeVar("Placed", bound=_Placed)


_first = attrgetter("first")


class Row(list[Placed]):
    """Expressions of one text in its order, and the tokens at which they begin."""

    def __init__(self, items: Iterable[Placed] = ()) -> None:
        super().__init__(items)
        self.firsts = list(map(_first, self))


@define(slots=True)
class Analysis:
    """Typed expressions of one text, each list in text order; token ranges index `tokens`."""

    tokens: Tokens
    sentences: list[tuple[int, int]]
    quantities: Row[QuantityMention]
    dates: Row[DateMention]
    names: Row[NameMention]
    attributions: Row[AttributionMention]
    _starts: list[int] = field(init=False)
    _near: dict[int, Sequence[AttributionMention]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self._starts = [first for first, _ in self.sentences]

    @staticmethod
    def between(items: Row[Placed], first: int, last: int) -> Sequence[Placed]:
        """The items that begin at a token in `[first, last)`; found by bisection."""
        firsts = items.firsts
        begin = bisect_left(firsts, first)
        return items[begin : bisect_left(firsts, last, begin)] if begin < len(firsts) and firsts[begin] < last else []

    @staticmethod
    def indices(items: Row[Placed], first: int, last: int) -> range:
        """As `between`, but the places of the items in their row."""
        begin = bisect_left(items.firsts, first)
        return range(begin, bisect_left(items.firsts, last, begin))

    def attributions_near(self, token: int) -> Sequence[AttributionMention]:
        """The attributions of the sentence that holds this token and of its neighbours."""
        at = self.sentence_of(token)
        if at not in self._near:
            around = self.sentences[max(0, at - 1) : at + 2]
            self._near[at] = self.between(self.attributions, around[0][0], around[-1][1]) if around else ()
        return self._near[at]

    def governing(self, token: int) -> list[AttributionMention]:
        """The attributions in whose scope this token stands."""
        return [a for a in self.attributions_near(token) if a.scope_first <= token < a.scope_last]

    def sentences_between(self, first: int, last: int) -> list[tuple[int, int]]:
        """The sentences that begin at a token in `[first, last)`."""
        return self.sentences[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def sentence_of(self, token: int) -> int:
        """Index of the sentence that holds this token."""
        return bisect_right(self._starts, token, 1) - 1


def analyse(text: str, anchor: date | None, houses: Houses = (), known: frozenset[str] = frozenset()) -> Analysis:
    """Read `text`; `anchor` is the article's day, against which relative dates resolve.

    `known` are canonical names of the same article: what a headline in CAPITALS or Title Case is read by.
    """
    tokens = tokenize(text)
    ranges = sentences(tokens)
    names = find_names(tokens, houses, known)
    dates = find_dates(tokens, anchor, houses)
    return Analysis(
        tokens,
        ranges,
        Row(_but_times_of_day(scan(tokens, houses), dates)),
        Row(dates),
        Row(names),
        Row(find_attributions(tokens, ranges, names, houses)),
    )


def _but_times_of_day(figures: Sequence[QuantityMention], dates: Sequence[DateMention]) -> list[QuantityMention]:
    """The figures; one inside a time of day ("situation at 1800 hours") counts nothing."""
    times = {i for d in dates if d.clock is not None for i in range(d.first, d.last)}
    return [evolve(f, checkable=False) if f.number_first in times else f for f in figures]
