"""A counter on standard error while a long run works; nothing where that is no terminal or the run is short."""

from __future__ import annotations

import sys
from typing import TextIO

from attrs import define, field

LONG = 100  # items from which a run is long
_STEPS = 100  # how often the line is written at most


@define
class Counter:
    """Writes `reconcile: 120 of 1,000 read` over itself, and wipes it out when the last item is done."""

    what: str
    stream: TextIO = field(factory=lambda: sys.stderr)

    def __call__(self, done: int, total: int) -> None:
        """Tell that `done` of `total` items are done."""
        if total < LONG or not self.stream.isatty():
            return
        line = f"reconcile: {done:,} of {total:,} {self.what}"
        if done >= total:
            self.stream.write(f"\r{' ' * len(line)}\r")
        elif done % max(1, total // _STEPS) == 0:
            self.stream.write(f"\r{line}")
        self.stream.flush()
