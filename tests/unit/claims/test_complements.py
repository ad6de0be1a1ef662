"""Figures told by what they are: women, children, badly hurt."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def figures(body: str) -> dict[str, tuple[str, str]]:
    """Measure and population of each figure, by its first word."""
    found = extract_claims([Article("a", body=body, source="Herald", published="2024-05-01T12:00:00Z")])
    return {c.mention.text.split()[0]: (c.measure, c.population) for c in found if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    ("body", "number", "counted"),
    [
        ("The toll is 21. Ten of the victims were women, he said.", "Ten", ("killed", "women")),
        ("The toll is 21. The sea was calm. Ten of the victims were women.", "Ten", ("killed", "women")),
        ("At least 30 people died. Eleven of the dead were children.", "Eleven", ("killed", "children")),
        ("At least 30 people died. Four of those killed were firefighters.", "Four", ("killed", "rescuers")),
        ("At least 30 people died. Sixteen of them were women.", "Sixteen", ("killed", "women")),
        ("Officials list 31 dead. 22 of them are women and four are children.", "four", ("killed", "children")),
        ("Police arrested 40 people. Nine of them are students.", "Nine", ("arrested", "students")),
        ("The number of injured is 47, of whom 9 are critical.", "9", ("injured", "critical")),
        ("Injured: 411, of whom serious: 52.", "52", ("injured", "critical")),
        ("Injured: 411, of whom serious: 52.", "411", ("injured", "")),
        ("Fifty were injured, eight of them in mortal danger.", "eight", ("injured", "critical")),
        ("Seventy people were hurt; five are still in danger.", "five", ("injured", "critical")),
        ("The toll is 58. Of these, 52 were on board and six were residents.", "52", ("killed", "aboard")),
        ("The toll is 58. Of these, 52 were on board and six were residents.", "six", ("killed", "on the ground")),
        (
            "The toll is 66. Fifty-seven of them were on the plane and nine on the ground.",
            "nine",
            ("killed", "on the ground"),
        ),
        ("The toll is 31. Of those, 22 were in the bus and nine were shoppers.", "22", ("killed", "aboard")),
        ("The toll is 58. Six of them are inhabitants of the houses it fell on.", "Six", ("killed", "on the ground")),
        ("The toll is 58. On board were 94 people.", "94", ("aboard", "")),
        ("Twelve were on the train when it left the rails.", "Twelve", ("aboard", "")),
        ("A plane with 94 passengers fell on houses, the dead are 58.", "94", ("passenger", "passengers")),
        ("A plane with 94 passengers fell on houses, the dead are 58.", "58", ("killed", "")),
        ("The toll is 31. Twelve of the injured are children.", "Twelve", ("injured", "children")),
        (
            "The wreck killed 33 people and hurt 50. Nine of the bodies found in the hold were those of women.",
            "Nine",
            ("killed", "women"),
        ),
        (
            "The toll is 40. Fifteen of the corpses counted so far are those of teenagers.",
            "Fifteen",
            ("killed", "children"),
        ),
        ("The fire hurt 52. The nine worst burned lie in the tent.", "nine", ("injured", "worst hurt")),
        ("The 14 most seriously wounded were flown to Ostel.", "14", ("injured", "worst hurt")),
        ("It was the worst fire for years, and 14 were wounded.", "14", ("injured", "")),
    ],
)
def test_a_share_is_of_those_counted_before_it(body: str, number: str, counted: tuple[str, str]) -> None:
    assert figures(body)[number] == counted


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("Thirty people were killed. Police seek two men.", "two"),
        ("Thirty people were killed. Ten of the guests were women.", "Ten"),
        ("Thirty people died and 12 were hurt. Four of them were women.", "Four"),
        ("Three people were killed. Five of them were women.", "Five"),
    ],
)
def test_other_people_are_no_share(body: str, number: str) -> None:
    assert figures(body)[number][0] not in ("killed", "injured")


def test_what_befell_people_goes_before_what_they_came_for() -> None:
    assert figures("Thirty visitors of a fair were crushed to death.")["Thirty"][0] == "killed"
    assert figures("The fair counted 30,000 visitors.")["30,000"][0] == "visitors"


def test_bodies_of_people_are_the_dead() -> None:
    assert figures("The paper counted 29 bodies of victims.")["29"][0] == "killed"
    assert figures("The town has 29 bodies of water.")["29"][0] != "killed"


def test_a_bare_number_before_a_comma_shares_no_predicate_with_the_next() -> None:
    assert figures("In Arel, a city of 310,000, 74 bodies were found.")["310,000"][0] != "killed"
    assert figures("Three women, a man and two boys were killed.")["Three"][0] == "killed"
