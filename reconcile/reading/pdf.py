"""PDF: text by pypdf (extra `pdf`), hard line ends folded into paragraphs, every passage with its page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from io import BytesIO
from typing import Any

from reconcile.reading.blocks import Blocks, BlockWriter
from reconcile.reading.build import Draft
from reconcile.reading.extras import load_extra
from reconcile.reading.values import MEGABYTE, Reading, ReadOptions, Source, UnreadableError

_MOST_PAGES = 2000
_MOST_CONTENT = 4 * MEGABYTE  # drawing instructions of one page; a second of reading each
_FULL_LINE = 0.75  # a line shorter than this share of the longest ends its paragraph
_REPEATED = 3  # pages that begin or end with the same line make it a running head
_LIGATURES = re.compile("[ﬀ-ﬆ]")
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_SENTENCE_END = (".", "!", "?", ":", '"', "”", "’", ")")
_ITEM = re.compile(r"(?:[•▪–—*·-]|\d{1,2}[.)])\s")


def read_pdf(source: Source, options: ReadOptions) -> Reading:
    """One article; its title is the headline where the first page begins with it."""
    pypdf = load_extra("pypdf", "pdf")
    problems: list[str] = []
    try:
        reader = pypdf.PdfReader(BytesIO(source.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("is encrypted; save it without a password")
        pages = _pages(reader, options.max_bytes, problems)
        about = reader.metadata or {}
        title, created = _entry(about, "/Title"), _entry(about, "/CreationDate")
    except UnreadableError:
        raise
    except Exception as fault:  # whatever a broken file can do to the parser
        raise UnreadableError(f"is a damaged PDF: {type(fault).__name__}") from None
    headline, blocks = _split_title(_blocks(pages), title)
    if not blocks.text.strip():
        if problems:
            return Reading(problems=tuple(source.problem(p) for p in problems))
        raise UnreadableError("is a PDF without text, perhaps a scan; run text recognition on it first")
    draft = Draft(blocks.text, headline=headline, regions=blocks.regions, marks=blocks.marks)
    day = _DATE.match(created)
    draft.published = "-".join(day.groups()) if day else ""
    article = draft.article(source)
    return Reading((article,), (*(source.problem(p) for p in problems), *draft.problems))


def _entry(about: Any, key: str) -> str:
    value = about.get(key)
    return str(value).strip() if value is not None else ""


def _pages(reader: Any, limit: int, problems: list[str]) -> list[list[str]]:
    """The lines of each page."""
    pages: list[list[str]] = []
    size = 0
    if len(reader.pages) > _MOST_PAGES:
        problems.append(f"has {len(reader.pages)} pages; only the first {_MOST_PAGES} are read")
    for number in range(min(len(reader.pages), _MOST_PAGES)):
        try:
            text = _page_text(reader.pages[number])
        except UnreadableError as fault:
            problems.append(f"page {number + 1} {fault}")
            text = ""
        except Exception as fault:  # one bad page does not lose the others
            problems.append(f"page {number + 1} could not be read: {type(fault).__name__}")
            text = ""
        size += len(text)
        if size > limit:
            raise UnreadableError("holds more text than the limit for one input")
        pages.append([line.rstrip() for line in text.split("\n")])
    return pages


def _page_text(page: Any) -> str:
    """The text of one page; raises UnreadableError where reading it could take minutes."""
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _MOST_CONTENT:
        raise UnreadableError(f"draws more than the limit of {_MOST_CONTENT / MEGABYTE:g} MB for one page; left out")
    return _folded(page.extract_text() or "")


def _folded(text: str) -> str:
    """Ligatures and control characters as plain letters and spaces."""
    text = _LIGATURES.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    return "".join(c if c >= " " or c == "\n" else " " for c in text.replace("\u00ad\n", ""))


def _blocks(pages: list[list[str]]) -> Blocks:
    running = _running_heads(pages)
    writer = BlockWriter()
    for number, lines in enumerate(pages, 1):
        kept = [line for line in lines if _known_by(line) not in running]
        widest = max((len(line) for line in kept), default=0)
        paragraph: list[str] = []
        for line in kept:
            if not line.strip() or _ITEM.match(line.lstrip()):
                writer.add(_joined(paragraph), page=number)
                paragraph = []
            if line.strip():
                paragraph.append(line.strip())
                if len(line) < _FULL_LINE * widest and line.endswith(_SENTENCE_END):
                    writer.add(_joined(paragraph), page=number)
                    paragraph = []
        writer.add(_joined(paragraph), page=number)
    return writer.done()


def _running_heads(pages: list[list[str]]) -> set[str]:
    """First and last lines that several pages share, numbers aside."""
    counts: Counter[str] = Counter()
    for lines in pages:
        filled = [line for line in lines if line.strip()]
        counts.update({_known_by(line) for line in (*filled[:1], *filled[-1:])})
    return {line for line, count in counts.items() if count >= _REPEATED}


def _known_by(line: str) -> str:
    return " ".join("#" if w.isdigit() else w for w in line.split())


def _joined(lines: list[str]) -> str:
    """Lines as one paragraph; a word broken at the end of a line is made whole."""
    text = ""
    for line in lines:
        if text.endswith("-") and len(text) > 1 and text[-2].islower() and line[:1].islower():
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return text


def _split_title(blocks: Blocks, title: str) -> tuple[str, Blocks]:
    """The document's title and the text after it, where the text begins with that title."""
    title = " ".join(title.split())
    if len(title) < 10 or not blocks.text.startswith(title):
        return "", blocks
    rest = blocks.text[len(title) :]
    cut = len(title) + len(rest) - len(rest.lstrip())
    marks = tuple(type(m)(m.part, max(0, m.start - cut), m.line, m.page) for m in blocks.marks)
    return title, Blocks(blocks.text[cut:], (), marks)
