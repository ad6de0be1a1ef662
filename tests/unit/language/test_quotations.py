"""Layouts of quotations (tests/specs/quotations.toml) and the places of what is found."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reconcile.language.quotations import Quotation, find_quotations
from reconcile.language.quote_check import check_examples
from reconcile.language.tokens import tokenize

SPEC = tomllib.loads((Path(__file__).parents[2] / "specs" / "quotations.toml").read_text(encoding="utf-8"))


def read(text: str) -> list[Quotation]:
    return find_quotations(tokenize(text))


def layouts() -> list[Any]:
    out = []
    for layout in SPEC["layout"]:
        marks = [pytest.mark.xfail(reason=layout["missing"], strict=True)] if "missing" in layout else []
        out.append(pytest.param(layout, id=layout["id"], marks=marks))
    return out


@pytest.mark.parametrize("layout", layouts())
def test_layout(layout: dict[str, Any]) -> None:
    found = [
        [q.text, q.speaker or "", *([q.continues] if q.continues is not None else [])] for q in read(layout["text"])
    ]
    assert found == layout["quotes"]


@pytest.mark.parametrize("layout", layouts())
def test_the_words_stand_where_they_are_said_to(layout: dict[str, Any]) -> None:
    text = layout["text"]
    tokens = tokenize(text)
    for quotation in read(text):
        assert text[quotation.start : quotation.end] == quotation.text
        assert tokens.starts[quotation.first] == quotation.start
        assert tokens.ends[quotation.last - 1] == quotation.end


CANONICAL = [
    ("Mayor Ana Ruiz left. “We leave at dawn,” Ruiz said.", "ana ruiz"),
    ("Mayor Ana Ruiz left. “We leave at dawn,” the mayor said.", "ana ruiz"),
    ("Mayor Ana Ruiz met Mayor Peter Holm. “We leave at dawn,” the mayor said.", "mayor"),
    ("Ana Ruiz met Rosa Ruiz. “We leave at dawn,” Ruiz said.", "ruiz"),
    ("“We leave at dawn,” the harbour master said.", "harbour master"),
]


@pytest.mark.parametrize(("text", "canonical"), CANONICAL)
def test_who_speaks_is_known_by_the_fullest_name(text: str, canonical: str) -> None:
    assert [q.speaker_canonical for q in read(text)] == [canonical]


def test_an_office_is_kept_as_text_and_marked() -> None:
    (quotation,) = read("“We leave at dawn,” the harbour master said.")
    assert (quotation.speaker, quotation.role, quotation.cue) == ("the harbour master", True, "said")


def test_an_odd_mark_costs_no_more_than_its_paragraph() -> None:
    sound = "“We leave at dawn,” Ana Ruiz said.\n\n"
    assert len(read(sound * 3 + 'A "ferry was late.\n\n' + sound * 3)) == 6


def test_every_table_keeps_its_promises() -> None:
    assert check_examples() == []
