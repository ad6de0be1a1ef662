"""Plain text and Markdown, with optional front matter."""

from __future__ import annotations

import re

from attrs import frozen

from reconcile.model.text import SourceMark
from reconcile.reading.build import Draft
from reconcile.reading.encodings import decode
from reconcile.reading.values import Reading, ReadOptions, Source, UnreadableError

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("uri", "id"),
    "headline": ("headline", "title"),
    "source": ("source", "publisher", "outlet", "site"),
    "published": ("published", "date", "datetime", "published_at", "updated"),
    "url": ("url", "link", "canonical"),
}
_FENCE = re.compile(r"---[ \t]*\r?\n")
_CLOSE = ("---", "...")
_FIELD = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*))?\Z")
_MOST_FIELDS = 100  # lines after which an unclosed fence is no front matter


@frozen
class _FrontMatter:
    fields: dict[str, str]
    end: int  # offset of the text after it
    closed: bool = True


def read_plain(source: Source, options: ReadOptions) -> Reading:
    """One article: the whole text is the body, exactly as it stands after any front matter.

    In Markdown a first line `# Title` is taken out of the body and becomes the headline, unless front
    matter gives one.
    """
    decoded = decode(source.data)
    text = decoded.text
    front = _front_matter(text)
    draft = _draft(front.fields)
    start = front.end
    if not draft.headline and source.ending in (".md", ".markdown"):
        draft.headline, start = _title(text, start)
    draft.body = text[start:]
    if not draft.body.strip() and not draft.headline:
        raise UnreadableError("is empty; there is nothing to read")
    draft.marks = (SourceMark("body", 0, 1 + text.count("\n", 0, start), counts_lines=True),)
    if not front.closed:
        draft.problems.append(source.problem("front matter begins with --- but never ends; close it with ---", 1))
    if decoded.lost:
        draft.problems.append(
            source.problem(f"{decoded.lost} characters are not valid {decoded.encoding} and are shown as U+FFFD")
        )
    return Reading((draft.article(source),), tuple(draft.problems))


def _title(text: str, start: int) -> tuple[str, int]:
    """A first line `# Title` and where the text after it begins; empty and `start` where there is none."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    if not line.startswith(("# ", "#\t")):
        return "", start
    return line[2:].strip().rstrip("#").rstrip(), end + 1 if end >= 0 else len(text)


def _front_matter(text: str) -> _FrontMatter:
    """The `key: value` lines between two `---` lines at the very beginning; other text there is left alone."""
    fence = _FENCE.match(text)
    if not fence:
        return _FrontMatter({}, 0)
    fields: dict[str, str] = {}
    at = fence.end()
    for _ in range(_MOST_FIELDS):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)].rstrip()
        if line in _CLOSE:
            return _FrontMatter(fields, end + 1 if end >= 0 else len(text)) if fields else _FrontMatter({}, 0)
        found = _FIELD.match(line)
        if found:
            fields.setdefault(found[1].strip().lower().replace("-", "_").replace(" ", "_"), _unquoted(found[2] or ""))
        elif line and not line.startswith(("#", " ", "\t", "- ")):
            break  # running text: the line --- was a rule, not a fence
        if end < 0:
            break
        at = end + 1
    known = {name for names in FIELDS.values() for name in names}
    return _FrontMatter({}, 0, closed=not known & set(fields))


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


def _draft(fields: dict[str, str]) -> Draft:
    draft = Draft("")
    for name, keys in FIELDS.items():
        setattr(draft, name, next((fields[k] for k in keys if fields.get(k)), ""))
    return draft
