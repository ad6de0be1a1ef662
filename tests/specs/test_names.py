"""The table of names: each is found and told for what it is, and differs or does not as an editor would say."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.language.names import find_names
from reconcile.language.tokens import tokenize
from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import reconcile
from reconcile.settings import Settings

TABLE = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
SETTINGS = Settings(kinds=frozenset({Kind.NAME}))
STORY = "Forty people died when a ferry sank off Dorvik, Norway, on Tuesday. "


def cases(section: str, key: str) -> list[Any]:
    out = []
    for case in TABLE[section]:
        marks = [pytest.mark.xfail(reason=case["missing"], strict=True)] if "missing" in case else []
        out.append(pytest.param(case, marks=marks, id=str(case[key])[:60]))
    return out


def test_the_table_is_large() -> None:
    assert len(TABLE["read"]) + len(TABLE["told"]) >= 120


@pytest.mark.parametrize("case", cases("read", "text"))
def test_names_of_a_text(case: dict[str, Any]) -> None:
    found = find_names(tokenize(case["text"]))
    assert [f"{m.canonical} ({m.category})" for m in found] == case["names"]
    assert all(case["text"][m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize("case", cases("told", "texts"))
def test_names_of_several_articles(case: dict[str, Any]) -> None:
    articles = [
        Article(id=f"a{i}", body=STORY + text, source=f"Paper {i}", published="2025-03-05")
        for i, text in enumerate(case["texts"])
    ]
    found = reconcile(articles, SETTINGS).findings
    got = [[f.measure, f.verdict.value, sorted(s.label.split(" (")[0] for s in f.sides)] for f in found]
    assert got == [[measure, verdict, sorted(sides)] for measure, verdict, sides in case["finds"]]
