"""Hostile and broken input: a clear problem that names the file and the cause, never an exception or an escape."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from reconcile.errors import Problem
from reconcile.pipeline import reconcile
from reconcile.reading import ReadOptions, read
from tests.hostile.check import sound
from tests.hostile.corpus import LIMIT, Case, cases, page
from tests.hostile.recombined import stories
from tests.unit.reading import documents as doc
from tests.unit.reading.test_specimens import skip_without_extra

CASES = list(cases())
OPTIONS = ReadOptions(max_bytes=LIMIT)


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in here may reach for the network."""

    def refuse(*args: object) -> None:
        raise AssertionError("reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(CASES) >= 60
    assert len({name for name, *_ in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[name for name, *_ in CASES])
def test_hostile_input(case: Case, tmp_path: Path) -> None:
    _, name, make, words = case
    if name.endswith((".pdf", ".warc", ".rss")) or "in rss" in case[0] or "in feed" in case[0]:
        skip_without_extra(name.replace("rss", "feed") if name.endswith("rss") else "feed" + name)
    path = tmp_path / name
    path.write_bytes(make())
    (tmp_path / "good.txt").write_text("Twelve people died.")
    before = sorted(tmp_path.rglob("*"))
    reading = read([path, tmp_path / "good.txt"], OPTIONS)
    sound(reading, LIMIT)
    assert sorted(tmp_path.rglob("*")) == before
    assert reading.articles[-1].body == "Twelve people died."
    assert all(p.path.startswith(str(path)) for p in reading.problems)
    if words:
        assert words in " | ".join(map(str, reading.problems))
    else:
        assert reading.problems == ()
        assert len(reading.articles) > 1


def fault(path: Path | str, options: ReadOptions = OPTIONS) -> Problem:
    reading = read([path], options)
    sound(reading, options.max_bytes)
    (problem,) = reading.problems
    return problem


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert "larger than the limit of 64 MB" in fault(path, ReadOptions()).message


def test_a_zip_of_too_many_files(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(doc.zipped({str(n): "" for n in range(10_001)}))
    assert "more than 10,000 files" in fault(tmp_path / "a.zip", ReadOptions()).message


@pytest.mark.parametrize(("name", "head"), [("a.html", "<html>"), ("a.xml", "<nitf>")])
def test_too_many_elements(name: str, head: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(head + "<b></b>" * 500_001)
    assert "more than 500,000 elements" in fault(tmp_path / name, ReadOptions()).message


def test_a_page_too_large(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html>" + "x" * 17_000_000)
    assert "16 MB for a web page" in fault(tmp_path / "a.html", ReadOptions()).message


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    assert "cannot be read" in fault(tmp_path / "dangling").message
    assert "cannot be read" in fault(tmp_path / "self").message
    assert "no regular file" in fault(tmp_path / "pipe").message
    assert "holds no file" in fault(tmp_path / "empty").message
    assert "no regular file" in fault("/dev/zero").message
    assert "does not exist" in fault(tmp_path / ("x" * 300)).message
    assert "no name" in fault("a\0b").message
    assert "no name" in fault("").message
    assert "no name" in fault("\ud800").message
    assert "matches no file" in fault(f"{tmp_path}/[*").message


def test_names_of_every_kind(tmp_path: Path) -> None:
    for name in ("new\nline.txt", "\x1b[2J.txt", "-rf.txt", "a b'\".txt", "ünïcode.txt"):
        (tmp_path / name).write_text("Twelve died.")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")).write_text("Twelve died.")
    reading = read([tmp_path], OPTIONS)
    sound(reading, LIMIT)
    assert len(reading.articles) == 6
    assert reading.problems == ()


def test_a_folder_of_links_in_a_circle(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.txt").write_text("Twelve died.")
        (tmp_path / name / "up").symlink_to(tmp_path)
        (tmp_path / name / "over").symlink_to(tmp_path / ("b" if name == "a" else "a"))
    assert len(read([tmp_path], OPTIONS).articles) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve died.")
    (tmp_path / "a.txt").chmod(0)
    assert "cannot be read: Permission denied" in fault(tmp_path / "a.txt").message


@pytest.mark.parametrize(
    ("name", "data", "module", "extra"),
    [
        ("a.pdf", doc.pdf(["Twelve died."]), "pypdf", "pdf"),
        ("a.rss", b"<rss/>", "feedparser", "feeds"),
        ("a.warc", doc.warc_record("http://x.example/", b"x"), "warcio.archiveiterator", "warc"),
        ("a.html", page("<style>" + "x" * 9999 + "</style>", "12."), "trafilatura", "html"),
    ],
)
def test_a_missing_extra_says_what_to_install(
    name: str, data: bytes, module: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(data)
    message = fault(tmp_path / name).message
    assert f"pip install 'reconcile-news[{extra}]'" in message
    assert "\n" not in message


@pytest.mark.parametrize("address", ["http://[bad", "https://", "HTTP://x.invalid:99999/"])
def test_addresses_that_are_none(address: str) -> None:
    assert "fetched only when asked" in fault(address).message
    assert "could not be fetched" in fault(address, ReadOptions(fetch=True, timeout=1)).message


def test_stories_nobody_would_write_are_reconciled() -> None:
    for story in stories(seed=26, count=40):
        reconcile(story)
