"""Tables of text that keep to a width."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tabulate import tabulate

_AIR = 2  # columns that tabulate adds to a header
_FRAMES = {"simple_grid": (3, 1), "simple": (2, -2)}  # columns a style takes for each cell, and once


def table(
    cells: Sequence[Sequence[str]], headers: Sequence[str], caps: Sequence[int], width: int, style: str = "simple_grid"
) -> str:
    """`cells` as a table of at most `width` columns; the last column takes what the others leave (20 at least).

    `caps` holds the widest each other column may be; longer cells are wrapped, and none is narrower than its header.
    """
    each, once = _FRAMES[style]
    widths = _fitted(cells, headers, caps, width - each * len(headers) - once)
    # Wrapped here, as tabulate's own wrapping takes "100,000" for a number and fails.
    wrapped = [[_wrap(cell, room) for cell, room in zip(row, widths, strict=True)] for row in cells]
    return tabulate(wrapped, headers=headers, tablefmt=style, disable_numparse=True)


def _fitted(cells: Sequence[Sequence[str]], headers: Sequence[str], caps: Sequence[int], width: int) -> list[int]:
    widths = [
        max(len(header) + _AIR, min(cap, max(len(row[i]) for row in cells)))
        for i, (cap, header) in enumerate(zip(caps, headers, strict=False))
    ]
    return [*widths, max(width - sum(widths), 20)]


def _wrap(cell: str, width: int) -> str:
    return "\n".join(line for part in cell.splitlines() for line in textwrap.wrap(part, width) or [""])
