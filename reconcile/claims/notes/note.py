"""A correction as read from a text, and which figures may take the place of one that is withdrawn."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from reconcile.claims.people.population import is_everyone
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON


@frozen
class Note:
    """One correction: its token range, the figures it withdraws and those in their place (quantity indices).

    `own` says that the outlet owns up to a mistake of its own, where else it tells who took a figure back.
    """

    first: int
    last: int
    withdrawn: tuple[int, ...]
    replacements: tuple[int, ...]
    own: bool = False


def checkable(analysis: Analysis, first: int, last: int) -> list[int]:
    """The quantities of a token range that state something, by index."""
    quantities = analysis.quantities
    return [i for i in analysis.indices(quantities, first, last) if quantities[i].checkable]


def other_numbers(analysis: Analysis, figures: Sequence[int], old: Sequence[int]) -> list[int]:
    """The figures but those of a number that is taken back: "17, that is, were injured" puts nothing in its place.

    Nor do "two others" beside those who do.
    """
    quantities, words, rest = analysis.quantities, analysis.tokens.words, word_classes()["remainder"]
    taken = {(q.value, unit) for q in (quantities[i].quantity for i in old) for unit in (q.unit, None)}
    new = [i for i in figures if (quantities[i].quantity.value, quantities[i].quantity.unit) not in taken]
    return [i for n, i in enumerate(new) if not n or rest.isdisjoint(words[quantities[i].first : quantities[i].last])]


def is_bare(analysis: Analysis, index: int) -> bool:
    """True for a quantity of which the text does not say what it counts."""
    quantity = analysis.quantities[index].quantity
    return quantity.unit is None and quantity.counted is None


def alike(analysis: Analysis, old: int, new: int, houses: Houses) -> bool:
    """True where one may take the other's place: they count the same, or one does not say what."""
    one, other = analysis.quantities[old].quantity, analysis.quantities[new].quantity
    heads = [q.head for q in (one, other) if q.head and not is_everyone(q.head, houses)]
    units = [q.unit for q in (one, other) if q.unit and not (q.unit == PERSON and not q.head)]
    return len(set(units)) < 2 and (not heads or one.head == other.head)
