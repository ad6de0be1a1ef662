"""Two versions of one article laid side by side, by the library and by the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reconcile.cli import group
from reconcile.comparing.versions import Change, Version, compare_versions
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

OLD = (
    "A blast at a mill in Hobro killed 12 people on Tuesday. About 400 people left their homes.\n\n"
    "“We never saw such a fire in this town,” said Mayor Karen Holm.\n"
)


def version(text: str, day: str = "2024-03-06") -> Version:
    article = Article("urn:mill", text, source="Morning Wire", published=day)
    return Version(article, extract_claims([article]))


def changes(new: str) -> list[tuple[str, str, str, str, bool]]:
    return [_short(c) for c in compare_versions(version(OLD), version(new))]


def _short(change: Change) -> tuple[str, str, str, str, bool]:
    old, new = (c.mention.text if c else "" for c in (change.old, change.new))
    return change.kind.value, change.sort.value, old, new, change.noted


def test_the_same_text_has_no_changes() -> None:
    assert changes(OLD) == []
    assert changes(OLD + "\nThe mill is closed.\n") == []


def test_a_figure_changes() -> None:
    assert changes(OLD.replace("12", "9")) == [("figure", "changed", "12 people", "9 people", False)]


def test_a_note_tells_of_the_change() -> None:
    note = "Correction: An earlier version of this article said that 12 people were killed. The figure is 9.\n\n"
    (change,) = [c for c in changes(note + OLD.replace("killed 12", "killed 9")) if c[1] == "changed"]
    assert change == ("figure", "changed", "12 people", "9 people", True)


def test_a_figure_appears_and_another_vanishes() -> None:
    found = changes(OLD.replace("About 400 people left their homes.", "The roof weighed 30 tonnes."))
    assert [(c[0], c[1]) for c in found] == [("figure", "vanished"), ("figure", "appeared")]


def test_a_date_changes() -> None:
    found = changes(OLD.replace("Tuesday", "Monday"))
    assert [c[:4] for c in found if c[0] == "date"] == [("date", "changed", "Tuesday", "Monday")]


def test_a_quotation_is_reworded() -> None:
    found = changes(OLD.replace("such a fire", "a fire so large"))
    assert [c[:2] for c in found] == [("quote", "changed")]


def test_a_name_is_respelt() -> None:
    found = changes(OLD.replace("Holm", "Hulm"))
    assert ("name", "changed") in [c[:2] for c in found]


def run(*args: object) -> Result:
    return CliRunner().invoke(group, [str(a) for a in args])


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(OLD.replace("12", "9"), encoding="utf-8")
    return old, new


def test_the_command_shows_both_sides(files: tuple[Path, Path]) -> None:
    result = run("diff", *files)
    assert result.exit_code == 1
    assert "FIGURE (killed) changed without a note" in result.stdout
    assert "1 differences" not in result.stdout
    assert [line[:4].strip() for line in result.stdout.splitlines() if line.startswith("  ")] == ["-", "+"]
    assert run("diff", files[0], files[0]).exit_code == 0


def test_json(files: tuple[Path, Path]) -> None:
    data = json.loads(run("diff", *files, "--format", "json").stdout)
    (change,) = data["changes"]
    assert (data["format"], change["change"], change["noted"]) == ("reconcile.diff/1", "changed", False)
    assert (change["old"]["low"], change["new"]["low"]) == (12, 9)


def test_a_version_is_one_article(files: tuple[Path, Path], tmp_path: Path) -> None:
    two = tmp_path / "two.json"
    two.write_text('[{"uri": "a", "body_text": "1 died."}, {"uri": "b", "body_text": "2 died."}]', encoding="utf-8")
    result = run("diff", files[0], two)
    assert result.exit_code != 0
    assert "one article" in str(result.exception)
