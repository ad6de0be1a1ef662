"""From bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from attrs import frozen

from reconcile.reading.values import UnreadableError

_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65536
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_MOST_CONTROLS = 0.02  # share of control characters above which bytes are not text
_FEW_CONTROLS = 2  # a stray one or two make no short text binary
# Character sets in use; Python knows codecs besides that are no encoding of text or slow by design.
_CHARSETS = (
    "utf-8", "utf8", "utf-16", "iso-8859", "iso8859", "latin", "us-ascii", "ascii", "windows-", "cp12", "cp8", "koi8",
    "macintosh", "x-mac", "mac", "gb", "big5", "shift", "sjis", "euc", "iso-2022", "tis-620",
)  # fmt: skip
_BINARY = "is a binary file, not an article; give text, HTML, JSON, XML, PDF or DOCX"


@frozen
class Decoded:
    """Text, the encoding it was read with, and how many characters could not be read (shown as U+FFFD)."""

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode by byte-order mark, then by what is `declared`, then UTF-8, then Windows-1252.

    Raises UnreadableError for bytes that are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with(data[len(mark) :], encoding)
    if wide := _wide(data[:_SAMPLE]):
        return _with(data, wide)
    if _is_binary(data[:_SAMPLE]):
        raise UnreadableError(_BINARY)
    if declared and (found := _declared(data, declared)):
        return found
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged(data)


def sample(data: bytes) -> str:
    """The beginning of the text as well as it can be read, for telling formats apart; never raises."""
    head = data[:4096]
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    return head.decode(_wide(head) or "utf-8", "replace")


def printable(text: str) -> str:
    """The text with halves of surrogate pairs, which no file can hold, replaced by U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _with(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    if "\0" in text:
        raise UnreadableError(_BINARY)
    return Decoded(text, encoding, text.count("�"))


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Western text is NUL."""
    half = len(head) // 2
    if half < 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _is_binary(head: bytes) -> bool:
    if b"\0" in head:
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > _FEW_CONTROLS + _MOST_CONTROLS * len(head)


def _declared(data: bytes, name: str) -> Decoded | None:
    if not name.lower().startswith(_CHARSETS):
        return None
    try:
        return Decoded(data.decode(name), name.lower())
    except (LookupError, UnicodeError, ValueError, AssertionError):
        return None


def _damaged(data: bytes) -> Decoded:
    """Windows-1252, unless the bytes are UTF-8 with a few faults: then reading them so would spoil every quote."""
    text = data.decode("utf-8", "replace")
    lost = text.count("�")
    good = sum(1 for c in text if c > "\x7f") - lost
    if good > lost:
        return Decoded(text, "utf-8", lost)
    western = data.decode("cp1252", "replace")
    return Decoded(western, "cp1252", western.count("�"))
