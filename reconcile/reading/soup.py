"""A small, forgiving HTML parser: text to a tree, in linear time and without recursion, whatever the input.

The standard library's parser takes quadratic time on some malformed input and knows no tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from attrs import Factory, define

from reconcile.reading.values import UnreadableError

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
RAW = frozenset({"script", "style", "textarea", "title", "noframes", "iframe", "xmp"})
# An opening tag of the key closes an open element of the values, without an end tag.
_CLOSES = {
    "li": {"li", "p"},
    "dt": {"dt", "dd", "p"},
    "dd": {"dt", "dd", "p"},
    "tr": {"tr", "td", "th", "p", "caption"},
    "td": {"td", "th", "p"},
    "th": {"td", "th", "p"},
    "thead": {"tr", "td", "th", "caption"},
    "tbody": {"tr", "td", "th", "thead", "caption"},
    "tfoot": {"tr", "td", "th", "tbody"},
    "option": {"option"},
}
# Any of these ends a paragraph that is still open.
_ENDS_PARAGRAPH = frozenset(
    {
        "p",
        "div",
        "ul",
        "ol",
        "dl",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "aside",
        "nav",
        "header",
        "footer",
        "figure",
        "blockquote",
        "pre",
        "form",
        "hr",
        "main",
    }
)
# Implied ends go no further out than these.
_FENCES = frozenset({"table", "ul", "ol", "dl", "div", "section", "article", "body", "html", "button"})
_PARAGRAPH = frozenset({"p"})
_MOST_DEPTH = 100  # deeper elements become children of the element at this depth
MOST_NODES = 500_000  # elements of one document; each takes some 300 bytes of memory
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']*))?""")


_RAW_ENDS = {tag: re.compile(f"</{tag}", re.I) for tag in RAW}


@define(eq=False)
class Node:
    """An element: its name, attributes, children (elements and text) and the line it begins on."""

    tag: str
    attrs: dict[str, str] = Factory(dict)
    children: list[Node | str] = Factory(list)
    line: int = 0

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in the order of the document."""
        pending: list[Node] = [self]
        while pending:
            node = pending.pop()
            yield node
            pending += [c for c in reversed(node.children) if isinstance(c, Node)]

    def find(self, *tags: str) -> Node | None:
        """The first element of one of these names."""
        return next((n for n in self.walk() if n.tag in tags), None)

    def child(self, *tags: str) -> Node | None:
        """The first element of one of these names right below."""
        return next((c for c in self.children if isinstance(c, Node) and c.tag in tags), None)

    def rename(self, names: Mapping[str, str]) -> None:
        """Give all elements below the names that stand for theirs."""
        for node in self.walk():
            node.tag = names.get(node.tag, node.tag)

    def text(self) -> str:
        """All text below, as it stands."""
        parts: list[str] = []
        pending: list[Node | str] = [self]
        while pending:
            node = pending.pop()
            if isinstance(node, str):
                parts.append(node)
            else:
                pending += reversed(node.children)
        return "".join(parts)

    def labels(self) -> str:
        """Class names, id and role, lower-cased; for telling an article from its surroundings."""
        if not self.attrs:
            return ""
        return " ".join(self.attrs.get(k, "") for k in ("class", "id", "role", "itemprop")).lower()


def parse(text: str) -> Node:
    """The tree of an HTML document or fragment; raises UnreadableError only for one of far too many elements."""
    root = Node("#root")
    _Builder(text, root).run()
    return root


class _Builder:
    def __init__(self, text: str, root: Node) -> None:
        self.text = text
        self.stack = [root]
        self.at = 0
        self.line = 1
        self.counted = 0
        self.nodes = 0

    def run(self) -> None:
        text, size = self.text, len(self.text)
        while self.at < size:
            opening = text.find("<", self.at)
            if opening < 0:
                self._add_text(text[self.at :])
                return
            if opening > self.at:
                self._add_text(text[self.at : opening])
            self.at = opening
            self._markup()

    def _markup(self) -> None:
        text, at = self.text, self.at
        following = text[at + 1 : at + 2]
        if text.startswith("<!--", at):
            self._skip_to("-->", at + 4)
        elif following in ("!", "?"):
            self._skip_declaration(at + 2)
        elif following == "/" and (name := _NAME.match(text, at + 2)):
            self._skip_to(">", name.end())
            self._close(name[0].lower())
        elif name := _NAME.match(text, at + 1):
            self._open(name[0].lower(), name.end())
        else:
            self._add_text("<")
            self.at = at + 1

    def _skip_declaration(self, at: int) -> None:
        """A document type may hold declarations of its own in square brackets."""
        self._skip_to(">", at)
        if "[" in self.text[at : self.at]:
            self._skip_to("]>", at)

    def _skip_to(self, mark: str, start: int) -> None:
        end = self.text.find(mark, start)
        self.at = len(self.text) if end < 0 else end + len(mark)

    def _open(self, tag: str, at: int) -> None:
        attrs: dict[str, str] = {}
        while found := _ATTRIBUTE.match(self.text, at):
            value = found[2] or ""
            attrs.setdefault(found[1].lower(), unescape(value.strip("\"'")) if value else "")
            at = found.end()
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise UnreadableError(f"holds more than {MOST_NODES:,} elements; split it")
        node = Node(tag, attrs, line=self._line_at(self.at))
        self._skip_to(">", at)
        self._imply_ends(tag)
        self.stack[-1].children.append(node)
        if tag in RAW:
            self._raw(node)
        elif tag not in VOID and len(self.stack) < _MOST_DEPTH:
            self.stack.append(node)

    def _raw(self, node: Node) -> None:
        """Script, style and the like hold text up to their own end tag."""
        end = _RAW_ENDS[node.tag].search(self.text, self.at)
        content = self.text[self.at : end.start() if end else len(self.text)]
        node.children.append(unescape(content) if node.tag in ("title", "textarea") else content)
        self.at = len(self.text)
        if end:
            self._skip_to(">", end.end())

    def _imply_ends(self, tag: str) -> None:
        closes = _PARAGRAPH if tag in _ENDS_PARAGRAPH else _CLOSES.get(tag)
        if not closes:
            return
        for depth in range(len(self.stack) - 1, 0, -1):
            name = self.stack[depth].tag
            if name in closes:
                del self.stack[depth:]
                if tag not in ("tr", "tbody", "tfoot", "thead", "li", "td", "th"):
                    return
            elif name in _FENCES:
                return

    def _close(self, tag: str) -> None:
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].tag == tag:
                del self.stack[depth:]
                return

    def _add_text(self, raw: str) -> None:
        self.stack[-1].children.append(unescape(raw) if "&" in raw else raw)

    def _line_at(self, offset: int) -> int:
        self.line += self.text.count("\n", self.counted, offset)
        self.counted = offset
        return self.line
