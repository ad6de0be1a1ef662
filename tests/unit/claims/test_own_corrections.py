"""Corrections in running text: whoever gave a figure takes it back beside the right one."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.text import Article


def figures(body: str) -> list[Claim]:
    found = extract(Article(id="a", body=body, published="2025-05-14"), frozenset({Kind.FIGURE})).claims
    return list(found)


@pytest.mark.parametrize(
    ("body", "right", "wrong"),
    [
        ("There were 151 people underground, the company now says, not 143.", "151 people", "143"),
        ("Turnout was 59.8 per cent and not 61.3, the board said, correcting its figure.", "59.8 per cent", "61.3"),
        ("The sheriff said 2,300 people had fled, not the 1,800 given out that night.", "2,300 people", "1,800"),
        ("The firm admits that its first count was wrong. There were 151 in the pit, it said, not 143.", "151", "143"),
        ("The dead are 32 and not 35, the minister said. The error came from two lists.", "32", "35"),
        ("The toll was overstated: 214 people died, not 241, the office said.", "214 people", "241"),
        (
            "The 640 million euros it announced had been wrong; clients withdrew 712 million euros.",
            "712 million euros",
            "640 million euros",
        ),
        ("The ministry said its first count of 40 dead was too high. Two people died.", "Two people", "40 dead"),
        ("The earlier toll of 31 included the attackers. The number of victims is 28.", "28", "31"),
        ("They found 22 bodies rather than the 27 they had reported.", "22 bodies", "27"),
        ("The firm lost 1.2 million records, not 120,000 as it told clients in May.", "1.2 million records", "120,000"),
        ("The mayor conceded that 8,000 came rather than the 80,000 he had reported.", "8,000", "80,000"),
        ("The clinic counts 87 cases, after mistakes in its earlier report of 93.", "87 cases", "93"),
        ("The prosecutor withdrew the claim that 15 people had been held; the number is five.", "five", "15 people"),
        ("The figure of 75 dead given on Wednesday was premature; 57 are confirmed.", "57", "75 dead"),
        ("A clerical error had put the number of homes at 9,300; it was 3,900.", "3,900", "9,300"),
    ],
)
def test_the_wrong_figure_is_withdrawn_and_the_right_one_takes_its_place(body: str, right: str, wrong: str) -> None:
    found = {c.mention.text: c for c in figures(body)}
    assert (found[wrong].status, found[right].status) == (Status.WITHDRAWN, Status.STATED)
    assert found[right].replaces == (found[wrong].id,)


@pytest.mark.parametrize(
    "body",
    [
        "The town has 300 people, so the mayor says, not 30 cars.",
        "The organisers counted 51,870 spectators, not the 70,000 the police claimed.",
        "It rained for 3 days, not for 12 hours.",
        "Not 70 but 40 of them came back alive, the rebels said.",
        "He ran 12 km, not counting 3 km of warm-up.",
        "The ministry said 12 people died and not one of the 40 wounded was critical.",
        "The list of 31 included three attackers.",
        "The number of 70,000 dead named by the rebels is incorrect; 700 died.",
        "The firm will cut 1,900 posts, rather than the 2,400 it announced in May.",
        "Some 27 boats came, more than they had reported for the whole of June, when 22 came.",
        "Its earlier report of 93 pages was read by 40 members.",
        "The rent of 900 euros was too high. He pays 700 euros now.",
    ],
)
def test_no_other_contrast_takes_a_figure_back(body: str) -> None:
    assert Status.WITHDRAWN not in {c.status for c in figures(body)}


def test_those_by_whom_a_count_was_wrong_take_no_place_of_it() -> None:
    found = figures("An initial figure of 44 dead had counted six people twice; 38 were killed.")
    assert {c.mention.text for c in found if c.replaces} == {"38"}
