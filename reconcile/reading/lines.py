"""Long files of JSON lines, a stretch at a time, so that only the articles stay in memory."""

from __future__ import annotations

from typing import BinaryIO

from reconcile.errors import Problem
from reconcile.model.text import Article
from reconcile.reading.dispatch import read_source
from reconcile.reading.values import MEGABYTE, Reading, ReadOptions, Source

_MOST_PROBLEMS = 50  # of one file


def read_lines(file: BinaryIO, name: str, options: ReadOptions) -> Reading:
    """Every line as an item; one longer than `options.max_bytes` is a problem and is skipped."""
    articles: list[Article] = []
    problems: list[Problem] = []
    unread: list[bytes] = []
    size = 0
    first = line = 1

    def flush() -> None:
        if unread:
            reading = read_source(Source(name, b"".join(unread), line=first), options)
            articles.extend(reading.articles)
            problems.extend(reading.problems)
            unread.clear()

    while text := file.readline(options.max_bytes + 1):
        if len(text) > options.max_bytes:
            flush()
            limit = f"{options.max_bytes / MEGABYTE:g} MB"
            problems.append(Problem(name, f"a line is larger than the limit of {limit} for one input", line))
            _skip_line(file, text)
            first, size = line + 1, 0
        elif size + len(text) > options.max_bytes:
            flush()
            unread.append(text)
            first, size = line, len(text)
        else:
            unread.append(text)
            size += len(text)
        line += 1
    flush()
    if len(problems) > _MOST_PROBLEMS:
        more = len(problems) - _MOST_PROBLEMS
        problems[_MOST_PROBLEMS:] = [Problem(name, f"has {more:,} more problems of these kinds")]
    return Reading(tuple(articles), tuple(problems))


def _skip_line(file: BinaryIO, text: bytes) -> None:
    while text and not text.endswith(b"\n"):
        text = file.readline(MEGABYTE)
