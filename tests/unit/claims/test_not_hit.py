"""Figures in reports of a violent event that count nobody who was hit: ages, wounds, onlookers, papers, what may be."""

from __future__ import annotations

import pytest

from reconcile import find_quantities
from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.text import Article

VICTIMS = {"killed", "injured", "shot", "arrested"}


def told(body: str, headline: str = "") -> list[Claim]:
    article = Article(id="a", headline=headline, body=body, published="2024-05-04")
    return [c for c in extract(article, frozenset({Kind.FIGURE})).claims if c.measure in VICTIMS]


def victims(body: str, headline: str = "") -> dict[str, str]:
    return {c.mention.text: c.measure for c in told(body, headline)}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The two wounded boys are younger than 18.", {}),
        ("Those under 18 were wounded by the blast.", {}),
        ("No one under 21 was arrested.", {}),
        ("They hurt under 18 people.", {"under 18 people": "injured"}),
        ("Officers arrested Oswin Tarrel, 22 in connection with the fire.", {}),
        ("Officers held many; in Larkfield, 22 were arrested.", {"22": "arrested"}),
        ("Two brothers, one 17 and the other 21, were wounded.", {"Two brothers": "injured"}),
        ("Two brothers, one 17, and the other 21, were wounded.", {"Two brothers": "injured"}),
        ("He hurt two; one fled and the other 21 were wounded.", {"two": "injured", "21": "injured"}),
        ("Officers arrested a man at a sweet sixteen party.", {}),
    ],
)
def test_an_age_counts_nobody(body: str, expected: dict[str, str]) -> None:
    assert victims(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The driver suffered two gunshot wounds to the chest.", {}),
        ("A doctor found three stab wounds.", {}),
        ("Nine victims suffered gunshot wounds.", {"Nine victims": "injured"}),
        ("Sixteen suffered gunshot wounds.", {"Sixteen": "injured"}),
    ],
)
def test_wounds_are_no_people(body: str, expected: dict[str, str]) -> None:
    assert victims(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A guard was shot dead with 20 people looking on.", {}),
        ("A guard was shot dead in front of 40 people.", {}),
        ("The man was killed as 30 shoppers watched.", {}),
        ("The bomb killed 40 people in front of the bank.", {"40 people": "killed"}),
        ("The bomb killed 12 shoppers who watched the parade.", {"12 shoppers": "killed"}),
    ],
)
def test_who_looks_on_is_not_hit(body: str, expected: dict[str, str]) -> None:
    assert {k: v for k, v in victims(body).items() if k[0].isdecimal()} == expected


@pytest.mark.parametrize(
    "body",
    [
        "The officer scattered 300 people without firing a shot.",
        "A guard was killed, one of seven officers.",
        "Police hunt two gunmen; 13 rounds came from one gun and four from a third, an arrest affidavit says.",
    ],
)
def test_a_noun_tells_nothing_of_those_before_or_behind_it(body: str) -> None:
    assert victims(body).keys() <= {"A guard"}


def test_a_shooting_before_a_colon_names_the_event() -> None:
    assert victims("The street is closed.", "Larkfield shooting: 2 gunmen at large") == {}
    assert victims("The street is closed.", "Killed: 2 gunmen") == {"2 gunmen": "killed"}


def test_what_can_happen_has_not_happened() -> None:
    assert told("One person with a gun can hurt a crowd.") == []
    assert [c.status for c in told("One gun can kill dozens of people.")] == [Status.FORECAST]
    assert victims("The bomb killed 12; one person was hurt.") == {"12": "killed", "one person": "injured"}


def test_somebody_in_his_twenties_leads_no_group() -> None:
    assert victims("He killed a man in his 20s who ran to help the father and daughter.").get("a man") == "killed"
    assert victims("He killed his wife and daughter.") == {"his wife and daughter": "killed"}


@pytest.mark.parametrize(
    ("text", "value"), [("He is 5 foot, 11 inches tall.", 71), ("After 5 feet, 11 inches of rain fell.", 5)]
)
def test_a_comma_may_stand_before_the_smaller_unit(text: str, value: int) -> None:
    assert find_quantities(text)[0].quantity.low == value


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("The thieves may have copied the details of 40,000 customers.", Status.STATED),
        ("The leak might have exposed the records of 2,000 pupils.", Status.STATED),
        ("The blast may have killed 40 people.", Status.FORECAST),  # the dead are feared so
        ("The toll may rise to 40.", Status.FORECAST),
        ("The strike could hit 40,000 travellers.", Status.FORECAST),
        ("More than 500,000 people were expected by those who called the march.", Status.FORECAST),
        ("Some 300,000 people marched, as was to be seen.", Status.STATED),
    ],
)
def test_what_may_have_happened_is_no_expectation(body: str, status: Status) -> None:
    article = Article(id="a", headline="", body=body, published="2024-05-04")
    assert [c.status for c in extract(article, frozenset({Kind.FIGURE})).claims] == [status]
