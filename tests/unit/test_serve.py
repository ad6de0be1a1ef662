"""The local page: fresh, deaf to other sites, and careful with what an editor has decided."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import pytest

import reconcile
from reconcile import Report
from reconcile.cli.serve import FILE, beside
from reconcile.cli.serve.http import Server, is_own_name
from reconcile.cli.serve.site import Site

STORY = "---\nsource: {}\npublished: 2024-03-05\n---\nA blast at a mill in Hobro killed {} people on Tuesday.\n"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, toll in (("Morning Wire", 12), ("Evening Post", 7)):
        (folder / f"{name}.txt").write_text(STORY.format(name, toll), encoding="utf-8")
    return folder


def site_of(folder: Path) -> Site:
    def make() -> Report:
        reading = reconcile.read([folder])
        return reconcile.reconcile(reading.articles, problems=reading.problems)

    return Site((str(folder),), folder / FILE, "MB", make)


@pytest.fixture
def server(stories: Path) -> Iterator[Server]:
    with Server("127.0.0.1", 0, site_of(stories)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(server: Server, method: str, path: str, body: str | None = None, **headers: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    answer.text = answer.read().decode("utf-8")  # type: ignore[attr-defined]
    connection.close()
    return answer


def text_of(answer: HTTPResponse) -> str:
    return str(answer.text)  # type: ignore[attr-defined]


def form(server: Server, decision: str, words: str = "", **more: str) -> str:
    page = server.site.page()
    at = page.index('data-verdict="conflict"')
    fields = {n: re.search(rf'name="{n}" value="([^"]*)"', page[at:])[1] for n in ("token", "finding", "fingerprint")}  # type: ignore[index]
    return urlencode({**fields, "decision": decision, "words": words, **more})


def post(server: Server, body: str, **headers: str) -> HTTPResponse:
    return ask(server, "POST", "/decide", body, **{**FORM, **headers})


def test_a_decision_is_kept_beside_the_articles_and_is_there_after_a_restart(server: Server, stories: Path) -> None:
    assert post(server, form(server, "dismissed", "two  mills\n")).status == 303
    (line,) = (json.loads(text) for text in (stories / FILE).read_text(encoding="utf-8").splitlines())
    assert (line["decision"], line["reason"], line["by"]) == ("dismissed", "two mills", "MB")
    assert "dismissed (MB): two mills" in text_of(ask(server, "GET", "/"))
    again = site_of(stories)
    assert "dismissed (MB): two mills" in again.page()
    assert again.token != server.site.token
    assert post(server, form(server, "take-back")).status == 303
    assert (stories / FILE).read_text(encoding="utf-8") == ""


def test_the_page_follows_the_files_and_reads_them_only_when_they_change(server: Server, stories: Path) -> None:
    first, state = text_of(ask(server, "GET", "/")), text_of(ask(server, "GET", "/state"))
    assert state in first
    assert server.site._report() is server.site._report()
    post(server, form(server, "accepted"))
    assert text_of(ask(server, "GET", "/state")) != state
    (stories / "third.txt").write_text(STORY.format("Radio Hobro", 31), encoding="utf-8")
    assert "Radio Hobro" not in first
    assert "Radio Hobro" in text_of(ask(server, "GET", "/"))


def test_a_finding_that_has_changed_is_not_decided_unseen(server: Server, stories: Path) -> None:
    body = form(server, "accepted")
    (stories / "Evening Post.txt").write_text(STORY.format("Evening Post", 9), encoding="utf-8")
    answer = post(server, body)
    assert (answer.status, "has changed" in text_of(answer)) == (409, True)
    assert not (stories / FILE).exists()


def test_a_dismissal_has_a_reason(server: Server, stories: Path) -> None:
    assert post(server, form(server, "dismissed", " ")).status == 422
    assert post(server, form(server, "whatever")).status == 422
    assert not (stories / FILE).exists()


@pytest.mark.parametrize(
    ("headers", "more"),
    [
        ({"Host": "evil.example"}, {}),
        ({"Host": ""}, {}),
        ({"Origin": "https://evil.example"}, {}),
        ({"Origin": "null"}, {}),
        ({}, {"token": "guess"}),
        ({}, {"token": "é"}),
    ],
)
def test_another_site_decides_nothing(
    server: Server, stories: Path, headers: dict[str, str], more: dict[str, str]
) -> None:
    assert post(server, form(server, "accepted", **more), **headers).status == 403
    assert not (stories / FILE).exists()


def test_another_name_reads_nothing(server: Server) -> None:
    for path in ("/", "/state"):
        answer = ask(server, "GET", path, Host="rebound.example:8700")
        assert answer.status == 403
        assert "Hobro" not in text_of(answer)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Length": "99999"}, 413),
        ({"Content-Length": "9" * 5000}, 413),
        ({"Content-Length": "-1"}, 411),
        ({"Content-Length": "٣"}, 411),
        ({"Content-Type": "text/plain", "Content-Length": "0"}, 415),
        ({"Content-Type": "application/x-www-form-urlencoded", "Content-Length": "0"}, 403),
    ],
)
def test_forms_are_bounded(server: Server, headers: dict[str, str], status: int) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as wire:
        lines = ["POST /decide HTTP/1.1", "Host: localhost", *(f"{k}: {v}" for k, v in headers.items())]
        wire.sendall("\r\n".join([*lines, "", ""]).encode())
        assert wire.makefile("rb").readline().split()[1] == str(status).encode()


def test_too_many_fields_are_no_form(server: Server) -> None:
    assert post(server, "&".join(f"f{n}=1" for n in range(99))).status == 400


def test_every_answer_forbids_frames_and_sniffing(server: Server) -> None:
    for path, status in (("/", 200), ("/nowhere", 404), ("/favicon.ico", 204)):
        answer = ask(server, "GET", path)
        assert answer.status == status
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert text_of(ask(server, "HEAD", "/")) == ""


def test_a_damaged_file_of_decisions_is_told_and_left_alone(server: Server, stories: Path) -> None:
    body = form(server, "accepted")
    (stories / FILE).write_text("<<<<<<< HEAD\n", encoding="utf-8")
    answer = ask(server, "GET", "/")
    assert answer.status == 422
    assert f"{FILE}:1: not a JSON object" in text_of(answer)
    assert post(server, body).status == 422
    assert (stories / FILE).read_text(encoding="utf-8") == "<<<<<<< HEAD\n"


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1:8700", True),
        ("localhost", True),
        ("LocalHost:1", True),
        ("[::1]:8700", True),
        ("192.168.1.5:8700", True),
        ("desk.example:8700", True),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("", False),
        ("[::1", True),
        ("]", False),
    ],
)
def test_names_no_other_site_can_take(host: str, own: bool) -> None:
    assert is_own_name(host, "desk.example") is own


def test_decisions_stand_beside_the_articles(stories: Path) -> None:
    assert beside((str(stories),)) == stories / FILE
    assert beside((str(stories / "*.txt"), str(stories / "Evening Post.txt"))) == stories / FILE
    assert beside(("https://news.example/a",)) == Path(FILE)


def test_an_interrupt_ends_it_without_a_trace(stories: Path) -> None:
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); import reconcile.cli as c; c.main()"
    )
    command = [sys.executable, "-c", code, "serve", str(stories), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline().startswith("Showing http://127.0.0.1:")
        process.send_signal(2)
        assert process.wait(20) == 0
        assert (process.stdout.read(), process.stderr.read()) == ("Stopped.\n", "")


def test_a_port_in_use_is_named(server: Server, stories: Path) -> None:
    command = [sys.executable, "-m", "reconcile", "serve", str(stories), "--port", str(server.server_port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "choose another --port" in done.stderr
