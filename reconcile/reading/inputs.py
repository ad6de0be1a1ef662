"""Reading what a user names on the command line into articles and problems."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from reconcile.errors import Problem
from reconcile.model.change import evolve
from reconcile.model.text import Article
from reconcile.reading.build import identify
from reconcile.reading.dispatch import read_source
from reconcile.reading.find import Input, find_inputs
from reconcile.reading.lines import read_lines
from reconcile.reading.values import MEGABYTE, Reading, ReadOptions, Source, UnreadableError
from reconcile.workers import shared

__all__ = ["WORTH_SHARING", "Input", "ReadOptions", "Reading", "find_inputs", "gather", "inputs", "read", "read_input"]

WORTH_SHARING = 16  # inputs or articles below which starting processes costs more than it saves
_DEFAULT = ReadOptions()
_LINES = (".jsonl", ".ndjson")


def read(paths: Iterable[str | Path], options: ReadOptions = _DEFAULT, stdin: BinaryIO | None = None) -> Reading:
    """Read every path in order: a file, a folder, a glob, `-` for standard input, or an address with `options.fetch`.

    Faults in the input never raise; each becomes a problem and the others still go through.
    """
    found = inputs(paths, options, stdin)
    jobs = options.jobs if len(found) >= WORTH_SHARING else 1
    return gather(shared(partial(read_input, options=options), found, jobs))


def inputs(
    paths: Iterable[str | Path], options: ReadOptions = _DEFAULT, stdin: BinaryIO | None = None
) -> tuple[Input, ...]:
    """What the paths name, standard input read already, so that any process can go on with it."""
    if isinstance(paths, str | Path):
        paths = [paths]
    return tuple(_taken(one, options, stdin) if one.is_stdin else one for one in find_inputs(paths))


def _taken(found: Input, options: ReadOptions, stdin: BinaryIO | None) -> Input:
    try:
        return evolve(found, data=_capped(stdin or sys.stdin.buffer, options.max_bytes))
    except UnreadableError as fault:
        return evolve(found, problem=Problem(found.name, str(fault)))


def gather(readings: Iterable[Reading]) -> Reading:
    """Several readings as one, in order, with every article under an id of its own."""
    articles: list[Article] = []
    problems: list[Problem] = []
    for reading in readings:
        articles += reading.articles
        problems += reading.problems
    return Reading(identify(articles), tuple(problems))


def read_input(found: Input, options: ReadOptions = _DEFAULT) -> Reading:
    """The articles of one input, not yet told apart from those of other inputs (`gather` does that)."""
    if found.problem is not None:
        return Reading(problems=(found.problem,))
    try:
        if _is_long_list(found, options.max_bytes):
            with Path(found.path).open("rb") as file:
                return read_lines(file, found.name, options)
        data = _load(found, options)
    except UnreadableError as fault:
        return Reading(problems=(Problem(found.name, str(fault)),))
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        return Reading(problems=(Problem(found.name, f"cannot be read: {reason}"),))
    return read_source(Source(found.name, data), options)


def _is_long_list(found: Input, limit: int) -> bool:
    """A file of JSON lines too long to be read at once: the limit then holds for each line."""
    if found.is_stdin or found.is_address or not found.path.endswith(_LINES):
        return False
    status = Path(found.path).stat()
    return stat.S_ISREG(status.st_mode) and status.st_size > limit


def _load(found: Input, options: ReadOptions) -> bytes:
    """The bytes of one input; raises UnreadableError or OSError."""
    if found.data is not None:
        return found.data
    if found.is_address:
        if not options.fetch:
            raise UnreadableError("is an address; addresses are fetched only when asked (--fetch)")
        data: bytes = import_module("reconcile.reading.fetch").fetch(found.path, options)
        return data
    path = Path(found.path)
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnreadableError("is no regular file")
    with path.open("rb") as file:
        return _capped(file, options.max_bytes)


def _capped(file: BinaryIO, limit: int) -> bytes:
    data = file.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(f"is larger than the limit of {limit / MEGABYTE:g} MB for one input; split it")
    return data
