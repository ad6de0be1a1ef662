"""One question in the words of many desks: job cuts, evacuations, closures, drug finds, containment."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article

HEADING = "Notes from the county"


def first(body: str) -> str:
    article = Article(id="a", headline=HEADING, body=body, published="2024-05-04")
    claim = extract(article, frozenset({Kind.FIGURE})).claims[0]
    return f"{claim.measure} {claim.scope}"


@pytest.mark.parametrize(
    "body",
    [
        "The group is shedding 3,100 jobs across the world.",
        "Reduction of 3,100 positions by the end of the year.",
        "The mill is getting rid of 3,100 roles.",
        "Another 310 posts will not be refilled.",
        "The retailer is to make 1,150 people redundant.",
        "The bank will part with 700 employees.",
        "It will reduce headcount by 2,300.",
        "Some 310 staff face losing their jobs.",
        "The union put the number of jobs at risk at 4,100.",
    ],
)
def test_job_cuts(body: str) -> None:
    assert first(body) == "laid off whole"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Some 3,200 inhabitants are still kept away from their homes.", "evacuated whole"),
        ("About 1,700 residents cannot yet return.", "evacuated whole"),
        ("The town has 3,200 inhabitants.", "population whole"),
        ("The flood killed 320 inhabitants.", "killed whole"),
        ("A quarter of its perimeter was declared mastered.", "containment whole"),
        ("Half of the fire is under control.", "containment whole"),
        ("It will cut 15% of its staff.", "share of staff whole"),
        ("It is shutting 40 branches.", "branch closed whole"),
        ("Forty shops are to go.", "shop closed whole"),
        ("Officers searched nine premises.", "premises searched whole"),
        ("Police raided 14 homes.", "premises searched whole"),
        ("Its black-market value was put at 30 million dollars.", "street value whole"),
        ("Wholesale value is put at €62 million.", "wholesale value whole"),
        ("They found €36,000 in banknotes.", "cash whole"),
        ("The troops are killing 20 people a day.", "killed whole"),
        ("Twenty people were being killed.", "killed whole"),
    ],
)
def test_words_of_other_desks(body: str, expected: str) -> None:
    assert first(body) == expected


@pytest.mark.parametrize(
    ("body", "measure"),
    [
        ("The shop created 40 roles.", "laid off"),
        ("The bank hired 700 employees.", "laid off"),
        ("The flat is worth €62 million.", "street value"),
        ("Rescuers picked up 14 sailors.", "arrested"),
        ("Inflation was tamed within 12 months.", "containment"),
    ],
)
def test_what_only_looks_like_it(body: str, measure: str) -> None:
    assert not first(body).startswith(measure)


def test_a_side_holds_its_drones() -> None:
    body = "Air defence intercepted 31 Vellian drones."
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    assert [c.holder for c in claims] == ["vellian"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("Weather: Winds will ease on Friday, gusting to 20 mph.", "forecast"),
        ("Of 40 people, May said, 20 had died.", "stated"),
        ("Winds of 90 km/h will be remembered.", "stated"),
    ],
)
def test_weather_to_come(body: str, status: str) -> None:
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    assert claims[0].status == status


def test_a_weight_is_not_replaced_by_two_digits() -> None:
    note = "Correction: we gave the weight as 4,280 kg. Two digits had been transposed."
    body = f"Customs found 2,480 kg of heroin.\n\n{note}"
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    assert [(c.measure, c.status.value) for c in claims][:2] == [("drugs", "stated"), ("drugs", "withdrawn")]
