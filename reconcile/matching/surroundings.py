"""What a run knows of each story before two figures are weighed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import log2
from types import MappingProxyType

from attrs import frozen

from reconcile.claims.measuring.measure_table import known_measures
from reconcile.claims.tables import thing
from reconcile.language.dimensions import factor_of
from reconcile.matching.attackers import tells_attacker_apart
from reconcile.matching.kindred import Answers, answers_of
from reconcile.matching.kinds import Kinds, kinds_told
from reconcile.matching.rates import Rates, rates_of
from reconcile.matching.times import of_several_events
from reconcile.matching.tolls import leading_counts
from reconcile.matching.values import MOST_ROUNDED, dimension, in_base_unit
from reconcile.model.claim import Claim
from reconcile.model.quantity import Hedge

MUCH_ALIKE = 2  # times, by which two voices of one text may differ over one sum
MANIFOLD = frozenset({None, "length"})  # a story has many distances, each of its own


@frozen
class Surroundings:
    """What tells how much a likeness weighs: by story the rarity of context words and the rates of currencies, and the
    ids of first answers.

    A word's rarity is that among the figures of its own story: what else is read in the same run changes nothing.
    A first answer is the value that its article gives first, or again, to one question on sums, times or shares.
    A `sole` figure is the only number of its thing, or in its dimension, that its article gives.
    `leading` are the counts that their articles give first of some people.
    `eventful` stories are those whose articles tell of sudden events on several days, `with_attacker` those that tell
    the dead with the attacker from the dead without him.
    """

    rarity: Mapping[str, Mapping[str, float]]
    first: frozenset[str] = frozenset()
    sole: frozenset[str] = frozenset()
    kinds: Kinds = frozenset()
    rates: Mapping[str, Rates] = MappingProxyType({})
    answers: Answers = MappingProxyType({})
    eventful: frozenset[str] = frozenset()
    with_attacker: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()


def surroundings(figures: Sequence[Claim]) -> Surroundings:
    """The rarer a context word is among the figures of its story, the heavier."""
    stories: dict[str, list[Claim]] = defaultdict(list)
    for claim in figures:
        stories[story(claim)].append(claim)
    rarity = {s: _rarity(told) for s, told in stories.items()}
    rates = {s: rates_of(told) for s, told in stories.items()}
    eventful = frozenset(s for s, told in stories.items() if of_several_events(told))
    first, sole, kinds, answers = _first_answers(figures), _sole(figures), kinds_told(figures), answers_of(figures)
    with_attacker = frozenset(s for s, told in stories.items() if tells_attacker_apart(told))
    return Surroundings(rarity, first, sole, kinds, rates, answers, eventful, with_attacker, leading_counts(figures))


def story(claim: Claim) -> str:
    """The event of the article's own story, also for claims of another time told in it."""
    return (claim.event or "").split("@")[0]


def _rarity(figures: Sequence[Claim]) -> dict[str, float]:
    counts = Counter(w for c in figures for w in c.context)
    total = len(figures) + 1
    return {w: log2(1 + total / n) for w, n in counts.items()}


def _first_answers(figures: Sequence[Claim]) -> frozenset[str]:
    answers: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for c in figures:
        if dimension(c) not in MANIFOLD and c.measure in known_measures():
            asked = (c.measure, dimension(c), c.period, c.span, c.quantity.per)
            of = (c.population, c.where, c.frame.key, c.status, c.holder, c.as_of)
            answers[c.mention.span.article, *asked, *of].append(c)
    firsts = ((same, first) for same in answers.values() for first in _by_voice(same))
    return frozenset(c.id for same, first in firsts for c in same if _says_again(c, first))


def _by_voice(same: Sequence[Claim]) -> list[Claim]:
    """The first answer of all, and the first of each other voice that is named for one much like it.

    What is far from the first answer is of something else ("revenue of its cable arm, analysts said").
    """
    firsts: dict[str | None, Claim] = {}
    for claim in same:
        firsts.setdefault(claim.attribution.role if claim.attribution else None, claim)
    return [c for role, c in firsts.items() if c is same[0] or (role is not None and _much_alike(c, same[0]))]


def _much_alike(one: Claim, other: Claim) -> bool:
    low, high = sorted(abs(c.quantity.value) * factor_of(c.quantity.unit or "") for c in (one, other))
    return high <= MUCH_ALIKE * low


def _sole(figures: Sequence[Claim]) -> frozenset[str]:
    numbers: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
    for c in figures:
        numbers[c.mention.span.article, counted(c)].add(c.quantity.value)
    return frozenset(c.id for c in figures if len(numbers[c.mention.span.article, counted(c)]) == 1)


def counted(claim: Claim) -> str:
    """What the figure is a number of, whatever is said of it: a dimension, a thing, or what it measures."""
    unit = dimension(claim)
    return f"unit {unit}" if unit is not None else thing(claim.quantity.head or "") or claim.measure


def _says_again(claim: Claim, first: Claim) -> bool:
    """True for the first answer itself and for what rounds to it: "more than four tonnes", "4,280 kilos"."""
    if claim.quantity.value == first.quantity.value:
        return True
    hedges = {claim.quantity.hedge, first.quantity.hedge}
    if Hedge.RANGE in hedges or (hedges == {Hedge.EXACT} and claim.quantity.unit == first.quantity.unit):
        return False
    one, two = (abs(c.quantity.value) * factor_of(c.quantity.unit or "") for c in (claim, first))
    near = abs(one - two) <= MOST_ROUNDED * max(one, two)
    return near and in_base_unit(claim.quantity, first.quantity).meets(in_base_unit(first.quantity, claim.quantity))
