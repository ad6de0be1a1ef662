"""Saved web pages: their metadata, and the running text without what surrounds it.

The text is taken out by trafilatura where it is installed (extra `html`), else by the plain rule of
`maintext`.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from reconcile.model.change import evolve
from reconcile.reading.blocks import Blocks, block_key, from_nodes, tidy
from reconcile.reading.build import Draft
from reconcile.reading.encodings import decode
from reconcile.reading.extras import load_extra
from reconcile.reading.maintext import main_text
from reconcile.reading.metadata import Metadata, metadata
from reconcile.reading.soup import Node, parse
from reconcile.reading.values import MEGABYTE, Reading, ReadOptions, Source, UnreadableError
from reconcile.reading.xmltree import parse_xml

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})", re.I)
_NOTES = ("correction", "editors-note", "editor-note", "editorsnote", "clarification")
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
    article = draft.article(source)
    return Reading((article if extracted else evolve(article, hint=_HINT),), tuple(draft.problems))


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
        return main_text(tree), False
    try:
        found = trafilatura.extract(html, output_format="xml", include_comments=False, include_tables=True)
    except Exception:  # whatever a page can do to it, the rule below still reads
        found = None
    if not found:
        return main_text(tree), True
    main = parse_xml(found.encode("utf-8", "replace"), "utf-8").find("main")
    return from_nodes(_as_html(main), lines=_lines(tree)) if main else main_text(tree), True


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
