"""Which question a withdrawn figure answers, and what stands in its place."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

BRIDGE = "The new bridge over the Harn is 2,480 metres long and has four lanes."


def figures(body: str) -> dict[str, Claim]:
    found = extract_claims([Article("a", headline="", body=body, source="Herald", published="2024-05-01")])
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE}


def test_transposed_digits_are_no_figure_but_take_the_last_one_back() -> None:
    note = "Correction: The version issued at noon gave the figure as 4,280 metres. Two digits had been transposed."
    found = figures(f"{BRIDGE}\n\n{note}")
    assert found["4,280 metres"].status == "withdrawn"
    assert "Two digits" not in found


def test_a_weight_is_not_replaced_by_two_digits() -> None:
    note = "Correction: we gave the weight as 4,280 kg. Two digits had been transposed."
    found = figures(f"Customs found 2,480 kg of heroin.\n\n{note}")
    told = [(c.measure, c.status.value) for c in found.values()]
    assert told[:2] == [("drugs", "stated"), ("drugs", "withdrawn")]


def test_a_bare_number_takes_the_question_of_the_one_it_replaces() -> None:
    found = figures("Correction: We gave the length of the tunnel under the Harn as 1,810 metres. It is 1,180.")
    assert found["1,180"].replaces == (found["1,810 metres"].id,)
    assert found["1,180"].measure == found["1,810 metres"].measure
    assert found["1,180"].quantity.unit == "metre"


FIRE = "A fire killed nine people in Torvik on Monday."


def test_what_takes_the_place_of_a_count_of_long_ago_is_of_long_ago_too() -> None:
    note = (
        "Correction: We wrote that the fire of 2009 killed 30 people. It killed 13; two others died of smoke in spring."
    )
    found = figures(f"{FIRE}\n\n{note}")
    assert found["nine people"].frame.main
    assert not found["30 people"].frame.main
    assert not found["13"].frame.main
    assert found["13"].status == "background"
    assert found["two others"].replaces == ()


def test_those_who_are_alive_put_nothing_in_the_place_of_a_count() -> None:
    found = figures(f"{FIRE}\n\nCorrection: On Tuesday the hospital reported ten deaths. One of these people is alive.")
    assert found["ten deaths"].status == "withdrawn"
    assert not any(c.replaces for c in found.values())


def test_a_single_person_told_of_once_more_is_one() -> None:
    found = figures("One woman, an 84-year-old from Romsk, was killed when a wall fell in Torvik.")
    assert [c.quantity.value for c in found.values() if c.measure == "killed"] == [1]
    found = figures("A man, a 34-year-old woman and a child were killed when a wall fell in Torvik.")
    assert 3 in [c.quantity.value for c in found.values()]


def test_two_ages_are_two_people() -> None:
    found = figures("The shooting in Torvik killed an 18-year-old, 19-year-old and left three other men in hospital.")
    assert 2 in [c.quantity.value for c in found.values() if c.measure == "killed"]
    found = figures("A 17-year-old, a student from Romsk, was killed when a wall fell in Torvik.")
    assert [c.quantity.value for c in found.values() if c.measure == "killed"] == [1]


def test_some_of_those_counted_before_are_no_more_people() -> None:
    found = figures("Six climbers, two Spaniards among them, were killed when a wall fell in Torvik.")
    assert {c.quantity.value for c in found.values()} == {6, 2}


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("The clinic bowed to that and took back its own count of 4,100. Two doctors have left.", "4,100", "9,300"),
        ("The clinic concedes as much and has withdrawn its figure of 4,100. Some 800 live abroad.", "4,100", "9,300"),
    ],
)
def test_who_accepts_what_another_says_puts_that_in_place_of_his_own_figure(text: str, old: str, new: str) -> None:
    found = figures(f"The data of 9,300 patients were stolen, the regulator says. {text}")
    assert found[f"{new} patients"].replaces == (found[old].id,)
    assert found[old].measure == found[f"{new} patients"].measure == "data exposed"


def test_what_answers_another_question_does_not_replace_a_figure_taken_back() -> None:
    fire = "The fire killed 63 people, prosecutors say. The ministry withdrew its earlier figure of 48."
    found = figures(f"{fire} Twelve are still in hospital.")
    assert found["48"].status == "withdrawn"
    assert found["48"].measure == "killed"
    assert not any(c.replaces for c in found.values())
    assert figures(f"{fire} Sixty-one people died.")["Sixty-one people"].replaces


FERRY = "Eleven people died when a ferry sank off Torvik."


def test_what_the_note_counts_beside_takes_nobodys_place() -> None:
    found = figures(
        f"{FERRY}\n\nCorrection: At noon we spoke of 61 dead. They were added up from two messages. Correct is 11."
    )
    assert found["11"].replaces == (found["61 dead"].id,)
    assert found["61 dead"].population == ""
    assert found["two messages"].replaces == ()


def test_what_counts_the_same_does_though_another_figure_follows() -> None:
    found = figures(
        f"{FERRY}\n\nCorrection: At noon we spoke of 61 dead. There were 11 dead. Correct is also 12 boats."
    )
    assert found["11 dead"].replaces == (found["61 dead"].id,)
    assert found["12 boats"].replaces == ()


@pytest.mark.parametrize(
    ("note", "old", "new", "whom"),
    [
        ("said that 31 babies had died. Two died.", "31 babies", "Two", "children"),
        ("said that 40 children were killed. Nine were killed.", "40 children", "Nine", "children"),
        ("said that 40 children were killed. Nine people were killed.", "40 children", "Nine people", ""),
        ("said that 40 people were killed. Nine were killed.", "40 people", "Nine", ""),
    ],
)
def test_a_bare_number_counts_whom_the_withdrawn_one_counted(note: str, old: str, new: str, whom: str) -> None:
    found = figures(f"Editor's note: An earlier version of this article {note}")
    assert found[new].replaces == (found[old].id,)
    assert {found[old].population, found[new].population} == {whom}


def test_a_bare_number_takes_no_question_of_another_kind() -> None:
    note = "Correction: On Monday we wrote that four children had died. There were two."
    found = figures(f"The line is nearly two kilometres long.\n\n{note}")
    assert found["two"].measure == found["four children"].measure == "killed"
    assert found["two"].population == "children"


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        (
            "Table 4 showed investment of $3.1 billion. The correct amount is $2.8 billion.",
            "$3.1 billion",
            "$2.8 billion",
        ),
        ("The office said that the firm supplied 62 schools. The correct number is 56.", "62 schools", "56"),
        (
            "Correction: we had said that 185 people were saved. The right figure is 158; we mixed up the digits.",
            "185 people",
            "158",
        ),
    ],
)
def test_the_next_sentence_sets_a_figure_right(body: str, old: str, new: str) -> None:
    found = figures(body)
    assert (found[old].status, found[new].status) == ("withdrawn", "stated")
    assert found[new].replaces == (found[old].id,)


def test_what_somebody_holds_to_be_correct_is_a_dispute() -> None:
    found = figures("The firm supplies 62 schools. The correct number is 56, the union says.")
    assert {c.status for c in found.values()} == {"stated"}


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        ("Many ask how many planes are out of action. It's 17. At 07:55 we said 22; apologies.", "22", "17"),
        ("The police now count 40 injured. At 9:15 we wrote that 31 people were hurt.", "31 people", "40 injured"),
        ("The ministry speaks of four attackers. We earlier reported three.", "three", "four attackers"),
        ("The number of survivors is 164. The figure of 171 in earlier statements was too high, because seven were "
         "counted twice.", "171", "164"),
        ("The fire has burned 31,000 acres. The figure at the top of this page, 13,000 acres, was a slip of ours.",
         "13,000 acres", "31,000 acres"),
        ("Correction: we misstated the number of homes damaged, which is about 320, not 3,200.", "3,200", "about 320"),
    ],
)  # fmt: skip
def test_what_stands_before_takes_the_place_of_what_the_text_gave(body: str, old: str, new: str) -> None:
    found = figures(body)
    assert (found[old].status, found[new].status) == ("withdrawn", "stated")
    assert found[new].replaces == (found[old].id,)
    assert found[new].measure == found[old].measure


def test_what_the_text_gave_at_another_hour_of_another_thing_stands() -> None:
    found = figures("The police now count 40 injured. At 9:15 we wrote that the road was closed for three km.")
    assert {c.status for c in found.values()} == {"stated"}


def test_what_takes_its_place_answers_its_question_and_not_the_story_s() -> None:
    note = "Correction: an earlier version of this article gave gusts of 61 knots. The tower logged 41 knots."
    found = figures(f"A plane crashed at the airport of Orla on Monday.\n\n{note}")
    assert found["61 knots"].measure == found["41 knots"].measure == "wind speed"


def test_each_of_several_counts_is_replaced_by_that_of_the_same_people() -> None:
    note = (
        "Editor's note: On Sunday we reported that 63 people, 40 of them children, had been killed in Torvik. That was "
        "the dead and injured together. Thirty-two people are known to have been killed, 17 of them children."
    )
    found = figures(f"Thirty-two people were killed in Torvik on Saturday.\n\n{note}")
    assert found["17 of them children"].replaces == (found["40 of them children"].id,)
    assert found["Thirty-two people"].replaces == (found["63 people"].id,)


def test_one_of_two_sums_withdrawn_takes_its_replacement_from_the_text() -> None:
    note = (
        "Correction: We first gave the loss of Orrel Mills as £122m and said that sales had fallen by 16%. "
        "They fell by 6%."
    )
    found = figures(f"Orrel Mills made a loss of £112m in the third quarter. Sales fell by 6%.\n\n{note}")
    assert found["£122m"].status == "withdrawn"
    assert found["16%"].status == "withdrawn"
    assert found["£122m"].id not in found["6%"].replaces
