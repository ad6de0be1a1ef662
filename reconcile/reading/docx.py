"""Word documents (Office Open XML): paragraphs and tables as they read with all changes accepted."""

from __future__ import annotations

from zipfile import ZipFile

from reconcile.reading.blocks import Blocks, from_nodes, tidy
from reconcile.reading.build import Draft
from reconcile.reading.soup import Node
from reconcile.reading.values import Reading, ReadOptions, Source, UnreadableError
from reconcile.reading.xmltree import parse_xml

DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_AS_HTML = {"tbl": "table", "tc": "td", "br": "br", "cr": "br", "tab": "wbr"}
# Deleted text, text boxes given a second time, field codes, and markup that holds no text of the document.
_LEFT_OUT = frozenset(
    {"del", "delText", "moveFrom", "Fallback", "instrText", "pPr", "rPr", "sectPr", "drawing", "pict"}
)


def read_docx(archive: ZipFile, source: Source, options: ReadOptions) -> Reading:
    """One article; a paragraph in the style Title, or a first one in a heading style, is the headline."""
    tree = parse_xml(_member(archive, DOCUMENT, options.max_bytes), "utf-8")
    body = tree.find("body")
    if body is None:
        raise UnreadableError("is a Word document without a body")
    headline = _take_headline(body)
    blocks = _blocks(body)
    if not blocks.text and not headline:
        raise UnreadableError("is a Word document without text")
    draft = Draft(blocks.text, headline=headline, regions=blocks.regions)
    if _PROPERTIES in archive.namelist():
        about = parse_xml(_member(archive, _PROPERTIES, options.max_bytes), "utf-8")
        modified = about.find("modified")  # the date of creation is often that of a template
        draft.published = modified.text() if modified else ""
    return Reading((draft.article(source),), tuple(draft.problems))


def _member(archive: ZipFile, name: str, limit: int) -> bytes:
    with archive.open(name) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError("is a Word document that unpacks beyond the limit for one input")
    return data


def _take_headline(body: Node) -> str:
    paragraphs = [c for c in body.children if isinstance(c, Node) and c.tag == "p" and c.text().strip()]
    for place, paragraph in enumerate(paragraphs):
        style = _style(paragraph)
        if style == "title" or (place == 0 and style.startswith("heading")):
            body.children.remove(paragraph)
            return " ".join(_blocks(Node("div", children=[paragraph])).text.split())
    return ""


def _style(paragraph: Node) -> str:
    style = paragraph.find("pStyle")
    return style.attrs.get("val", "").lower().replace(" ", "") if style else ""


def _blocks(body: Node) -> Blocks:
    for node in body.walk():
        node.children = [c for c in node.children if isinstance(c, str) or c.tag not in _LEFT_OUT]
        if node.tag == "tr":
            _mark_heading(node)
        elif node.tag == "tab":
            node.children = [" "]
        elif node.tag == "tc":  # cells of a Word table always hold paragraphs
            node.children = [tidy(" ".join(p.text() for p in node.walk() if p.tag == "p")).replace("\n", " ")]
        node.line = 0
    body.rename(_AS_HTML)
    return from_nodes([body])


def _mark_heading(row: Node) -> None:
    if row.find("tblHeader"):
        for cell in (c for c in row.children if isinstance(c, Node) and c.tag == "tc"):
            cell.children = [tidy(cell.text())]
            cell.tag = "th"
