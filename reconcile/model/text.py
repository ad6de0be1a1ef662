"""Articles, their parts, and exact places in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Literal

from attrs import field, frozen

Part = Literal["headline", "body"]
PARTS: tuple[Part, ...] = ("headline", "body")


@frozen(order=True)
class Span:
    """A half-open range of code points, `start <= offset < end`, in one part of one article."""

    article: str
    part: Part
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """True where both lie in the same part and share at least one code point."""
        return (
            self.article == other.article
            and self.part == other.part
            and self.start < other.end
            and other.start < self.end
        )


@frozen(order=True)
class Mention:
    """A span with its words; `article.part(span.part)[span.start:span.end] == text` holds always."""

    span: Span
    text: str


RegionKind = Literal["caption", "related", "promotion", "byline", "note", "table", "furniture"]


@frozen
class Region:
    """A stretch of a part that is not running text of the article, and what it is instead.

    `label` is the heading of its row where the region is a cell of a table.
    """

    part: Part
    start: int
    end: int
    kind: RegionKind
    label: str = ""

    @property
    def is_aside(self) -> bool:
        """True where what it says is no claim of the article: everything but tables and editors' notes."""
        return self.kind not in ("table", "note")


@frozen(order=True)
class SourceMark:
    """From offset `start` of a part on, the text stands at this line or page of the source file.

    With `counts_lines` the line number grows with each newline of the text after `start`.
    """

    part: Part
    start: int
    line: int | None = None
    page: int | None = None
    counts_lines: bool = False


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def _timestamp(value: str | date | datetime | None) -> datetime | date | None:
    """Accept ISO 8601 text, a date or a datetime; raises ValueError for other text."""
    if not isinstance(value, str):
        return value
    if _DATE.match(value):
        return date.fromisoformat(value)
    return datetime.fromisoformat(value)


@frozen
class Article:
    """One published text. Neither part is ever altered after reading.

    `published` may be given as ISO 8601 text, a date (time unknown) or a datetime; None where unknown.
    `modified` is when the text was last changed, where the source says so besides.
    `version_of` is the id of the latest version of the same item where this is an older one.
    `hint` says what to install for the text to be read better, where that would help.
    """

    id: str
    body: str
    headline: str = ""
    source: str = ""
    published: datetime | date | None = field(default=None, converter=_timestamp)
    path: str = ""
    url: str = ""
    withdrawn: bool = False
    regions: tuple[Region, ...] = ()
    marks: tuple[SourceMark, ...] = ()
    version_of: str = ""
    modified: datetime | date | None = field(default=None, converter=_timestamp)
    hint: str = ""

    def part(self, name: Part) -> str:
        """The text of one part, exactly as the source gave it."""
        return self.headline if name == "headline" else self.body

    def parts(self) -> Iterator[tuple[Part, str]]:
        """Each part that has any text, headline first."""
        for name in PARTS:
            if text := self.part(name):
                yield name, text

    def mention(self, part: Part, start: int, end: int) -> Mention:
        """The mention at these offsets; raises ValueError where they lie outside the part."""
        text = self.part(part)
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span [{start}, {end}) in {part} of {len(text)} code points")
        return Mention(Span(self.id, part, start, end), text[start:end])

    @property
    def published_day(self) -> date | None:
        """The calendar day of publication as the source wrote it (in its own time zone)."""
        if isinstance(self.published, datetime):
            return self.published.date()
        return self.published

    @property
    def label(self) -> str:
        """What to call the article in a report: its source, else its file's name, else its id."""
        return self.source or re.split(r"[\\/]", self.path)[-1] or self.id

    def locate(self, part: Part, offset: int) -> SourceMark | None:
        """Line or page of the source file where this offset stands, or None where it is not known."""
        marks = [m for m in self.marks if m.part == part]
        at = bisect_right([m.start for m in marks], offset) - 1
        if at < 0:
            return None
        mark = marks[at]
        if not mark.counts_lines or mark.line is None:
            return mark
        extra = self.part(part).count("\n", mark.start, offset)
        return SourceMark(part, offset, mark.line + extra, mark.page)


def label_of(articles: Mapping[str, Article], name: str) -> str:
    """What to call the article of this id in a report: its label, else the id itself."""
    article = articles.get(name)
    return article.label if article else name
