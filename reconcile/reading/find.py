"""What the paths of a command line name: files, folders, globs, standard input, addresses."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from reconcile.errors import Problem

STDIN = "-"
_ADDRESSES = ("http://", "https://")
_SAVED_PAGE = ("_files", ".files")  # browsers keep a page's pictures and scripts in a folder beside it


@frozen
class Input:
    """One thing to read: a file, standard input or an address, or a problem where there is nothing.

    `data` has the bytes where they have been read already.
    """

    path: str
    problem: Problem | None = None
    data: bytes | None = None

    @property
    def is_stdin(self) -> bool:
        return self.path == STDIN

    @property
    def is_address(self) -> bool:
        return self.path.lower().startswith(_ADDRESSES)

    @property
    def name(self) -> str:
        """The path as any output can hold it: bytes of a file's name that are no UTF-8 become U+FFFD."""
        if not self.path or not _encodable(self.path):
            return repr(self.path)
        return os.fsencode(self.path).decode("utf-8", "replace")


def find_inputs(paths: Iterable[str | Path]) -> tuple[Input, ...]:
    """Everything the paths name, each file once, in a fixed order: as given, folders and globs sorted by name."""
    seen: set[str] = set()
    found: list[Input] = []
    for path in paths:
        for item in _expand(Input(str(path))):
            key = item.path if item.problem or item.is_stdin or item.is_address else os.path.realpath(item.path)
            if key not in seen:
                seen.add(key)
                found.append(item)
    return tuple(found)


def _expand(item: Input) -> Iterator[Input]:
    if item.is_stdin or item.is_address:
        yield item
        return
    path = Path(item.path)
    if not item.path or "\0" in item.path or not _encodable(item.path):
        yield _fault(item.path, "is no name of a file")
    elif _is_folder(path):
        yield from _folder(path)
    elif os.path.lexists(path):
        yield Input(str(path))
    elif glob.has_magic(item.path):
        yield from _glob(item.path)
    else:
        yield _fault(item.path, "does not exist; check the spelling")


def _glob(pattern: str) -> Iterator[Input]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - a pattern may be absolute
    if not matches:
        yield _fault(pattern, "matches no file")
    for match in matches:
        if not _is_folder(Path(match)):
            yield Input(str(Path(match)))
        elif "**" not in pattern:  # there the files are matches themselves
            yield from _folder(Path(match))


def _folder(top: Path) -> Iterator[Input]:
    """Files under a folder, sorted; hidden ones are skipped, a folder met again through a link is not entered."""
    visited: set[str] = set()
    pending = [top]
    found = False
    while pending:
        path = pending.pop()
        if not _is_folder(path):
            found = True
            yield Input(str(path))
            continue
        real = os.path.realpath(path)
        if real in visited:
            continue
        visited.add(real)
        try:
            inside = [p for p in path.iterdir() if not p.name.startswith(".")]
        except OSError as fault:
            yield _fault(str(path), f"cannot be listed: {fault.strerror}")
            continue
        names = {p.name for p in inside}
        pending += sorted((p for p in inside if not _belongs_to_page(p.name, names)), reverse=True)
    if not found:
        yield _fault(str(top), "holds no file to read")


def _belongs_to_page(name: str, beside: set[str]) -> bool:
    stems = [name.removesuffix(ending) for ending in _SAVED_PAGE if name.endswith(ending)]
    return any(f"{stem}{ending}" in beside for stem in stems for ending in (".html", ".htm"))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a loop of links, a name too long
        return False


def _encodable(path: str) -> bool:
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        return False
    return True


def _fault(path: str, message: str) -> Input:
    return Input(path, Problem(Input(path).name, message))
