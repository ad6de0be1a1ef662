"""Figures that answer one question: candidates from blocks, weighed pair by pair, then clustered."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from reconcile.language.dimensions import dimension_of
from reconcile.matching.levels import waterfall
from reconcile.matching.linkage import average_linkage, components
from reconcile.matching.weights import weights
from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import Waterfall

WIDEST_BLOCK = 300  # claims of one block beyond which it is split by value


@frozen
class Cluster:
    """Claims that answer one question, and the waterfalls of the pairs that tie them together."""

    claims: tuple[Claim, ...]
    waterfalls: tuple[Waterfall, ...]


def cluster_figures(claims: Sequence[Claim]) -> list[Cluster]:
    """Clusters of two or more figures, in the order of their first claim."""
    figures = [c for c in claims if c.kind is Kind.FIGURE]
    rarity = _rarity(figures)
    clusters = [c for block in _blocks(figures) for c in _split(block, rarity)]
    place = {c.id: n for n, c in enumerate(figures)}
    return sorted(clusters, key=lambda k: place[k.claims[0].id])


def _blocks(figures: Sequence[Claim]) -> Iterator[list[Claim]]:
    blocks: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in figures:
        blocks[claim.event or "", blocking_key(claim)].append(claim)
    for key in sorted(blocks):
        if len(blocks[key]) > 1:
            yield blocks[key]


def blocking_key(claim: Claim) -> str:
    """What two figures must share to be compared at all: dimension or currency, thing counted, or measure."""
    quantity = claim.quantity
    if quantity.unit == "person" or (quantity.unit is None and quantity.counted is None):
        return claim.measure or "number"
    if quantity.unit is not None:
        return dimension_of(quantity.unit) or quantity.unit
    return quantity.head or claim.measure


def _rarity(figures: Sequence[Claim]) -> dict[str, float]:
    """Weight of each context word: rarer among the figures, heavier."""
    counts = Counter(w for c in figures for w in c.context)
    total = len(figures) + 1
    return {w: math.log2(1 + total / n) for w, n in counts.items()}


def _split(block: list[Claim], rarity: Mapping[str, float]) -> Iterator[Cluster]:
    table = weights()
    falls: dict[tuple[int, int], Waterfall] = {}

    def score(a: int, b: int) -> float:
        pair = (a, b) if a < b else (b, a)
        if pair not in falls:
            falls[pair] = waterfall(block[pair[0]], block[pair[1]], rarity, table)
        return falls[pair].total

    size = len(block)
    edges = [(a, b) for a in range(size) for b in range(a + 1, size) if score(a, b) > table.threshold]
    for component in components(size, edges):
        for members in average_linkage(component, score, table.threshold) if len(component) > 2 else [component]:
            if len(members) > 1:
                yield Cluster(tuple(block[m] for m in members), tuple(_spanning(members, falls)))


def _spanning(members: Sequence[int], falls: Mapping[tuple[int, int], Waterfall]) -> Iterator[Waterfall]:
    """The strongest link of each claim to one before it: enough to explain the cluster."""
    for at, member in enumerate(members[1:], 1):
        yield max((falls[other, member] for other in members[:at]), key=lambda f: f.total)
