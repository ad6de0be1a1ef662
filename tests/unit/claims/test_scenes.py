"""Sites at which events happened, and figures told apart by them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from reconcile.claims.happenings.scenes import scenes
from reconcile.claims.happenings.stretches import Words
from reconcile.claims.people.periods import SEVERAL
from reconcile.language.analysis import analyse
from reconcile.matching.times import time_level
from reconcile.model.claim import Claim, Incident, Kind
from reconcile.model.text import Article
from reconcile.pipeline import reconcile

SATURDAY = "2025-09-06T09:00:00+00:00"


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("A bomb exploded at the main vegetable market.", {"market"}),
        ("The tea house bombing, which killed nine, is being investigated.", {"house"}),
        ("The Lund Cross crash injured 43 people.", {"lund cross"}),
        ("Old market, 9 June: 41 dead", {"market"}),
        ("An express derailed near Osk.", {"osk"}),
        ("He blew himself up three kilometres from the ruined market.", set()),
        ("Nobody had been warned by the school.", set()),
    ],
)
def test_where_a_sentence_puts_its_event(text: str, sites: set[str]) -> None:
    analysis = analyse(text, date(2025, 6, 10))
    assert scenes(Words(analysis, "body", analysis.sentences[0], ())) == sites


def people(*bodies: str, published: str = SATURDAY) -> list[dict[str, Claim]]:
    """The figures of people of each article, by their words, as the run of all of them tells."""
    day = datetime.fromisoformat(published)
    articles = [Article(id=f"a{n}", body=b, source=f"Paper {n}", published=day) for n, b in enumerate(bodies)]
    found = [c for c in reconcile(articles).claims if c.kind is Kind.FIGURE and c.quantity.unit == "person"]
    return [{c.mention.text: c for c in found if c.mention.span.article == a.id} for a in articles]


def incident(claim: Claim) -> Incident:
    return claim.frame.incident


def test_a_site_of_one_day_tells_the_day_in_the_same_article() -> None:
    (found,) = people(
        "A bomb killed 12 people at the courthouse in Marun on Friday. On Monday a blast at a tea house killed nine "
        "people.\n\nThe tea house blast injured 33 people and the courthouse bomb 44 people."
    )
    assert (str(incident(found["33 people"]).day), str(incident(found["44 people"]).day)) == (
        "2025-09-01",
        "2025-09-05",
    )


DATED = (
    "A bomb exploded outside the courthouse in Marun on Friday, killing 12 people.",
    "A car bomb at a tea house in Marun killed seven people on Monday.",
)


def test_an_article_without_days_has_them_by_the_sites_that_others_date() -> None:
    found = people(
        *DATED,
        "The toll of the bomb at the courthouse in Marun has climbed to 14 people.\n\nThe tea house bombing, which "
        "killed nine people, is being investigated. In all, 23 people have died.",
    )[-1]
    days = [str(incident(found[text]).day) for text in ("14 people", "nine people")]
    assert days == ["2025-09-05", "2025-09-01"]
    assert found["nine people"].population == ""
    assert found["23 people"].period == SEVERAL


def test_a_site_of_no_event_tells_no_day() -> None:
    found = people(*DATED, "A bomb in Marun killed 14 people, of whom nine people died in hospital.")[-1]
    assert incident(found["14 people"]).day is None


def test_another_year_at_the_site_of_the_story_is_not_its_day() -> None:
    (found,) = people(
        "Mud rushed into the Number Four mine in Lund, killing 11 people.\n\nIn 1974 a blast at the mine killed 64."
        "\n\nAt the mine 20 people were injured."
    )
    assert [incident(found[text]).day for text in ("11 people", "20 people")] == [None, None]


def test_one_event_at_two_sites_stays_one() -> None:
    one, two = people(
        "A gunman opened fire in a cafe in Tarn on Friday, killing five people.",
        "Friday's shooting in a Tarn mall left six people dead.",
    )
    assert time_level(one["five people"], two["six people"]) != "incidents-apart"


def test_several_events_are_no_rival_of_one() -> None:
    (found,) = people(f"{DATED[0]} {DATED[1]} Both attacks have cost the lives of 19 people.")
    assert time_level(found["12 people"], found["19 people"]) == "incidents-apart"
