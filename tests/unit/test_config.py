"""Options kept in a file: found, checked, and behind those of the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner, Result

from reconcile.cli import group
from reconcile.cli.config import COMMANDS

TEXT = "---\nsource: {}\npublished: 2024-03-05\n---\nA blast at a mill in Hobro killed {} people on Tuesday.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two stories, two levels below the folder for the options."""
    here = tmp_path / "desk" / "today"
    here.mkdir(parents=True)
    for name, toll in (("Morning Wire", 12), ("Evening Post", 7)):
        (here / f"{toll}.txt").write_text(TEXT.format(name, toll), encoding="utf-8")
    monkeypatch.chdir(here)
    return tmp_path


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(group, [str(a) for a in args])


def refused(result: Result) -> str:
    assert result.exit_code != 0
    return str(result.exception)


def test_a_file_above_is_found_and_the_command_line_goes_first(folder: Path) -> None:
    (folder / "reconcile.toml").write_text('[report]\nformat = "json"\nexit-zero = true\n', encoding="utf-8")
    result = run("report", ".")
    assert (result.exit_code, json.loads(result.stdout)["format"]) == (0, "reconcile.report/1")
    assert run("report", ".", "--format", "csv").stdout.startswith("finding,")
    assert run("claims", ".").exit_code == 0
    assert run("report", ".", "--no-config").exit_code == 1


def test_pyproject_serves_where_it_has_the_table(folder: Path) -> None:
    (folder / "reconcile.toml").write_text('[report]\nformat = "csv"\n', encoding="utf-8")
    near = folder / "desk" / "pyproject.toml"
    near.write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    assert run("report", ".").stdout.startswith("finding,")
    near.write_text('[tool.reconcile.report]\nformat = "json"\n', encoding="utf-8")
    assert run("report", ".").stdout.startswith("{")
    near.write_text("[tool.reconcile", encoding="utf-8")
    assert run("report", ".").stdout.startswith("finding,")


def test_a_named_file_takes_the_place_of_all_others_and_the_last_word_holds(folder: Path) -> None:
    (folder / "reconcile.toml").write_text("broken", encoding="utf-8")
    other = folder / "other.toml"
    other.write_text('[report]\nformat = "json"\n', encoding="utf-8")
    assert run("report", ".", "--config", other).stdout.startswith("{")
    assert run("report", ".", "--no-config", "--config", other).stdout.startswith("{")
    assert "CONFLICT" in run("report", ".", "--config", other, "--no-config").stdout
    assert "is not TOML" in refused(run("report", "."))


def test_shared_keys_hold_for_every_command_and_paths_are_seen_from_the_file(folder: Path) -> None:
    (folder / "house").mkdir()
    (folder / "none.jsonl").write_text("", encoding="utf-8")
    text = 'lexicon = ["house"]\nkinds = ["figure", "date"]\ndecisions = "none.jsonl"\njobs = 1\n'
    (folder / "reconcile.toml").write_text(text, encoding="utf-8")
    kinds = {c["kind"] for c in json.loads(run("claims", ".", "--format", "json").stdout)}
    assert kinds == {"figure", "date"}
    assert run("report", ".").exit_code == 1
    only = run("claims", ".", "--format", "json", "--kind", "date").stdout
    assert {c["kind"] for c in json.loads(only)} == {"date"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[report]\nfail_on = "tension"', "[report] unknown key 'fail_on'; did you mean 'fail-on'?"),
        ('[report]\nformt = "json"', "did you mean 'format'?"),
        ('[claims]\nfail-on = "tension"', "[claims] "),
        ('[reports]\nformat = "json"', "unknown key 'reports'; did you mean 'report'?"),
        ('zzz = "json"', "unknown key 'zzz'; there are lexicon,"),
        ('format = "json"', "format belongs under [report]"),
        ('[report]\noutput = "x.html"', "output is for the command line only"),
        ("fetch = true", "fetch is for the command line only"),
        ('[report]\nformat = "jason"', "[report] format: 'jason' is not one of"),
        ('[report]\nformat = ["json", "csv"]', "format takes one value"),
        ("[report]\nformat = 1.5", "format is text"),
        ('[report]\nexit-zero = "yes"', "exit-zero is true or false"),
        ('jobs = "many"', "jobs: 'many' is not a valid integer"),
        ('lexicon = ["nowhere"]', "nowhere' does not exist"),
        ('kinds = ["colour"]', "choose from figure"),
        ('report = "json"', "report is a table: [report]"),
        ("[report", "is not TOML"),
        ("x = " + "[" * 100_000, "is not TOML"),
    ],
)
def test_what_nobody_knows_is_refused_with_the_file_and_a_hint(text: str, message: str, folder: Path) -> None:
    (folder / "reconcile.toml").write_text(text, encoding="utf-8")
    result = run("report", ".")
    said = f"{result.exception} {result.output}"
    assert result.exit_code != 0
    assert message in said


def test_a_faulty_table_of_another_command_is_found_too(folder: Path) -> None:
    (folder / "reconcile.toml").write_text("[claims]\ncolour = 1", encoding="utf-8")
    assert "reconcile.toml: [claims] unknown key 'colour'" in refused(run("report", "."))


def test_a_pyproject_asked_for_by_name_has_the_table(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert "has no table [tool.reconcile]" in refused(run("report", ".", "--config", folder / "pyproject.toml"))


def test_every_command_that_reads_articles_is_configurable() -> None:
    commands = {name: group.get_command(Context(group), name) for name in group.list_commands(Context(group))}
    taking = {n for n, c in commands.items() if c and any(p.name == "config" for p in c.params)}
    assert taking == set(COMMANDS)
    assert all(any(p.name == "lexicon" for p in c.params) == (n in taking) for n, c in commands.items() if c)


def test_the_rule_for_the_best_figure_may_stand_at_the_top(folder: Path) -> None:
    (folder / "reconcile.toml").write_text('best = "lowest"\n', encoding="utf-8")
    data = json.loads(run("report", ".", "--format", "json").stdout)
    (figures,) = (f for f in data["findings"] if f["kind"] == "figure")
    assert (figures["best"]["best"], figures["best"]["rule"]) == (7, "the lowest figure that stands")
