"""Figures that take up the question of the sentence before them."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article


def figures(body: str) -> dict[str, Claim]:
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: c for c in claims}


def test_a_sum_of_another_voice_is_of_the_same_time() -> None:
    found = figures("The ministry puts the cost at 5,200 euros a year per household. The unions say 9,400.")["9,400"]
    assert (found.quantity.unit, found.quantity.per) == ("EUR", "year")


def test_what_a_rate_is_held_against_is_a_rate() -> None:
    found = figures("The museum drew 8,100 visitors a day. The year before it was 9,300.")["9,300"]
    assert (found.measure, found.quantity.per) == ("visitors", "day")


@pytest.mark.parametrize(
    ("body", "figure", "measure"),
    [
        ('Sixteen people have died, up from "at least 12" given before dawn.', "at least 12", "killed"),
        ("Some 4,200 people were evacuated, down from an initial 6,000.", "6,000", "evacuated"),
        ("Net profit was 412 million euros, against 376 million a year earlier.", "376 million", "net profit"),
    ],
)
def test_a_figure_held_against_another_measures_the_same(body: str, figure: str, measure: str) -> None:
    found = figures(body)[figure]
    assert (found.measure, found.period) == (measure, "before")


def test_what_a_figure_has_come_from_is_of_the_same_question() -> None:
    found = figures("Sixteen people have died, up from 12.")
    assert [(c.measure, c.period) for c in found.values()] == [("killed", ""), ("killed", "")]


def test_who_is_counted_is_taken_over_too() -> None:
    found = figures("Among the dead were 13 children. On Monday it rose to 15.")
    assert (found["15"].population, found["15"].scope) == (found["13 children"].population, found["13 children"].scope)


@pytest.mark.parametrize(("gap", "status"), [(" ", "forecast"), ("\n\n", "stated")])
def test_another_voice_goes_on_about_what_is_expected(gap: str, status: str) -> None:
    body = f"The ministry expects 200,000 marchers on Thursday.{gap}The unions talk of a million."
    assert figures(body)["a million"].status.value == status


@pytest.mark.parametrize(
    "body",
    [
        "An earlier version spoke of five Dutch dead. The ministry has confirmed three.",
        "Five Dutch people were killed, the police say. The ministry says three.",
    ],
)
def test_another_voice_counts_the_same_country(body: str) -> None:
    assert {c.nation for c in figures(body).values()} == {"netherlands"}
