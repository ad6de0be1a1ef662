"""The same story in every format a newsroom has it in, read with the right headline, source, date and text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from reconcile.model.text import Article
from reconcile.reading import Reading, ReadOptions, gather, read
from reconcile.reading.dispatch import read_source
from reconcile.reading.values import Source
from tests.unit.reading import documents as doc

SPECIMENS = Path(__file__).parents[2] / "specimens"
FILES = sorted(p for p in SPECIMENS.rglob("*") if p.is_file())
STORY = " ".join(doc.PARAGRAPHS)
DAY = date(2024, 7, 10)
OTHER_SOURCES = {"newspaper.html": "The Vik Gazette", "old-layout.html": "Lund Evening Post"}
OPTIONS = {"semicolons.csv": ReadOptions(text_column="story")}


NEEDED = {"feed": "feedparser", "pdf": "pypdf", "warc": "warcio"}


def skip_without_extra(path: str) -> None:
    """Skip the test where the extra that reads such a path is not installed."""
    for part, module in NEEDED.items():
        if part in path:
            pytest.importorskip(module)


def running_text(article: Article) -> str:
    """The body without what is marked as something else, its white space made plain."""
    kept, at = [], 0
    for region in article.regions:
        kept.append(article.body[at : region.start])
        at = region.end
    return " ".join("".join([*kept, article.body[at:]]).split())


def parse(path: str, data: bytes) -> Reading:
    return read_source(Source(path, data), ReadOptions())


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SPECIMENS)))
def test_specimens(path: Path) -> None:
    skip_without_extra(str(path.relative_to(SPECIMENS)))
    reading = read([path], OPTIONS.get(path.name, ReadOptions()))
    assert reading.problems == ()
    (article,) = reading.articles
    assert article.headline == doc.HEADLINE
    assert article.source == OTHER_SOURCES.get(path.name, "Harbour News")
    assert article.published_day == DAY
    assert running_text(article) == STORY


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".html"], ids=lambda p: p.name)
def test_saved_pages_without_the_extra(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    (article,) = read([path]).articles
    assert (article.headline, article.published_day) == (doc.HEADLINE, DAY)
    assert running_text(article) == STORY


def with_story(*extra: str) -> list[str]:
    return [doc.word_paragraph(p) for p in (*doc.PARAGRAPHS, *extra)]


DELETED = "<w:p><w:del><w:r><w:delText>At least 20 people died.</w:delText></w:r></w:del></w:p>"
TWICE = (
    "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t></w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>99 dead</w:t>"
    "</w:r></mc:Fallback></mc:AlternateContent></w:p>"
)
LINES = [line for p in doc.PARAGRAPHS for line in (*[p[i : i + 70] for i in range(0, len(p), 70)], "")]


def wrapped(width: int) -> list[str]:
    """The story's lines as a typesetter breaks them, an empty line between paragraphs."""
    lines: list[str] = []
    for paragraph in doc.PARAGRAPHS:
        line = ""
        for word in paragraph.split():
            if line and len(line) + len(word) + 1 > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines += [line, ""]
    return lines


MADE: dict[str, Callable[[], bytes]] = {
    "title.docx": lambda: doc.docx(doc.word_paragraph(doc.HEADLINE, "Title"), *with_story()),
    "heading.docx": lambda: doc.docx(doc.word_paragraph(doc.HEADLINE, "Heading1"), DELETED, *with_story()),
    "boxes.docx": lambda: doc.docx(TWICE, doc.word_paragraph(doc.HEADLINE, "Title"), *with_story()),
    "one-page.pdf": lambda: doc.pdf([doc.HEADLINE, "", *wrapped(70)], title=doc.HEADLINE),
    "two-columns-wide.pdf": lambda: doc.pdf([doc.HEADLINE, "", *wrapped(40)], title=doc.HEADLINE, packed=False),
    "running-heads.pdf": lambda: doc.pdf(
        *[["The Harbour 7", *part, f"page {n}"] for n, part in enumerate(([doc.HEADLINE, ""], wrapped(60), []), 1)],
        title=doc.HEADLINE,
    ),
    "page.warc": lambda: doc.warc(doc.warc_record("https://harbour.example/flood", doc.WEB_PAGE.encode())),
    "page.warc.gz": lambda: doc.gzipped(doc.warc_record("https://harbour.example/flood", doc.WEB_PAGE.encode())),
    "crawl.warc": lambda: doc.warc(
        doc.warc_record("https://harbour.example/old", b"", status="301 Moved Permanently"),
        doc.warc_record("https://harbour.example/a.png", b"\x89PNG", kind="image/png"),
        doc.warc_record("https://harbour.example/flood", doc.WEB_PAGE.encode()),
    ),
    "page.html.gz": lambda: doc.gzipped(doc.WEB_PAGE.encode()),
    "bundle.zip": lambda: doc.zipped({"news/page.html": doc.WEB_PAGE, "__MACOSX/._page.html": "x", ".DS_Store": "y"}),
    "nested.zip": lambda: doc.zipped({"inner.zip": doc.zipped({"page.html": doc.WEB_PAGE})}),
}
SAYS_NO_SOURCE = (".docx", ".pdf")


