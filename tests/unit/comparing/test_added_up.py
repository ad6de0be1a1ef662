"""Totals whose own text names what they are made of."""

from __future__ import annotations

from reconcile.model.text import Article
from reconcile.pipeline import reconcile


def verdicts(*bodies: str) -> set[str]:
    articles = [
        Article(f"a{n}", headline="Landslide in Arel", body=body, source=f"Paper {n}", published=f"2024-06-01T0{n}:00Z")
        for n, body in enumerate(bodies)
    ]
    return {r.verdict.value for f in reconcile(articles).findings for r in f.relations}


AREL = "After the landslide in Arel 231 families are staying at the school of Arel."


def test_a_sum_is_no_rival_of_what_its_text_adds_up() -> None:
    both = "After the landslide the parish of Arel feeds 347 families: 231 of Arel and 116 of Osk."
    assert "conflict" not in verdicts(AREL, both)
    assert "conflict" not in verdicts(AREL.replace("231", "some 230"), both)


def test_without_the_addends_it_is_a_rival() -> None:
    assert "conflict" in verdicts(AREL, "After the landslide 347 families are staying at the school of Arel.")
