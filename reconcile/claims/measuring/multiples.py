"""Crimes whose name counts: "a double homicide" has two dead, "a quadruple shooting" four who were hit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from reconcile.claims.measuring.clause import Measured
from reconcile.language.analysis import Analysis
from reconcile.language.lexicon import Entry, Houses, TableSpec, phrase_table
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.quantity import Quantity


@frozen(kw_only=True)
class Multiple(Entry):
    """A kind of crime, how many it was done to, and what became of them."""

    measure: str
    count: int


SPEC = TableSpec("multiples", "multiple", Multiple)


def multiples(analysis: Analysis, stop: int, houses: Houses = ()) -> Iterator[tuple[QuantityMention, Measured]]:
    """Each such crime named before token `stop`, as a figure with its measure."""
    tokens = analysis.tokens
    for match in phrase_table(SPEC, houses).find(tokens, 0, stop):
        entry: Multiple = match.entry
        start, end = tokens.starts[match.start], tokens.ends[match.end - 1]
        number = Decimal(entry.count)
        figure = QuantityMention(
            start=start,
            end=end,
            number_start=start,
            number_end=tokens.ends[match.start],
            first=match.start,
            last=match.end,
            number_first=match.start,
            number_last=match.start + 1,
            text=tokens.text[start:end],
            quantity=Quantity(number, number, unit=PERSON, counted="people", head=PERSON),
            checkable=True,
            why_not=None,
        )
        yield figure, Measured(entry.measure, PERSON, match.start, match.end)
