"""Where figures stand on an axis, in per cent of its width."""

from __future__ import annotations

import math
from collections.abc import Iterable

from attrs import frozen

_LOG_FROM = 60.0  # largest over smallest, beyond which a linear axis would squeeze the small figures
_MARGIN = 5.0  # per cent of the axis left free at either end
_LARGEST = 1e300
_LABEL = 16.0  # per cent of the axis a tick's label needs


@frozen
class Scale:
    """An axis from `low` to `high`; logarithmic where `log`."""

    low: float
    high: float
    log: bool = False

    def at(self, value: float) -> float:
        """The place of `value` in per cent, held within the axis."""
        share = (self._warp(value) - self._warp(self.low)) / (self._warp(self.high) - self._warp(self.low))
        return _MARGIN + (100 - 2 * _MARGIN) * min(max(share, 0.0), 1.0)

    def _warp(self, value: float) -> float:
        return math.log10(max(value, self.low)) if self.log else value

    def ticks(self) -> list[float]:
        """Round numbers for labels, far enough apart to be read."""
        found = self._powers() if self.log else self._steps()
        kept: list[float] = []
        for tick in found:
            if not kept or self.at(tick) - self.at(kept[-1]) >= _LABEL:
                kept.append(tick)
        return kept

    def _powers(self) -> list[float]:
        first, last = math.floor(math.log10(self.low)), math.floor(math.log10(self.high))
        between = (1, 2, 5) if last - first < 3 else (1,)
        found = [10.0**n * m for n in range(first, last + 1) for m in between]
        return [tick for tick in found if self.low * (1 - 1e-9) <= tick <= self.high * (1 + 1e-9)]

    def _steps(self) -> list[float]:
        rough = (self.high - self.low) / 5
        size = 10.0 ** math.floor(math.log10(rough))
        step = next(size * m for m in (1, 2, 5, 10) if size * m >= rough * 0.999)
        first = math.ceil(self.low / step - 1e-9)
        return [step * n for n in range(first, first + 12) if step * n <= self.high * (1 + 1e-9)]


def scale_for(values: Iterable[float]) -> Scale | None:
    """An axis that holds all values; None where there is none to show."""
    finite = [v for v in values if math.isfinite(v) and abs(v) < _LARGEST]
    if not finite:
        return None
    low, high = min(finite), max(finite)
    if low > 0 and high / low > _LOG_FROM:
        return Scale(low, high, log=True)
    if high - low <= abs(high) * 1e-9:
        pad = max(abs(low) * 0.1, 1.0)
        return Scale(low - pad if low - pad >= 0 or low < 0 else 0.0, high + pad)
    return Scale(low, high)
