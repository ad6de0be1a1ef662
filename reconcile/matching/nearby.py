"""Figures that were nearly put together, and what would have done it: each pair weighed again with one thing equal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from reconcile.matching.levels import waterfall
from reconcile.matching.surroundings import Surroundings, story, surroundings
from reconcile.matching.values import dimension
from reconcile.matching.weights import weights
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import Waterfall, Weight

_NEAR = 8.0  # bits under the threshold beyond which a figure is no near miss
_MOST = 3
_MOST_INSIDE = 40  # claims of a finding that are weighed against those outside


@frozen
class NearMiss:
    """A figure outside a finding and the one in it that it is nearest to.

    `would_join` names the comparisons of which each, had the two been equal there, would have joined them.
    """

    inside: Claim
    outside: Claim
    fall: Waterfall
    would_join: tuple[str, ...]

    @property
    def short(self) -> float:
        """Bits that lack to the threshold."""
        return self.fall.threshold - self.fall.total


# What two figures may be taken to share, named as the comparison whose weight it changes.
_EQUAL: dict[str, Callable[[Claim, Claim], Claim]] = {
    "measure": lambda a, b: evolve(b, measure=a.measure),
    "population": lambda a, b: evolve(b, population=a.population, scope=a.scope),
    "status": lambda a, b: evolve(b, status=a.status),
    "period": lambda a, b: evolve(b, period=a.period),
    "time": lambda a, b: evolve(b, frame=a.frame),
    "place": lambda a, b: evolve(b, where=a.where),
}


def near_misses(inside: Sequence[Claim], claims: Sequence[Claim]) -> list[NearMiss]:
    """A few figures of the same event that came nearest to a finding's and were left out, nearest first.

    Only those that measure the same, or do not say what they measure: the others answer another question.
    """
    figures = [c for c in claims if c.kind is Kind.FIGURE and story(c) == story(inside[0])]
    around = surroundings(figures)
    ids = {c.id for c in inside}
    own = {c.id: c for c in inside[:_MOST_INSIDE]}
    found = []
    for outside in figures:
        kin = not outside.measure or any(outside.measure == c.measure for c in own.values())
        if outside.id in ids or not kin or dimension(outside) != dimension(inside[0]):
            continue
        nearest = max((_fall(c, outside, around) for c in own.values()), key=lambda fall: fall.total)
        if 0 <= nearest.threshold - nearest.total <= _NEAR:
            one = own[nearest.a]
            found.append(NearMiss(one, outside, nearest, _would_join(one, outside, around)))
    return sorted(found, key=lambda miss: (miss.short, miss.outside.id))[:_MOST]


def carrying(fall: Waterfall) -> tuple[Weight, ...]:
    """The comparisons of which each alone, had it told nothing, would have kept a joined pair apart.

    The measure is none of them: without it no pair would be together.
    """
    telling = (w for w in fall.weights if w.comparison != "measure")
    return tuple(w for w in telling if fall.total > fall.threshold >= fall.total - w.bits)


def _would_join(inside: Claim, outside: Claim, around: Surroundings) -> tuple[str, ...]:
    return tuple(
        name
        for name, equal in _EQUAL.items()
        if (fall := _fall(inside, equal(inside, outside), around)).total > fall.threshold
    )


def _fall(a: Claim, b: Claim, around: Surroundings) -> Waterfall:
    return waterfall(a, b, around, weights())
