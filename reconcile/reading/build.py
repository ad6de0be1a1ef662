"""Making articles from what a file says of itself, the same way for every format."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from attrs import define, field

from reconcile.errors import Problem
from reconcile.model.change import evolve
from reconcile.model.text import Article, Region, SourceMark
from reconcile.reading.encodings import printable
from reconcile.reading.timestamps import Timestamp, moment, timestamp
from reconcile.reading.values import Source


@define
class Draft:
    """An article as one reader found it. `id` is the item's own; empty where it has none.

    `notes` are editor's notes that stand outside the text: they become the first paragraphs of the body.
    """

    body: str
    id: str = ""
    headline: str = ""
    source: str = ""
    published: str = ""
    modified: str = ""
    url: str = ""
    withdrawn: bool = False
    line: int | None = None
    notes: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    marks: tuple[SourceMark, ...] = ()
    part: str = ""
    problems: list[Problem] = field(factory=list)

    def article(self, source: Source) -> Article:
        """The finished article; what is wrong with it goes to `problems`."""
        body, regions, marks = self._with_notes()
        return Article(
            id=printable(self.id.strip()) or source.path + self.part,
            body=printable(body),
            headline=printable(self.headline),
            source=printable(" ".join(self.source.split())),
            published=self._timestamp(source, self.published),
            modified=self._timestamp(source, self.modified),
            path=source.path,
            url=printable(self.url.strip()),
            withdrawn=self.withdrawn,
            regions=regions,
            marks=marks,
        )

    def _with_notes(self) -> tuple[str, tuple[Region, ...], tuple[SourceMark, ...]]:
        notes = [n for n in (note.strip() for note in self.notes) if n and n not in self.body]
        if not notes:
            return self.body, self.regions, self.marks
        head = "".join(f"{n}\n\n" for n in notes)
        regions = [Region("body", 0, len(head), "note"), *(_moved(r, len(head)) for r in self.regions)]
        marks = tuple(evolve(m, start=m.start + len(head)) if m.part == "body" else m for m in self.marks)
        return head + self.body, tuple(regions), marks

    def _timestamp(self, source: Source, written: str) -> Timestamp | None:
        if not written.strip():
            return None
        try:
            return timestamp(written)
        except (ValueError, OverflowError):
            shown = printable(written.strip())[:40]
            message = f"the date {shown!r} could not be read; write it as 2024-07-10 or 2024-07-10T18:00:00Z"
            self.problems.append(source.problem(message, self.line))
            return None


def _moved(region: Region, by: int) -> Region:
    if region.part != "body":
        return region
    return evolve(region, start=region.start + by, end=region.end + by)


def identify(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Give every article an id of its own, keeping the order.

    Articles that share an id are versions of one item: the latest keeps the id, older ones get
    `id#<time of the version>`; `version_of` of those names the latest.
    """
    listed = list(articles)
    latest: dict[str, int] = {}
    for at, article in enumerate(listed):
        best = latest.get(article.id)
        if best is None or _age(article) >= _age(listed[best]):
            latest[article.id] = at
    taken = set(latest)
    return tuple(a if latest[a.id] == at else _older(a, taken) for at, a in enumerate(listed))


def _age(article: Article) -> datetime:
    return moment(article.modified or article.published)


def _older(article: Article, taken: set[str]) -> Article:
    written = article.modified or article.published
    stamp = written.isoformat() if written else "version"
    base = name = f"{article.id}#{stamp}"
    count = 1
    while name in taken:
        count += 1
        name = f"{base}#{count}"
    taken.add(name)
    return evolve(article, id=name, version_of=article.id)
