"""The letter m for millions, where it stands alone: "145m people were hit. The estimate had been 143m"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.language.analysis import Analysis, Row
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.model.change import evolve
from reconcile.model.quantity import Quantity

METRE = "metre"
MILLION = Decimal(1_000_000)
ALIKE = 4  # times, by which it differs at most from what the article counts in millions


def in_millions(analysis: Analysis, counted: frozenset[Decimal], houses: Houses = ()) -> Analysis:
    """The part with "143m" as 143 million where the article counts as many; `counted` are its large counts."""
    figures = [_read(analysis, q, counted, houses) for q in analysis.quantities]
    return evolve(analysis, quantities=Row(figures)) if counted else analysis


def _read(analysis: Analysis, figure: QuantityMention, counted: frozenset[Decimal], houses: Houses) -> QuantityMention:
    quantity, tokens = figure.quantity, analysis.tokens
    letter = tokens.raw(figure.last - 1) == "m" and tokens.glued(figure.last - 2)
    if quantity.unit != METRE or quantity.per or not letter or quantity.value <= 0:
        return figure
    if any(w in tables(houses).words["dimension"] for w in tokens.words[figure.last : figure.last + 1]):
        return figure  # "25m deep"
    value = quantity.value * MILLION
    alike = any(value <= ALIKE * one and one <= ALIKE * value for one in counted)
    return evolve(figure, quantity=_scaled(quantity)) if alike else figure


def _scaled(quantity: Quantity) -> Quantity:
    low, high = (None if bound is None else bound * MILLION for bound in (quantity.low, quantity.high))
    return evolve(quantity, low=low, high=high, unit=None, step=quantity.step * MILLION)
