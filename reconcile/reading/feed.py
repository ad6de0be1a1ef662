"""RSS and Atom feeds and WordPress exports: one article an entry. Needs feedparser (extra `feeds`)."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from reconcile.errors import Problem
from reconcile.model.text import Article
from reconcile.reading.blocks import from_html
from reconcile.reading.build import Draft
from reconcile.reading.extras import load_extra
from reconcile.reading.values import Reading, ReadOptions, Source, UnreadableError
from reconcile.reading.xmltree import refuse_entities

_READ_TYPES = ("post", "page", "")  # WordPress also exports attachments, menus and revisions
_CAPTION = re.compile(r"\[caption[^\[\]]{0,400}\]")
_CAPTION_END = "[/caption]"
_SHORTCODE = re.compile(r"\[/?[a-z][a-z0-9_-]{1,30}(?: [^\[\]\n]{0,400})?\]")
_EMPTY_LINES = re.compile(r"\n[ \t\r]*\n")


def read_feed(source: Source, options: ReadOptions) -> Reading:
    """Every published entry; drafts, attachments and entries without text are passed over."""
    feedparser = load_extra("feedparser", "feeds")
    refuse_entities(source.data)
    try:
        found = feedparser.parse(BytesIO(source.data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as fault:  # whatever a feed can do to the parser
        raise UnreadableError(f"could not be read as a feed: {type(fault).__name__}") from None
    drafts = [_draft(e, found.feed) for e in found.entries if _is_published(e)]
    drafts = [d for d in drafts if d.body.strip()]
    problems: list[Problem] = []
    if complaint := _fault(found):
        problems.append(source.problem(f"is no well-formed feed: {complaint}", _line(found)))
    if not drafts and not problems:
        raise UnreadableError("is a feed without an entry that has a text")
    articles: list[Article] = []
    for number, draft in enumerate(drafts, 1):
        draft.part = f"#{number}"
        articles.append(draft.article(source))
        problems += draft.problems
    return Reading(tuple(articles), tuple(problems))


def _is_published(entry: Any) -> bool:
    return entry.get("wp_status", "publish") == "publish" and entry.get("wp_post_type", "") in _READ_TYPES


def _draft(entry: Any, feed: Any) -> Draft:
    blocks = from_html(_with_paragraphs(_content(entry)))
    origin = entry.get("source")
    return Draft(
        blocks.text,
        id=_text(entry.get("id")) or _text(entry.get("link")),
        headline=_plain(_text(entry.get("title"))),
        source=_plain(_text(origin.get("title")) if isinstance(origin, dict) else "")
        or _plain(_text(feed.get("title"))),
        published=_date(entry, "wp_post_date_gmt", "published", "updated"),
        modified=_date(entry, "wp_post_modified_gmt", "updated"),
        url=_text(entry.get("link")),
        regions=blocks.regions,
    )


def _content(entry: Any) -> str:
    parts = [_text(c.get("value")) for c in entry.get("content", []) if isinstance(c, dict)]
    return max(parts, key=len, default="") or _text(entry.get("summary"))


def _with_paragraphs(html: str) -> str:
    """WordPress stores paragraphs as text parted by empty lines, and captions and galleries in square brackets."""
    html = _CAPTION.sub("<figure><figcaption>", html).replace(_CAPTION_END, "</figcaption></figure>")
    html = _SHORTCODE.sub("", html)
    if "<p" in html.lower():
        return html
    return "".join(f"<p>{part}</p>" for part in _EMPTY_LINES.split(html))


def _date(entry: Any, *names: str) -> str:
    """The first of these dates that is set; WordPress writes zeros where there is none, GMT without saying so."""
    written = set(entry.keys())  # asked for `updated`, the parser would give `published` in its stead
    for name in (n for n in names if n in written):
        value = _text(entry.get(name))
        if value and not value.startswith("0000"):
            return f"{value} GMT" if name.endswith("_gmt") else value
    return ""


def _plain(text: str) -> str:
    return from_html(text).text.replace("\n", " ") if "<" in text or "&" in text else text


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _fault(found: Any) -> str:
    """What the parser complains of, if it is more than a declared encoding that is not the real one."""
    fault = found.get("bozo_exception")
    if (
        not found.get("bozo")
        or fault is None
        or type(fault).__name__ in ("CharacterEncodingOverride", "NonXMLContentType")
    ):
        return ""
    return str(fault).partition("\n")[0][:120]


def _line(found: Any) -> int | None:
    line = getattr(found.get("bozo_exception"), "getLineNumber", lambda: None)()
    return line if isinstance(line, int) else None
