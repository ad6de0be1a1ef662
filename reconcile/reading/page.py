"""Saved web pages: their metadata, and the running text without what surrounds it.

The text is taken out by trafilatura where it is installed (extra `html`), else by a plain rule: the element that
holds most of the page's paragraphs, without navigation, related links and the like.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from attrs import evolve

from reconcile.model.text import RegionKind
from reconcile.reading.blocks import DROPPED, Blocks, block_key, from_nodes, tidy
from reconcile.reading.build import Draft
from reconcile.reading.encodings import decode
from reconcile.reading.extras import load_extra
from reconcile.reading.metadata import Metadata, metadata
from reconcile.reading.soup import Node, parse
from reconcile.reading.values import MEGABYTE, Reading, ReadOptions, Source, UnreadableError
from reconcile.reading.xmltree import parse_xml

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.I)
_BODIES = ("articlebody", "article-body", "article__body", "article_body", "story-body", "story__body", "entry-content",
           "post-content", "article-content", "story-content", "content-body", "post-body", "article-text")  # fmt: skip
_NOTES = ("correction", "editors-note", "editor-note", "editorsnote", "clarification")
_ASIDES: tuple[tuple[RegionKind, tuple[str, ...]], ...] = (
    ("related", ("related", "recommend", "read-more", "readmore", "more-stories", "trending", "most-read", "outbrain",
                 "taboola", "also-like", "teaser")),
    ("promotion", ("newsletter", "subscribe", "signup", "sign-up", "promo", "advert", "ad-slot", "paywall", "share",
                   "social", "donate")),
    ("byline", ("byline", "author-bio", "author-info")),
    ("caption", ("caption", "photo-credit", "image-credit")),
    ("furniture", ("comments", "breadcrumb", "sidebar", "cookie", "consent", "disqus", "tags", "site-footer")),
)  # fmt: skip
_POOR = 140  # characters of running text below which a long page was hardly read
_LONG_PAGE = 3000
_LARGEST = 16 * MEGABYTE
_BLOCKS_BEFORE = 6  # blocks among which the repeated headline is looked for
_TEXT_BEFORE = 200  # characters that may stand before it
_HINT = "install the better extractor: pip install 'reconcile-news[html]'"


def read_page(source: Source, options: ReadOptions) -> Reading:
    """One article: the page's running text with its own headline, source, dates and declared corrections."""
    if len(source.data) > _LARGEST:
        raise UnreadableError(f"is larger than the limit of {_LARGEST / MEGABYTE:g} MB for a web page")
    charset = _CHARSET.search(source.data[:4096])
    decoded = decode(source.data, charset[1].decode("ascii") if charset else None)
    tree = parse(decoded.text)
    about = metadata(tree)
    blocks, extracted = _running_text(decoded.text, tree)
    if len(blocks.text) < _POOR and len(about.text) > len(blocks.text):
        blocks = Blocks(tidy(about.text))
    if not blocks.text and not about.headline:
        raise UnreadableError("holds no running text" + ("" if extracted else f"; {_HINT}"))
    draft = _draft(about, _without_headline(blocks, about.headline))
    draft.notes = (*about.notes, *_marked_notes(tree))
    if len(blocks.text) < _POOR and len(decoded.text) > _LONG_PAGE:
        message = f"only {len(blocks.text)} characters of running text were found on a page of {len(decoded.text)}"
        draft.problems.append(source.problem(message if extracted else f"{message}; {_HINT}"))
    return Reading((draft.article(source),), tuple(draft.problems))


def _draft(about: Metadata, blocks: Blocks) -> Draft:
    return Draft(
        blocks.text,
        id=about.url if _names_a_page(about.url) else "",
        headline=about.headline,
        source=about.source,
        published=about.published or about.modified,
        modified=about.modified,
        url=about.url,
        regions=blocks.regions,
        marks=blocks.marks,
    )


