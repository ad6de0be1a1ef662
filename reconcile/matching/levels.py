"""Ordered comparisons of two figures; each gives the first level that fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reconcile.language.dimensions import dimension_of
from reconcile.matching.weights import Weights
from reconcile.model.claim import Claim
from reconcile.model.finding import Waterfall

CLOSE, RELATED = 0.5, 0.22  # weighted share of common context words
RARE_DIGITS = 3  # significant digits that rarely coincide


def waterfall(a: Claim, b: Claim, rarity: Mapping[str, float], weights: Weights) -> Waterfall:
    """All comparisons of two figures, weighed. `rarity` gives each context word its weight."""
    rows = tuple(weights.weigh(name, level(a, b)) for name, level in _LEVELS.items())
    wording = weights.weigh("wording", wording_level(a, b, rarity))
    prior = weights.prior(a.mention.span.article == b.mention.span.article)
    return Waterfall(a.id, b.id, prior, (*rows, wording), weights.threshold)


def measure_level(a: Claim, b: Claim) -> str:
    """Same measure; else what the counted things and units have in common."""
    if a.measure and a.measure == b.measure:
        return "same"
    qa, qb = a.quantity, b.quantity
    if qa.head and qa.head == qb.head:
        return "one-bare" if qa.head in (a.measure, b.measure) else "same-head"
    if qa.unit and qb.unit and qa.unit != "person" and dimension_of(qa.unit) == dimension_of(qb.unit):
        return "same-unit"
    return "else"


def population_level(a: Claim, b: Claim) -> str:
    """Everybody, the same group, or different groups."""
    if a.population == b.population:
        return "same-group" if a.population else "all"
    return "else" if a.population and b.population else "one-group"


def scope_level(a: Claim, b: Claim) -> str:
    return "same" if a.scope == b.scope else "else"


def period_level(a: Claim, b: Claim) -> str:
    return "same" if a.period == b.period and a.quantity.per == b.quantity.per else "else"


def place_level(a: Claim, b: Claim) -> str:
    """Places that the passages themselves name."""
    if not a.where or not b.where:
        return "unknown"
    return "same" if a.where & b.where else "else"


def value_level(a: Claim, b: Claim) -> str:
    """How much the numbers themselves suggest one question; a rare number seldom occurs twice by chance."""
    qa, qb = a.quantity, b.quantity
    if qa.value == qb.value:
        digits = len(str(int(abs(qa.value))).rstrip("0"))
        return "rare" if digits >= RARE_DIGITS else "equal"
    if qa.possible.meets(qb.possible):
        return "meets"
    low, high = sorted((abs(qa.value), abs(qb.value)))
    return "near" if high <= 4 * low else "else"


def wording_level(a: Claim, b: Claim, rarity: Mapping[str, float]) -> str:
    """Weighted overlap of the content words around both figures."""
    common = sum(rarity.get(w, 1.0) for w in a.context & b.context)
    if not common:
        return "else"
    smaller = min(sum(rarity.get(w, 1.0) for w in c.context) for c in (a, b))
    share = common / smaller
    return "close" if share >= CLOSE else "related" if share >= RELATED else "touching"


_LEVELS: dict[str, Callable[[Claim, Claim], str]] = {
    "measure": measure_level,
    "population": population_level,
    "scope": scope_level,
    "period": period_level,
    "place": place_level,
    "value": value_level,
}
