"""XML to the same tree as HTML, without ever expanding an entity or loading anything.

A document type may name its external definition, as NITF files do; it is not loaded. A document that declares
entities of its own is refused: nothing a newsroom sends needs them, and they are how such files do harm.
"""

from __future__ import annotations

import re
from html import unescape
from xml.parsers import expat

from reconcile.reading.encodings import decode
from reconcile.reading.soup import MOST_NODES, Node
from reconcile.reading.values import UnreadableError

_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w-]{1,40})")
_MOST_DEPTH = 256
_PROLOG = 1_000_000  # characters in which a document type can stand


def parse_xml(data: bytes, encoding: str | None = None) -> Node:
    """The tree of a well-formed document, names without their namespaces.

    Raises UnreadableError for a document that is malformed, nested too deeply or declares entities.
    """
    if encoding is None:
        declared = _DECLARED.search(data[:400])
        encoding = declared[1].decode("ascii") if declared else None
    text = decode(data, encoding).text
    builder = _Builder()
    try:
        builder.parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as fault:
        reason = expat.ErrorString(fault.code)
        raise UnreadableError(f"is not well-formed XML: {reason}", fault.lineno) from None
    return builder.root


class _Builder:
    def __init__(self) -> None:
        self.root = Node("#root")
        self.stack = [self.root]
        self.nodes = 0
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        self.parser = parser

    def _start(self, name: str, attrs: dict[str, str]) -> None:
        if len(self.stack) > _MOST_DEPTH:
            raise UnreadableError("is nested too deeply", self.parser.CurrentLineNumber)
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise UnreadableError(f"holds more than {MOST_NODES:,} elements; split it")
        plain = {_local(k): v for k, v in attrs.items()}
        node = Node(_local(name), plain, line=self.parser.CurrentLineNumber)
        self.stack[-1].children.append(node)
        self.stack.append(node)

    def _end(self, name: str) -> None:
        self.stack.pop()

    def _text(self, text: str) -> None:
        self.stack[-1].children.append(text)

    def _entity(self, name: str, *rest: object) -> None:
        raise UnreadableError(
            f"declares the entity {name[:40]!r}, which is refused; save it without a DTD of its own",
            self.parser.CurrentLineNumber,
        )

    def _skipped(self, name: str, is_parameter: bool) -> None:
        """An entity of the definition that was not loaded: HTML's names are known, others stay as written."""
        if not is_parameter:
            self._text(unescape(f"&{name};"))


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def refuse_entities(data: bytes) -> None:
    """Raise UnreadableError where the document's type declares entities; for parsers that would expand them."""
    head = decode(data).text[:_PROLOG]
    if "<!ENTITY" in head:
        raise UnreadableError("declares entities, which is refused; save it without a DTD of its own")
