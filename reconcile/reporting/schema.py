"""The published JSON Schema of the output contract."""

from __future__ import annotations

from importlib.resources import files


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of `--format json`, as text."""
    return files("reconcile.reporting").joinpath("report.schema.json").read_text(encoding="utf-8")
