"""Days of events told by their site in other articles."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reconcile.matching.incidents import with_days_by_site
from reconcile.model.claim import Claim, Frame, Incident, Kind
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article
from reconcile.model.when import DayRange

ARTICLE = Article(id="a", body="17 people", source="Kavra Mercury")


def june(day: int) -> DayRange:
    return DayRange(date(2025, 6, day), date(2025, 6, day))


def dead(site: str, event: int | None, named: int | None = None) -> Claim:
    incident = Incident(june(event) if event else None, written=date(2025, 6, 20), scenes=frozenset({site}))
    people = Quantity(Decimal(17), Decimal(17), unit="person")
    frame = Frame(days=june(named) if named else None, incident=incident)
    return Claim("c", Kind.FIGURE, ARTICLE.mention("body", 0, 9), people, "killed", frame=frame, event="e")


@pytest.mark.parametrize(
    ("claim", "places", "day"),
    [
        (dead("station", None), (), june(9)),
        (dead("court", None), (), june(13)),
        (dead("station", None, named=9), (), june(9)),
        (dead("station", None, named=10), (), june(9)),
        (dead("station", None, named=13), (), None),
        (dead("kavra", None), ("kavra",), None),
        (dead("pier", None), (), None),
    ],
    ids=["station", "court", "its-day", "next-day", "names-another-day", "where-all-of-it-happened", "elsewhere"],
)
def test_the_site_tells_the_day_of_one_event(claim: Claim, places: tuple[str, ...], day: DayRange | None) -> None:
    told = [dead("station", 9), dead("court", 13), dead("kavra", 13)]
    found = with_days_by_site([*told, claim], {"e": frozenset(places)})
    assert found[-1].frame.incident.day == day
