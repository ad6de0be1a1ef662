"""Processes that share out work; imported only where there are to be several, for start-up's sake."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from reconcile.errors import ReconcileError

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNKS = 16  # shares of the work for each process, so that slow items even out
_LARGEST = 16  # items of one share at most: what has begun is finished before an interrupted run ends


def from_pool(task: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result]:
    """`task` of each item in turn, worked out by `jobs` processes; raises ReconcileError where one is killed."""
    size = max(1, min(_LARGEST, len(items) // (jobs * _CHUNKS)))
    pool = ProcessPoolExecutor(min(jobs, len(items)), initializer=_begin)
    try:
        with _undisturbed():
            results = pool.map(task, items, chunksize=size)
        yield from results
    except BrokenProcessPool:
        raise ReconcileError("a worker process was killed; is there enough memory? Fewer --jobs need less") from None
    finally:  # also where the caller is interrupted
        pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits while processes are started: what runs around a fork would swallow it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Ctrl-C reaches every process, but the run's own ends the workers; those leave alone what they have inherited."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # collecting would write to, and so copy, all memory shared with the parent
