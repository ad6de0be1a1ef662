"""Web archives (WARC): every archived page as an article. Needs warcio (extra `warc`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from typing import Any

from reconcile.errors import Problem
from reconcile.model.change import evolve
from reconcile.model.text import Article
from reconcile.reading.dispatch import read_source
from reconcile.reading.extras import load_extra
from reconcile.reading.values import Reading, ReadOptions, Source, UnreadableError

_READ_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_MOST_RECORDS = 100_000


def read_warc(source: Source, options: ReadOptions) -> Reading:
    """Pages that were delivered; redirects, pictures, scripts and the like are passed over.

    A page without an address of its own takes the one it was archived from. `WARC-Date` is when a page was
    fetched and says nothing about its publication, so it is not used.
    """
    iterator = load_extra("warcio.archiveiterator", "warc").ArchiveIterator
    articles: list[Article] = []
    problems: list[Problem] = []
    try:
        for count, record in enumerate(_records(iterator(BytesIO(source.data)), problems, source)):
            if count >= _MOST_RECORDS:
                problems.append(source.problem(f"holds more than {_MOST_RECORDS:,} records; the rest is not read"))
                break
            page = _page(record, source, options.max_bytes)
            if page is None:
                continue
            if getattr(record.raw_stream, "limit", 0) > 0 and len(page.data) < options.max_bytes:
                problems.append(page.problem("breaks off before its end"))
            reading = read_source(page, options)
            articles += (_addressed(a, page, source) for a in reading.articles)
            problems += reading.problems
    except Exception as fault:  # a record that breaks off, a length that is not true
        problems.append(source.problem(f"is a damaged web archive: {str(fault)[:120] or type(fault).__name__}"))
    if not articles and not problems:
        raise UnreadableError("is a web archive without a page")
    return Reading(tuple(articles), tuple(problems))


def _records(iterator: Any, problems: list[Problem], source: Source) -> Iterator[Any]:
    """The records; what the parser would print about broken ones becomes a problem."""
    said = StringIO()
    while True:
        with redirect_stderr(said):
            record = next(iterator, None)
        if record is None:
            break
        yield record
    if said.getvalue():
        problems.append(source.problem("holds records that do not end where they say"))


def _page(record: Any, source: Source, limit: int) -> Source | None:
    if record.rec_type not in ("response", "resource"):
        return None
    kind = record.rec_headers.get_header("Content-Type") or ""
    if record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return None
        kind = record.http_headers.get_header("Content-Type") or ""
    if kind.partition(";")[0].strip().lower() not in _READ_TYPES:
        return None
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    return Source(f"{source.path}/{address}", record.content_stream().read(limit), source.depth + 1)


def _addressed(article: Article, page: Source, source: Source) -> Article:
    address = page.path[len(source.path) + 1 :]
    named = article.id == page.path
    return evolve(article, id=address if named else article.id, url=article.url or address, path=source.path)
