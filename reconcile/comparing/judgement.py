"""What two figures come to."""

from __future__ import annotations

from attrs import frozen

from reconcile.model.finding import Verdict


@frozen
class Judgement:
    """A verdict with its reasons, most telling first."""

    verdict: Verdict
    reasons: tuple[str, ...]
