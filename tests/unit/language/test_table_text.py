"""The quick way to read a table must say what the TOML parser says, of every text that it takes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from reconcile.language import table_text
from reconcile.language.table_text import parse

TABLES = Path(table_text.__file__).parent / "data" / "en"
HEADS = {folder.with_suffix(".toml") for folder in TABLES.iterdir() if folder.is_dir()}  # these hold no entries
OWN = sorted(set(TABLES.rglob("*.toml")) - HEADS)
USUAL = """# head
[[word]]
id       = "two-lines"
# between
phrases  = ["a \\"b\\"", "c = d",
            "é"]
rank = 2
own = true

[[word]]
id = "empty"
phrases = []
"""
ODD = [
    'remove = ["x"]\n[[word]]\nid = "a"\n',
    '[[word]]\nid = "a" # behind a value\n',
    "[[word]]\nid = 'literal'\n",
    '[[word]]\nid = """\nlong"""\n',
    '[[word]]\nid = "a"\nphrases = ["b",\n]\n',
    '[[word]]\nid = "a"\n[[other]]\nid = "b"\n',
    '[[word]]\n[word.deep]\nid = "a"\n',
    "[[word]]\nid = 1_000\n",
    "[[word]]\nid = 2024-05-14\n",
    '[[word]]\n\n[[word]]\nid = "a"\n',
    '[[word]]\n[[word]]\nid = "a"\n',
    '[[word]]\nid = "\\u00e9"\n',
    '[[ word ]]\nid = "a"\n',
    "",
    "# nothing but a remark\n",
    '[[word]]\nid = "a"\n# a remark that no line ends',
    '[[word]]\nid = "the match was annulled"\n',
]
WRONG = [
    '[[word]]\nid = "a"\nid = "b"\n',
    "[[word]]\nid = null\n",
    "[[word]]\nid = NaN\n",
    '[[word]]\nid = {"a": 1}\n',
    '[[word]]\nid = "a\\/b"\n',
    '[[word]]\nid = "\\ud800"\n',
    '[[word]]\nid = ["a" "b"]\n',
    '[[word]]\nid = "a\nb"\n',
    "[[word]]\nid =\n",
    '[[word]]\nschön = "a"\n',
    '[[word]]\nid = "a"}, {"id": "b"\n',
    '[[word]]\nid = "a"\n}',
    '[[word]\nid = "a"\n',
]


def key_of(text: str) -> str:
    return text.partition("\n[[")[2].partition("]]")[0]


@pytest.mark.parametrize("path", OWN, ids=lambda p: str(p.relative_to(TABLES)))
def test_own_tables_are_read_the_quick_way_and_as_toml(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    wanted = tomllib.loads(text)
    monkeypatch.setattr(table_text.tomllib, "loads", refused)
    assert parse(text, key_of(text)) == wanted


def refused(text: str) -> Mapping[str, object]:
    raise AssertionError("the TOML parser was asked")


def test_usual_form(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = tomllib.loads(USUAL)
    monkeypatch.setattr(table_text.tomllib, "loads", refused)
    assert parse(USUAL, "word") == wanted


@pytest.mark.parametrize("text", ODD)
def test_other_forms_are_the_toml_parsers(text: str) -> None:
    assert parse(text, "word") == tomllib.loads(text)


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_toml_is_refused(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse(text, "word")
