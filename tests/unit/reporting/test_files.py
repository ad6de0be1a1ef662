"""A report file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import UsageError
from reconcile.reporting.files import write_whole


def test_replaces_what_was_there_and_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "report.txt"
    target.write_text("old", encoding="utf-8")
    write_whole(target, "néw")
    assert target.read_text(encoding="utf-8") == "néw"
    assert [p.name for p in tmp_path.iterdir()] == ["report.txt"]


def test_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_whole(tmp_path / "link", "x")
    assert (tmp_path / "real").read_text(encoding="utf-8") == "x"
    assert (tmp_path / "link").is_symlink()


def test_a_missing_folder_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write_whole(tmp_path / "no" / "report.txt", "x")
