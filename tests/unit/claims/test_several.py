"""Articles that tell of two attacks and add them up."""

from __future__ import annotations

from datetime import datetime

from reconcile.claims.scope import SEVERAL
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

SATURDAY = datetime.fromisoformat("2025-09-06T09:00:00+00:00")


def people(body: str) -> dict[str, Claim]:
    article = Article(id="a", body=body, source="Tarek Times", published=SATURDAY)
    found = extract_claims([article])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE and c.quantity.unit == "person"}


FOLLOW_UP = (
    "The death toll from the courthouse bomb has climbed to 13, hospital officials said on Saturday. Monday's bombing "
    "of a tea house killed seven people, the same officials said."
)


def test_a_count_that_adds_up_two_events_belongs_to_neither() -> None:
    both = people(f"{FOLLOW_UP} In all, 20 people have died.")["20 people"]
    assert (both.period, both.status) == (SEVERAL, Status.BACKGROUND)


def test_the_sum_shows_that_the_late_day_is_not_the_storys() -> None:
    found = people(f"{FOLLOW_UP} In all, 20 people have died.")
    (monday,) = found["13"].frame.incident.others
    assert found["seven people"].frame.incident.day == monday


def test_without_the_sum_the_storys_day_is_left_open() -> None:
    incident = people(FOLLOW_UP)["13"].frame.incident
    assert (incident.day, incident.others) == (None, frozenset())


def test_a_day_told_later_with_the_same_count_is_the_storys() -> None:
    found = people("A bomb killed 13 people at the courthouse. Friday's blast, which killed 13 people, was heard afar.")
    assert str(found["13 people"].frame.incident.day) == "2025-09-05"


def test_counts_that_happen_to_add_up_on_one_day_are_no_sum_of_events() -> None:
    found = people("Friday's blast killed 20 people. It injured 13 people, and 7 people were killed in the hall.")
    assert found["20 people"].status is Status.STATED
