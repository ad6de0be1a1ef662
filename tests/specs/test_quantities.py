"""The table of quantities: every surface reads as a person would read it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reconcile.language.quantities import find_quantities
from reconcile.language.quantity_examples import Reading

TABLE = tomllib.loads((Path(__file__).parent / "quantities.toml").read_text(encoding="utf-8"))
CASES = [(surface, meaning["means"]) for meaning in TABLE["meaning"] for surface in meaning["surfaces"]]


def test_the_table_is_large() -> None:
    assert len(CASES) >= 400


@pytest.mark.parametrize(("text", "means"), CASES, ids=lambda v: str(v)[:60])
def test_surface(text: str, means: list[str]) -> None:
    found = find_quantities(text)
    assert len(found) == len(means), [m.text for m in found]
    for mention, meaning in zip(found, means, strict=True):
        reading = Reading.parse(meaning)
        assert reading.fits(mention), (mention.text, mention.quantity)
        assert mention.checkable != reading.unchecked
        assert text[mention.start : mention.end] == mention.text
