"""Write docs/reference/quantity-tables.md from the tables themselves: python docs/reference/make_quantity_tables.py."""

from __future__ import annotations

import tomllib
from pathlib import Path

HERE = Path(__file__).parent
TABLES = HERE.parents[1] / "reconcile" / "language" / "data" / "en"
NAMES = (
    "numerals",
    "quantity_words",
    "hedges",
    "changes",
    "units",
    "currencies",
    "counted_nouns",
    "not_a_figure",
)
SHOWN = 8  # phrases shown of an entry
HEAD = """# The tables behind quantities

Written by `make_quantity_tables.py` in this folder; do not edit. How to add to a table:
[teach it a word](../how-to/extend-the-tables.md).
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *(section(name) for name in NAMES)])


def section(name: str) -> str:
    """One table: what its file says of itself, then a row an entry."""
    text = (TABLES / f"{name}.toml").read_text(encoding="utf-8")
    (entries,) = tomllib.loads(text).values()
    about = [line.removeprefix("#").strip() for line in text.split("\n\n")[0].splitlines() if line.startswith("#")]
    phrases = sum(len(e["phrases"]) for e in entries)
    rows = [row(e) for e in entries]
    title = f"## {name}.toml"
    head = f"{len(entries)} entries, {phrases} phrases. {' '.join(about)}"
    return "\n".join([title, "", head, "", "| id | phrases | example |", "|---|---|---|", *rows, ""])


def row(entry: dict[str, list[str]]) -> str:
    """An entry as a table row: some of its phrases, and its first example with its reading."""
    shown = ", ".join(cell(p) for p in entry["phrases"][:SHOWN])
    more = len(entry["phrases"]) - SHOWN
    text, reading = (entry.get("examples") or [["", ""]])[0]
    example = f"{cell(text)} → {cell(reading) if reading else 'nothing'}" if text else ""
    return f"| {entry['id']} | {shown}{f', … {more} more' if more > 0 else ''} | {example} |"


def cell(text: str) -> str:
    """Text as code that cannot break out of a Markdown table."""
    return f"`{text.replace('|', chr(92) + '|')}`"


if __name__ == "__main__":
    (HERE / "quantity-tables.md").write_text(page(), encoding="utf-8")
