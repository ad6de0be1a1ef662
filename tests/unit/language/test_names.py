from __future__ import annotations

import pytest

from reconcile.language.datelines import find_dateline
from reconcile.language.name_check import check_examples
from reconcile.language.names import find_names
from reconcile.language.tokens import tokenize


def read(text: str, *known: str) -> list[str]:
    return [f"{m.canonical} ({m.category})" for m in find_names(tokenize(text), known=frozenset(known))]


def test_a_heading_takes_the_names_of_the_body() -> None:
    assert read("EIGHT DEAD AS LADY MARIBEL SINKS", "mv lady maribel") == ["lady maribel (name)"]
    assert read("EIGHT DEAD AS LADY MARIBEL SINKS") == []


DATELINES = [
    ("BEIRA, Mozambique, Feb 11 (SCW) - Rain fell.", "beira", "Feb 11"),
    ("MANILA – As of noon it rained.", "manila", None),
    ("RIGA (Baltic Wire) — Rain fell.", "riga", None),
    ("Tallinn, 13 May 2025 – Rain fell.", "tallinn", "13 May 2025"),
    ("By Ana Peel\n\nKIEV, Ukraine -- Rain fell.", "kyiv", None),
    ("PORTO ALTO. After a night of rain", "porto alto", None),
    ("SANFIELD, Ohio (AP) — Rain fell.", "sanfield", None),
]


@pytest.mark.parametrize(("text", "place", "dated"), DATELINES, ids=[t[:20] for t, _, _ in DATELINES])
def test_datelines(text: str, place: str, dated: str | None) -> None:
    tokens = tokenize(text)
    found = find_dateline(tokens)
    assert found is not None
    assert found.canonical == place
    day = found.dated and text[tokens.starts[found.dated[0]] : tokens.ends[found.dated[1] - 1]]
    assert day == dated
    assert f"{place} (place)" in read(text)


@pytest.mark.parametrize("text", ["Rain fell in Riga - and then more.", "A long day ended – at last.", "", "-", "X"])
def test_no_dateline(text: str) -> None:
    assert find_dateline(tokenize(text)) is None


def test_examples_of_the_tables_hold() -> None:
    assert check_examples() == []


@pytest.mark.parametrize(
    "text", ["A " * 30_000, "A.B." * 20_000, "Al-" * 20_000, "a\n" * 20_000, "Ministry of " * 9_000]
)
def test_hostile_runs_are_survived(text: str) -> None:
    assert all(text[m.start : m.end] == m.text for m in find_names(tokenize(text)))
