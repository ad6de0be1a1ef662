"""What two articles are likeliest to give for one thing, and the groups it joins."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from reconcile.matching.counterparts import counterparts, tied_together
from reconcile.matching.surroundings import Surroundings
from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.finding import Finding
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article
from reconcile.pipeline import reconcile

CUT_OFF = "A storm hit Orlava on Monday. 4,120 customers were cut off, the utility said."


def figures(*texts: str) -> list[Finding]:
    articles = [Article(f"a{n}", body=t, source=f"Paper {n}", published="2024-07-09") for n, t in enumerate(texts)]
    return [f for f in reconcile(articles).findings if f.kind is Kind.FIGURE]


def together(*texts: str) -> list[set[str]]:
    return [{c.mention.text for c in f.claims} for f in figures(*texts)]


def test_one_number_that_leads_by_far_is_of_one_thing_however_it_is_called() -> None:
    (finding,) = figures(CUT_OFF, "The storm in Orlava on Monday was strong. The lamps of 4,120 subscribers went out.")
    assert {c.mention.text for c in finding.claims} == {"4,120 customers", "4,120 subscribers"}
    row = next(w for fall in finding.waterfalls for w in fall.weights if w.comparison == "counterpart")
    assert "likeliest counterpart" in row.level


@pytest.mark.parametrize(
    "other",
    [
        "The lamps of 5,870 subscribers went out in Orlava on Monday.",  # no number in common
        "The storm in Orlava on Monday injured 41 people. Another 41 houses stood under water.",
    ],
)
def test_other_numbers_tie_nothing(other: str) -> None:
    assert not together(CUT_OFF, other)


def test_the_dead_of_one_text_are_not_the_injured_of_another() -> None:
    assert not together(
        "The storm in Orlava on Monday killed 41 people.", "The storm in Orlava on Monday injured 41 people."
    )


def votes(article: str) -> Claim:
    got = Quantity(Decimal(12_000), Decimal(12_000), unit="vote")
    return Claim(article, Kind.FIGURE, Article(article, body="12,000 votes").mention("body", 0, 12), got, "votes")


def test_what_is_said_to_be_of_two_is_no_counterpart() -> None:
    one, two = votes("a"), votes("b")
    told = [(one, two), (evolve(one, holder="union"), evolve(two, holder="greens"))]
    told += [(evolve(one, population="women", scope=Scope.PART), evolve(two, population="men", scope=Scope.PART))]
    told += [(evolve(one, where=frozenset({"harn"})), evolve(two, where=frozenset({"oster"})))]
    found = [counterparts(pair, {(0, 1): -3.0}, 0.0, Surroundings({})) for pair in told]
    assert found == [[(0, 1)], [], [], []]


def test_a_tie_joins_a_small_group_where_all_its_pairs_bear_it() -> None:
    scores = {(0, 1): 5.0, (0, 2): 3.0, (1, 2): -2.0, (2, 3): 4.0}

    def score(a: int, b: int) -> float:
        return scores.get((min(a, b), max(a, b)), -9.0)

    assert tied_together([[0, 1], [2], [3]], [(0, 2)], score, 0.0) == [[0, 1, 2], [3]]
    assert tied_together([[0, 1], [2], [3]], [(0, 2), (2, 3)], score, 0.0) == [[0, 1], [2, 3]]  # the stronger first
    assert tied_together([[0, 1], [2]], [(1, 2)], lambda *_: -1.0, 0.0) == [[0, 1], [2]]
    assert tied_together([[0, 1, 4], [2, 3, 5]], [(0, 2)], lambda *_: 1.0, 0.0) == [[0, 1, 4], [2, 3, 5]]


def test_a_number_that_is_near_is_not_enough_for_two_measures() -> None:
    ward = "Fever patients lay in wards built for 40 in Orlava on Monday."
    recovered = "In Orlava the fever has spread. Recovered: {}."
    assert not any({"40", "38"} <= texts for texts in together(ward, recovered.format(38)))
