"""Asking of many places whether they stand in what is no running text, in time that does not grow with the regions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from reconcile.model.text import Region


class Covered:
    """The code points that some regions of one part hold; `offset in covered` is True inside any of them."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for region in sorted(regions, key=lambda r: r.start):
            if self._ends and region.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], region.end)
            else:
                self._starts.append(region.start)
                self._ends.append(region.end)

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]
