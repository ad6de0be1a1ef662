"""Clusters without blind chaining: components first, then average linkage on the log-odds inside each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def components(size: int, edges: Iterable[Pair]) -> list[list[int]]:
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
    members: Sequence[int], scores: Mapping[Pair, float], threshold: float, absent: float
) -> list[list[int]]:
    """Merge the two clusters with the highest mean score again and again, while that mean passes `threshold`.

    `scores` holds log-odds by ordered pair; a pair it lacks counts as `absent`, which must not pass the threshold.
    Only clusters that share a scored pair are ever held together, so the cost grows with the scored pairs.
    Deterministic: ties go to the clusters with the smallest members.
    """
    clusters = {m: [m] for m in members}
    excess: dict[int, dict[int, float]] = defaultdict(dict)  # summed scores above `absent`, both ways
    for (a, b), score in scores.items():
        excess[a][b] = excess[b][a] = score - absent
    heap = [(-score, a, b, 1, 1) for (a, b), score in scores.items() if score > threshold]
    heapify(heap)
    while heap:
        _, keep, gone, size_keep, size_gone = heappop(heap)
        if len(clusters.get(keep, ())) != size_keep or len(clusters.get(gone, ())) != size_gone:
            continue  # one of them has grown or gone since
        clusters[keep] += clusters.pop(gone)
        for other, sum_of in excess.pop(gone).items():
            del excess[other][gone]
            if other != keep:
                excess[keep][other] = excess[other][keep] = excess[keep].get(other, 0.0) + sum_of
        for other, sum_of in excess[keep].items():
            mean = absent + sum_of / (len(clusters[keep]) * len(clusters[other]))
            if mean > threshold:
                a, b = (keep, other) if keep < other else (other, keep)
                heappush(heap, (-mean, a, b, len(clusters[a]), len(clusters[b])))
    return [sorted(c) for c in clusters.values()]
