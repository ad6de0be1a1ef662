"""Shares of the vote told as bare numbers, and what polls give."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.text import Article

LEAD = "Ines Marrow, Tobias Kline and Lena Solt stood in the presidential election in Westmark.\n\n"


def claims(body: str) -> dict[str, Claim]:
    told = extract(Article(id="a", body=body, published="2025-11-05"), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: c for c in told}


def shares(body: str) -> dict[str, str]:
    return {text: c.holder for text, c in claims(body).items() if c.measure == "vote share"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("20.00 Exit poll. Marrow 42, Kline 38, Solt 11.", {"42": "marrow", "38": "kline", "11": "solt"}),
        ("The projection has Marrow 42, Kline 38.", {"42": "marrow", "38": "kline"}),
        ("With 12 percent of precincts in it's Kline 44.8, Marrow 38.1.", {"44.8": "kline", "38.1": "marrow"}),
        ("Marrow 44.8, Kline 38.1, and no one else counts.", {"44.8": "marrow", "38.1": "kline"}),
        (
            "Marrow 44.8, Kline 38.1.\n\nMarrow leads by less now, 42.7 to 40.2.",
            {"44.8": "marrow", "38.1": "kline", "42.7": "marrow", "40.2": "kline"},
        ),
        (
            "Marrow 44.8, Kline 38.1, Solt 10.2.\n\nKline's lead is down to a point and a half: 41.9 against 40.4.",
            {"44.8": "marrow", "38.1": "kline", "10.2": "solt", "41.9": "kline", "40.4": "marrow"},
        ),
        ("Marrow 44.8, Kline 38.1. Solt is on 10.1.", {"44.8": "marrow", "38.1": "kline", "10.1": "solt"}),
        (
            "Marrow obtains 47.1% of the votes, against 40.2% of the prime minister, Tobias Kline.",
            {"47.1%": "marrow", "40.2%": "tobias kline"},
        ),
    ],
)
def test_numbers_behind_names_are_shares_of_the_vote(body: str, expected: dict[str, str]) -> None:
    assert shares(LEAD + body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Seats: Rural Union 31, Civic List 28.",
        "The council has 101 seats, the Rural Union 54, the Civic List 47.",
        "In the cup Chelworth beat Port Isen 24 to 19.",
        "Buses leave from Hall 31, Hall 28 and Hall 12.",
        "Ines Marrow, 44, and Tobias Kline, 38, smiled.",
    ],
)
def test_other_numbers_behind_names_are_none(body: str) -> None:
    assert not shares(LEAD + body)


def test_without_an_election_a_list_is_no_list_of_shares() -> None:
    assert not shares("Three towns counted the rain. Halden 44.8, Marsk 38.1.")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Marrow took 42% of the vote and Kline 38%, according to the survey of 8,400 voters.", "42%"),
        ("Marrow took 42% of the vote and Kline 38%, according to the survey of 8,400 voters.", "38%"),
        ("An exit poll by Demos put Marrow on 42%. Lena Solt trailed on 11%.", "11%"),
        ("Voters told Demos a different story. Its survey for the station put Marrow on 37.5%.", "37.5%"),
        ("20.00 Exit poll. Marrow 42, Kline 38, Solt 11.", "38"),
        ("The exit poll of Demos had however given her Alliance 37.5% of the vote.", "37.5%"),
    ],
)
def test_what_a_survey_of_voters_gives_is_foretold(body: str, text: str) -> None:
    assert claims(LEAD + body)[text].status is Status.FORECAST


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("An exit poll by Demos put Marrow on 42%. In the end she won 44%.", "44%"),
        ("An exit poll by Demos put Marrow on 42%.\n\nLena Solt trailed on 11%.", "11%"),
        ("Marrow had 32.1% of the vote, early returns showed, in contradiction of an exit poll.", "32.1%"),
    ],
)
def test_what_was_counted_is_not(body: str, text: str) -> None:
    assert claims(LEAD + body)[text].status is Status.STATED


def test_how_people_would_vote_in_the_next_round_is_another_question() -> None:
    told = claims(LEAD + "The first poll since Sunday, by Demos, gives Marrow 52 percent of the vote.")["52 percent"]
    assert (told.measure, told.status) == ("poll support", Status.FORECAST)


@pytest.mark.parametrize(
    ("body", "stage"),
    [
        ("With 64 % of the tables scrutinized, Marrow obtains 47.1 % of the votes.", "64"),
        ("After 12 percent of the sections, Marrow stands at 47.1 percent of the vote.", "12"),
    ],
)
def test_what_opens_a_sentence_on_a_share_is_how_far_the_count_has_come(body: str, stage: str) -> None:
    (share,) = (c for c in claims(LEAD + body).values() if c.measure == "vote share")
    assert str(share.stage) == stage


def test_a_share_of_something_else_is_no_stage() -> None:
    assert not [c for c in claims(LEAD + "With 64% of the women, Ines Marrow is loved.").values() if c.stage]


def test_what_was_won_last_time_is_of_the_time_before() -> None:
    told = claims(LEAD + "There the minister got two-thirds of the vote last time. Ines Marrow won 51% of the vote.")
    assert [c.period for c in told.values()] == ["before", ""]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Marrow had 33 percent and Kline 30.", {"33 percent": "marrow", "30": "kline"}),
        ("Marrow had 33 percent, Kline 30 and Solt 12.", {"33 percent": "marrow", "30": "kline", "12": "solt"}),
    ],
)
def test_a_share_in_percent_is_followed_by_bare_ones(body: str, expected: dict[str, str]) -> None:
    assert shares(LEAD + body) == expected


def test_whole_numbers_behind_seats_are_seats_where_shares_have_decimals() -> None:
    told = claims(LEAD + "Marrow had 33.0 percent, Kline 30.9. That gives Marrow 51 seats. Solt took 17.")
    assert (told["17"].measure, told["17"].holder) == ("seats won", "solt")
    assert claims(LEAD + "Marrow had 33.0 percent, Kline 30.9. Solt took 17.")["17"].measure != "seats won"