def _names_a_page(url: str) -> bool:
    """An address with a path: a site's front page given as canonical names no article."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc) and len(parts.path) > 1


def _running_text(html: str, tree: Node) -> tuple[Blocks, bool]:
    """The text, and whether the optional extractor was there to find it."""
    try:
        trafilatura = load_extra("trafilatura", "html")
    except UnreadableError:
        return _by_rule(tree), False
    try:
        found = trafilatura.extract(html, output_format="xml", include_comments=False, include_tables=True)
    except Exception:  # whatever a page can do to it, the rule below still reads
        found = None
    if not found:
        return _by_rule(tree), True
    main = parse_xml(found.encode("utf-8", "replace"), "utf-8").find("main")
    return from_nodes(_as_html(main), lines=_lines(tree)) if main else _by_rule(tree), True


_AS_HTML = {"head": "h2", "list": "ul", "item": "li", "row": "tr", "cell": "td", "lb": "br", "quote": "blockquote"}


def _as_html(main: Node) -> list[Node]:
    """The extractor's own element names (TEI) as HTML."""
    for node in main.walk():
        if node.tag == "cell" and node.attrs.get("role") == "head":
            node.tag = "th"
        node.line = 0
    main.rename(_AS_HTML)
    return [main]


def _lines(tree: Node) -> dict[str, int]:
    """Where each block of the page begins in the file, by its first words."""
    lines: dict[str, int] = {}
    for node in tree.walk():
        if node.tag in ("p", "li", "h2", "h3", "h4", "tr", "td", "th", "blockquote", "dd", "dt"):
            lines.setdefault(block_key(node.text()), node.line)
    return lines


def _by_rule(tree: Node) -> Blocks:
    main = _labelled(tree) or _densest(tree) or tree
    return from_nodes([main], aside=lambda node: None if node is main else _aside(node))


def _labelled(tree: Node) -> Node | None:
    """The element the page itself calls the article's body, if it holds text enough."""
    for node in tree.walk():
        labels = node.labels()
        if any(name in labels for name in _BODIES) and len(node.text()) > _POOR:
            return node
    articles = [n for n in tree.walk() if n.tag == "article"]
    if len(articles) == 1:
        return articles[0]
    return None


def _densest(tree: Node) -> Node | None:
    """The element whose own paragraphs, and half of whose children's, are longest."""
    scores: dict[int, float] = {}
    nodes: dict[int, Node] = {}
    pending: list[tuple[Node, Node | None]] = [(tree, None)]
    while pending:
        node, parent = pending.pop()
        nodes[id(node)] = node
        for child in node.children:
            if not isinstance(child, Node) or child.tag in DROPPED or _aside(child):
                continue
            if child.tag == "p":
                size = len(child.text())
                scores[id(node)] = scores.get(id(node), 0) + size
                if parent is not None:
                    scores[id(parent)] = scores.get(id(parent), 0) + size / 2
            else:
                pending.append((child, node))
    if not scores:
        return None
    return nodes[max(scores, key=lambda k: scores[k])]


def _aside(node: Node) -> RegionKind | None:
    """What a labelled element is instead of running text."""
    if node.tag in ("aside", "footer"):
        return "related"
    if node.tag in ("p", "html", "body", "main", "article"):
        return None
    labels = node.labels()
    if not labels.strip():
        return None
    return next((kind for kind, names in _ASIDES if any(n in labels for n in names)), None)


def _marked_notes(tree: Node) -> tuple[str, ...]:
    """Corrections that the page keeps outside its running text."""
    notes: list[str] = []
    for node in tree.walk():
        labels = node.labels() if node.tag in ("div", "p", "aside", "section", "footer") else ""
        if any(n in labels for n in _NOTES):
            text = from_nodes([node]).text
            if 20 < len(text) < 1500 and text not in notes and not any(text in n for n in notes):
                notes.append(text)
    return tuple(notes[:5])


def _without_headline(blocks: Blocks, headline: str) -> Blocks:
    """The blocks after one near the beginning that only repeats the headline; links and labels come before it."""
    at = 0
    for _ in range(_BLOCKS_BEFORE):
        end = blocks.text.find("\n\n", at)
        if not headline or end < 0 or at > _TEXT_BEFORE:
            return blocks
        if " ".join(blocks.text[at:end].split()) == headline:
            return _from(blocks, end + 2)
        at = end + 2
    return blocks


def _from(blocks: Blocks, cut: int) -> Blocks:
    regions = tuple(evolve(r, start=r.start - cut, end=r.end - cut) for r in blocks.regions if r.start >= cut)
    marks = tuple(evolve(m, start=m.start - cut) for m in blocks.marks if m.start >= cut)
    return Blocks(blocks.text[cut:], regions, marks)
