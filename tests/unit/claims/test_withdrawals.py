"""Which question a withdrawn figure answers, and what stands in its place."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

BRIDGE = "The new bridge over the Harn is 2,480 metres long and has four lanes."


def figures(body: str) -> dict[str, Claim]:
    found = extract_claims([Article("a", headline="", body=body, source="Herald", published="2024-05-01")])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE}


def test_a_number_that_nothing_replaces_is_the_one_with_its_digits_in_disorder() -> None:
    note = "Correction: The version issued at noon gave the figure as 4,280 metres. Two digits had been transposed."
    found = figures(f"{BRIDGE}\n\n{note}")
    right, wrong = found["2,480 metres"], found["4,280 metres"]
    assert (wrong.status, wrong.measure) == ("withdrawn", right.measure)


@pytest.mark.parametrize("other", ["4,281 metres", "42 metres"])
def test_other_digits_tell_of_something_else(other: str) -> None:
    note = f"Correction: The version issued at noon gave the figure as {other}. Two digits had been transposed."
    found = figures(f"{BRIDGE}\n\n{note}")
    assert found[other].measure != found["2,480 metres"].measure


def test_a_bare_number_takes_the_question_of_the_one_it_replaces() -> None:
    found = figures("Correction: We gave the length of the tunnel under the Harn as 1,810 metres. It is 1,180.")
    assert found["1,180"].replaces == (found["1,810 metres"].id,)
    assert found["1,180"].measure == found["1,810 metres"].measure
    assert found["1,180"].quantity.unit == "metre"
