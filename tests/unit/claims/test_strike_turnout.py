"""Who joined a strike: each side counts, of all who were called out or of one kind of them, each strike anew."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.finding import Verdict
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims, reconcile

STRUCK = "Nurses in Osk went on strike over pay on Thursday. "


def told(body: str) -> list[tuple[str, str, str]]:
    found = extract_claims([Article("a", body=STRUCK + body, source="Herald", published="2025-11-20T12:00:00Z")])
    return [(c.measure, c.scope, c.population) for c in found if c.kind is Kind.FIGURE]


def verdicts(one: str, other: str, later: str = "2025-11-21T18:00:00Z") -> set[Verdict]:
    a = Article("a", body=one, source="Herald", published="2025-11-20T14:00:00Z")
    b = Article("b", body=other, source="Mercury", published=later)
    return {r.verdict for f in reconcile([a, b]).findings for r in f.relations}


@pytest.mark.parametrize(
    ("body", "scope", "population"),
    [
        ("The union said 82 percent of nurses walked out.", "whole", ""),
        ("Some 82 percent of the nurses laid down their work.", "whole", ""),
        ("The ministry put participation at 43 percent.", "whole", ""),
        ("The union said 35 percent of trainee nurses joined the strike.", "part", "trainee"),
        ("In private hospitals 22 percent of nurses walked out.", "part", "private"),
    ],
)
def test_a_share_of_all_who_were_called_out(body: str, scope: str, population: str) -> None:
    assert told(body) == [("strike turnout", scope, population)]


def test_what_goes_on_about_one_kind_of_staff() -> None:
    body = "The union said 82 percent of nurses walked out. In the private hospitals it was 86 percent."
    assert told(body) == [("strike turnout", "whole", ""), ("strike turnout", "part", "private")]


@pytest.mark.parametrize(
    "body",
    [
        "Rents rose by 41 percent.",
        "The operator said 55 percent of trains ran.",
        "Some 64 percent of parents back them.",
    ],
)
def test_other_shares_in_a_story_of_a_strike(body: str) -> None:
    assert told(body)[0][0] != "strike turnout"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The union put participation at 91 percent.", "The clinic said 60 percent walked out.", {Verdict.CONFLICT}),
        (
            "By noon 43 percent took part in the strike, the clinic said.",
            "The clinic said 46 percent joined the strike.",
            {Verdict.UPDATED},
        ),
    ],
)
def test_two_sides_are_rivals_and_one_side_counts_on(one: str, other: str, expected: set[Verdict]) -> None:
    assert verdicts(STRUCK + one, STRUCK + other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Voters in Osk chose a mayor on Thursday. Turnout was 48.2 percent.",
            "Turnout on Thursday was 48.2 percent. In the first round, on 2 November, it was 61.4 percent.",
        ),
        (
            STRUCK + "The ministry put participation at 43 percent.",
            "On Thursday participation was 43 percent. At the first strike, on Nov. 6, it was 51 percent.",
        ),
    ],
)
def test_another_occasion_is_no_later_reading(one: str, other: str) -> None:
    assert not {Verdict.UPDATED, Verdict.CONFLICT} & verdicts(one, other)


def test_two_days_of_one_vote_are_readings_of_it() -> None:
    one = "Voters in Osk go to the polls over three days. By Thursday evening turnout was 28.2 percent."
    assert verdicts(one, "By Friday evening turnout in Osk was 39.4 percent.") == {Verdict.UPDATED}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The airline has offered 6 percent.", "Pilots have been offered a whopping 12 percent rise."),
        ("Dockers have turned down an offer of 3 percent.", "The dockers were offered a pay rise of 7 percent."),
    ],
)
def test_two_accounts_of_an_offer(one: str, other: str) -> None:
    assert Verdict.CONFLICT in verdicts(one, other, later="2025-11-20T14:30:00Z")
    assert Verdict.UPDATED in verdicts(one, other)  # offers are improved from day to day


def test_cops_are_the_police() -> None:
    one, other = "Police said 12,000 people marched in Osk.", "Cops said 17,000 people marched in Osk."
    assert Verdict.UPDATED in verdicts(one, other)