@pytest.mark.parametrize("name", MADE)
def test_made_documents(name: str) -> None:
    skip_without_extra(name)
    reading = parse(name, MADE[name]())
    assert reading.problems == ()
    (article,) = reading.articles
    assert article.headline == doc.HEADLINE
    assert article.source == ("" if name.endswith(SAYS_NO_SOURCE) else "Harbour News")
    assert article.published_day == DAY
    assert running_text(article) == STORY


def test_a_zip_reads_every_file_and_names_it() -> None:
    reading = parse("all.zip", doc.zipped({"b.txt": "Two died.", "a.txt": "Three died.", "c.png": b"\x89PNG\r\n"}))
    assert [(a.id, a.body) for a in reading.articles] == [
        ("all.zip/a.txt", "Three died."),
        ("all.zip/b.txt", "Two died."),
    ]
    assert [p.path for p in reading.problems] == ["all.zip/c.png"]


def test_a_passage_of_a_pdf_has_its_page() -> None:
    skip_without_extra("a.pdf")
    (article,) = parse("a.pdf", doc.pdf(["Four people died."], ["Nine were hurt."])).articles
    assert article.body == "Four people died.\n\nNine were hurt."
    mark = article.locate("body", article.body.index("Nine"))
    assert mark is not None
    assert mark.page == 2


def test_ligatures_and_broken_words_in_a_pdf_are_made_whole() -> None:
    skip_without_extra("a.pdf")
    lines = [
        "Some 40 ﬁrefighters came to help those who were evac-",
        "uated, the mayor said in the even-",
        "ing.",
    ]
    (article,) = parse("a.pdf", doc.pdf(lines)).articles
    assert article.body == "Some 40 firefighters came to help those who were evacuated, the mayor said in the evening."


def test_tables_keep_their_headings() -> None:
    table = doc.word_table(("Town", "Killed", "Injured"), ("Holm", "9", "20"), ("Vik", "3", "10"))
    (article,) = parse("a.docx", doc.docx(doc.word_paragraph("Toll of the flood:"), table)).articles
    rows = "Holm – Killed: 9\n\nHolm – Injured: 20\n\nVik – Killed: 3\n\nVik – Injured: 10"
    assert article.body == f"Toll of the flood:\n\n{rows}"
    assert [(r.kind, r.label) for r in article.regions] == [("table", t) for t in ("Holm", "Holm", "Vik", "Vik")]


def test_attachments_of_a_mail_are_read() -> None:
    head = "From: A <a@b.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    text = "--x\n\nSee attached.\n--x\n"
    part = 'Content-Type: text/plain\nContent-Disposition: attachment; filename="toll.txt"\n\nTwelve died.\n--x--\n'
    reading = parse("a.eml", (head + text + part).encode())
    assert [(a.path, a.body.strip()) for a in reading.articles] == [
        ("a.eml", "See attached."),
        ("a.eml/toll.txt", "Twelve died."),
    ]


def test_the_line_of_a_passage_in_a_page_is_known() -> None:
    (article,) = read([SPECIMENS / "html" / "wordpress.html"]).articles
    mark = article.locate("body", article.body.index("Another 30"))
    assert mark is not None
    assert mark.line == 26


def test_two_saved_versions_of_a_page_are_versions_of_one_item() -> None:
    page = (
        '<html><head><link rel="canonical" href="https://harbour.example/flood">'
        '<meta property="article:modified_time" content="2024-07-{day}"></head><body><article><p>{n} people died in '
        "the flood at Holm on Wednesday, the mayor of the town said in the evening.</p></article></body></html>"
    )
    sources = [Source(f"{n}.html", page.format(day=d, n=n).encode()) for n, d in ((12, 11), (20, 10))]
    from_each = [read_source(s, ReadOptions()) for s in sources]
    newer, older = gather(from_each).articles
    assert (newer.id, newer.version_of) == ("https://harbour.example/flood", "")
    assert (older.id, older.version_of) == ("https://harbour.example/flood#2024-07-10", newer.id)


def test_a_canceled_story_is_withdrawn() -> None:
    (article,) = read([SPECIMENS / "wire" / "nitf-canceled.xml"]).articles
    assert article.withdrawn


def test_a_correction_signal_is_put_before_a_note_that_does_not_say_so() -> None:
    (article,) = read([SPECIMENS / "wire" / "newsml-correction.xml"]).articles
    note = article.regions[0]
    assert note.kind == "note"
    assert article.body[note.start : note.end].strip() == "Correction: number of dead in first paragraph is 12, not 20."
