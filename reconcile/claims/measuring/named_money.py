"""Money under a name that no table lists, where the text itself says what it is worth: "40 million dorins ($9m)"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from reconcile.claims.measuring.equated import AGAIN, GOODS, SPEC, joints
from reconcile.claims.measuring.measure_table import known_measures
from reconcile.claims.tables import thing
from reconcile.language.analysis import Analysis, Row
from reconcile.language.dimensions import is_money, named_money
from reconcile.language.lexicon import Houses, load
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.text import Part

LEAST = 1_000  # of a currency, for which somebody gives the equivalent in another


def with_named_money(
    parts: Mapping[Part, Analysis], houses: Houses = (), known: frozenset[str] = frozenset()
) -> Mapping[Part, Analysis]:
    """The parts of one article; counts of what it anywhere gives again as a sum are sums, of a unit "money dorin".

    So are those of what is `known` to be money from elsewhere.
    """
    names = known.union(n for analysis in parts.values() for n in _names(analysis, houses))
    if not names:
        return parts
    return {part: _with(analysis, names) for part, analysis in parts.items()}


def _names(analysis: Analysis, houses: Houses) -> Iterable[str]:
    for one, two in pairwise(analysis.quantities):
        name = one.quantity.head
        if not name or not is_money(two.quantity.unit) or not _may_be_money(one, houses):
            continue
        if AGAIN in joints(analysis.tokens.text[one.end : two.start]):
            yield name


def _may_be_money(mention: QuantityMention, houses: Houses) -> bool:
    """True for a large number of what one word names, and no table knows."""
    quantity = mention.quantity
    name, counted = quantity.head or "", quantity.counted or ""
    if quantity.unit is not None or abs(quantity.value) < LEAST or not counted.isalpha():
        return False
    goods = {p for e in load(SPEC, houses) if e.id == GOODS for p in e.phrases}
    return counted not in goods and thing(name, houses) == name and name not in known_measures(houses)


def _with(analysis: Analysis, names: frozenset[str]) -> Analysis:
    mentions = [_as_money(m) if m.quantity.unit is None and _counts(m, names) else m for m in analysis.quantities]
    return evolve(analysis, quantities=Row(mentions))


def _counts(mention: QuantityMention, names: frozenset[str]) -> bool:
    return mention.quantity.head in names and (mention.quantity.counted or "").isalpha()


def _as_money(mention: QuantityMention) -> QuantityMention:
    quantity = mention.quantity
    named = evolve(quantity, unit=named_money(quantity.head or ""), counted=None, head=None)
    return evolve(mention, quantity=named)
