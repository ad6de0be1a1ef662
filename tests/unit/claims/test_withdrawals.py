"""Which question a withdrawn figure answers, and what stands in its place."""

from __future__ import annotations

from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

BRIDGE = "The new bridge over the Harn is 2,480 metres long and has four lanes."


def figures(body: str) -> dict[str, Claim]:
    found = extract_claims([Article("a", headline="", body=body, source="Herald", published="2024-05-01")])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE}


def test_transposed_digits_are_no_figure_but_take_the_last_one_back() -> None:
    note = "Correction: The version issued at noon gave the figure as 4,280 metres. Two digits had been transposed."
    found = figures(f"{BRIDGE}\n\n{note}")
    assert found["4,280 metres"].status == "withdrawn"
    assert "Two digits" not in found


def test_a_bare_number_takes_the_question_of_the_one_it_replaces() -> None:
    found = figures("Correction: We gave the length of the tunnel under the Harn as 1,810 metres. It is 1,180.")
    assert found["1,180"].replaces == (found["1,810 metres"].id,)
    assert found["1,180"].measure == found["1,810 metres"].measure
    assert found["1,180"].quantity.unit == "metre"
