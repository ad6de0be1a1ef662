"""What a web page says of itself: schema.org JSON-LD first, then Open Graph, then other meta tags, then the markup."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from typing import Any

from attrs import define, field

from reconcile.reading.blocks import tidy
from reconcile.reading.soup import Node, parse

_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlogPosting")  # the ends of schema.org's type names
_HEADLINE_TAGS = ("og:title", "twitter:title", "dc.title", "headline", "sailthru.title", "parsely-title")
_SOURCE_TAGS = ("og:site_name", "application-name", "dc.publisher", "publisher", "copyright")
_PUBLISHED_TAGS = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "publication_date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "displaydate",
)  # fmt: skip
_MODIFIED_TAGS = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
_MOST_NODES = 10_000  # objects looked at in a page's JSON-LD


@define
class Metadata:
    """Fields as the page writes them, empty where it does not; `notes` are corrections it declares."""

    headline: str = ""
    source: str = ""
    published: str = ""
    modified: str = ""
    url: str = ""
    notes: tuple[str, ...] = ()
    text: str = ""
    kinds: list[str] = field(factory=list)


def metadata(tree: Node) -> Metadata:
    """What the page says of itself; the first of its ways to say a thing wins."""
    found = _from_json_ld(tree)
    tags = _meta_tags(tree)
    found.headline = found.headline or _first(tags, _HEADLINE_TAGS) or _heading(tree)
    found.source = found.source or _first(tags, _SOURCE_TAGS)
    found.published = found.published or _first(tags, _PUBLISHED_TAGS) or _time(tree)
    found.modified = found.modified or _first(tags, _MODIFIED_TAGS)
    found.url = _canonical(tree) or found.url or tags.get("og:url", "")
    found.headline = _without_site(tidy(found.headline).replace("\n", " "), found.source)
    return found


def _from_json_ld(tree: Node) -> Metadata:
    found = Metadata()
    for script in (n for n in tree.walk() if n.tag == "script" and "ld+json" in n.attrs.get("type", "").lower()):
        try:
            data = json.loads(script.text().strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue  # the page's own fault; its other tags still speak
        for item in _objects(data):
            if _types(item) and any(t.endswith(_ARTICLE_TYPES) for t in _types(item)):
                return _article(item)
    return found


def _objects(data: object) -> Iterator[dict[str, Any]]:
    """Every object in the data, outer ones first."""
    pending = deque([data])
    for _ in range(_MOST_NODES):
        if not pending:
            return
        value = pending.popleft()
        if isinstance(value, dict):
            yield value
            pending += value.values()
        elif isinstance(value, list):
            pending += value


def _types(item: dict[str, Any]) -> list[str]:
    kind = item.get("@type")
    return [t for t in (kind if isinstance(kind, list) else [kind]) if isinstance(t, str)]


def _article(item: dict[str, Any]) -> Metadata:
    return Metadata(
        headline=_string(item.get("headline")) or _string(item.get("name")),
        source=_string(item.get("publisher")) or _string(item.get("sourceOrganization")),
        published=_string(item.get("datePublished")),
        modified=_string(item.get("dateModified")),
        url=_string(item.get("url")) or _string(item.get("mainEntityOfPage")),
        notes=tuple(_notes(item.get("correction"))),
        text=_string(item.get("articleBody")),
    )


def _string(value: object) -> str:
    """Text given as text, as an object with a name, an id or a text, or as a list of either."""
    if isinstance(value, list):
        return next((s for v in value[:10] if not isinstance(v, list) and (s := _string(v))), "")
    if isinstance(value, dict):
        named = (value.get(k) for k in ("name", "text", "@id", "@value", "url"))
        return next((s.strip() for s in named if isinstance(s, str) and s.strip()), "")
    return value.strip() if isinstance(value, str) else ""


def _notes(value: object) -> Iterator[str]:
    for entry in value if isinstance(value, list) else [value]:
        if note := _string(entry):
            yield tidy(parse(note).text()) if "<" in note else note


def _meta_tags(tree: Node) -> dict[str, str]:
    tags: dict[str, str] = {}
    for node in tree.walk():
        if node.tag != "meta":
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = node.attrs.get(key, "").strip().lower()
            if name and (content := node.attrs.get("content", "").strip()):
                tags.setdefault(name, content)
    return tags


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str:
    return next((tags[n] for n in names if n in tags), "")


def _heading(tree: Node) -> str:
    heading = tree.find("h1") or tree.find("title")
    return heading.text() if heading else ""


def _time(tree: Node) -> str:
    """A `time` element that says it is the article's, or the only one of the page."""
    times = [n for n in tree.walk() if n.tag in ("time", "abbr") and (n.attrs.get("datetime") or n.attrs.get("title"))]
    marked = [n for n in times if "pubdate" in n.attrs or "published" in n.labels() or "entry-date" in n.labels()]
    if not marked and len(times) != 1:
        return ""
    chosen = (marked or times)[0]
    return chosen.attrs.get("datetime") or (chosen.attrs["title"] if marked else "")


def _canonical(tree: Node) -> str:
    links = (n for n in tree.walk() if n.tag == "link" and "canonical" in n.attrs.get("rel", "").lower().split())
    return next((n.attrs.get("href", "").strip() for n in links), "")


def _without_site(headline: str, site: str) -> str:
    """The headline without the site's name that many pages add to it."""
    for mark in (" | ", " - ", " – ", " — ", " :: "):
        head, found, tail = headline.rpartition(mark)
        if found and site and tail.strip().casefold() == site.casefold():
            return head.strip()
    return headline.strip()
