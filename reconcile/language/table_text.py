"""The text of a table as data: at once where it is written as tables usually are, else by the TOML parser.

Every start reads over a megabyte of tables, of which the TOML parser, written in Python, would make most of its time.
Where each entry is a line `[[key]]` and lines `name = value`, and every value is JSON as well as TOML, the text
becomes one JSON text by replacing the beginnings of those lines. Whatever else a file holds, its faults too, is the
TOML parser's.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

# Each begins with a character of its own, which is found without trying the rest of the pattern everywhere.
_COMMENT = re.compile(r"\n#.*")
_NAME = re.compile(r"\n(\w+) *= *", re.ASCII)
_ESCAPE_ALONE = re.compile(r'\\[^bfnrt"\\]')  # of TOML, or of JSON only
_NULL = re.compile(r"null\b")


def parse(text: str, key: str) -> Mapping[str, Any]:
    """What `tomllib.loads` makes of a table whose entries begin with `[[key]]`; raises what that raises."""
    entries = _plain(text, f"[[{key}]]\n")
    return tomllib.loads(text) if entries is None else {key: entries}


def _plain(text: str, opening: str) -> list[dict[str, Any]] | None:
    """The entries of a table in its usual form; None where it may be in another."""
    before, begins, entries = _COMMENT.sub("", f"\n{text}").partition(opening)
    if not begins or before.strip() or _ESCAPE_ALONE.search(text) or _NULL.search(text):
        return None
    pieces = _NAME.split(f"\n{entries}")
    pieces[1::2] = [f'\n,"{name}":' for name in pieces[1::2]]
    lines = "".join(pieces).replace(f"\n{opening}", '\n},{"":0')
    try:
        found = json.loads(f'[{{"":0{lines}}}]', object_pairs_hook=_entry, parse_constant=_refuse)
    except ValueError:
        return None
    assert isinstance(found, list)
    return found


def _entry(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entry = dict(pairs)
    if len(entry) < len(pairs) or entry.pop("", None) != 0:
        raise ValueError("a name stands twice, or an object where TOML has none")
    return entry


def _refuse(constant: str) -> object:
    raise ValueError(constant)
