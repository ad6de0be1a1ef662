"""Sums that leave out the currency which their article tells elsewhere."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article


def figures(body: str, headline: str = "") -> dict[str, Claim]:
    article = Article(id="a", headline=headline, body=body, published="2024-05-04")
    return {c.mention.text: c for c in extract(article, frozenset({Kind.FIGURE})).claims}


@pytest.mark.parametrize(
    ("body", "figure", "unit"),
    [
        ("The roof cost 4 million euros. The ministry had spoken of 3 million.", "3 million", "EUR"),
        ("Revenue fell to 2 billion dollars. In May the firm still hoped for 2.4 billion.", "2.4 billion", "USD"),
        ("It was to cost 1.2 billion. Now the bill is 2 billion euros.", "1.2 billion", "EUR"),
        ("He took 86 million pounds, that is about 101 million euros. He repaid 55 million.", "55 million", "GBP"),
        ("The roof cost 4 million euros. Payments to farmers rose to 3 million.", "3 million", "EUR"),
        ("The roof cost 4 million euros. Investors lost 12 million.", "12 million", "EUR"),
        ("The roof cost 4 million euros. The debt to its builders stood at 2 million.", "2 million", "EUR"),
        ("The roof cost 4 million euros. What farmers get fell to 3 million.", "3 million", "EUR"),
    ],
)
def test_a_large_number_is_a_sum_in_the_currency_of_the_article(body: str, figure: str, unit: str) -> None:
    assert figures(body)[figure].quantity.unit == unit


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("The roof cost 4 million euros. Arel is a city of 1.2 million.", "1.2 million"),
        ("The firm paid 5 million euros. It can build 9 million machines and sold 6.7 million.", "6.7 million"),
        ("It cost 5 million euros. Registered voters: 3,402,118.", "3,402,118"),  # written out, it is a count
        ("One fund gave 5 million euros, another 4 million dollars. A third gave 2 million.", "2 million"),
        ("The roof cost 900 euros. The mayor spoke of 3 million.", "3 million"),  # no other large sum
        ("Revenue was 9 billion dollars. Subscribers rose to 260 million.", "260 million"),
        ("Revenue was 9 billion dollars. Its subscriber count hit 260 million in May.", "260 million"),
        ("Costs rose to 8.3 million euros. Passenger numbers grew to 4.2 million.", "4.2 million"),
        ("The island got 40 million euros. Its population is now 1.3 million.", "1.3 million"),
        ("The fair cost 4 million euros. Visitors numbered 1.1 million.", "1.1 million"),
        ("The fine is 2 million euros. The office's count of cheated savers is 1.3 million.", "1.3 million"),
        ("The fine is 2 million euros. At Arel the accounts hacked numbered 1.3 million.", "1.3 million"),
        ("With 7.9 million added the list is full. The break-in cost the firm 4 million euros.", "7.9 million"),
        ("The leak cost 4 million euros. It hit 2.4 million users. Add 2.4 million in the spring.", "2.4 million"),
    ],
)
def test_else_it_stays_without_one(body: str, figure: str) -> None:
    assert figures(body)[figure].quantity.unit in (None, "person")


def test_a_headline_is_in_the_currency_of_its_body() -> None:
    found = figures("The bill for the tunnel is 2 billion euros.", "Tunnel bill: 2 billion")
    assert found["2 billion"].quantity.unit == "EUR"


def test_a_topic_is_taken_from_the_own_article_first() -> None:
    found = figures("The damage is put at 11 million euros by the town. The insurers put it at 12 million.")
    assert (found["12 million"].measure, found["12 million"].quantity.unit) == ("damage", "EUR")


@pytest.mark.parametrize(
    ("body", "figure", "unit"),
    [
        ("Prices have risen by 23 per cent and our wages by 11.", "11", "percent"),
        ("We claim 9 per cent over 12 months. The company offered 4.5, and only for a year.", "4.5", "percent"),
        ("The train was doing 138 km/h in a stretch limited to 80.", "80", "kilometre per hour"),
        ("Prices have risen by 23 per cent and the ministry by 11 offices.", "11 offices", None),
        ("The club lost by 23 percent of the votes. Ana Teller, who is 19, won.", "19", None),
        ("The train was doing 138 km/h. The union demanded 9.", "9", None),
    ],
)
def test_a_neighbour_told_alike_has_the_same_unit(body: str, figure: str, unit: str | None) -> None:
    found = figures(body)
    assert figure not in found or found[figure].quantity.unit == unit


@pytest.mark.parametrize(
    ("body", "figure", "counted"),
    [
        ("The ferry had 340 passengers and a crew of 21.", "21", "crew"),
        ("The jet, with a crew of about five, came down.", "about five", "crew"),
        ("The film crew of six left.", "six", None),
        ("The crew spoke of six ships in sight, the mate of five.", "five", None),
    ],
)
def test_a_crew_of_five_is_five_of_the_crew(body: str, figure: str, counted: str | None) -> None:
    assert figures(body)[figure].quantity.counted == counted


@pytest.mark.parametrize(
    ("body", "figure", "value"),
    [
        ("The details of 145.5m people were copied. The estimate had been 143m.", "143m", 143_000_000),
        ("It put the number at 12m. In all 12.4m tickets were sold.", "12m", 12_000_000),
        ("The first count was 1.1m, the paper says; 2m customers had signed up.", "1.1m", 1_100_000),
    ],
)
def test_the_letter_alone_means_millions_where_the_article_counts_as_many(body: str, figure: str, value: int) -> None:
    found = figures(body)[figure].quantity
    assert found.value == value
    assert found.unit in (None, "person")


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("Two million people live near the pool, which is 2m deep.", "2m"),  # it says what it measures
        ("The details of 145.5m people were copied. The mast is 12m.", "12m"),  # of another order
        ("The wave was 14m. It killed 12 people.", "14m"),  # nobody is counted in millions
        ("He jumped 7m in front of 40,000 people.", "7m"),
    ],
)
def test_else_the_letter_means_metres(body: str, figure: str) -> None:
    assert figures(body)[figure].quantity.unit == "metre"


@pytest.mark.parametrize(
    ("body", "figure", "unit"),
    [
        ("The prosecution had demanded 22 years for Ravell, who must serve 18.", "18", "year"),
        ("The defence sought three years. He was jailed for nine.", "nine", "year"),
        ("Prosecutors wanted 12 years; he was sentenced to eight.", "eight", "year"),
        ("The trial lasted 12 days. He was one of 9.", "9", None),
    ],
)
def test_a_term_behind_another_is_in_the_same_unit(body: str, figure: str, unit: str | None) -> None:
    assert figures(body)[figure].quantity.unit == unit
