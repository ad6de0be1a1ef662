"""JSON: IPTC ninjs 1.x, 2.x and 3.x items, and plain records; single, in an array, wrapped, or one a line.

ninjs names are those of https://iptc.org/std/ninjs/ (`headline`, `body_text`, `bodies`, `versioncreated`, `ednote`,
`pubstatus`); 3.x writes the same names in camelCase, so keys are compared lower-cased.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from attrs import frozen

from reconcile.errors import Problem
from reconcile.model.text import Article, SourceMark
from reconcile.reading.build import Draft
from reconcile.reading.encodings import Decoded, decode
from reconcile.reading.values import Reading, ReadOptions, Source, UnreadableError

Item = dict[str, Any]

_WRAPPERS = ("items", "_items", "articles", "data", "results")
_LINES = (".jsonl", ".ndjson")
_BODIES = ("body_text", "bodytext", "body", "text", "content", "article_body", "articlebody")
_HTML_BODIES = ("body_html", "body_xhtml", "bodyhtml", "content_html")
_HEADLINES = ("headline", "title", "name")
_DATES = ("versioncreated", "version_created", "published", "datepublished", "date_published", "pubdate", "date")
_EARLIER_DATES = ("contentcreated", "firstcreated", "created", "publicationdate", "timestamp")
_SOURCES = ("infosource", "infosources", "source", "publisher", "provider", "outlet", "copyrightholder", "byline", "by")
_ADDRESSES = ("url", "link", "canonical", "altids")
_CANCELED = ("canceled", "cancelled", "withdrawn", "killed")


@frozen
class _Found:
    """An item, its key as a suffix to the file's id, and the line it begins on where that is known."""

    item: object
    part: str
    line: int | None = None


def read_json(source: Source, options: ReadOptions) -> Reading:
    """Every item of the file as an article; an item or line that cannot be used is a problem of its own."""
    decoded = decode(source.data)
    articles: list[Article] = []
    problems: list[Problem] = []
    if decoded.lost:
        problems.append(source.problem(f"{decoded.lost} characters are not valid {decoded.encoding}"))
    for found in _items(source, decoded, problems):
        try:
            draft = _draft(found, options)
        except UnreadableError as fault:
            problems.append(source.problem(str(fault), found.line))
            continue
        articles.append(draft.article(source))
        problems += draft.problems
    if not articles and not problems:
        raise UnreadableError("holds no item with a text")
    return Reading(tuple(articles), tuple(problems))


def _items(source: Source, decoded: Decoded, problems: list[Problem]) -> Iterator[_Found]:
    text = decoded.text
    if source.ending in _LINES or _one_a_line(text):
        yield from _lines(source, text, problems)
        return
    try:
        data = json.loads(text)
    except json.JSONDecodeError as fault:
        raise UnreadableError(f"is not valid JSON: {fault.msg}", fault.lineno) from None
    except ValueError:  # a number of more than 4,300 digits
        raise UnreadableError("is not valid JSON: a number is too long") from None
    if isinstance(data, dict):
        wrapped = next((data[w] for w in _WRAPPERS if isinstance(data.get(w), list)), None)
        if wrapped is None or _has_text(data):
            yield _Found(data, "", 1)
            return
        data = wrapped
    if not isinstance(data, list):
        raise UnreadableError("holds a bare value; an article is a JSON object")
    for number, item in enumerate(data, 1):
        yield _Found(item, f"#{number}")


def _one_a_line(text: str) -> bool:
    """True where the first line is an object by itself and another line follows."""
    first, _, rest = text.lstrip().partition("\n")
    if not rest.strip() or not rest.lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except ValueError:
        return False


def _lines(source: Source, text: str, problems: list[Problem]) -> Iterator[_Found]:
    for number, line in enumerate(text.split("\n"), source.line):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except json.JSONDecodeError as fault:
            problems.append(source.problem(f"is not valid JSON: {fault.msg} (column {fault.colno})", number))
        except (ValueError, RecursionError):
            problems.append(source.problem("is not valid JSON: nested too deeply or a number too long", number))
        else:
            yield _Found(item, f"#{number}", number)


def _draft(found: _Found, options: ReadOptions) -> Draft:
    if not isinstance(found.item, dict):
        raise UnreadableError("an item is no JSON object")
    item = {str(k).lower(): v for k, v in found.item.items()}
    draft = _body(item, options.text_column)
    draft.id = _text(item, ("uri", "guid", "id", "_id"))
    draft.part = found.part
    draft.line = found.line
    draft.headline = _headline(item)
    draft.source = next((name for key in _SOURCES if (name := _name(item.get(key)))), "")
    draft.published = _text(item, _DATES) or _text(item, _EARLIER_DATES)
    draft.url = _text(item, _ADDRESSES)
    draft.withdrawn = _text(item, ("pubstatus",)).lower() in _CANCELED
    draft.notes = (_text(item, ("ednote", "editorialnote", "correction")),)
    if found.line is not None:
        draft.marks = (SourceMark("body", 0, found.line),)
    if not draft.body.strip() and not draft.headline.strip():
        wanted = f"{options.text_column!r}" if options.text_column else "body_text, body_html or bodies"
        raise UnreadableError(f"an item has no text; looked for {wanted} (name another with --text-column)")
    return draft


def _body(item: Item, column: str | None) -> Draft:
    if column is not None and (chosen := _text(item, (column.lower(),))):
        return Draft(chosen)
    parts = [b for b in _entries(item.get("bodies")) if isinstance(b.get("value"), str)]
    if parts:
        plain = [b for b in parts if "html" not in str(b.get("contenttype", ""))]
        best = min(plain or parts, key=lambda b: b.get("role", "main") != "main")
        return Draft(best["value"]) if plain else _from_html(best["value"])
    if body := _text(item, _BODIES):
        return Draft(body)
    if html := _text(item, _HTML_BODIES):
        return _from_html(html)
    return Draft(_text(item, ("description_text", "description", "summary")))


def _from_html(html: str) -> Draft:
    blocks = import_module("reconcile.reading.blocks").from_html(html)
    return Draft(blocks.text, regions=blocks.regions)


def _headline(item: Item) -> str:
    listed = [h for h in _entries(item.get("headlines")) if isinstance(h.get("value"), str)]
    best = min(listed, key=lambda h: h.get("role", "main") != "main")["value"] if listed else _text(item, _HEADLINES)
    if "<" in best and ">" in best:
        return _from_html(best).body.strip()
    return best


def _entries(value: object) -> list[Item]:
    """The objects of a list with lower-cased keys."""
    if not isinstance(value, list):
        return []
    return [{str(k).lower(): v for k, v in entry.items()} for entry in value if isinstance(entry, dict)]


def _name(value: object) -> str:
    """A name given as text, as an object with a name, or as a list of either."""
    if isinstance(value, list):
        return next((name for entry in value if (name := _name(entry))), "")
    if isinstance(value, dict):
        return _name(value.get("name") or value.get("title"))
    return value.strip() if isinstance(value, str) else ""


def _text(item: Item, keys: tuple[str, ...]) -> str:
    return next((value for key in keys if isinstance(value := item.get(key), str) and value.strip()), "")


def _has_text(item: Item) -> bool:
    lowered = {str(k).lower() for k in item}
    return bool(lowered & {"uri", "bodies", *_BODIES, *_HTML_BODIES})
