"""What a sum is the cost of: costs of two things are two questions, two costs of one thing are rivals."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.finding import Verdict
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims, reconcile


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The tunnel would cost 9 billion euros.", "tunnel"),
        ("A new tunnel under the bay will probably cost taxpayers about 9 billion euros.", "tunnel"),
        ("The cost of the tunnel is put at 9 billion euros.", "tunnel"),
        ("Repairing the roof will cost 4 million euros.", "repairing roof"),
        ("The nurses' demand would cost 9 billion crowns a year.", "pay-demand"),
        ("The offer runs to two steps and would cost the budget 4 billion crowns a year.", "pay-offer"),
        ("The project would cost 9 billion euros.", ""),
        ("It cost 9 billion euros.", ""),
        ("The total cost was 9 billion euros.", ""),
        ("The strike cost 9 billion euros.", ""),
    ],
)
def test_the_thing_that_costs_so_much(body: str, expected: str) -> None:
    found = extract_claims([Article("a", body=body, source="Herald", published="2025-10-13T12:00:00Z")])
    assert next(c.holder for c in found if c.kind is Kind.FIGURE and c.measure == "cost") == expected


@pytest.mark.parametrize(
    ("one", "other", "rivals"),
    [
        ("The tunnel at Arel would cost 9 billion euros.", "The bridge at Arel would cost 4 billion euros.", False),
        ("The claim costs 6 billion crowns a year.", "The offer costs 4 billion crowns a year.", False),
        ("The tunnel at Arel would cost 9 billion euros.", "The tunnel at Arel would cost 12 billion euros.", True),
        ("The project at Arel will cost 9 billion euros.", "The tunnel at Arel will cost 12 billion euros.", True),
        ("The union's pay claim would cost 60 million crowns.", "Its demand would cost 35 million crowns.", True),
    ],
)
def test_costs_of_two_things_are_no_rivals(one: str, other: str, rivals: bool) -> None:
    a = Article("a", body=one, source="Herald", published="2025-10-13T12:00:00Z")
    b = Article("b", body=other, source="Mercury", published="2025-10-13T12:00:00Z")
    verdicts = {r.verdict for f in reconcile([a, b]).findings for r in f.relations}
    assert (Verdict.CONFLICT in verdicts) is rivals


def test_what_was_paid_before_is_another_price_though_it_is_the_same_when_rounded() -> None:
    body = "A pint at the Golden Ox costs €3.80, down from €4 last year. Cleaning it will cost the landlord €3,400."
    assert not reconcile([Article("a", body=body, source="Herald", published="2025-10-13T12:00:00Z")]).findings
