"""Tables of a page: each figure with the heading of its row and of its column, spans taken into account."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from reconcile.reading.soup import Node

_LAYOUT = frozenset({"table", "div", "section", "article", "h1", "h2", "ul"})
_MOST_CELLS = 200  # of one row
_MOST_SPAN = 1000  # rows
_MOST_GROWTH = 4  # headings are repeated until a table's text has grown by this factor
_SPARE = 20_000  # characters that any table may have besides
_LONGEST_HEADING = 80  # characters; it is repeated in every cell of its row or column


@frozen
class Cell:
    """What one figure of a table says in words, the heading of its row, and the row's element."""

    text: str
    label: str
    row: Node


@frozen
class _Field:
    """One place in the grid: its text (empty where a cell above or to the left reaches into it) and its heading."""

    text: str
    heading: str
    is_heading: bool = False


def is_data(table: Node) -> bool:
    """A table of figures and not of layout: no cell holds sections or another table."""
    if table.attrs.get("role") == "presentation":
        return False
    has_cell = False
    for node in table.walk():
        if node is not table and node.tag in _LAYOUT:
            return False
        has_cell = has_cell or node.tag == "td"
    return has_cell


def cells(table: Node) -> Iterator[Cell]:
    """Every cell of a table as text that says what it is of: `row heading – column heading: value`.

    A table of two columns without headings is a list of keys and values; any other without headings gives its
    rows, cells parted by bars.
    """
    grid = list(_grid(table))
    top = _heading_rows([fields for _, fields in grid])
    columns = _columns([fields for _, fields in grid[:top]])
    left = _SPARE + _MOST_GROWTH * len(table.text())
    for row, fields in grid[top:]:
        label = fields[0].heading if fields else ""
        if not columns and len(fields) != 2:
            yield Cell(" | ".join(f.text for f in fields if f.text), "", row)
            continue
        for place, field in enumerate(fields[1:], 1):
            if field.text:
                headings = " – ".join(h for h in (label, columns.get(place, "")) if h) if left > 0 else ""
                text = f"{headings}: {field.text}" if headings else field.text
                left -= len(text)
                yield Cell(text, label if columns else "", row)


def _grid(table: Node) -> Iterator[tuple[Node, list[_Field]]]:
    """Rows with a field for every column."""
    reaching: dict[int, tuple[int, _Field]] = {}  # column -> rows that a cell above still reaches into
    for row in (n for n in table.walk() if n.tag == "tr"):
        fields: list[_Field] = []
        for cell in (c for c in row.children if isinstance(c, Node) and c.tag in ("td", "th")):
            fields += _from_above(reaching, len(fields))
            text = " ".join(cell.text().split())
            field = _Field(text, text[:_LONGEST_HEADING], cell.tag == "th")
            empty = _Field("", field.heading, field.is_heading)
            rows = _span(cell, "rowspan", _MOST_SPAN)
            for offset in range(_span(cell, "colspan", _MOST_CELLS)):
                if rows > 1:
                    reaching[len(fields)] = (rows - 1, empty)
                fields.append(empty if offset else field)
            if len(fields) >= _MOST_CELLS:
                break
        fields += _from_above(reaching, len(fields))
        if fields:
            yield row, fields[:_MOST_CELLS]


def _from_above(reaching: dict[int, tuple[int, _Field]], column: int) -> list[_Field]:
    """The fields from this column on that cells of earlier rows fill."""
    found = []
    while column in reaching:
        left, field = reaching.pop(column)
        if left > 1:
            reaching[column] = (left - 1, field)
        found.append(field)
        column += 1
    return found


def _span(cell: Node, name: str, most: int) -> int:
    written = cell.attrs.get(name, "1").strip()
    return max(1, min(int(written), most)) if written.isascii() and written.isdigit() and len(written) < 6 else 1


def _heading_rows(grid: list[list[_Field]]) -> int:
    """How many rows at the top are headings: those of heading cells, else a first row of words above figures."""
    top = 0
    while top < len(grid) - 1 and len(grid[top]) > 1 and all(f.is_heading for f in grid[top]):
        top += 1
    if top or len(grid) < 2 or len(grid[0]) < 3:
        return top
    below = any(_has_digit(f.text) for fields in grid[1:] for f in fields[1:])
    return 1 if below and not any(_has_digit(f.text) for f in grid[0]) else 0


def _columns(rows: list[list[_Field]]) -> dict[int, str]:
    """The heading of each column; headings of several rows one after the other, none twice."""
    columns: dict[int, list[str]] = {}
    for fields in rows:
        for place, field in enumerate(fields):
            known = columns.setdefault(place, [])
            if field.heading and field.heading not in known:
                known.append(field.heading)
    return {place: " ".join(headings)[: 2 * _LONGEST_HEADING] for place, headings in columns.items()}


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)
