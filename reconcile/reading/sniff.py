"""Which format an input is: by its content first, then by the ending of its name."""

from __future__ import annotations

import re

from reconcile.reading.encodings import sample
from reconcile.reading.values import Source, UnreadableError

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"WARC/", "warc"),
)
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "is RTF, which is not read; save it as DOCX or plain text"),
    (b"\xd0\xcf\x11\xe0", "is an old Office file, which is not read; save it as DOCX or plain text"),
    (b"\x89PNG", "is a picture, not an article"),
    (b"\xff\xd8\xff", "is a picture, not an article"),
    (b"GIF8", "is a picture, not an article"),
    (b"7z\xbc\xaf", "is a 7z archive, which is not read; unpack it or use zip"),
    (b"BZh", "is packed with bzip2, which is not read; unpack it or use gzip"),
    (b"\xfd7zXZ", "is packed with xz, which is not read; unpack it or use gzip"),
)
_ENDINGS = {
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "wire",
    ".rss": "feed",
    ".atom": "feed",
    ".csv": "csv",
    ".tsv": "csv",
    ".eml": "mail",
}
_ROOT_TAG = re.compile(r"<(?:!doctype\s+)?(?:[\w.-]{1,40}:)?([a-z][\w.-]{0,40})", re.I)
_SKIPPED = (("<?", "?>"), ("<!--", "-->"))
_HTML_ROOTS = {"html", "head", "body"}
_XML_ROOTS = {
    **dict.fromkeys(("rss", "feed", "rdf"), "feed"),
    **dict.fromkeys(("newsitem", "newsmessage", "packageitem", "newsml", "nitf"), "wire"),
}
_JSON = re.compile(r"\s*(?:\[\s*(?:\{|\])|\{\s*(?:\"|\}))")
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,60}:|[ \t]|From ")
_MAIL_NAMES = {"message-id", "mime-version", "received", "return-path", "content-type", "delivered-to"}


def sniff(source: Source) -> str:
    """The name of the format; raises UnreadableError for what is empty or known not to be an article."""
    data = source.data
    if not data.strip():
        raise UnreadableError("is empty; there is nothing to read")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if b"%PDF-" in data[:1024] and source.ending == ".pdf":
        return "pdf"
    for magic, message in _REFUSED:
        if data.startswith(magic):
            raise UnreadableError(message)
    return _text_format(sample(data), source.ending)


def _text_format(head: str, ending: str) -> str:
    root = _root(head)
    if root in _HTML_ROOTS:
        return "html"
    if root in _XML_ROOTS:
        return _XML_ROOTS[root]
    if _JSON.match(head):
        return "json"
    if by_ending := _ENDINGS.get(ending):
        return by_ending
    if head.lstrip().startswith("<?xml"):
        return "wire"
    return "mail" if _is_mail(head) else "text"


def _root(head: str) -> str:
    """The name of a document's first element or of its document type, lower-cased; empty where there is none."""
    at = 0
    while True:
        at += len(head) - at - len(head[at:].lstrip())
        closing = next((close for begin, close in _SKIPPED if head.startswith(begin, at)), None)
        if closing is None:
            tag = _ROOT_TAG.match(head, at)
            return tag[1].lower() if tag else ""
        end = head.find(closing, at)
        if end < 0:
            return ""
        at = end + len(closing)


def _is_mail(head: str) -> bool:
    """Header lines up to the first empty one, at least two of them such as only e-mail has."""
    names = set()
    for line in head.splitlines():
        if not line:
            break
        if not _HEADER.match(line):
            return False
        names.add(line.partition(":")[0].lower())
    return len(names & _MAIL_NAMES) >= 2
