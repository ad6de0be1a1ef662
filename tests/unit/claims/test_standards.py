"""What is usual, and what was so the time before, is no rival of what is so now."""

from __future__ import annotations

import pytest

from reconcile.claims.measuring.standards import BEFORE, EXTRAS, NORM
from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims, reconcile


def periods(body: str) -> list[str]:
    found = extract_claims([Article("a", body=body, source="Herald", published="2025-10-13T12:00:00Z")])
    return [c.period for c in found if c.kind is Kind.FIGURE]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The town had 61 mm of rain, whereas the long-term average is 186 mm.", ["", NORM]),
        ("The norm for the whole of October is 120 mm.", [NORM]),
        ("Snow lay 210 centimetres deep, compared with a normal 140 centimetres.", ["", NORM]),
        ("The plant emitted 300 tonnes, the usual amount being 120 tonnes.", ["", NORM]),
        ("It reached 41.2 degrees, when the average for the month is 29 degrees.", ["", NORM]),
        ("The river stood at 7.2 metres, against a norm of 2.4 metres.", ["", NORM]),
        ("Patients wait 14 weeks. Six weeks is normal.", ["", NORM]),
        ("Rain was well below the norm at 61 mm.", [""]),
        ("The average wage is 2,400 euros.", [""]),
    ],
)
def test_what_is_usual_has_a_period_of_its_own(body: str, expected: list[str]) -> None:
    assert periods(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Turnout, which in the previous vote was 48.2 percent, stood at 58 percent.", [BEFORE, ""]),
        ("At the previous election in the town turnout was 48 percent.", [BEFORE]),
        ("It sold 12,000 cars in the quarter; in the preceding quarter it was 14,000.", ["", BEFORE]),
        ("Pay rises 4 percent. In the previous pay round it was 2 percent.", ["", BEFORE]),
        ("It is well up on the 48 percent of the last referendum.", [BEFORE]),
        ("Rainfall was lower than in the previous season, at 340 mm.", [""]),
        ("It was the highest since the last election: 61 percent.", [""]),
    ],
)
def test_what_was_so_the_time_before_is_of_before(body: str, expected: list[str]) -> None:
    assert periods(body) == expected


def test_the_norm_is_no_rival_of_what_fell() -> None:
    articles = [
        Article("a", "Tarn had 61 mm of rain in June.", source="Herald", published="2025-07-01T09:00:00Z"),
        Article(
            "b",
            "The long-term average of rain in Tarn in June is 186 mm.",
            source="Post",
            published="2025-07-02T09:00:00Z",
        ),
    ]
    assert not reconcile(articles).conflicts


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("With VAT, the contract is worth €119 million.", [EXTRAS]),
        ("The depot costs €119 million including taxes, the council said.", [EXTRAS]),
        ("If all options are exercised, the trams would cost €250 million.", [EXTRAS]),
        ("The bridge costs $52 million with maintenance included.", [EXTRAS]),
        ("The depot costs €100 million, excluding VAT.", [""]),
        ("The firm, with interest rates rising, lost $40 million.", [""]),
        ("A minister charged with tax evasion of $2 million left.", [""]),
    ],
)
def test_a_sum_that_takes_in_more_is_another_sum(body: str, expected: list[str]) -> None:
    assert periods(body) == expected
