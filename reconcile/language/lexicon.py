"""Loading the language tables: TOML files of literal phrases, checked as they are read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import attrs
from attrs import frozen

from reconcile.errors import LexiconError
from reconcile.language.phrases import PhraseTable
from reconcile.language.table_text import parse
from reconcile.language.tokens import fold

E = TypeVar("E", bound="Entry")
Houses = tuple[Path, ...]
_TABLES = Path(__file__).parent / "data"  # importlib.resources would cost 10 ms at every start


@frozen
class Example:
    """A text and what the table's entry makes of it there, in the table's own notation."""

    text: str
    reading: str


@frozen(kw_only=True)
class Entry:
    """What every table entry has; tables add keys of their own by subclassing.

    `examples` are texts in which the entry applies, with the reading; `counter` are texts in which it must not.
    """

    id: str
    phrases: tuple[str, ...]
    examples: tuple[Example, ...] = ()
    counter: tuple[str, ...] = ()
    line: int = 0


@frozen(eq=False)
class TableSpec(Generic[E]):
    """Which file holds a table (`<name>.toml`), the key of its entries (`[[key]]`) and their class."""

    name: str
    key: str
    entry: type[E]
    shared_phrases: bool = False


@lru_cache(maxsize=256)
def load(spec: TableSpec[E], houses: Houses = (), language: str = "en") -> tuple[E, ...]:
    """The entries of a table, house tables applied in order; raises LexiconError for a malformed table.

    A house folder may hold a file of the same name: its entries are added, one with the id of an entry
    already there takes that entry's place, and `remove = ["id", ...]` drops entries.
    """
    filename = f"{spec.name}.toml"
    text = (_TABLES / language / filename).read_text(encoding="utf-8")
    entries, _ = _parse(spec, text, filename)
    table = {e.id: e for e in entries}
    for folder in houses:
        path = folder / filename
        if not path.is_file():
            continue
        added, removed = _parse(spec, path.read_text(encoding="utf-8"), str(path))
        for gone in removed:
            if gone not in table:
                raise LexiconError(f"{path}: remove names {gone!r}, which is no id of this table")
            del table[gone]
        table.update({e.id: e for e in added})
    return tuple(table.values())


@lru_cache(maxsize=256)
def phrase_table(spec: TableSpec[E], houses: Houses = (), language: str = "en") -> PhraseTable[E]:
    """The table compiled for matching."""
    entries = load(spec, houses, language)
    return PhraseTable((p, e) for e in entries for p in e.phrases)


def by_phrase(entries: Sequence[E]) -> PhraseTable[tuple[E, ...]]:
    """The phrases of entries that may share some, each with all that have it, in their order."""
    found: dict[str, list[E]] = {}
    for entry in entries:
        for phrase in entry.phrases:
            found.setdefault(phrase, []).append(entry)
    return PhraseTable((p, tuple(own)) for p, own in found.items())


def _parse(spec: TableSpec[E], text: str, name: str) -> tuple[list[E], list[str]]:
    try:
        data = parse(text, spec.key)
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(f"{name}: not valid TOML: {fault}") from None
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == f"[[{spec.key}]]"]
    if unknown := set(data) - {spec.key, "remove"}:
        line = _line_of(text, sorted(unknown)[0])
        raise LexiconError(f"{name}:{line}: unknown key {sorted(unknown)[0]!r}; entries begin with [[{spec.key}]]")
    entries: list[E] = []
    seen_ids: set[str] = set()
    seen_phrases: dict[str, str] = {}
    for at, raw in enumerate(data.get(spec.key, [])):
        line = lines[at] if at < len(lines) else 0
        entry = _entry(spec, raw, f"{name}:{line}", line)
        _unique(entry, f"{name}:{line}", seen_ids, {} if spec.shared_phrases else seen_phrases)
        entries.append(entry)
    removed = data.get("remove", [])
    if not isinstance(removed, list) or not all(isinstance(r, str) for r in removed):
        raise LexiconError(f"{name}:{_line_of(text, 'remove')}: remove must be a list of ids")
    return entries, removed


def _entry(spec: TableSpec[E], raw: Mapping[str, Any], where: str, line: int) -> E:
    known, needed = _keys(spec)
    if not known.issuperset(raw):
        key = next(k for k in raw if k not in known)
        raise LexiconError(f"{where}: unknown key {key!r}; known: {', '.join(sorted(known))}")
    for key in needed:
        if key not in raw:
            raise LexiconError(f"{where}: {key!r} is missing")
    values: dict[str, Any] = {k: _frozen(v) if isinstance(v, list) else v for k, v in raw.items()}
    try:
        values["examples"] = tuple([Example(*pair) for pair in raw.get("examples", [])])
    except TypeError:
        raise LexiconError(f'{where}: each example is a pair ["text", "reading"]') from None
    try:
        return spec.entry(**values, line=line)
    except (TypeError, ValueError, KeyError) as fault:
        raise LexiconError(f"{where}: {fault}") from None


@lru_cache(maxsize=256)
def _keys(spec: TableSpec[Entry]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The keys that entries of this table may have, and those that they must have."""
    fields = [f for f in attrs.fields(spec.entry) if f.name != "line"]
    return frozenset(f.name for f in fields), tuple(f.name for f in fields if f.default is attrs.NOTHING)


def _unique(entry: Any, where: str, ids: set[str], phrases: dict[str, str]) -> None:
    if entry.id in ids:
        raise LexiconError(f"{where}: id {entry.id!r} stands twice")
    ids.add(entry.id)
    if not isinstance(entry.phrases, tuple) or not entry.phrases:
        raise LexiconError(f"{where}: phrases must be a list with at least one phrase")
    for phrase in entry.phrases:
        if not isinstance(phrase, str) or not phrase.strip():
            raise LexiconError(f"{where}: an empty phrase")
        folded = " ".join(phrase.lower().split() if phrase.isascii() else map(fold, phrase.split()))
        if folded in phrases:
            raise LexiconError(f"{where}: phrase {phrase!r} stands in {phrases[folded]!r} already")
        phrases[folded] = entry.id


def _frozen(values: list[Any]) -> tuple[Any, ...]:
    return tuple([_frozen(v) if isinstance(v, list) else v for v in values])


def _line_of(text: str, key: str) -> int:
    found = re.search(rf"^[ \t]*\[*{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1
