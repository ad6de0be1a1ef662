"""One part of an article read once: tokens, sentences and every typed expression in it."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from attrs import define, field

from reconcile.language.attribution import AttributionMention, find_attributions
from reconcile.language.dates import DateMention, find_dates
from reconcile.language.lexicon import Houses
from reconcile.language.names import NameMention, find_names
from reconcile.language.quantities import QuantityMention, scan
from reconcile.language.sentences import sentences
from reconcile.language.tokens import Tokens, tokenize


@define(slots=True)
class Analysis:
    """Typed expressions of one text, each list in text order; token ranges index `tokens`."""

    tokens: Tokens
    sentences: list[tuple[int, int]]
    quantities: list[QuantityMention]
    dates: list[DateMention]
    names: list[NameMention]
    attributions: list[AttributionMention]
    _starts: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._starts = [first for first, _ in self.sentences]

    def sentence_of(self, token: int) -> int:
        """Index of the sentence that holds this token."""
        return max(0, bisect_right(self._starts, token) - 1)


def analyse(text: str, anchor: date | None, houses: Houses = (), known: frozenset[str] = frozenset()) -> Analysis:
    """Read `text`; `anchor` is the article's day, against which relative dates resolve.

    `known` are canonical names of the same article: what a headline in CAPITALS or Title Case is read by.
    """
    tokens = tokenize(text)
    ranges = sentences(tokens)
    names = find_names(tokens, houses, known)
    return Analysis(
        tokens,
        ranges,
        scan(tokens, houses),
        find_dates(tokens, anchor, houses),
        names,
        find_attributions(tokens, ranges, names, houses),
    )
