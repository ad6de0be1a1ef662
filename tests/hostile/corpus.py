"""Broken and hostile input of every kind, made by code: name of the file, its bytes, and words of the problem.

Where the words are empty the input is odd but readable, and an article comes of it. `LIMIT` is the cap of one input.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Iterator

from tests.unit.reading import documents as doc

LIMIT = 300_000
Case = tuple[str, str, Callable[[], bytes], str]

_PAGE = "<html><head>{head}</head><body><article><p>{text}</p></article></body></html>"
_TEXT = "Twelve people died in the flood at Holm on Wednesday, the mayor of the town said in the evening. " * 3
_ENTITY = '<?xml version="1.0"?><!DOCTYPE {root} [{entities}]><{root}>{use}</{root}>'
_LAUGHS = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


def page(head: str = "", text: str = _TEXT) -> bytes:
    return _PAGE.format(head=head, text=text).encode()


def laughs(root: str) -> bytes:
    return _ENTITY.format(root=root, entities=_LAUGHS, use="&a11;").encode()


def outside(root: str, url: str = "file:///etc/passwd") -> bytes:
    return _ENTITY.format(root=root, entities=f'<!ENTITY x SYSTEM "{url}">', use="<p>&x;</p>").encode()


def cases() -> Iterator[Case]:
    """Every case once: its name, the file's name, its bytes and words of the problem."""
    for family in (_texts, _json, _xml, _html, _archives, _office, _pdfs, _mails, _tables):
        yield from family()


