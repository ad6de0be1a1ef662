"""The command line: options, exit codes, and that no fault ever shows a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import reconcile
from reconcile.cli import COMMANDS, group
from reconcile.cli.quantities import lines
from reconcile.cli.report import exit_code
from reconcile.model.decision import Choice, Decision
from reconcile.model.finding import Results
from reconcile.report import Report
from reconcile.reporting.decisions import record
from tests.unit.reporting.make import EARLY, LATE, claim, results

STORY = "---\nsource: {}\npublished: 2024-03-05\n---\nA blast at a mill in Hobro killed {} people on Tuesday.\n"
STORIES = {"early.txt": STORY.format("Morning Wire", 12), "late.txt": STORY.format("Evening Post", 7)}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(*args: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(group, [str(a) for a in args], input=stdin)


def shell(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "reconcile", *map(str, args)]
    return subprocess.run(command, input=stdin, capture_output=True, timeout=60, check=False)


def test_help_names_every_command_without_loading_any() -> None:
    code = (
        "import sys; from reconcile.cli import group\n"
        "group.main(['--help'], standalone_mode=False)\n"
        "print([m for m in sys.modules if m.startswith('reconcile.') and m.split('.')[1] not in ('cli', 'errors')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(name in done.stdout for name in COMMANDS)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_what_its_name_says(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.output


def test_version_is_that_of_the_package() -> None:
    project = Path(reconcile.__file__).parents[1] / "pyproject.toml"
    assert tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"] == reconcile.__version__
    assert reconcile.__version__ in run("--version").output


def test_files_without_a_command_are_told_which_one(stories: Path) -> None:
    result = run(stories)
    assert result.exit_code == 2 and "reconcile report FILE" in result.stderr
    long = run("x" * 5000)
    assert long.exit_code == 2 and "No such command" in long.stderr


def test_public_names_are_all_there() -> None:
    assert all(getattr(reconcile, name) is not None for name in reconcile.__all__)
    assert set(reconcile.__all__) <= set(dir(reconcile))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = reconcile.nothing


def test_a_conflict_is_reported_and_fails(stories: Path) -> None:
    result = run("report", stories)
    assert result.exit_code == 1
    assert "CONFLICT" in result.output
    assert "Morning Wire" in result.output
    assert "\x1b" not in result.output


@pytest.mark.parametrize(("rule", "best"), [("lowest", 7), ("latest", 7), ("none", None)])
def test_the_best_figure_is_chosen_as_asked(rule: str, best: int | None, stories: Path) -> None:
    late = stories / "late.txt"
    late.write_text(late.read_text(encoding="utf-8").replace("2024-03-05", "2024-03-06"), encoding="utf-8")
    data = json.loads(run("report", stories, "--format", "json", "--best", rule).stdout)
    (figures,) = (f for f in data["findings"] if f["kind"] == "figure")
    assert figures["best"] | {"rule": ""} == {"low": 7, "best": best, "high": 12, "rule": "", "unit": "person"}


def test_json_is_the_contract(stories: Path) -> None:
    data = json.loads(run("report", stories, "--format", "json").stdout)
    assert data["format"] == "reconcile.report/1"
    assert [f["verdict"] for f in data["findings"] if f["kind"] == "figure"] == ["conflict"]


def test_two_runs_give_the_same_bytes(stories: Path) -> None:
    first, second = (shell("report", stories, "--format", "json").stdout for _ in range(2))
    assert first == second


def test_an_unreadable_input_takes_precedence_and_the_rest_goes_through(stories: Path) -> None:
    (stories / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    result = run("report", stories)
    assert result.exit_code == 2
    assert "broken.txt" in result.stderr
    assert "CONFLICT" in result.stdout


def test_output_goes_to_a_file(stories: Path, tmp_path: Path) -> None:
    result = run("report", stories, "-o", tmp_path / "report.txt", "--color", "auto")
    assert result.stdout == ""
    assert "CONFLICT" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_colour_on_request(stories: Path) -> None:
    assert "\x1b[" in run("report", stories, "--color", "always").stdout


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "jsonl", "csv", "sarif", "annotations"])
def test_every_format_can_be_asked_for(form: str, stories: Path) -> None:
    result = run("report", stories, "--format", form)
    assert result.exit_code == 1
    assert "killed" in result.stdout


def test_a_baseline_leaves_what_is_new(stories: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    run("report", stories, "--format", "json", "-o", before)
    result = run("report", stories, "--baseline", before)
    assert result.exit_code == 0
    assert "CONFLICT" not in result.stdout


def test_open_shows_the_page_in_a_browser(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    assert run("report", stories, "--format", "html", "--open").stdout == ""
    assert shown[0].startswith("file://")


def test_standard_input_is_read() -> None:
    assert run("report", "-", stdin=STORIES["early.txt"]).exit_code == 0


def test_explain_takes_the_beginning_of_an_id(stories: Path) -> None:
    finding = json.loads(run("report", stories, "--format", "json").stdout)["findings"][0]["id"]
    result = run("explain", finding[:4], stories)
    assert result.exit_code == 0
    assert finding in result.stdout


def test_claims_come_one_a_line(stories: Path) -> None:
    lines_of = run("claims", stories, "--kind", "figure", "--format", "jsonl").stdout.splitlines()
    rows = [json.loads(line) for line in lines_of]
    assert [r["low"] for r in rows] == [12, 7]
    assert len(json.loads(run("claims", stories, "--kind", "figure", "--format", "json").stdout)) == 2


@pytest.mark.parametrize(
    ("level", "code"), [("conflict", 0), ("corrected", 1), ("tension", 1), ("updated", 1), ("never", 0)]
)
def test_fail_on_orders_by_gravity(level: str, code: int) -> None:
    found = results()
    report = Report(found.articles, found.claims, found.findings)
    assert exit_code(report, level, exit_zero=False) == code
    assert exit_code(report, level, exit_zero=True) == 0


def test_problems_outweigh_findings_and_exit_zero() -> None:
    assert exit_code(Report.of(results()), "never", exit_zero=True) == 2


def test_nothing_found_is_fine() -> None:
    assert exit_code(Report.of(Results((EARLY, LATE), (claim(EARLY, "12 people", 12, 12),), ())), "updated", False) == 0


@pytest.mark.parametrize(
    "args",
    [
        ("report",),
        ("nonsense",),
        ("report", "x.txt", "--format", "nonsense"),
        ("report", "x.txt", "--width", "3"),
        ("report", "x.txt", "--kinds", "figure,colour"),
        ("report", "x.txt", "--lexicon", "/nowhere/at/all"),
        ("explain", "zzz", "x.txt"),
        ("report", "x.txt", "--open"),
        ("report", "x.txt", "-o", "/nowhere/at/all/report.txt"),
    ],
)
def test_wrong_usage_gives_two_and_a_message(args: tuple[str, ...]) -> None:
    done = shell(*args)
    assert done.returncode == 2
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_who_leaves_is_no_fault() -> None:
    text = "".join(f"{n} people were hurt and 4 killed.\n" for n in range(20_000))
    command = f"{sys.executable} -m reconcile quantities - | head -n 1 >/dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], input=text.encode(), capture_output=True, timeout=60, check=False)
    assert done.returncode == 141
    assert done.stderr == b""


def test_quantities_of_plain_lines_and_of_objects() -> None:
    plain = run("quantities", "-", stdin="Over 200 people died.\n\nNothing here.\n").stdout.splitlines()
    assert [len(json.loads(line)["quantities"]) for line in plain] == [1, 0, 0]
    objects = run("quantities", "-", stdin='{"text": "Over 200 people died."}\n').stdout
    found = json.loads(objects)["quantities"][0]
    assert (found["low"], found["high"], found["hedge"], found["unit"]) == (200, None, "more_than", "person")
    assert "more_than" in run("quantities", "-", "--format", "table", stdin="Over 200 people died.\n").stdout


def test_a_bad_line_is_named_and_keeps_its_place() -> None:
    result = run("quantities", "-", stdin='{"text": "One"}\n{"text": 3}\nnot json\n')
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 3
    assert ":2:" in result.stderr


def test_lines_are_read_as_they_come() -> None:
    def endless() -> object:
        while True:
            yield b"12 dead\n"

    assert next(iter(lines(endless()))).text == "12 dead"  # type: ignore[arg-type]


def test_lexicon_check_holds() -> None:
    result = run("lexicon", "check")
    assert result.exit_code == 0, result.output


def dismiss(stories: Path, path: Path) -> None:
    (conflict,) = reconcile.reconcile(reconcile.read([stories]).articles).conflicts
    record(path, conflict, Decision(Choice.DISMISSED, "", reason="two mills"))


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "jsonl", "csv", "sarif"])
def test_what_was_dismissed_fails_nothing_and_is_marked_in_every_format(
    form: str, stories: Path, tmp_path: Path
) -> None:
    dismiss(stories, tmp_path / "decisions.jsonl")
    result = run("report", stories, "--format", form, "--decisions", tmp_path / "decisions.jsonl")
    assert result.exit_code == 0
    assert "two mills" in result.stdout


def test_a_dismissed_finding_that_changes_fails_again(stories: Path, tmp_path: Path) -> None:
    dismiss(stories, tmp_path / "decisions.jsonl")
    (stories / "late.txt").write_text(STORIES["late.txt"].replace("7", "8"), encoding="utf-8")
    result = run("report", stories, "--decisions", tmp_path / "decisions.jsonl")
    assert result.exit_code == 1
    assert "the finding has changed since: two mills" in " ".join(result.stdout.split())


def test_a_page_read_without_its_extra_says_once_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page = "<html><head><title>Fire</title></head><body><article>{}</article></body></html>"
    for name in ("one.html", "two.html"):
        text = "<p>A fire at a mill killed 12 people on Tuesday, the mayor said.</p>" * 8
        (tmp_path / name).write_text(page.format(text), encoding="utf-8")
    result = run("report", tmp_path, "--exit-zero")
    assert result.exit_code == 0
    assert result.stderr.count("pip install 'reconcile-news[html]'") == 1
