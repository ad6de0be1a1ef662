"""Plain text, Markdown, front matter and encodings."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reconcile.errors import Problem
from reconcile.model.text import Article
from reconcile.reading import read
from reconcile.reading.dispatch import read_source
from reconcile.reading.values import ReadOptions, Source

BODY = "Flood kills 12\n\nAt least 12 people died in Holm, the “mayor” said — on Monday.\n"


def one(data: bytes | str, path: str = "a.txt") -> Article:
    raw = data.encode() if isinstance(data, str) else data
    reading = read_source(Source(path, raw), ReadOptions())
    assert reading.problems == ()
    (article,) = reading.articles
    return article


def fault(data: bytes | str, path: str = "a.txt") -> Problem:
    raw = data.encode() if isinstance(data, str) else data
    (problem,) = read_source(Source(path, raw), ReadOptions()).problems
    return problem


def test_the_whole_file_is_the_body() -> None:
    article = one(BODY)
    assert (article.body, article.headline, article.source, article.published) == (BODY, "", "", None)
    assert (article.id, article.path) == ("a.txt", "a.txt")


def test_line_ends_stay_as_they_are() -> None:
    assert one("One.\r\n\r\nTwo.\r\n").body == "One.\r\n\r\nTwo.\r\n"


@pytest.mark.parametrize(
    "data",
    [
        BODY.encode(),
        b"\xef\xbb\xbf" + BODY.encode(),
        BODY.encode("utf-16"),
        BODY.encode("utf-16-le"),
        BODY.encode("utf-16-be"),
        b"\xfe\xff" + BODY.encode("utf-16-be"),
        BODY.encode("utf-32"),
        BODY.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16", "utf-16-le bare", "utf-16-be bare", "utf-16-be", "utf-32", "cp1252"],
)
def test_encodings_are_detected(data: bytes) -> None:
    assert one(data).body == BODY


def test_damaged_utf_8_is_not_taken_for_windows_1252() -> None:
    reading = read_source(Source("a.txt", "“Twelve” — “dead”".encode()[:-1]), ReadOptions())
    assert reading.articles[0].body == "“Twelve” — “dead\ufffd"
    assert "not valid utf-8" in reading.problems[0].message


FRONT = """---
source: Harbour News
Published: 2024-07-10T18:00:00Z
title: "Flood kills 12"
url: https://news.example/flood
tags:
  - flood
---
Twelve people died.
"""


def test_front_matter() -> None:
    article = one(FRONT)
    assert article.body == "Twelve people died.\n"
    assert (article.source, article.headline) == ("Harbour News", "Flood kills 12")
    assert article.published == datetime(2024, 7, 10, 18, tzinfo=UTC)
    assert article.url == "https://news.example/flood"
    mark = article.locate("body", 3)
    assert mark is not None
    assert mark.line == 9


def test_the_line_of_a_passage_is_known() -> None:
    article = one("One.\n\nTwo.\nThree.")
    mark = article.locate("body", article.body.index("Three"))
    assert mark is not None
    assert mark.line == 4


def test_a_rule_at_the_top_is_not_front_matter() -> None:
    text = "---\nTwelve people died.\n---\nMore."
    assert one(text).body == text


def test_front_matter_that_never_ends_is_a_problem_and_the_text_stays() -> None:
    reading = read_source(Source("a.txt", b"---\nsource: X\n\nTwelve died.\n"), ReadOptions())
    assert reading.articles[0].body.startswith("---\n")
    assert (reading.problems[0].line, "never ends" in reading.problems[0].message) == (1, True)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-07-10", date(2024, 7, 10)),
        ("20240710", date(2024, 7, 10)),
        ("2024-07-10 18:05", datetime(2024, 7, 10, 18, 5)),
        ("2024-07-10T18:05:00.123Z", datetime(2024, 7, 10, 18, 5, 0, 123000, tzinfo=UTC)),
        ("20240710T180500Z", datetime(2024, 7, 10, 18, 5, tzinfo=UTC)),
        ("Wed, 10 Jul 2024 18:05:00 GMT", datetime(2024, 7, 10, 18, 5, tzinfo=UTC)),
        ("10 July 2024", date(2024, 7, 10)),
        ("July 10, 2024", date(2024, 7, 10)),
    ],
)
def test_dates(written: str, expected: date) -> None:
    assert one(f"---\ndate: {written}\n---\nText.").published == expected


def test_a_date_that_cannot_be_read_is_a_problem_and_the_article_goes_through() -> None:
    reading = read_source(Source("a.txt", b"---\ndate: last week\n---\nText."), ReadOptions())
    assert reading.articles[0].published is None
    assert "'last week' could not be read" in reading.problems[0].message


def test_markdown_takes_its_title_out_of_the_body() -> None:
    article = one("# Flood kills 12 #\n\nTwelve *people* died.\n", "a.md")
    assert (article.headline, article.body) == ("Flood kills 12", "\nTwelve *people* died.\n")
    assert one("# Not a title\n", "a.txt").body == "# Not a title\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"---\nsource: X\n---\n", "is empty"),
        (b"abc\x00\x01\x02\x00", "binary"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"{\\rtf1 text}", "RTF"),
        (bytes(range(1, 32)) * 20, "binary"),
    ],
)
def test_what_is_no_article_is_a_problem(data: bytes, words: str) -> None:
    assert words in fault(data).message


def test_paths(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Two died.")
    (tmp_path / "a.txt").write_text("Three died.")
    (tmp_path / ".hidden.txt").write_text("No.")
    deeper = tmp_path / "deeper"
    deeper.mkdir()
    (deeper / "c.txt").write_text("Four died.")
    (deeper / "loop").symlink_to(tmp_path)
    reading = read([tmp_path, tmp_path / "b.txt", str(tmp_path / "nothing-*"), tmp_path / "missing.txt"])
    assert [a.body for a in reading.articles] == ["Three died.", "Two died.", "Four died."]
    assert ["matches no file" in p.message or "does not exist" in p.message for p in reading.problems] == [True, True]


def test_a_glob_is_sorted(tmp_path: Path) -> None:
    for name in ("c", "a", "b"):
        (tmp_path / f"{name}.txt").write_text(name)
    assert [a.body for a in read([f"{tmp_path}/*.txt"]).articles] == ["a", "b", "c"]


def test_the_files_of_a_saved_page_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><body><p>Twelve died in the flood.</p></body></html>")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "x.js").write_text("alert(1)")
    assert len(read([tmp_path]).articles) + len(read([tmp_path]).problems) == 1


def test_an_address_is_not_fetched() -> None:
    assert "--fetch" in read(["https://news.example/"]).problems[0].message
