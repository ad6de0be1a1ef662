"""News agencies' XML: NewsML-G2 items and messages, NITF documents, and NITF inside NewsML 1.

Names are those of https://iptc.org/std/NewsML-G2/ and https://iptc.org/std/NITF/.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.errors import Problem
from reconcile.model.text import Article
from reconcile.reading.blocks import Blocks, from_nodes, tidy
from reconcile.reading.build import Draft
from reconcile.reading.soup import Node
from reconcile.reading.values import Reading, ReadOptions, Source, UnreadableError
from reconcile.reading.xmltree import parse_xml

_AS_HTML = {
    "body.content": "div",
    "block": "div",
    "hl2": "h2",
    "media": "figure",
    "media-caption": "figcaption",
    "nitf-table": "section",
    "bq": "blockquote",
    "inlineData": "pre",
}
_NOT_CONTENT = ("body.head", "body.end")
_CANCELED = ("canceled", "cancelled", "withdrawn", "killed", "kill")
_SIGNALS = ("correction", "corrected", "update", "clarification", "withdrawal", "kill")


def read_wire(source: Source, options: ReadOptions) -> Reading:
    """One article for every item that holds text."""
    tree = parse_xml(source.data)
    items = [n for n in tree.walk() if n.tag == "newsItem"]
    drafts = [_news_item(item) for item in items] or [_nitf(n) for n in tree.walk() if n.tag == "nitf"]
    articles: list[Article] = []
    problems: list[Problem] = []
    if not drafts:
        root = next((c.tag for c in tree.children if isinstance(c, Node)), "nothing")
        raise UnreadableError(
            f"is XML without a news item (its root is {root[:40]!r}); NewsML-G2, NITF or a feed is read"
        )
    for number, draft in enumerate(drafts, 1):
        draft.part = f"#{number}" if len(drafts) > 1 else ""
        if draft.body or draft.headline:
            articles.append(draft.article(source))
            problems += draft.problems
    if not articles:
        raise UnreadableError("holds no item with a text")
    return Reading(tuple(articles), tuple(problems))


def _news_item(item: Node) -> Draft:
    about = item.child("itemMeta") or item
    content = item.child("contentMeta") or item
    inner = item.find("nitf")
    draft = _nitf(inner) if inner else Draft("")
    if not draft.body:
        _take(draft, _content(item))
    draft.id = item.attrs.get("guid", "")
    draft.headline = _line(content, "headline") or _line(about, "title") or draft.headline
    draft.source = _named(content, "infoSource") or _named(about, "provider") or draft.source
    draft.published = _line(about, "versionCreated") or draft.published
    draft.withdrawn = _code(about.child("pubStatus")) in _CANCELED or draft.withdrawn
    draft.notes = (*_signalled(about), *draft.notes)
    draft.line = item.line
    return draft


def _content(item: Node) -> Blocks:
    """The item's text: XHTML or plain, without the head of an XHTML document."""
    holder = item.find("contentSet")
    if holder is None:
        return Blocks("")
    body = holder.find("body") or holder.find("inlineXML") or holder.find("inlineData")
    if body is None:
        return Blocks("")
    if body.tag == "inlineData" and not body.find("p"):
        return Blocks(body.text().strip())
    return from_nodes([body])


def _signalled(about: Node) -> Iterator[str]:
    """Editor's notes; a signal such as a correction is put before a note that does not say so itself."""
    notes = [tidy(n.text()) for n in about.children if isinstance(n, Node) and n.tag == "edNote"]
    signals = [_code(n) for n in about.children if isinstance(n, Node) and n.tag == "signal"]
    for signal in (s for s in signals if s in _SIGNALS):
        stem = signal[:7]
        if not any(stem in note.lower() for note in notes):
            notes[:1] = [f"{signal.capitalize()}: {notes[0]}" if notes else signal.capitalize()]
    yield from notes


def _nitf(document: Node) -> Draft:
    draft = Draft("", line=document.line)
    head, data = document.find("body.head"), document.find("docdata")
    document.rename(_AS_HTML)
    body = next((n for n in document.walk() if n.tag == "body"), None)
    content = [c for c in body.children if isinstance(c, Node) and c.tag not in _NOT_CONTENT] if body else []
    dateline = head.find("dateline") if head else None
    _take(draft, from_nodes([*([Node("p", children=[dateline], line=dateline.line)] if dateline else []), *content]))
    headline = document.find("hl1") or document.find("title")
    draft.headline = tidy(headline.text()).replace("\n", " ") if headline else ""
    draft.source = _nitf_source(document)
    if data is not None:
        draft.id = _attribute(data, "doc-id", "id-string")
        draft.published = _attribute(data, "date.issue", "norm") or _attribute(data, "date.release", "norm")
        draft.withdrawn = data.attrs.get("management-status", "").lower() in _CANCELED
        draft.notes = tuple(_nitf_notes(data))
    draft.published = draft.published or _attribute(document, "pubdata", "date.publication")
    return draft


def _take(draft: Draft, blocks: Blocks) -> None:
    draft.body, draft.regions, draft.marks = blocks.text, blocks.regions, blocks.marks


def _nitf_source(document: Node) -> str:
    distributor = document.find("distributor")
    named = tidy(distributor.text()) if distributor else ""
    return (
        named
        or _attribute(document, "pubdata", "name")
        or _attribute(document, "doc.copyright", "holder")
        or _attribute(document, "doc-id", "regsrc")
    )


def _nitf_notes(data: Node) -> Iterator[str]:
    for node in data.walk():
        if node.tag == "correction":
            yield f"Correction: {node.attrs.get('info', '')}".rstrip(": ")
        elif node.tag == "ed-msg" and node.attrs.get("info"):
            yield node.attrs["info"]


def _attribute(tree: Node, tag: str, name: str) -> str:
    node = tree.find(tag)
    return node.attrs.get(name, "") if node else ""


def _line(tree: Node, tag: str) -> str:
    node = tree.child(tag)
    return " ".join(node.text().split()) if node else ""


def _named(tree: Node, tag: str) -> str:
    """The name of a party, else the code it is known by ("nprov:HW" gives "HW")."""
    node = tree.child(tag)
    if node is None:
        return ""
    name = node.child("name")
    return " ".join(name.text().split()) if name else node.attrs.get("literal", "") or _code(node, fold=False)


def _code(node: Node | None, fold: bool = True) -> str:
    """The part of a qualified code after its scheme ("stat:canceled" gives "canceled")."""
    if node is None:
        return ""
    code = node.attrs.get("qcode", "") or node.attrs.get("uri", "").rstrip("/")
    local = code.rpartition(":")[2].rpartition("/")[2]
    return local.lower() if fold else local
