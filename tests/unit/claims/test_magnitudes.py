"""Bare decimals in the story of an earthquake."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

LEAD = "A strong earthquake shook Arel on Monday.\n\n"


def measures(body: str, lead: str = LEAD) -> dict[str, tuple[str, str | None]]:
    article = Article("a", headline="", body=lead + body, source="Herald", published="2024-05-01T12:00:00Z")
    return {c.mention.text: (c.measure, c.quantity.unit) for c in extract_claims([article]) if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    "body",
    [
        "The national institute says 6.4.",
        "Karel's own observatory measured 6.4.",
        "It had, according to the seismic service, a strength of 6.4.",
        "A tremor of 6.4 was felt on the coast.",
        "The tremor registered 6.4, the centre said.",
    ],
)
def test_a_bare_decimal_is_a_magnitude(body: str) -> None:
    assert measures(body)["6.4"] == ("magnitude", "magnitude")


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("Rents rose to 6.4 in the index.", "6.4"),
        ("The strike enters its day 12; the council says 30.", "30"),
    ],
)
def test_other_stories_and_other_numbers_have_none(body: str, number: str) -> None:
    assert measures(body, "Tenants marched in Arel on Monday.\n\n").get(number, ("", ""))[0] != "magnitude"


def test_a_whole_number_is_no_magnitude() -> None:
    assert measures("The mayor says 6.")["6"][0] != "magnitude"


def test_it_may_stand_for_the_aftershock_before() -> None:
    assert measures("An aftershock was felt at noon. The institute makes it 5.4.")["5.4"][0] == "aftershock magnitude"
    assert measures("An aftershock was felt at noon. The main quake had 6.4.")["6.4"][0] == "magnitude"


def test_a_date_of_closing_cuts_nothing_off() -> None:
    assert measures("Up to the cut-off there were 88 aftershocks.")["88 aftershocks"][0] == "aftershock"
    assert measures("The slide cut off 12 villages.")["12 villages"][0] == "village cut off"


@pytest.mark.parametrize(
    "body",
    [
        "The institute counted 14 aftershocks by noon. The largest of them measured 4.9.",
        "There were 40 aftershocks, the strongest of which had a magnitude of 4.9.",
    ],
)
def test_one_of_them_may_be_an_aftershock(body: str) -> None:
    assert "aftershock magnitude" in {m for m, _ in measures(body).values()}
    assert "magnitude" not in {m for m, _ in measures(body).values()}
