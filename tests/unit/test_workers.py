"""Work shared out: the same answers in the same order, and clean ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.cli.progress import Counter
from reconcile.errors import ReconcileError
from reconcile.model.claim import Kind
from reconcile.pipeline import compare_all, extract_claims, reconcile, take_in
from reconcile.reading import ReadOptions, read
from reconcile.reporting.contract import results_data
from reconcile.settings import Settings
from reconcile.workers import shared

PLACES = ("Hobro", "Larnholm", "Selim", "Nordby")


def double(number: int) -> int:
    return 2 * number


def die(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Four events in forty files, among them a broken one, one of two stories, and two versions of one item."""
    for n in range(40):
        place, dead = PLACES[n % 4], 10 + n % 7
        text = f"A blast at a mill in {place} killed {dead} people and injured {3 * dead} on Tuesday, police said."
        item = {"uri": f"urn:{n}", "body_text": text, "versioncreated": f"2024-03-0{5 + n % 3}T10:00:00Z"}
        (tmp_path / f"{n:02}.json").write_text(json.dumps(item), encoding="utf-8")
    (tmp_path / "20.json").write_text("{", encoding="utf-8")
    again = {
        "uri": "urn:3",
        "body_text": "A blast in Nordby killed 30 people.",
        "versioncreated": "2024-03-09T10:00:00Z",
    }
    (tmp_path / "41.json").write_text(json.dumps([again, {"uri": "urn:99", "body_text": "40 died."}]), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 50])
def test_results_come_in_order(jobs: int, count: int) -> None:
    assert list(shared(double, range(count), jobs)) == [2 * n for n in range(count)]


def test_progress_counts_every_item() -> None:
    seen: list[tuple[int, int]] = []
    list(shared(double, range(3), 2, lambda done, total: seen.append((done, total))))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_killed_process_is_a_fault_with_a_cause() -> None:
    with pytest.raises(ReconcileError, match="memory"):
        list(shared(die, range(4), 2))


def test_any_number_of_processes_gives_the_same_results(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reconcile.pipeline._FIGURES_WORTH_SHARING", 2)
    answers = [results_data(compare_all(take_in([stories], Settings(jobs=n)), Settings(jobs=n))) for n in (1, 2, 3)]
    assert answers[0] == answers[1] == answers[2]
    assert len(answers[0]["articles"]) == 41
    assert len(answers[0]["problems"]) == 1
    assert len(answers[0]["findings"]) > 4


def test_reading_first_gives_the_same_results(stories: Path) -> None:
    reading = read([stories], ReadOptions(jobs=2))
    together = compare_all(take_in([stories], Settings(jobs=2)), Settings())
    assert results_data(reconcile(reading.articles, Settings(jobs=2), reading.problems)) == results_data(together)


def test_claims_of_an_older_version_carry_its_own_id(stories: Path) -> None:
    material = take_in([stories])
    (older,) = [a for a in material.articles if a.version_of]
    assert older.id.startswith("urn:3#")
    by_id = {a.id: a for a in material.articles}
    for extracted in material.extracted:
        for claim in extracted.claims:
            span = claim.mention.span
            assert by_id[span.article].part(span.part)[span.start : span.end] == claim.mention.text
    assert extract_claims(material.articles) == extract_claims(material.articles, Settings(jobs=2))


def test_only_the_wanted_kinds_are_read(stories: Path) -> None:
    chosen = Settings(kinds=frozenset({Kind.DATE}), jobs=2)
    found = {c.kind for e in take_in([stories], chosen).extracted for c in e.claims}
    assert found == {Kind.DATE}


def test_an_interrupted_run_ends_without_a_word(stories: Path) -> None:
    for n in range(400):
        (stories / f"more{n}.txt").write_text("At least 40 people died in Selim.\n" * 20, encoding="utf-8")
    command = [sys.executable, "-m", "reconcile", "report", str(stories), "--jobs", "2"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    # A shell starts its background jobs with the interrupt ignored, which their children take over.
    with subprocess.Popen(command, **pipes, start_new_session=True, preexec_fn=_heeds_interrupts) as run:
        children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
        while run.poll() is None and not (children.exists() and children.read_text(encoding="ascii").strip()):
            pass  # until the workers are there
        os.killpg(run.pid, signal.SIGINT)
        out, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert b"Traceback" not in err
    assert out == b""


def _heeds_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Screen:
    """A terminal that keeps what is written."""

    def __init__(self, terminal: bool) -> None:
        self.written = ""
        self._terminal = terminal

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        pass

    def isatty(self) -> bool:
        return self._terminal


def counted(total: int, terminal: bool = True) -> str:
    screen = Screen(terminal)
    counter = Counter("read", screen)  # type: ignore[arg-type]
    for done in range(1, total + 1):
        counter(done, total)
    return screen.written


def test_the_counter_shows_on_terminals_and_in_long_runs_only() -> None:
    assert counted(1000, terminal=False) == ""
    assert counted(20) == ""
    shown = counted(1000)
    assert "\rreconcile: 120 of 1,000 read" in shown
    assert shown.count("of 1,000") <= 100
    assert shown.endswith(" \r")
