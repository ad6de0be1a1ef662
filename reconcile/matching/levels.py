"""Ordered comparisons of two figures; each gives the first level that fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from reconcile.claims.measures import kinships, known_measures
from reconcile.language.dimensions import dimension_of, factor_of
from reconcile.matching.weights import Weights
from reconcile.model.claim import Claim, Status
from reconcile.model.finding import Waterfall
from reconcile.model.interval import Interval
from reconcile.model.quantity import Quantity

CLOSE, RELATED, TOUCHING = 0.45, 0.2, 0.08  # weighted share of common context words
VAGUE_GROUPS = frozenset({"part", "increment", "lesser"})  # parts of which the text does not say who they are
TELLING = 13  # counts this high seldom coincide
ROUNDED = Decimal("0.5")  # of the last place written: what rounding may have taken away
RARE_DIGITS = 3  # significant digits that rarely coincide
SAME_ORDER = 4  # values within this factor are of one order


def waterfall(a: Claim, b: Claim, rarity: Mapping[str, float], weights: Weights) -> Waterfall:
    """All comparisons of two figures, weighed. `rarity` gives each context word its weight."""
    rows = tuple(weights.weigh(name, level(a, b)) for name, level in _LEVELS.items())
    wording = weights.weigh("wording", wording_level(a, b, rarity))
    prior = weights.prior(a.mention.span.article == b.mention.span.article)
    return Waterfall(a.id, b.id, prior, (*rows, wording), weights.threshold)


def measure_level(a: Claim, b: Claim) -> str:
    """The same measure, kindred ones, or only the same kind of unit; a number without a measure fits any."""
    known = known_measures()
    if a.measure == b.measure and a.measure:
        if a.measure in known:
            return "same" if counts_people(a) or dimension(a) is None else "same-topic"
        return "same-thing" if a.quantity.head and dimension(a) is None else "same-unit"
    if frozenset((a.measure, b.measure)) in kinships():
        return "kin"
    if not a.measure or not b.measure:
        return "unknown"
    qa, qb = a.quantity, b.quantity
    if qa.head and qa.head == qb.head:
        return "one-bare" if qa.head in (a.measure, b.measure) else "same-head"
    if dimension(a) and dimension(a) == dimension(b):
        return "same-unit" if not (a.measure in known and b.measure in known) else "rivals"
    return "rivals" if a.measure in known and b.measure in known else "else"


def dimension(claim: Claim) -> str | None:
    """What the unit of a figure measures; None for counts of people or things."""
    unit = claim.quantity.unit
    return None if unit is None or unit == "person" else dimension_of(unit)


def note_level(a: Claim, b: Claim) -> str:
    """A note that puts one figure in the other's place says that both answer one question."""
    return "replaces" if a.id in b.replaces or b.id in a.replaces else "else"


def population_level(a: Claim, b: Claim) -> str:
    """Everybody, the same group, or different groups."""
    if a.population == b.population:
        return "all" if not a.population else "vague" if a.population in VAGUE_GROUPS else "same-group"
    return "else" if a.population and b.population else "one-group"


def scope_level(a: Claim, b: Claim) -> str:
    return "same" if a.scope == b.scope else "else"


def status_level(a: Claim, b: Claim) -> str:
    """An expectation answers another question than a count."""
    return "same" if (a.status is Status.FORECAST) == (b.status is Status.FORECAST) else "else"


def counts_people(claim: Claim) -> bool:
    return claim.quantity.unit == "person"


def period_level(a: Claim, b: Claim) -> str:
    return "same" if a.period == b.period and a.quantity.per == b.quantity.per else "else"


def time_level(a: Claim, b: Claim) -> str:
    """The day or period of the event as each sentence tells it."""
    if a.frame.main != b.frame.main:
        return "one-past" if counts_people(a) and counts_people(b) else "one-dated"
    if a.frame.days is None or b.frame.days is None:
        return _story_level(a, b) if a.frame.main else "unknown"
    gap = a.frame.days.gap(b.frame.days)
    if not a.frame.main:
        return "same" if gap == 0 else "else"
    return "same" if gap == 0 else "next-day" if gap == 1 else "else"


def _story_level(a: Claim, b: Claim) -> str:
    """Where not both sentences tell their day: do the days that one names stand anywhere in the other's story?"""
    one = (a.frame.days,) if a.frame.days else a.frame.other_days
    two = (b.frame.days,) if b.frame.days else b.frame.other_days
    if not one or not two or not counts_people(a):
        return "unknown"
    near = any(x.gap(y) <= 1 for x in one for y in two)
    return "unknown" if near else "stories-apart"


def place_level(a: Claim, b: Claim) -> str:
    """Places, other than the scene of the story, to which the passages restrict their figures."""
    if not a.where and not b.where:
        return "scene"
    if not a.where or not b.where:
        return "one-elsewhere"
    return "same" if a.where & b.where else "else"


def value_level(a: Claim, b: Claim) -> str:
    """How much the numbers themselves suggest one question; a rare number seldom occurs twice by chance.

    Counts of people under one measure differ because reports do; other numbers that differ mostly count other things.
    """
    one, two = in_base_unit(a), in_base_unit(b)
    qa, qb = a.quantity, b.quantity
    if qa.value == qb.value and dimension(a) == dimension(b) and qa.unit in (qb.unit, None, "person"):
        digits = len(qa.value.normalize().as_tuple().digits)
        return "rare" if digits >= RARE_DIGITS else "telling" if qa.value >= TELLING else "equal"
    if _rounds_to(qa, qb) and dimension(a) == dimension(b):
        return "rounded"
    if one.meets(two):
        return "meets"
    if dimension(a) is None and dimension(b) is None and measure_level(a, b) in ("same", "kin"):
        return "people-differ"
    low, high = sorted((abs(one.low), abs(two.low)))
    return "near" if high <= SAME_ORDER * low else "else"


def _rounds_to(a: Quantity, b: Quantity) -> bool:
    """True where the sharper of two exact numbers in one unit, rounded as the other is written, gives the other."""
    if a.unit != b.unit or a.low != a.high or b.low != b.high:
        return False
    return abs(a.value - b.value) * 2 <= max(a.step, b.step) and min(abs(a.value), abs(b.value)) >= TELLING


def in_base_unit(claim: Claim) -> Interval:
    """The plausible values in the base unit of the figure's dimension, widened by the digits as written."""
    quantity = claim.quantity
    possible = quantity.plausible
    if quantity.unit is None or dimension(claim) is None:
        return possible
    slack = ROUNDED * quantity.step
    widened = Interval(possible.low - slack, possible.high + slack, possible.low_open, possible.high_open)
    return widened.scaled(factor_of(quantity.unit))


def wording_level(a: Claim, b: Claim, rarity: Mapping[str, float]) -> str:
    """Weighted overlap of the content words around both figures."""
    if not a.context or not b.context:
        return "unknown"
    common = sum(rarity.get(w, 1.0) for w in a.context & b.context)
    smaller = min(sum(rarity.get(w, 1.0) for w in c.context) for c in (a, b))
    share = common / smaller
    return "close" if share >= CLOSE else "related" if share >= RELATED else "touching" if share >= TOUCHING else "else"


_LEVELS: dict[str, Callable[[Claim, Claim], str]] = {
    "measure": measure_level,
    "note": note_level,
    "population": population_level,
    "scope": scope_level,
    "status": status_level,
    "period": period_level,
    "time": time_level,
    "place": place_level,
    "value": value_level,
}
