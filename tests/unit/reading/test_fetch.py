"""Addresses: fetched only when asked, over http and https only, within limits."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from reconcile.reading import Reading, ReadOptions, read
from tests.unit.reading import documents as doc

ASKED: list[tuple[str, str]] = []


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        ASKED.append((self.path, self.headers["User-Agent"]))
        if self.path == "/moved":
            self._answer(302, b"", "Location", "/page")
        elif self.path == "/file":
            self._answer(302, b"", "Location", "file:///etc/passwd")
        elif self.path == "/circle":
            self._answer(302, b"", "Location", "/circle")
        elif self.path == "/missing":
            self._answer(404, b"Not here", "X-A", "b")
        elif self.path == "/large":
            self._answer(200, b"x" * 5000, "X-A", "b")
        else:
            self._answer(200, doc.WEB_PAGE.encode(), "Content-Type", "text/html")

    def _answer(self, status: int, body: bytes, name: str, value: str) -> None:
        self.send_response(status)
        self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a small site on this machine."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    ASKED.clear()
    with HTTPServer(("127.0.0.1", 0), _Answers) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def fetched(address: str) -> Reading:
    return read([address], ReadOptions(fetch=True, timeout=5, max_bytes=4000))


def test_nothing_is_fetched_unless_asked(site: str) -> None:
    assert "--fetch" in read([f"{site}/page"]).problems[0].message
    assert ASKED == []


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_is_fetched_and_read(site: str, path: str) -> None:
    reading = fetched(site + path)
    assert reading.problems == ()
    assert (reading.articles[0].headline, reading.articles[0].id) == (doc.HEADLINE, site + path)
    assert ASKED[-1] == ("/page", "reconcile-news")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "could not be fetched"),
        ("/file", "could not be fetched"),
        ("/circle", "could not be fetched"),
        ("/large", "larger than the limit"),
    ],
)
def test_what_cannot_be_fetched(site: str, path: str, words: str) -> None:
    reading = fetched(site + path)
    assert reading.articles == ()
    assert words in reading.problems[0].message
