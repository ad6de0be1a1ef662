"""Phrases of a table, found from their first word on or from their last, whatever was asked before."""

from __future__ import annotations

import pytest

from reconcile.language.phrases import PhraseTable
from reconcile.language.tokens import tokenize

TABLE = [("at least", 1), ("at least one of", 2), ("at", 3), ("at least", 4), ("one of", 5), ("least-known", 6)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at the gate", [(0, 1, 3)]),
        ("at least two", [(0, 2, 1)]),
        ("at-least two", [(0, 3, 1)]),
        ("at least one of, at", [(0, 4, 2), (5, 6, 3)]),
        ("the least known one of all", [(1, 3, 6), (3, 5, 5)]),
        ("nobody", []),
    ],
)
def test_found_whatever_was_asked_before(text: str, found: list[tuple[int, int, int]]) -> None:
    table, tokens = PhraseTable(TABLE), tokenize(text)
    assert table.find(tokens) == found
    assert table.find(tokens) == found
    assert [table.at(tokens, start) for start, _, _ in found] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("well, at least", (2, 4, 1)), ("some one-of", (1, 4, 5)), ("one of-", None), ("known", None), ("at", (0, 1, 3))],
)
def test_before(text: str, found: tuple[int, int, int] | None) -> None:
    table, tokens = PhraseTable(TABLE), tokenize(text)
    assert table.before(tokens, len(tokens)) == found
    assert table.before(tokens, len(tokens)) == found


def test_words_that_begin_and_end_phrases() -> None:
    table = PhraseTable(TABLE)
    assert table.first == {"at", "one", "least"}
    assert set(table.last) == {"at", "least", "of", "known"}
    assert "one" in table
    assert "of" not in table


def test_a_narrowed_table_keeps_what_is_left_of_each_entry() -> None:
    table = PhraseTable([("death toll", ("a", "b")), ("toll", ("b",)), ("the dead", ("a",))])
    narrowed = table.narrowed(lambda entry: tuple(e for e in entry if e == "a") or None)
    tokens = tokenize("The death toll, a toll of the dead")
    assert [m.entry for m in table.find(tokens)] == [("a", "b"), ("b",), ("a",)]
    assert [m.entry for m in narrowed.find(tokens)] == [("a",), ("a",)]
    assert "toll" not in narrowed
