"""Everything that can go wrong, as values a caller can show or catch."""

from __future__ import annotations

from attrs import frozen


class ReconcileError(Exception):
    """Base of every exception the library raises on purpose; the message is fit for a user."""


class LexiconError(ReconcileError):
    """A language table is malformed; the message names file, line and what to mend."""


class UsageError(ReconcileError):
    """The library or command was asked for something that cannot be done."""


@frozen
class Problem:
    """One input that could not be read, in whole or in part. Faults in input are values, not exceptions."""

    path: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line is not None else self.path
        return f"{where}: {self.message}"
