"""Single people told without a number ("A 15-year-old boy was killed").

They stand in only where an article gives no figure of its own for the measure, and say no more than "at least one".
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from reconcile.claims.measures import tells_measure
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.model.quantity import Hedge, Quantity

NOUN_REACH = 5  # tokens from "a" to the noun it introduces
LEAD_SENTENCES = 6  # a death is told early
ONE_PERSON = Quantity(Decimal(1), None, Hedge.AT_LEAST, unit="person")


def with_singles(analysis: Analysis, houses: Houses = ()) -> Analysis:
    """The analysis, its quantities joined by the single people of the opening sentences."""
    stop = analysis.sentences[min(LEAD_SENTENCES, len(analysis.sentences)) - 1][1] if analysis.sentences else 0
    figures = [q for q in analysis.quantities if q.checkable]
    taken = [(q.first, q.last) for q in figures]
    singles = [
        s
        for s in (*_introduced(analysis, stop, houses), *_named(analysis, stop))
        if not any(first < s.last and s.first < last for first, last in taken)
    ]
    merged = sorted((*figures, *singles), key=lambda q: q.first)
    return attrs.evolve(analysis, quantities=[attrs.evolve(q, restates=None) for q in merged])


def _introduced(analysis: Analysis, stop: int, houses: Houses) -> Iterator[QuantityMention]:
    """ "a woman", "an elderly man", "a 15-year-old boy"."""
    words, articles = analysis.tokens.words, word_classes(houses)["indefinite"]
    persons = tables(houses).nouns["person"]
    for i in range(min(stop, len(words))):
        if words[i] not in articles:
            continue
        for j in range(i + 1, min(i + 1 + NOUN_REACH, len(words))):
            if words[j] in persons and not words[j].endswith("s"):
                yield _single(analysis, i, j + 1)
                break
            if not (words[j].isalnum() or words[j] == "-"):
                break


def _named(analysis: Analysis, stop: int) -> Iterator[QuantityMention]:
    for name in analysis.names:
        if name.category == "person" and name.last <= stop:
            yield _single(analysis, name.first, name.last)


def _single(analysis: Analysis, first: int, last: int) -> QuantityMention:
    tokens = analysis.tokens
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return QuantityMention(
        start=start,
        end=end,
        number_start=start,
        number_end=tokens.ends[first],
        first=first,
        last=last,
        number_first=first,
        number_last=first + 1,
        text=tokens.text[start:end],
        quantity=ONE_PERSON,
        checkable=True,
        why_not=None,
    )


def is_single(figure: QuantityMention) -> bool:
    """True for a person told without a number."""
    return figure.quantity is ONE_PERSON



def in_passing(analysis: Analysis, figure: QuantityMention, houses: Houses = ()) -> bool:
    """True for a person mentioned beside the story ("a vigil for a man killed last week")."""
    words = analysis.tokens.words
    if figure.last >= len(words) or words[figure.last] in word_classes(houses)["resultative"]:
        return False
    return tells_measure(analysis, figure.last, houses)


def introduced(figure: QuantityMention) -> bool:
    """True for "a woman", False for a person named."""
    return figure.number_end - figure.number_start <= len("an")
