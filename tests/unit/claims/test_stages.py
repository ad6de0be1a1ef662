"""What polls foretell, and how far a count had come when it gave a figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile import reconcile
from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.text import Article

LEAD = "The election for governor of Westmark goes on. "


def claims(body: str) -> dict[str, Claim]:
    told = extract(Article(id="a", body=body, published="2025-11-05"), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: c for c in told}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            LEAD + "An exit poll for public radio had given Marrow 33% and 46 seats, and Kline 27%.",
            {"33%", "46 seats", "27%"},
        ),
        (LEAD + "Our exit poll, done with 12,400 voters: Civic List 33%, Rural Union 27%.", {"33%", "27%"}),
        (LEAD + "The exit poll had Marrow on 33%, the count on 29.4%.", {"33%"}),
        (LEAD + "Marrow won 29.4% of the vote, but the exit poll had been kinder.", set()),
        (LEAD + "A lead of four points in an exit poll shrank to 0.7 points.", {"four points"}),
        (LEAD + "Exit polls are banned; turnout was 61 percent.", set()),
    ],
)
def test_what_a_poll_gives_is_foretold(body: str, expected: set[str]) -> None:
    assert {text for text, c in claims(body).items() if c.status is Status.FORECAST} == expected


@pytest.mark.parametrize(
    ("body", "text", "stage"),
    [
        (LEAD + "With 38% of precincts reporting, Marrow had 32.6% of the vote.", "32.6%", "38"),
        (LEAD + "Marrow had 32.6% of the vote, with 38 percent of ballots counted.", "32.6%", "38"),
        (LEAD + "Marrow had 32.6% of the vote. Some 38 percent of the votes had been counted.", "32.6%", "38"),
        (LEAD + "With 12% of precincts in, Kline led.\n\nWith 38% in, Marrow has 32.6%.", "32.6%", "38"),
        (LEAD + "9.10 p.m. With 12% of precincts in, Kline led.\n\n9.50 p.m. Marrow has 32.6%.", "32.6%", None),
        (LEAD + "With 12% of precincts in, Kline led.\n\nWith 38% of precincts in, Marrow has 32.6%.", "32.6%", "38"),
        (LEAD + "With 100% of precincts in, Marrow has 32.6%.", "32.6%", None),
        (LEAD + "With 38% of precincts reporting, turnout was 61%.", "61%", None),
    ],
)
def test_how_far_the_count_had_come(body: str, text: str, stage: str | None) -> None:
    found = claims(body)[text].stage
    assert found == (None if stage is None else Decimal(stage))


def verdicts(*bodies: str) -> set[str]:
    articles = [
        Article(f"a{n}", body=LEAD + b, source=f"s{n}", published=f"2025-11-05T0{n}:00:00Z")
        for n, b in enumerate(bodies, 1)
    ]
    findings = [f for f in reconcile(articles).findings if f.measure == "vote share"]
    return {
        f"{r.verdict} {f.sides[r.a].claims[0].mention.text} {f.sides[r.b].claims[0].mention.text}"
        for f in findings
        for r in f.relations
    }


def test_figures_of_a_count_stand_in_the_order_of_its_stages() -> None:
    late = "With 97% of precincts reporting, Marrow had 49.2% of the vote."
    stale = "With 62% of precincts reporting, Marrow had 46.6% of the vote."
    assert verdicts(late, stale) == {"updated 46.6% 49.2%"}
    assert verdicts(stale, late) == {"updated 46.6% 49.2%"}


def test_two_figures_of_one_stage_are_rivals() -> None:
    one = "With 62% of precincts reporting, Marrow had 49.6% of the vote."
    two = "With 62% of precincts reporting, Marrow had 46.9% of the vote."
    assert verdicts(one, two) == {"conflict 49.6% 46.9%"}


def test_a_stage_looked_back_on_is_not_that_of_the_whole_article() -> None:
    body = LEAD + (
        "Marrow won it with 51.2 percent of the vote. It was a long evening. Nobody slept.\n\n"
        "Still with 91 percent of the votes counted only 23,900 votes separated the two. "
        "In the end it was a lead of 42,514 votes."
    )
    found = claims(body)
    assert found["51.2 percent"].stage is None
    assert found["42,514 votes"].stage is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Gusts of 60 km/h forecast from midday, with 12 roads shut.", {"60 km/h"}),
        ("Some 500,000 people were expected by those who called the march.", {"Some 500,000 people"}),
        ("Growth of 3 percent expected for May, after 4 percent in April.", {"3 percent"}),
        ("The firm sold 12,000 cars, fewer than expected.", set()),
        ("They had forecast 12 dead.", {"12 dead"}),
    ],
)
def test_what_is_said_to_be_expected_right_behind_a_figure_is_foretold(body: str, expected: set[str]) -> None:
    assert {text for text, c in claims(body).items() if c.status is Status.FORECAST} == expected
