"""Reading with several processes; the result is the same as with one, in the same order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import BinaryIO

from reconcile.reading.find import Input
from reconcile.reading.inputs import read_input
from reconcile.reading.values import Reading, ReadOptions

_CHUNKS = 8  # shares of the work for each process, so that slow files even out


def read_all(found: Sequence[Input], options: ReadOptions, stdin: BinaryIO | None) -> Iterator[Reading]:
    """The reading of each input in turn; standard input is read by this process."""
    pool = ProcessPoolExecutor(options.jobs)
    try:
        shared = [one for one in found if not one.is_stdin]
        size = max(1, len(shared) // (options.jobs * _CHUNKS))
        readings = pool.map(partial(read_input, options=options), shared, chunksize=size)
        for one in found:
            yield read_input(one, options, stdin) if one.is_stdin else next(readings)
    finally:  # also when the caller is interrupted
        pool.shutdown(wait=False, cancel_futures=True)