def _texts() -> Iterator[Case]:
    yield "empty", "a.txt", lambda: b"", "is empty"
    yield "white space only", "a.txt", lambda: b" \n\t\r\n", "is empty"
    yield "byte-order mark only", "a.txt", lambda: b"\xef\xbb\xbf", "is empty"
    yield "UTF-16 mark only", "a.txt", lambda: b"\xff\xfe", "is empty"
    yield "NUL bytes", "a.txt", lambda: b"12 died\0\0\0 in" * 9, "binary"
    yield "control characters", "a.txt", lambda: bytes(range(1, 32)) * 99, "binary"
    yield "high bytes", "a.txt", lambda: bytes(range(128, 256)) * 40, "not valid"
    yield "a program", "a.txt", lambda: b"\x7fELF\x02\x01\x01" + bytes(64), "binary"
    yield "a picture called text", "a.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "picture"
    yield "a photograph", "a.html", lambda: b"\xff\xd8\xff\xe0" + bytes(99), "picture"
    yield "RTF", "a.doc", lambda: b"{\\rtf1 12 died}", "RTF"
    yield "old Word", "a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"
    yield "bzip2", "a.txt.bz2", lambda: b"BZh91AY&SY", "bzip2"
    yield "xz", "a.txt.xz", lambda: b"\xfd7zXZ\0\0", "xz"
    yield "7z", "a.7z", lambda: b"7z\xbc\xaf\x27\x1c", "7z"
    yield "cut in a character", "a.txt", lambda: "“Twelve” died — “three”".encode()[:-1], "not valid utf-8"
    yield "UTF-16 cut in a character", "a.txt", lambda: "\ufeffTwelve died".encode("utf-16-le") + b"x", "not valid"
    yield "UTF-16 with half pairs", "a.txt", lambda: b"\xff\xfe" + b"1\x002\x00 \x00\x3d\xd8 \x00d\x00", "not valid"
    yield "UTF-32 that is none", "a.txt", lambda: b"\xff\xfe\0\0" + b"\xff\xff\xff\xff" * 9, "not valid"
    yield "overlong UTF-8", "a.txt", lambda: b"\xc0\xaf\xe0\x80\xaf twelve died", ""
    yield "too large", "a.txt", lambda: b"x" * (LIMIT + 1), "larger than the limit"
    yield "one long line", "a.txt", lambda: b"12 died " * (LIMIT // 9), ""
    yield "front matter that never ends", "a.txt", lambda: b"---\nsource: X\n\n12 died.", "never ends"
    yield "front matter without end in sight", "a.txt", lambda: b"---\n" + b"source: x\n" * 9999, "never ends"
    yield "front matter and no text", "a.txt", lambda: b"---\nsource: X\n---\n", "is empty"
    yield "a date that is none", "a.txt", lambda: b"---\ndate: 2024-02-31\n---\n12 died.", "could not be read"
    yield "a date out of range", "a.txt", lambda: b"---\ndate: 99999-01-01T00:00\n---\n12 died.", "could not be read"
    yield "a date at the edge of time", "a.txt", lambda: b"---\ndate: 0001-01-01T00:00:00+14:00\n---\n12 died.", ""
    yield "line ends of every kind", "a.txt", lambda: "12 died\r3 hurt\u2028x\x0by\x0cz\x85.".encode(), ""
    yield "escape sequences", "a.txt", lambda: b"\x1b[2J12 died\x1b]0;x\x07 in the flood at Holm on Wednesday", ""


def _json() -> Iterator[Case]:
    item = {"uri": "x", "headline": "H", "body_text": "12 died."}
    yield "JSON cut off", "a.json", lambda: json.dumps(item)[:-5].encode(), "not valid JSON"
    yield "nested arrays", "a.json", lambda: b"[" * 99_999, "too deeply"
    yield "nested objects", "a.json", lambda: b'{"a":' * 40_000, "too deeply"
    yield "nested in a line", "a.jsonl", lambda: b'{"a":' * 40_000 + b"\n" + json.dumps(item).encode(), "too deeply"
    yield "a number without end", "a.json", lambda: b'{"a": ' + b"9" * 9999 + b"}", "too long"
    yield "not a number", "a.json", lambda: b'{"body_text": NaN, "versioncreated": Infinity}', "no text"
    yield "bare value", "a.json", lambda: b'"12 died"', "bare value"
    yield "null", "a.json", lambda: b"null", "bare value"
    yield "empty array", "a.json", lambda: b"[]", "no item"
    yield "array of the wrong things", "a.json", lambda: b'[1, "x", null, [], {}]', "no JSON object"
    yield "every field of the wrong type", "a.json", _wrong_types, "no text"
    yield "fields of the wrong type beside a text", "a.json", _odd_types, ""
    yield "half a pair", "a.json", lambda: b'{"uri": "\\ud800", "headline": "\\udfff", "body_text": "12 \\ud83d"}', ""
    yield "twice the same key", "a.json", lambda: b'{"uri": 1, "uri": "x", "body_text": "12 died"}', ""
    yield "lines of rubbish", "a.jsonl", lambda: b"{]\n" * 500, "more problems"
    yield "bad lines between good ones", "a.jsonl", lambda: f"{json.dumps(item)}\n{{\n".encode() * 2, "not valid JSON"
    yield "deep markup in an item", "a.json", lambda: json.dumps({"body_html": "<div>" * 9999 + "12 died"}).encode(), ""
    yield "comments in JSON", "a.json", lambda: b'// x\n{"body_text": "12 died"}', "not valid JSON"
    yield "JSON in UTF-16", "a.json", lambda: json.dumps(item).encode("utf-16"), ""
    yield "a date of the wrong kind", "a.json", lambda: b'{"body": "12 died", "date": "soon"}', "could not be read"


def _wrong_types() -> bytes:
    names = ("uri", "headline", "headlines", "body_text", "body_html", "bodies", "versioncreated", "infosource")
    return json.dumps([dict.fromkeys(names, v) for v in (0, [], {}, [[]], [{}], None, True, {"a": 1})]).encode()


def _odd_types() -> bytes:
    return json.dumps(
        {
            "uri": {"a": 1},
            "headlines": [3, {"value": 4}, {"role": [], "value": "H"}],
            "body_text": "12 died.",
            "infosource": [[[[]]], {"name": {"name": {"name": []}}}],
            "pubstatus": ["canceled"],
            "ednote": 7,
            "versioncreated": 20240710,
        }
    ).encode()


def _xml() -> Iterator[Case]:
    for root in ("nitf", "newsItem", "rss", "feed", "html"):
        words = "declares" if root != "html" else ""
        yield f"billion laughs in {root}", "a.xml", lambda root=root: laughs(root), words
        yield f"entity from outside in {root}", "a.xml", lambda root=root: outside(root), words
    blowup = _ENTITY.format(root="nitf", entities=f'<!ENTITY a "{"x" * 9999}">', use="&a;" * 9999)
    yield "quadratic blow-up", "a.xml", blowup.encode, "declares the entity"
    parameter = '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY % p SYSTEM "http://x.example/d">%p;]><nitf/>'
    yield "parameter entity from outside", "a.xml", parameter.encode, "declares the entity"
    yield "definition from outside", "a.xml", lambda: b'<!DOCTYPE nitf SYSTEM "http://x.example/d"><nitf/>', "no item"
    yield "tags that do not match", "a.xml", lambda: b"<nitf><body></nitf>", "not well-formed"
    yield "XML cut off", "a.xml", lambda: b"<nitf><body><p>12 died", "not well-formed"
    yield "nested elements", "a.xml", lambda: b"<nitf>" + b"<block>" * 20_000, "too deeply"
    yield "unknown root", "a.xml", lambda: b"<?xml version='1.0'?><invoice><p>12</p></invoice>", "without a news item"
    yield "XML of nothing", "a.xml", lambda: b"<?xml version='1.0'?>", "not well-formed"
    yield "unknown encoding", "a.xml", lambda: b"<?xml version='1.0' encoding='klingon'?><nitf/>", "no item"
    yield "lying encoding", "a.xml", lambda: b"<?xml version='1.0' encoding='utf-16'?><nitf/>", "well-formed"
    yield "control characters in XML", "a.xml", lambda: b"<nitf><p>12 \x01\x02</p></nitf>", "well-formed"
    yield "package without text", "a.xml", lambda: b"<packageItem guid='x'/>", "without a news item"
    yield "item without text", "a.xml", lambda: b"<newsItem guid='x'><itemMeta/></newsItem>", "no item with a text"
    yield "inclusion", "a.xml", lambda: b"<nitf><include href='file:///etc/passwd'/></nitf>", "no item"
    yield (
        "a feed without entries",
        "a.rss",
        lambda: b"<rss><channel><title>x</title></channel></rss>",
        "without an entry",
    )
    yield "a feed cut off", "a.rss", lambda: b"<rss><channel><item><description>12 died", "no well-formed feed"
    yield "a feed that is none", "a.rss", lambda: b"12 people died.", "no well-formed feed"
    yield "a feed of deep markup", "a.rss", _deep_feed, ""


def _deep_feed() -> bytes:
    inner = "&lt;div&gt;" * 9999 + "12 died"
    return f"<rss version='2.0'><channel><item><description>{inner}</description></item></channel></rss>".encode()


def _html() -> Iterator[Case]:
    yield "nested elements in a page", "a.html", lambda: page(text="<div>" * 40_000 + _TEXT), ""
    yield "nested tables", "a.html", lambda: page(text="<table><tr><td>" * 9_999 + _TEXT), ""
    yield "open comments", "a.html", lambda: page() + b"<!--" * 50_000, ""
    yield "open tags", "a.html", lambda: page() + b"<a b='" * 40_000, ""
    yield "brackets", "a.html", lambda: page() + b"<" * 200_000, ""
    yield "attributes", "a.html", lambda: b"<html " + b"a=1 " * 50_000 + page()[6:], ""
    yield "ends without beginnings", "a.html", lambda: page(text="</div></p></b>" * 9_999 + _TEXT), ""
    yield (
        "only scripts",
        "a.html",
        lambda: b"<html><script>document.write('12 died')</script></html>",
        "no running text",
    )
    yield "a page of almost nothing", "a.html", lambda: page("<style>" + "x" * 9999 + "</style>", "12."), "only"
    yield "broken JSON-LD", "a.html", lambda: page('<script type="application/ld+json">{"@type":</script>'), ""
    yield "deep JSON-LD", "a.html", lambda: page(f'<script type="application/ld+json">{"[" * 50_000}</script>'), ""
    yield "wide JSON-LD", "a.html", lambda: page(_ld("[" + "{}," * 60_000 + "{}]")), ""
    yield "odd JSON-LD", "a.html", lambda: page(_ld(json.dumps(_ODD_LD))), ""
    yield "unknown character set", "a.html", lambda: page('<meta charset="klingon">'), ""
    yield "a codec that is no character set", "a.html", lambda: page('<meta charset="unicode_escape">'), ""
    yield "an address that is none", "a.html", lambda: page('<link rel="canonical" href="http://[::1">'), ""
    yield "a script for an address", "a.html", lambda: page('<link rel="canonical" href="javascript:alert(1)">'), ""
    yield "a page cut off", "a.html", lambda: page()[:-40], ""
    yield "bad dates", "a.html", lambda: page('<meta name="date" content="yesterday">'), "could not be read"
    yield "numeric references", "a.html", lambda: page(text=f"&#0;&#x110000;&#xd800;&#99999999999;{_TEXT}"), ""


_ODD_LD = {
    "@type": ["NewsArticle", 3, None],
    "headline": {"@value": 3},
    "publisher": [[[]]],
    "datePublished": {"a": []},
    "correction": [3, {"text": []}, {"text": "<p>was 20"}],
}


def _ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def _archives() -> Iterator[Case]:
    zeros = b"0" * (LIMIT * 9)
    yield "zip bomb", "a.zip", lambda: doc.zipped({"a.txt": zeros}), "unpacks to more than the limit"
    yield (
        "many files that add up",
        "a.zip",
        lambda: doc.zipped({f"{n}.txt": zeros[: LIMIT // 4] for n in range(9)}),
        "limit",
    )
    yield "bomb in a bomb", "a.zip", lambda: doc.zipped({"b.zip": doc.zipped({"a.txt": zeros})}), "limit"
    yield "zips in zips", "a.zip", _nested, "too deep"
    yield "way out of the folder", "a.zip", lambda: doc.zipped({"../../etc/x.txt": "12 died", "/abs.txt": "3 died"}), ""
    yield "names of control characters", "a.zip", lambda: doc.zipped({"a\x1b[2J\n.txt": "12 died"}), ""
    yield "zip cut off", "a.zip", lambda: doc.zipped({"a.txt": "12 died"})[:-30], "damaged zip"
    yield "zip of rubbish", "a.zip", lambda: b"PK\x03\x04" + b"rubbish" * 99, "damaged zip"
    yield "empty zip", "a.zip", lambda: doc.zipped({}), "holds no file"
    yield "encrypted zip", "a.zip", _encrypted, "encrypted"
    yield "unknown packing", "a.zip", _unknown_method, "damaged"
    yield "wrong checksum", "a.zip", _wrong_checksum, "damaged"
    yield "gzip bomb", "a.txt.gz", lambda: doc.gzipped(zeros), "unpacks to more than the limit"
    yield "gzip cut off", "a.txt.gz", lambda: doc.gzipped(b"12 died" * 99)[:-12], "breaks off"
    yield "gzip of rubbish", "a.txt.gz", lambda: b"\x1f\x8b\x08\x00" + b"rubbish" * 9, "damaged gzip"
    yield "gzip and rubbish after it", "a.txt.gz", lambda: doc.gzipped(b"12 died") + b"rubbish", ""
    yield "gzip in gzip", "a.gz", _gzips, "too deep"
    yield "gzip of nothing", "a.gz", lambda: doc.gzipped(b""), "is empty"


def _nested() -> bytes:
    data = doc.zipped({"a.txt": "12 died"})
    for n in range(5):
        data = doc.zipped({f"{n}.zip": data})
    return data


def _gzips() -> bytes:
    data = b"12 died"
    for _ in range(9):
        data = doc.gzipped(data)
    return data


def _encrypted() -> bytes:
    data = bytearray(doc.zipped({"a.txt": "12 died"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _unknown_method() -> bytes:
    data = bytearray(doc.zipped({"a.txt": "12 died"}))
    struct.pack_into("<H", data, 8, 99)
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 10, 99)
    return bytes(data)


def _wrong_checksum() -> bytes:
    data = bytearray(doc.zipped({"a.txt": "12 died"}))
    data[data.index(b"PK\x01\x02") + 16] ^= 255
    return bytes(data)


def _office() -> Iterator[Case]:
    name = "word/document.xml"
    yield "Word without a body", "a.docx", lambda: doc.zipped({name: "<w/>"}), "without a body"
    yield "Word without text", "a.docx", lambda: doc.docx(), "without text"
    yield "Word that is not XML", "a.docx", lambda: doc.zipped({name: "12 died"}), "not well-formed"
    yield "Word with laughs", "a.docx", lambda: doc.zipped({name: laughs("document")}), "declares the entity"
    yield "Word bomb", "a.docx", lambda: doc.zipped({name: b"<a>" + b" " * LIMIT * 9}), "beyond the limit"
    yield "Word nested", "a.docx", lambda: doc.zipped({name: "<body>" + "<tbl>" * 9_999}), "too deeply"
    yield "Word with a bad date", "a.docx", lambda: doc.docx(doc.word_paragraph("12 died"), core=_BAD_CORE), "could not"


_BAD_CORE = "<coreProperties><modified>never</modified></coreProperties>"


def _pdfs() -> Iterator[Case]:
    good = doc.pdf(["Twelve people died."])
    yield "PDF of rubbish", "a.pdf", lambda: b"%PDF-1.7\n" + b"rubbish " * 99, "PDF"
    yield "PDF cut off", "a.pdf", lambda: good[: len(good) // 3], "PDF"
    yield "PDF without text", "a.pdf", lambda: doc.pdf([]), "without text"
    yield "PDF without pages", "a.pdf", lambda: doc.pdf(), "without text"
    yield "PDF whose pages hold themselves", "a.pdf", lambda: good.replace(b"/Kids [3 0 R]", b"/Kids [4 0 R]"), "PDF"
    yield "PDF with a broken stream", "a.pdf", lambda: good.replace(b"x\x9c", b"xx"), "PDF"
    yield "PDF with a secret", "a.pdf", lambda: good.replace(b"/Root", b"/Encrypt << /Filter /X >> /Root"), "PDF"
    yield "PDF with a wrong table", "a.pdf", lambda: good.replace(b"0000000009", b"0000099999"), ""
    yield "PDF bomb", "a.pdf", _pdf_bomb, "draws more than the limit"


def _pdf_bomb() -> bytes:
    line = b"(12 people died in the flood at Holm.) Tj T*\n" * 100_000
    stream = zlib.compress(b"BT /F1 11 Tf 14 TL 72 770 Td\n" + line + b"ET")
    good = doc.pdf(["x"])
    start, end = good.index(b"<< /Filter"), good.index(b"\nendstream")
    body = f"<< /Filter /FlateDecode /Length {len(stream)} >>\nstream\n".encode() + stream
    return good[:start] + body + good[end:]


def _mails() -> Iterator[Case]:
    head = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: {}\n\n"
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(400))
    bad = head.format("text/plain; charset=klingon") + "12 died"
    yield "mail without text", "a.eml", lambda: head.format("text/plain").encode(), "without text"
    yield "mail of headers only", "a.eml", lambda: b"From: a@b.example\nSubject: 12 died", "without text"
    yield (
        "nested mail",
        "a.eml",
        lambda: f"From: a@b.example\nMIME-Version: 1.0\n{nested}12 died".encode(),
        "without text",
    )
    yield "mail in an unknown character set", "a.eml", bad.encode, ""
    yield "bad base64", "a.eml", lambda: b"From: a\nContent-Transfer-Encoding: base64\n\n%%%!!", "a.eml"
    yield "bad header words", "a.eml", lambda: b"From: =?klingon?B?!!?=\nSubject: =?utf-8?Q?=ZZ?=\n\n12 died", ""
    yield "a long header", "a.eml", lambda: b"From: a\nSubject: " + b"x" * 200_000 + b"\n\n12 died", ""
    yield "many brackets in a sender", "a.eml", lambda: b"From: " + b"(" * 50_000 + b"\n\n12 died", "could not be read"
    yield "a bomb attached", "a.eml", _bomb_attached, "limit"
    broken = doc.warc_record("http://x.example/", doc.WEB_PAGE.encode()).replace(
        b"Content-Length: ", b"Content-Length: 9"
    )
    yield "web archive cut off", "a.warc", lambda: broken[:600], "breaks off"
    yield "web archive of rubbish", "a.warc", lambda: b"WARC/1.0\r\nrubbish\r\n\r\n" * 9, "web archive"
    yield (
        "web archive without pages",
        "a.warc",
        lambda: doc.warc_record("x", b"", status="404 Not Found"),
        "without a page",
    )


def _bomb_attached() -> bytes:
    packed = doc.zipped({"a.txt": b"0" * LIMIT * 9})
    head = b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n12 died\n--x\n"
    part = b"Content-Type: application/zip\nContent-Disposition: attachment; filename=../b.zip\n"
    return head + part + b"Content-Transfer-Encoding: 8bit\n\n" + packed + b"\n--x--\n"


def _tables() -> Iterator[Case]:
    yield "no column of text", "a.csv", lambda: b"a,b\n1,2\n", "has no column"
    yield "no rows", "a.csv", lambda: b"headline,body\n", "without a row"
    yield "rows too short", "a.csv", lambda: b"headline,body\nx\n,,,\nH,12 died\n", "no text in column"
    yield "a quote that never ends", "a.csv", lambda: b'headline,body\nH,"12 died\n\n\n', ""
    yield "a field too long", "a.csv", lambda: b"body\n" + b"x" * 200_000 + b"\n", "no well-formed table"
    yield "the same column twice", "a.csv", lambda: b"body,body\n12 died,3 died\n", ""
    yield "a table of separators", "a.tsv", lambda: b"\t" * 99_999, "is empty"
