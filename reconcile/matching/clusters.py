"""Figures that answer one question: candidates from an inverted index, weighed pair by pair, then clustered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from attrs import frozen

from reconcile.claims.measures import kinships
from reconcile.matching.levels import Surroundings, dimension, surroundings, waterfall
from reconcile.matching.linkage import Pair, average_linkage, components
from reconcile.matching.weights import weights
from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import Waterfall

SMALL_COMPONENT = 120  # figures up to which every pair of a component is weighed
UNRELATED = -6.0  # log-odds of two figures that share no blocking key
TELLING = 10  # a count this high seldom occurs twice by chance and may by itself suggest a pair


@frozen
class Cluster:
    """Claims that answer one question, and the waterfalls of the pairs that tie them together."""

    claims: tuple[Claim, ...]
    waterfalls: tuple[Waterfall, ...]


def cluster_figures(claims: Sequence[Claim], around: Surroundings | None = None) -> list[Cluster]:
    """Clusters of two or more figures, in the order of their first claim.

    `around` has the surroundings in the whole run where `claims` are only a part of it.
    """
    figures = [c for c in claims if c.kind is Kind.FIGURE]
    scores = _Scores(figures, around or surroundings(figures))
    candidates = {pair: scores(*pair) for pair in candidate_pairs(figures)}
    edges = [pair for pair, score in candidates.items() if score > scores.threshold]
    clusters: list[Cluster] = []
    for component in components(len(figures), edges):
        for members in _parted(component, candidates, scores):
            if len(members) > 1:
                clusters.append(Cluster(tuple(figures[m] for m in members), tuple(scores.spanning(members))))
    place = {c.id: n for n, c in enumerate(figures)}
    clusters = _with_restated(clusters, figures, place)
    return sorted(clusters, key=lambda k: place[k.claims[0].id])


def _parted(component: list[int], candidates: Mapping[Pair, float], scores: _Scores) -> list[list[int]]:
    """A component cut by average linkage; of a large one only the candidate pairs are weighed."""
    if len(component) <= 2:
        return [component]
    pairs = combinations(component, 2)
    if len(component) <= SMALL_COMPONENT:
        own = {pair: scores(*pair) for pair in pairs}
    else:
        own = {pair: candidates[pair] for pair in pairs if pair in candidates}
    return average_linkage(component, own, scores.threshold, UNRELATED)


def _with_restated(clusters: list[Cluster], figures: Sequence[Claim], place: Mapping[str, int]) -> list[Cluster]:
    """Put a figure given again in another unit or currency beside the one it restates."""
    home = {c.id: n for n, cluster in enumerate(clusters) for c in cluster.claims}
    extra: dict[int, list[Claim]] = defaultdict(list)
    for claim in figures:
        if claim.restates in home and claim.id not in home:
            extra[home[claim.restates]].append(claim)
    return [
        Cluster(tuple(sorted((*k.claims, *extra[n]), key=lambda c: place[c.id])), k.waterfalls)
        for n, k in enumerate(clusters)
    ]


class _Scores:
    """Log-odds of pairs of figures, each pair weighed once."""

    def __init__(self, figures: Sequence[Claim], around: Surroundings) -> None:
        self._figures = figures
        self._around = around
        self._weights = weights()
        self._falls: dict[tuple[int, int], Waterfall] = {}
        self.threshold = self._weights.threshold

    def fall(self, a: int, b: int) -> Waterfall:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._falls:
            one, two = (self._figures[i] for i in pair)
            self._falls[pair] = waterfall(one, two, self._around, self._weights)
        return self._falls[pair]

    def __call__(self, a: int, b: int) -> float:
        return self.fall(a, b).total

    def spanning(self, members: Sequence[int]) -> Iterator[Waterfall]:
        """The strongest link of each member to one before it: enough to explain the cluster."""
        for at, member in enumerate(members[1:], 1):
            yield max((self.fall(other, member) for other in members[:at]), key=lambda f: f.total)


def candidate_pairs(figures: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Pairs of figures of one event that share a blocking key, each pair once, in order."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, claim in enumerate(figures):
        event = (claim.event or "").split("@")[0]
        for key in blocking_keys(claim):
            blocks[event, key].append(index)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        pairs.update(combinations(members, 2))
    yield from sorted(pairs)


def blocking_keys(claim: Claim) -> set[str]:
    """What two figures must share, at least one of, to be compared: note, dimension, measure, thing or count."""
    quantity = claim.quantity
    keys = {f"note {claim.note}"} if claim.note else set()
    unit = dimension(claim)
    if unit is not None:
        return keys | {f"unit {unit}"}
    if quantity.head:
        keys.add(f"thing {quantity.head}")
    if claim.measure:
        keys.add(f"measure {claim.measure}")
        keys.update(f"measure {m}" for pair in kinships() if claim.measure in pair for m in pair)
    if abs(quantity.value) >= TELLING or not claim.measure:
        keys.add(f"count {quantity.value.normalize()}")
    return keys
