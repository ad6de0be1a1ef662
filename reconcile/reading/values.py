"""What the readers take and give."""

from __future__ import annotations

from attrs import frozen

from reconcile.errors import Problem, ReconcileError
from reconcile.model.text import Article

MEGABYTE = 1024 * 1024


@frozen
class ReadOptions:
    """Choices of one reading.

    `text_column` names the column (CSV) or key (JSON) that holds an article's text; others are read as usual.
    `fetch` allows addresses (http, https) to be fetched; nothing is ever fetched without it.
    `max_bytes` caps each input, packed and unpacked, of JSON lines each line; a larger one becomes a problem.
    `timeout` is the limit in seconds for fetching one address.
    `jobs` is the number of processes that read; what is read is the same for any number.
    """

    text_column: str | None = None
    fetch: bool = False
    max_bytes: int = 64 * MEGABYTE
    timeout: float = 20.0
    jobs: int = 1


@frozen
class Reading:
    """The articles that could be read, in the order of the paths, and a problem for every input that could not."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()


@frozen
class Source:
    """The bytes of one input and what it is called.

    `path` is shown to people and makes the article's id; `depth` counts the archives the input came out of;
    `line` is the line of the file the bytes begin on.
    """

    path: str
    data: bytes
    depth: int = 0
    line: int = 1

    @property
    def ending(self) -> str:
        """The ending of the file's name, lower-cased, with its dot; empty where there is none."""
        name = self.path.rsplit("/", 1)[-1]
        dot = name.rfind(".")
        return name[dot:].lower() if dot > 0 else ""

    def problem(self, message: str, line: int | None = None) -> Problem:
        return Problem(self.path, message, line)


class UnreadableError(ReconcileError):
    """An input cannot be read; caught where inputs are read and turned into a problem."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line
