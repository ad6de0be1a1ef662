"""The tables of what figures measure, in measures/, each of one field or one question of grammar.

A section is named by what its cases show. `cases` are a text and every figure in it with its reading: the measure, ""
where none is told, and behind commas, where they matter, the population ("everyone" for all) or the scope ("whole",
"part"). `wordings` are a measure and texts that tell it of every figure in them.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article

TABLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in Path(__file__).parent.glob("measures/*")
}
SECTIONS = [(f"{table}: {name}", section) for table, held in sorted(TABLES.items()) for name, section in held.items()]
CASES = [(name, *case) for name, section in SECTIONS for case in section.get("cases", ())]
WORDINGS = [
    (name, measure, text)
    for name, section in SECTIONS
    for measure, texts in section.get("wordings", ())
    for text in texts
]


def figures(text: str) -> list[Claim]:
    return list(extract(Article(id="a", body=text, published="2024-05-04"), frozenset({Kind.FIGURE})).claims)


def reading(claim: Claim, expected: str) -> str:
    """The claim in the notation of the tables, as much of it as the expected reading says."""
    more = expected.split(", ")[1:]
    told = (claim.scope.value, claim.population or "everyone")
    return ", ".join([claim.measure, *(m if m in told else f"not {m}" for m in more)])


def test_the_tables_are_large() -> None:
    assert len(CASES) + len(WORDINGS) >= 690


@pytest.mark.parametrize(("section", "text", "expected"), CASES, ids=lambda v: str(v)[:60])
def test_case(section: str, text: str, expected: dict[str, str]) -> None:
    found = {c.mention.text: c for c in figures(text)}
    assert {words: reading(c, expected.get(words, "")) for words, c in found.items()} == expected


@pytest.mark.parametrize(("section", "measure", "text"), WORDINGS, ids=lambda v: str(v)[:60])
def test_wording(section: str, measure: str, text: str) -> None:
    assert {c.measure for c in figures(text)} == {measure}
