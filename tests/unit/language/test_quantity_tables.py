"""The tables of quantities keep their word, and the page that lists them is up to date."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from reconcile.language.lexicon import TableSpec, load
from reconcile.language.quantity_examples import Reading, check_examples
from reconcile.language.quantity_tables import CHANGES, CURRENCIES, HEDGES, NOUNS, NUMERALS, RULES, UNITS, WORDS
from tests.helpers import assert_same_text

REFERENCE = Path(__file__).parents[3] / "docs" / "reference"
TABLES = [CHANGES, CURRENCIES, HEDGES, NOUNS, NUMERALS, RULES, UNITS, WORDS]


def test_every_example_and_counter_example_holds() -> None:
    assert check_examples() == []


@pytest.mark.parametrize("spec", TABLES, ids=lambda s: s.name)
def test_every_entry_shows_what_it_does(spec: TableSpec[Any]) -> None:
    assert [e.id for e in load(spec) if not e.examples] == []


def test_a_house_example_that_does_not_hold_is_named(tmp_path: Path) -> None:
    (tmp_path / "hedges.toml").write_text(
        '[[hedge]]\nid = "dunno"\neffect = "about"\nphrases = ["dunno"]\n'
        'examples = [["dunno 40 people", "41 about"]]\ncounter = ["dunno 40 people"]\n'
    )
    faults = check_examples((tmp_path,))
    assert len(faults) == 2
    assert "hedges.toml:1: dunno" in faults[0]
    assert "'41 about'" in faults[0]
    assert "must not apply" in faults[1]


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge", "unit"),
    [
        ("12", 12, 12, "exact", ""),
        ("12.. more_than person", 12, None, "more_than", "person"),
        ("..5 at_most", None, 5, "at_most", ""),
        ("5..7", 5, 7, "range", ""),
        ("-22 celsius", -22, -22, "exact", "celsius"),
        ("9 USD per year up", 9, 9, "exact", "USD per year"),
    ],
)
def test_readings_are_understood(text: str, low: int | None, high: int | None, hedge: str, unit: str) -> None:
    reading = Reading.parse(text)
    assert (reading.low, reading.high, reading.hedge, reading.unit) == (low, high, hedge, unit)


def test_a_reading_without_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="no number"):
        Reading.parse("many people")


def test_the_page_of_tables_is_up_to_date(record: bool) -> None:
    written = REFERENCE / "quantity-tables.md"
    page = runpy.run_path(str(REFERENCE / "make_quantity_tables.py"))["page"]()
    if record:
        written.write_text(page, encoding="utf-8")
    assert_same_text(
        written.read_text(encoding="utf-8"), page, "docs/reference/quantity-tables.md (--record writes it)"
    )
