"""Work shared out among processes; results come in the order of the items and are the same for any number of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Progress = Callable[[int, int], None]  # how many items are done, and of how many


def silent(done: int, total: int) -> None:
    """The progress nobody watches."""


def shared(
    task: Callable[[Item], Result], items: Sequence[Item], jobs: int, progress: Progress = silent
) -> Iterator[Result]:
    """`task` of each item in turn, worked out by `jobs` processes; with one job, or one item, in this process.

    `task`, items and results must be picklable where there are several. Raises ReconcileError where a process is
    killed from outside, as happens where memory runs out.
    """
    alone = jobs <= 1 or len(items) <= 1
    results = map(task, items) if alone else import_module("reconcile.pool").from_pool(task, items, jobs)
    for done, result in enumerate(results, 1):
        progress(done, len(items))
        yield result
