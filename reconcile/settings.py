"""What a caller may choose, as one frozen value."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from reconcile.model.claim import Kind
from reconcile.model.finding import BestRule


@frozen
class Settings:
    """Choices of one run.

    `lexicon` lists folders of house tables; `kinds` which kinds of claims are read; `jobs` is the number of processes
    that work on it (1 and up), which changes nothing in the result; `best` how the best figure of a finding is chosen.
    """

    lexicon: tuple[Path, ...] = ()
    kinds: frozenset[Kind] = frozenset(Kind)
    jobs: int = 1
    best: BestRule = BestRule.ORIGINS
