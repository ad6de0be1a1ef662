"""The table of date expressions: every one reads as a person would read it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from reconcile.language.dates import find_dates
from reconcile.language.dates.examples import notation
from reconcile.language.tokens import tokenize

TABLE = tomllib.loads((Path(__file__).parent / "dates.toml").read_text(encoding="utf-8"))
CASES = [(section, *case) for section, content in TABLE.items() for case in content["cases"]]


def test_the_table_is_large() -> None:
    assert len(CASES) >= 250


@pytest.mark.parametrize(("section", "text", "anchor", "expected"), CASES, ids=lambda v: str(v)[:60])
def test_expression(section: str, text: str, anchor: str, expected: list[str]) -> None:
    mentions = find_dates(tokenize(text), date.fromisoformat(anchor) if anchor else None)
    got = [notation(m) for m in mentions]
    assert got == [e.removesuffix("~") for e in expected]
    for mention, reading in zip(mentions, expected, strict=True):
        assert text[mention.start : mention.end] == mention.text
        if reading.endswith("~"):
            assert not mention.certain
