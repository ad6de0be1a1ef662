"""From marked-up text to a body: paragraphs, lists and tables kept apart, and what is not running text marked.

Paragraphs are parted by an empty line. A list item stands on a line of its own, a cell of a table is a paragraph,
`heading of the row – heading of the column: value`, so that no figure loses what it counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import define, field, frozen

from reconcile.model.text import Region, RegionKind, SourceMark
from reconcile.reading.soup import Node, parse
from reconcile.reading.tables import cells, is_data

# Elements that never hold text of an article.
DROPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "nav",
        "form",
        "button",
        "select",
        "input",
        "textarea",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "head",
        "title",
        "dialog",
        "menu",
    }
)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "address",
        "table",
        "hr",
        "body",
        "html",
        "center",
        "details",
        "summary",
        "caption",
        "tr",
    }
)
_CAPTIONS = frozenset({"figcaption"})


@frozen
class Blocks:
    """Text with the regions that are not running text and the source lines its blocks stand on."""

    text: str
    regions: tuple[Region, ...] = ()
    marks: tuple[SourceMark, ...] = ()


@define
class BlockWriter:
    """Collects blocks of text one after the other."""

    _parts: list[str] = field(factory=list)
    _size: int = 0
    _regions: list[Region] = field(factory=list)
    _marks: list[SourceMark] = field(factory=list)
    _last: tuple[int | None, int | None] = (None, None)

    def add(
        self,
        text: str,
        kind: RegionKind | None = None,
        *,
        tight: bool = False,
        line: int | None = None,
        page: int | None = None,
        label: str = "",
    ) -> None:
        """Append a block; `tight` puts it on the next line instead of a paragraph of its own."""
        if not text:
            return
        if self._size:
            gap = "\n" if tight else "\n\n"
            self._parts.append(gap)
            self._size += len(gap)
        if (line or page) and (line, page) != self._last:
            self._last = (line, page)
            self._marks.append(SourceMark("body", self._size, line, page))
        if kind is not None:
            self._regions.append(Region("body", self._size, self._size + len(text), kind, label))
        self._parts.append(text)
        self._size += len(text)

    def done(self) -> Blocks:
        return Blocks("".join(self._parts), tuple(self._regions), tuple(self._marks))


def from_html(html: str) -> Blocks:
    """The text of an HTML fragment."""
    return from_nodes([parse(html)])


def from_nodes(
    nodes: Iterable[Node],
    aside: Callable[[Node], RegionKind | None] = lambda node: None,
    lines: Mapping[str, int] | None = None,
) -> Blocks:
    """The text of elements. `aside` tells which of them are no running text; `lines` gives the source line of a
    block by its `block_key` where the elements themselves do not know it.
    """
    walker = _Walker(BlockWriter(), aside, lines or {})
    for node in nodes:
        walker.element(node)
        walker.flush()
    return walker.writer.done()


def block_key(text: str) -> str:
    """What a block is known by both in the source and in text taken out of it: its first letters."""
    return "".join(text[:400].split())[:60]


@define
class _Walker:
    """Goes through a tree (of bounded depth) and writes a block wherever inline text ends."""

    writer: BlockWriter
    aside: Callable[[Node], RegionKind | None]
    lines: Mapping[str, int]
    inline: list[str] = field(factory=list)
    line: int | None = None
    kind: RegionKind | None = None
    in_item: bool = False
    first_of_list: bool = True

    def element(self, node: Node) -> None:
        if node.tag in DROPPED or "hidden" in node.attrs:
            return
        outer = self.kind
        kind = "caption" if node.tag in _CAPTIONS else self.aside(node)
        if kind is not None and outer is None:
            self.flush()
            self.kind = kind
            self._content(node)
            self.flush()
            self.kind = None
        else:
            self._content(node)

    def _content(self, node: Node) -> None:
        if node.tag == "table" and is_data(node):
            self.flush()
            self._table(node)
        elif node.tag == "br":
            self.inline.append("\n")
        elif node.tag == "li":
            self._item(node)
        elif node.tag in _BLOCKS or node.tag in ("td", "th"):
            self._block(node)
        else:
            self._children(node)

    def flush(self) -> None:
        """Write the inline text gathered so far as one block."""
        text = tidy("".join(self.inline))
        self.inline.clear()
        if text:
            line = self.line or self.lines.get(block_key(text))
            self.writer.add(text, self.kind, tight=self.in_item and not self.first_of_list, line=line)
            self.first_of_list = False
        self.line = None

    def _block(self, node: Node) -> None:
        self.flush()
        if node.tag in ("ul", "ol"):
            self.first_of_list = True
        self.line = node.line or None
        self._children(node)
        self.flush()

    def _item(self, node: Node) -> None:
        self.flush()
        outer, self.in_item = self.in_item, True
        self.line = node.line or None
        self._children(node)
        self.flush()
        self.in_item = outer

    def _children(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, str):
                self.inline.append(child.replace("\n", " "))  # a line end of the markup is a space
            else:
                self.element(child)

    def _table(self, table: Node) -> None:
        caption = table.find("caption")
        if caption is not None:
            self.writer.add(tidy(caption.text()), "table", line=caption.line)
        for cell in cells(table):
            line = cell.row.line or self.lines.get(block_key(cell.row.text()))
            self.writer.add(cell.text, "table", line=line, label=cell.label)


def tidy(text: str) -> str:
    """White space as a browser shows it: runs become one space, line breaks stay."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
