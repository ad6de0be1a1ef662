"""Writing a report to a file, whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from reconcile.errors import UsageError


def write_whole(path: Path, text: str) -> None:
    """Write `text` as UTF-8 so that `path` holds the old content or all of the new, never a part.

    A link is followed to its file; a device or pipe is written to directly. Raises UsageError where the file
    cannot be written.
    """
    data = text.encode("utf-8", "replace")
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        _replace(target, data)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from error


def _replace(target: Path, data: bytes) -> None:
    draft = target.with_name(f".{target.name[:200]}.{os.getpid()}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            draft.unlink()
