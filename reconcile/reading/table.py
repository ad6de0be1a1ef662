"""CSV and TSV: one article a row, its text in a column named by the caller or known by its heading."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from reconcile.errors import Problem
from reconcile.model.text import Article, SourceMark
from reconcile.reading.build import Draft
from reconcile.reading.encodings import decode
from reconcile.reading.plain import FIELDS
from reconcile.reading.values import Reading, ReadOptions, Source, UnreadableError

_TEXTS = ("body_text", "body", "text", "content", "article")
_DELIMITERS = "\t;|,"


def read_table(source: Source, options: ReadOptions) -> Reading:
    """Every row with a text; headings name headline, source, published, url and uri as in front matter."""
    text = decode(source.data).text
    rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    problems: list[Problem] = []
    articles: list[Article] = []
    header: list[str] = []
    column = -1
    for line, row in _rows(rows, source, problems):
        if not header:
            header = [name.strip().lower() for name in row]
            column = _text_column(header, options.text_column)
            continue
        if column >= len(row) or not row[column].strip():
            problems.append(source.problem(f"a row has no text in column {header[column]!r}", line))
            continue
        draft = _draft(dict(zip(header, row, strict=False)), row[column], line)
        articles.append(draft.article(source))
        problems += draft.problems
    if not articles and not problems:
        raise UnreadableError("is a table without a row")
    return Reading(tuple(articles), tuple(problems))


def _delimiter(text: str) -> str:
    first = text.lstrip().partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def _rows(rows: object, source: Source, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Rows with the line they begin on; a fault of the format ends the table and is a problem."""
    reader = rows
    line = 1
    while True:
        try:
            row = next(reader)  # type: ignore[call-overload]
        except StopIteration:
            return
        except csv.Error as fault:
            problems.append(source.problem(f"is no well-formed table, the rest is not read: {fault}", line))
            return
        if any(cell.strip() for cell in row):
            yield line, row
        line = reader.line_num + 1  # type: ignore[attr-defined]


def _text_column(header: list[str], wanted: str | None) -> int:
    names = (*([wanted.strip().lower()] if wanted is not None else []), *_TEXTS)
    for name in names:
        if name in header:
            return header.index(name)
    shown = ", ".join(header)[:200]
    raise UnreadableError(f"has no column {' or '.join(names)}; name one of these with --text-column: {shown}", 1)


def _draft(row: dict[str, str], body: str, line: int) -> Draft:
    draft = Draft(body, part=f"#{line}", line=line, marks=(SourceMark("body", 0, line, counts_lines=True),))
    for name, keys in FIELDS.items():
        setattr(draft, name, next((row[k].strip() for k in keys if row.get(k, "").strip()), ""))
    return draft
