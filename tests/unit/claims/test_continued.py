"""Figures that take up the question of the sentence before them."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article


def figures(body: str) -> dict[str, Claim]:
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    return {c.mention.text: c for c in claims}


@pytest.mark.parametrize(
    ("body", "figure", "measure"),
    [
        ("The overnight toll is 131 dead. When we closed last night it stood at 118.", "118", "killed"),
        ("Nurses counted 44 injured. The cumulative total is therefore 61.", "61", "injured"),
        ("The institute first put it at 412 deaths. On Friday it raised that to 437.", "437", "killed"),
        ("Police arrested 31 people. By dawn that figure had risen to 58.", "58", "arrested"),
        ("The storm left 250 people missing. The ministry's count was 241.", "241", "missing"),
        ("Eight people have died. The gunman had brought their earlier figure to nine.", "nine", "killed"),
        ("The storm left 250 people missing. The ministry stood by its figure of 241.", "241", "missing"),
        ("Eight people have died. They found Ana Teller at dawn. That makes nine.", "nine", "killed"),
        ("Twelve people died on Friday. By evening there were 16.", "16", "killed"),
        ("The maker knows of 61 incidents, against the 52 it spoke of at first.", "52", "incident"),
        ("The yard repaired 31 ferries, up from 24 last year.", "24", "ferry"),
        (
            "Three rockets fell on the market, he said; she maintains that there were two of them.",
            "two",
            "missile fired",
        ),
    ],
)
def test_a_word_may_stand_for_the_question(body: str, figure: str, measure: str) -> None:
    assert figures(body)[figure].measure == measure


@pytest.mark.parametrize(
    ("body", "figure", "measure"),
    [
        ("Police put the crowd at about 2,500; the organisers say 4,000.", "4,000", "attendance"),
        ("Management counted 5,200 strikers and the union 9,000.", "9,000", "on strike"),
        ("For the fire brigade 12 people are dead, for the company nine.", "nine", "killed"),
        (
            "The unions saw 9,000 marchers. The firm Orla Count, hired by newspapers, arrived at 4,000.",
            "4,000",
            "attendance",
        ),
        ("The unions counted 250,000 demonstrators, against 68,000 for the police.", "68,000", "attendance"),
        (
            "Some 250,000 people marched according to the unions and 68,000 according to the police.",
            "68,000",
            "attendance",
        ),
        ("At least 16 people died in the Arel fire. Officials first spoke of 13.", "13", "killed"),
        ("At least 16 people died in the Arel fire. First reports had said 13.", "13", "killed"),
        ("The storm left 250 people missing. The ministry stuck to 241.", "241", "missing"),
        ("The storm left 250 people missing; by the ministry's count, 241.", "241", "missing"),
        ("The storm left 250 people missing. 241, the ministry said.", "241", "missing"),
        ("The governor's office says 52 were hurt. The mayor's says 58.", "58", "injured"),
        ("A new death was reported. That makes nine deaths. The ministry makes it ten since May.", "ten", "killed"),
        ("The town hall puts the damage at 4.2 million euros, the insurers at 11 million.", "11 million", "damage"),
        ("The ministry puts the cost at 5,200 crowns a year per household. The unions say 9,400.", "9,400", "cost"),
        ("The fare rise costs commuters 300 euros a year. The passengers' union says 650.", "650", "cost"),
    ],
)
def test_another_voice_answers_the_same_question(body: str, figure: str, measure: str) -> None:
    assert figures(body)[figure].measure == measure


def test_a_sum_of_another_voice_is_of_the_same_time() -> None:
    found = figures("The ministry puts the cost at 5,200 euros a year per household. The unions say 9,400.")["9,400"]
    assert (found.quantity.unit, found.quantity.per) == ("EUR", "year")


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("Tickets cost 40 euros. The organisers say 25,000.", "25,000"),  # those who came
        ("The raid killed 12 people and injured 30. Later it stood at 41.", "41"),  # which of the two?
        ("The ferry carried 12 lorries. The union says 9,000.", "9,000"),  # the noun alone puts no question
        ("Twelve firefighters were hurt, against 30 for the police.", "30"),  # another group
        ("The storm injured 12 people. Divers found 40 mines. They counted 9 in May.", "9"),
        ("The storm injured 12 people. The bridge, the mayor said, opened with 40.", "40"),
        ("Twelve people were killed. There were 16 last year in Pahr.", "16"),  # another time
        ("Two people were killed in Arel. They were 12 and 14.", "12"),  # ages
        ("Twelve people were killed. The police say 40 of them searched the house.", "40"),
        ("The town hall puts the damage at 4.2 million euros. The insurers say 12.", "12"),  # no sum of money
        ("How many were hurt, and how many died? The ministry says 44.", "44"),
    ],
)
def test_where_the_question_is_open_nothing_is_taken_up(body: str, figure: str) -> None:
    assert figures(body)[figure].measure == ""


@pytest.mark.parametrize(
    ("body", "figure", "measure"),
    [
        ("Sixteen people have died, up from 12.", "12", "killed"),
        ('Sixteen people have died, up from "at least 12" given before dawn.', "at least 12", "killed"),
        ("Some 4,200 people were evacuated, down from an initial 6,000.", "6,000", "evacuated"),
        ("Net profit was 412 million euros, against 376 million a year earlier.", "376 million", "net profit"),
    ],
)
def test_a_figure_held_against_another_measures_the_same(body: str, figure: str, measure: str) -> None:
    found = figures(body)[figure]
    assert (found.measure, found.period) == (measure, "before")


@pytest.mark.parametrize(
    ("body", "figure", "measure"),
    [
        ("How many died? The ministry says 44.", "44", "killed"),
        ("How many people were hurt depends on whom one asks: the governor says 52.", "52", "injured"),
        ("The death toll was revised. The new figure is 44.", "44", "killed"),
    ],
)
def test_the_question_may_be_asked_without_a_figure(body: str, figure: str, measure: str) -> None:
    assert figures(body)[figure].measure == measure


def test_the_noun_may_tell_its_own_question() -> None:
    body = "Five people were wounded. The shooting brought the city's homicide count to 16."
    assert figures(body)["16"].measure != "injured"


def test_who_is_counted_is_taken_over_too() -> None:
    found = figures("Among the dead were 13 children. On Monday it rose to 15.")
    assert (found["15"].population, found["15"].scope) == (found["13 children"].population, found["13 children"].scope)


def test_a_total_goes_on_from_the_first_count() -> None:
    body = (
        "Kalden will cut 540 jobs in Osk. In exchange, 5,800 staff waive this year's pay rise.\n\n"
        "That brings the worldwide total down to 3,320."
    )
    assert figures(body)["3,320"].measure == "laid off"


def test_who_disputes_the_total_gives_another() -> None:
    body = 'Kalden will cut 3,400 jobs. The works council disputed the total. "We come to 4,100," its chairman said.'
    assert figures(body)["4,100"].measure == "laid off"


@pytest.mark.parametrize(
    ("body", "figure", "measure"),
    [
        ("Thirty-three people lost their lives, of whom six were children.", "six", "killed"),
        ("Twelve people were arrested, of whom four were released.", "four", "freed"),
    ],
)
def test_who_a_part_was_tells_no_measure_of_its_own(body: str, figure: str, measure: str) -> None:
    assert figures(body)[figure].measure == measure
