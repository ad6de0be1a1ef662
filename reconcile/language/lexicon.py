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
_LISTS = {"files": "names", "remove": "ids"}  # what may stand above the entries, and what each lists
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
    `begins` is the file and line at which it does.
    """

    id: str
    phrases: tuple[str, ...]
    examples: tuple[Example, ...] = ()
    counter: tuple[str, ...] = ()
    begins: str = ""


@frozen(eq=False)
class TableSpec(Generic[E]):
    """Which file holds a table (`<name>.toml`), the key of its entries (`[[key]]`) and their class.

    A large table is a folder: its file names, under `files`, those in `<name>/` that hold its entries, in their order.
    """

    name: str
    key: str
    entry: type[E]
    shared_phrases: bool = False


@lru_cache(maxsize=256)
def load(spec: TableSpec[E], houses: Houses = (), language: str = "en") -> tuple[E, ...]:
    """The entries of a table, house tables applied in order; raises LexiconError for a malformed table.

    A house folder may hold a table of the same name: its entries are added, one with the id of an entry
    already there takes that entry's place, and `remove = ["id", ...]` drops entries.
    """
    table = {e.id: e for e in _read(spec, _TABLES / language, Path()).entries}
    for folder in houses:
        if not _holds(folder, spec.name):
            continue
        house = _read(spec, folder, folder)
        for gone, file in house.removed.items():
            if gone not in table:
                raise LexiconError(f"{file}: remove names {gone!r}, which is no id of this table")
            del table[gone]
        table.update({e.id: e for e in house.entries})
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


def _holds(folder: Path, name: str) -> bool:
    """True where a house has this table; a folder of files alone is refused, as nothing gives their order."""
    if (folder / f"{name}.toml").is_file():
        return True
    if any((folder / name).glob("*.toml")):
        raise LexiconError(f"{folder / name}: {name}.toml beside it must name its files")
    return False


class _Reading(Generic[E]):
    """What the files read so far say of a table: no id stands twice, and no phrase where none is shared."""

    def __init__(self, spec: TableSpec[E]) -> None:
        self.spec = spec
        self.entries: list[E] = []
        self.removed: dict[str, str] = {}  # ids, each with the file that drops it
        self._ids: dict[str, str] = {}
        self._phrases: dict[str, str] = {}

    def take(self, text: str, name: str) -> list[str]:
        """Read the text of one file; the names it lists under `files`."""
        data = _data(text, self.spec.key, name)
        lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == f"[[{self.spec.key}]]"]
        for at, raw in enumerate(data.get(self.spec.key, [])):
            entry = _entry(self.spec, raw, f"{name}:{lines[at] if at < len(lines) else 0}")
            _unique(entry, self._ids, {} if self.spec.shared_phrases else self._phrases)
            self.entries.append(entry)
        self.removed |= dict.fromkeys(data.get("remove", ()), name)
        return list(data.get("files", ()))


def _read(spec: TableSpec[E], folder: Path, shown: Path) -> _Reading[E]:
    """The table's file in a folder and the files it names; messages name each by its path from `shown` on."""
    head, own = f"{spec.name}.toml", spec.name
    reading = _Reading(spec)
    named = reading.take((folder / head).read_text(encoding="utf-8"), str(shown / head))
    for file in _files(folder / own, named, shown / head):
        reading.take((folder / own / file).read_text(encoding="utf-8"), str(shown / own / file))
    return reading


def _files(folder: Path, named: Sequence[str], head: Path) -> list[str]:
    """The files of a table's folder in the order in which its head names them; it must name all, and no others."""
    held = {path.stem for path in folder.glob("*.toml")} if folder.is_dir() else set[str]()
    for name in sorted(held.symmetric_difference(named)):
        fault = f"does not name {name!r}, which is" if name in held else f"names {name!r}, which is not"
        raise LexiconError(f"{head}: files {fault} in the folder {head.stem}")
    return [f"{name}.toml" for name in named]


def _data(text: str, key: str, name: str) -> Mapping[str, Any]:
    """What a file holds: entries, and above them the lists of a table's head."""
    try:
        data = parse(text, key)
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(f"{name}: not valid TOML: {fault}") from None
    if unknown := set(data) - {key, *_LISTS}:
        line = _line_of(text, sorted(unknown)[0])
        raise LexiconError(f"{name}:{line}: unknown key {sorted(unknown)[0]!r}; entries begin with [[{key}]]")
    for list_, listed in _LISTS.items():
        own = data.get(list_, [])
        if not isinstance(own, list) or not all(isinstance(one, str) for one in own):
            raise LexiconError(f"{name}:{_line_of(text, list_)}: {list_} must be a list of {listed}")
    return data


def _entry(spec: TableSpec[E], raw: Mapping[str, Any], where: str) -> E:
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
        return spec.entry(**values, begins=where)
    except (TypeError, ValueError, KeyError) as fault:
        raise LexiconError(f"{where}: {fault}") from None


@lru_cache(maxsize=256)
def _keys(spec: TableSpec[Entry]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The keys that entries of this table may have, and those that they must have."""
    fields = [f for f in attrs.fields(spec.entry) if f.name != "begins"]
    return frozenset(f.name for f in fields), tuple(f.name for f in fields if f.default is attrs.NOTHING)


def _unique(entry: Any, ids: dict[str, str], phrases: dict[str, str]) -> None:
    where = entry.begins
    if entry.id in ids:
        raise LexiconError(f"{where}: id {entry.id!r} stands twice, first at {ids[entry.id]}")
    ids[entry.id] = where
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
