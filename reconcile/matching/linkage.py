"""Clusters without blind chaining: components first, then average linkage on the log-odds inside each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

LARGEST = 400  # members of a component beyond which only its edges are trusted, not all pairs


def components(size: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Connected components of `size` nodes, members ascending, in order of their first member."""
    parent = list(range(size))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in edges:
        ra, rb = root(a), root(b)
        if ra != rb:
            parent[max(ra, rb)] = min(ra, rb)
    groups: dict[int, list[int]] = {}
    for node in range(size):
        groups.setdefault(root(node), []).append(node)
    return [groups[r] for r in sorted(groups)]


def average_linkage(
    members: Sequence[int], score: Callable[[int, int], float], threshold: float
) -> list[list[int]]:
    """Merge the two clusters with the highest mean score again and again, while that mean passes `threshold`.

    Deterministic: ties go to the clusters with the smallest members.
    """
    clusters: dict[int, list[int]] = {m: [m] for m in members}
    totals = {pair: score(*pair) for pair in combinations(sorted(members), 2)}
    while totals:
        best = max(totals, key=lambda p: (totals[p] / (len(clusters[p[0]]) * len(clusters[p[1]])), -p[0], -p[1]))
        if totals[best] / (len(clusters[best[0]]) * len(clusters[best[1]])) <= threshold:
            break
        keep, gone = best
        del totals[best]
        for other in clusters:
            if other in best:
                continue
            a, b = _ordered(keep, other), _ordered(gone, other)
            totals[a] += totals.pop(b)
        clusters[keep] += clusters.pop(gone)
    return [sorted(c) for c in clusters.values()]


def _ordered(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
