"""A count that moves while its story runs: which of its figures are of the past, or of nobody knows when."""

from __future__ import annotations

from datetime import datetime

import pytest

from reconcile import reconcile
from reconcile.model.finding import Verdict
from reconcile.model.text import Article

BLAST = "A blast at a mill in Hobro on Tuesday killed {} people."


def told(name: str, body: str, day: int | None, headline: str = "") -> Article:
    published = datetime(2024, 3, day, 12) if day else None
    return Article(name, headline=headline, body=body, published=published, source=name)


def verdicts(*articles: Article) -> set[Verdict]:
    found = (f for f in reconcile(articles).findings if f.measure == "killed")
    return {relation.verdict for finding in found for relation in finding.relations}


@pytest.mark.parametrize(("number", "conflicts"), [("19", False), ("31", True), ("9", True)])
def test_a_report_of_unknown_time_may_be_of_any_stage_the_count_went_through(number: str, conflicts: bool) -> None:
    dated = told("first", BLAST.format("12"), 5), told("last", BLAST.format("24"), 7)
    assert (Verdict.CONFLICT in verdicts(*dated, told("undated", BLAST.format(number), None))) is conflicts


def test_where_no_report_has_the_count_move_an_unknown_time_excuses_nothing() -> None:
    assert Verdict.CONFLICT in verdicts(told("dated", BLAST.format("12"), 5), told("undated", BLAST.format("19"), None))


@pytest.mark.parametrize(("body", "conflicts"), [("at least 12", False), ("12", True)])
def test_a_headline_leaves_out_the_at_least_of_its_text(body: str, conflicts: bool) -> None:
    bare = told("bare", BLAST.format(body), 5, headline="12 killed in mill blast")
    assert (Verdict.CONFLICT in verdicts(bare, told("other", BLAST.format("19"), 5))) is conflicts


@pytest.mark.parametrize(("other", "conflicts"), [("24", False), ("31", True)])
def test_what_a_text_has_brought_up_to_date_rivals_nothing_on_the_way(other: str, conflicts: bool) -> None:
    text = BLAST.format("24") + " The toll rose to 24 from 12, police said."
    found = verdicts(told("history", text, 5), told("other", BLAST.format(other), 5))
    assert (Verdict.CONFLICT in found) is conflicts


def stories(*bodies: str) -> dict[str, set[Verdict]]:
    """The verdicts between two undated texts, by measure."""
    found: dict[str, set[Verdict]] = {}
    for finding in reconcile([told(str(i), body, None) for i, body in enumerate(bodies)]).findings:
        found.setdefault(finding.measure, set()).update(r.verdict for r in finding.relations)
    return found


@pytest.mark.parametrize(
    ("measure", "bodies"),
    [
        (
            "day",
            (
                "It has been 19 days since the kidnapping of the girls in Chibok.",
                "More than two months after the kidnapping in Chibok, the girls are still missing.",
            ),
        ),
        (
            "aboard",
            (
                "The train derailed near Santiago with 247 people aboard.",
                "The train, carrying 240 passengers, derailed near Santiago.",
            ),
        ),
        (
            "speed",
            (
                "The train was doing 180 kilometres an hour when it derailed near Santiago.",
                "The train derailed near Santiago. Such trains are able to do 250 kilometres an hour.",
            ),
        ),
        (
            "distance",
            (
                "The quake near Yogyakarta had its epicentre 15 miles southwest of Yogyakarta.",
                "The epicentre of the quake near Yogyakarta was 50 miles south of Mount Merapi.",
            ),
        ),
        (
            "without power",
            (
                "The blackout in India left 20 states without power.",
                "In the blackout in India all the 18 districts lost power.",
            ),
        ),
        (
            "killed",
            (
                "Avalanche on Manaslu leaves 11 climbers dead.",
                "The dead of the avalanche on Manaslu are seven French climbers, two Germans and a Spaniard.",
            ),
        ),
        (
            "count so far",
            (
                "Crimea voted on Sunday. With half the ballots counted, 95 percent chose Russia, officials said.",
                "Crimea voted on Sunday. With 100 percent of the ballots counted, 96 percent chose Russia, he said.",
            ),
        ),
        (
            "loss",
            (
                "Citigroup lost $2.8 billion in the third quarter.",
                "Citigroup has lost $20 billion over the last four quarters.",
            ),
        ),
    ],
)
def test_what_cannot_be_held_against_each_other_is_not(measure: str, bodies: tuple[str, str]) -> None:
    assert Verdict.CONFLICT not in stories(*bodies).get(measure, set())


@pytest.mark.parametrize(
    ("bodies", "numbers"),
    [
        (
            (
                "Six more bodies were found on Monday, raising the toll of the landslide at Oso to 14.",
                "Two additional bodies were recovered on Tuesday, bringing the toll of the landslide at Oso to 16.",
            ),
            {6, 2},
        ),
        (
            (
                "A mine fire in Soma killed 205. In 1992, a gas blast killed 263 workers at a mine in Turkey.",
                "The mine fire in Soma killed 238. In 2012, a gas blast killed 78 workers at a mine in Turkey.",
            ),
            {263, 78},
        ),
    ],
)
def test_the_counts_beside_the_tolls_are_no_rivals(bodies: tuple[str, str], numbers: set[int]) -> None:
    found = reconcile([told(str(i), body, None) for i, body in enumerate(bodies)]).findings
    rivals = (
        {int(f.sides[r.a].claims[0].quantity.value), int(f.sides[r.b].claims[0].quantity.value)}
        for f in found
        for r in f.relations
        if r.verdict is Verdict.CONFLICT
    )
    assert numbers not in rivals


def test_distances_from_one_place_are_held_against_each_other() -> None:
    told = stories("The boat sank 29 miles south of Punta Lanza.", "The boat sank 38 miles from Punta Lanza.")
    assert Verdict.CONFLICT in told["distance"]


@pytest.mark.parametrize(("other", "excused"), [("38 works", True), ("16 works", False), ("150 works", False)])
def test_counts_of_a_kind_far_apart_count_others(other: str, excused: bool) -> None:
    told = stories("Some of the 15 works by Leonardo hang in Paris.", f"In Paris hang {other} by Leonardo.")
    assert (Verdict.COMPATIBLE in told["work"]) is excused
