"""Every check of a language table's examples, gathered in one place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reconcile.claims import check as claim_tables
from reconcile.claims import furniture, happening_check
from reconcile.claims.measuring import cells
from reconcile.comparing import check as comparing_tables
from reconcile.language import attribution, name_check, quantity_examples, quote_check, sentences, spellings
from reconcile.language.dates import examples as dates

# Each takes folders of house tables and returns one message an example that does not hold.
CHECKS: tuple[Callable[[tuple[Path, ...]], list[str]], ...] = (
    sentences.check_examples,
    quantity_examples.check_examples,
    dates.check_examples,
    name_check.check_examples,
    spellings.check_examples,
    attribution.check_examples,
    quote_check.check_examples,
    furniture.check_examples,
    cells.check_examples,
    claim_tables.check_examples,
    comparing_tables.check_examples,
    happening_check.check_examples,
)


def check(houses: tuple[Path, ...] = ()) -> list[str]:
    """Run all examples and counter-examples; one message a failure, none where all hold.

    Raises LexiconError where a table cannot be read.
    """
    return [failure for run in CHECKS for failure in run(houses)]
