"""From the bytes of one input to its articles: sniff, hand to the reader of that format, catch its faults."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from reconcile.model.change import evolve
from reconcile.reading.sniff import sniff
from reconcile.reading.values import Reading, ReadOptions, Source, UnreadableError

_MOST_PROBLEMS = 50  # of one input

Reader = Callable[[Source, ReadOptions], Reading]

# Loaded when first needed, so that reading plain text costs nothing of the others' imports.
_READERS: dict[str, tuple[str, str]] = {
    "text": ("plain", "read_plain"),
    "json": ("ninjs", "read_json"),
    "html": ("page", "read_page"),
    "wire": ("wire", "read_wire"),
    "feed": ("feed", "read_feed"),
    "csv": ("table", "read_table"),
    "mail": ("mail", "read_mail"),
    "pdf": ("pdf", "read_pdf"),
    "zip": ("archive", "read_zip"),
    "gzip": ("archive", "read_gzip"),
    "warc": ("warc", "read_warc"),
}


def read_source(source: Source, options: ReadOptions) -> Reading:
    """The articles in one input; whatever is wrong with it becomes a problem."""
    try:
        return _brief(_reader(sniff(source))(source, options), source)
    except UnreadableError as fault:
        return Reading(problems=(source.problem(str(fault), fault.line),))
    except (RecursionError, MemoryError):
        return Reading(problems=(source.problem("is nested too deeply or too large to be read"),))


def _brief(reading: Reading, source: Source) -> Reading:
    """The reading with no more problems than someone would read."""
    more = len(reading.problems) - _MOST_PROBLEMS
    if more <= 0:
        return reading
    kept = reading.problems[:_MOST_PROBLEMS]
    return evolve(reading, problems=(*kept, source.problem(f"has {more:,} more problems of these kinds")))


def _reader(name: str) -> Reader:
    module, function = _READERS[name]
    return cast(Reader, getattr(import_module(f"reconcile.reading.{module}"), function))
