"""One story, and the binary files a newsroom would have it in, made by hand."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

HEADLINE = "Flood at Holm kills 12, injures 30"
PARAGRAPHS = (
    "HOLM (Harbour News) — At least 12 people died on Wednesday when the river Vik burst its banks at Holm, "
    "the mayor said.",
    "Another 30 people were injured, and about 400 homes were without power.",
    "The government promised 3 million crowns in aid to those who lost their homes.",
)
WEB_PAGE = (
    f"<!doctype html><html><head><title>{HEADLINE}</title><meta property='og:site_name' content='Harbour News'>"
    "<meta property='article:published_time' content='2024-07-10T18:00:00Z'></head><body><article>"
    + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    + "</article></body></html>"
)


def zipped(files: dict[str, bytes | str]) -> bytes:
    """A zip file of these members."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def gzipped(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    '<dcterms:created xsi:type="dcterms:W3CDTF">2011-01-01T08:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2024-07-10T18:00:00Z</dcterms:modified></cp:coreProperties>'
)


def word_paragraph(text: str, style: str = "") -> str:
    """A paragraph whose text is cut into runs, as Word cuts it."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    middle = len(text) // 2
    runs = "".join(
        f'<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">{escape(t)}</w:t></w:r>'
        for t in (text[:middle], text[middle:])
    )
    return f"<w:p>{named}{runs}</w:p>"


def docx(*content: str, core: str = CORE) -> bytes:
    """A Word document of these paragraphs and tables."""
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{_W}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
        f"{''.join(content)}<w:sectPr/></w:body></w:document>"
    )
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document, "docProps/core.xml": core})


def word_table(*rows: Iterable[str]) -> str:
    """A table whose first row is a heading row."""
    lines = []
    for number, row in enumerate(rows):
        heading = "<w:trPr><w:tblHeader/></w:trPr>" if number == 0 else ""
        cells = "".join(f"<w:tc><w:tcPr/>{word_paragraph(c)}</w:tc>" for c in row)
        lines.append(f"<w:tr>{heading}{cells}</w:tr>")
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def pdf(*pages: Iterable[str], title: str = "", created: str = "D:20240710180000Z", packed: bool = True) -> bytes:
    """A PDF of these pages of lines, in the form simple producers write."""
    objects: list[bytes] = []

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    encoding = "/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >>"
    font = add(f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {encoding} >>".encode())
    kids = []
    tree = 2 + 2 * len(pages)
    for lines in pages:
        shown = b"".join(b"(" + _pdf_text(line) + b") Tj T*\n" for line in lines)
        stream = b"BT /F1 11 Tf 14 TL 72 770 Td\n" + shown + b"ET"
        coded = zlib.compress(stream) if packed else stream
        how = "/Filter /FlateDecode " if packed else ""
        body = add(f"<< {how}/Length {len(coded)} >>\nstream\n".encode() + coded + b"\nendstream")
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {body} 0 R "
                f"/Resources << /Font << /F1 {font} 0 R >> >> >>".encode()
            )
        )
    listed = " ".join(f"{k} 0 R" for k in kids)
    assert add(f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()) == tree
    catalog = add(f"<< /Type /Catalog /Pages {tree} 0 R >>".encode())
    info = add(b"<< /Title (" + _pdf_text(title) + b") /CreationDate (" + created.encode() + b") >>")
    return _pdf_file(objects, catalog, info)


def _pdf_file(objects: list[bytes], catalog: int, info: int) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{o:010} 00000 n \n".encode() for o in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root {catalog} 0 R /Info {info} 0 R >>\n".encode()
    return bytes(out) + f"startxref\n{start}\n%%EOF\n".encode()


def _pdf_text(text: str) -> bytes:
    coded = text.replace("ﬁ", "\x01").encode("cp1252")
    return coded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def warc(*records: bytes) -> bytes:
    return b"".join(records)


def warc_record(
    address: str,
    body: bytes,
    *,
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    record: str = "response",
) -> bytes:
    """One record as wget and heritrix write them."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {record}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-07-12T08:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"
