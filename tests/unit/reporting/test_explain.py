"""What `explain` prints: claims, waterfall, verdict."""

from __future__ import annotations

import pytest

from reconcile.errors import UsageError
from reconcile.reporting.explain import find, to_text
from tests.unit.reporting.make import results


def test_the_waterfall_adds_up() -> None:
    found = results()
    text = to_text(find(found, "f00d"), found)
    rows = {line.split()[0]: line.split()[-1] for line in text.splitlines() if line.strip()}
    assert (rows["prior"], rows["measure"], rows["date"], rows["sum"]) == ("-4.00", "+5.00", "+2.50", "+3.50")
    assert rows["threshold"] == "+1.00"
    assert "corrected — 7 and 12 cannot both be true" in text


def test_an_unknown_finding_names_those_there_are() -> None:
    with pytest.raises(UsageError, match="f00d5eed, a9ee0001"):
        find(results(), "zzz")


def test_an_ambiguous_beginning_is_refused() -> None:
    with pytest.raises(UsageError, match="2 findings begin with ''"):
        find(results(), "")
