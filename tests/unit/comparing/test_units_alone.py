"""Figures of which the text tells no more than the unit, through the whole run."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import reconcile
from tests.unit.comparing.desk import findings


def together(*texts: str) -> set[frozenset[str]]:
    """The figures that stand in one finding, as written."""
    articles = [
        Article(f"a{n}", body=t, headline="", source=f"a{n}", published=f"2024-05-01T{8 + n:02}:00:00Z")
        for n, t in enumerate(texts)
    ]
    found = (f for f in reconcile(articles).findings if f.kind is Kind.FIGURE)
    return {frozenset(c.mention.text for c in f.claims) for f in found}


FERRY = "The ferry Maren lost power off Tolvik on Tuesday. "


@pytest.mark.parametrize(
    ("one", "two", "pair"),
    [
        (
            "Dockers will lay down tools for 48 hours from Friday.",
            "Because of a two-day walkout the port stays shut.",
            {"48 hours", "two-day"},
        ),
        (
            "The car plunged 130ft into the Tolvik stream.",
            "It came to rest about 40 metres below the road.",
            {"130ft", "about 40 metres"},
        ),
        (
            "It was 21C in the cabin.",
            "Passengers sat at 70 degrees Fahrenheit.",
            {"21C", "70 degrees Fahrenheit"},
        ),
    ],
)
def test_a_number_meets_itself_in_another_unit(one: str, two: str, pair: set[str]) -> None:
    assert frozenset(pair) in together(FERRY + one, FERRY + two)


@pytest.mark.parametrize(
    ("one", "two", "pair"),
    [
        ("It was minus 6 degrees.", "It was 21 degrees Fahrenheit.", {"minus 6 degrees", "21 degrees Fahrenheit"}),
        ("The cabin was at 38 degrees.", "The cabin was at 38C.", {"38 degrees", "38C"}),
        ("She leaned by 38 degrees.", "The cabin was at 20C.", set()),
    ],
)
def test_degrees_are_of_the_scale_that_fits(one: str, two: str, pair: set[str]) -> None:
    assert together(FERRY + one, FERRY + two) == ({frozenset(pair)} if pair else set())


def test_an_amount_given_by_volume_and_again_by_weight_is_one_amount() -> None:
    one = "The tanker Maren spilled 2,000 barrels of oil off Tolvik."
    two = (
        "The coast guard off Tolvik sticks to 2,000 barrels, or roughly 300 tonnes. The tanker Maren holds 900 tonnes."
    )
    assert together(one, two) == {frozenset({"2,000 barrels", "roughly 300 tonnes"})}


def test_a_speed_in_a_crash_is_that_of_the_vehicle() -> None:
    one = "The coach crashed at Tolvik on Tuesday. It came down the pass at 60mph."
    two = "The coach crashed at Tolvik on Tuesday. It was doing 78 km/h where the limit is 50 km/h."
    assert together(one, two) == {frozenset({"60mph", "78 km/h"})}


def test_other_numbers_with_a_unit_alone_stay_apart() -> None:
    assert not together(FERRY + "Tugs needed three hours.", FERRY + "Buses stood ready for two days.")


def test_rain_by_the_square_metre_is_no_slip() -> None:
    one, two = "There fell 187 litres per square metre.", "It rained 187 millimetres."
    found = reconcile(
        Article(f"a{n}", body=FERRY + t, headline="", source=f"a{n}", published="2024-05-01T08:00:00Z")
        for n, t in enumerate((one, two))
    ).findings
    assert [f.verdict.value for f in found if f.kind is Kind.FIGURE] == ["agree"]


def verdicts(measure: str, *texts: str) -> dict[frozenset[str], str]:
    """The verdict of each two figures of one measure in articles of one day."""
    return {
        frozenset((a.mention.text, b.mention.text)): r.verdict.value
        for finding in findings(measure, *texts)
        for r in finding.relations
        for a in finding.sides[r.a].claims
        for b in finding.sides[r.b].claims
    }


@pytest.mark.parametrize(
    ("measure", "texts", "pair", "verdict"),
    [
        (
            "burned area",
            ("The fire burned 14,200 acres.", "The fire burned 5,750 hectares.", "The fire burned 14,200 hectares."),
            {"5,750 hectares", "14,200 hectares"},
            "conflict",
        ),
        (
            "burned area",
            ("The fire burned 14,200 acres.", "The fire burned 5,750 hectares.", "The fire burned 6,300 hectares."),
            {"14,200 acres", "6,300 hectares"},
            "updated",
        ),
        (
            "rainfall",
            ("It rained 342 mm in three days.", "It rained 34.2 inches in three days."),
            {"342 mm", "34.2 inches"},
            "conflict",
        ),
        (
            "rainfall",
            ("It rained 340 mm in three days.", "It rained 13.4 inches in three days."),
            {"340 mm", "13.4 inches"},
            "compatible",
        ),
        (
            "low temperature",
            ("The temperature fell to -20F.", "The temperature fell to -29C.", "The temperature fell to -20C."),
            {"-29C", "-20C"},
            "conflict",
        ),
    ],
)
def test_a_unit_mistaken_is_a_slip_against_all_that_give_it_converted(
    measure: str, texts: tuple[str, ...], pair: set[str], verdict: str
) -> None:
    assert verdicts(measure, *texts)[frozenset(pair)] == verdict
