"""Counts that a text says were given before another: no rivals of the one that took their place."""

from __future__ import annotations

import pytest

from tests.unit.comparing.desk import verdict

OPENS = "A fire at a nightclub in Santa Orla, Brazil, broke out early on Wednesday. "
OTHER = "A fire at a nightclub in Santa Orla, Brazil, killed {} people early on Wednesday, police said."


@pytest.mark.parametrize(
    ("old", "text"),
    [
        (
            245,
            "The toll had been brought down to 232, a police spokesman said. The spokesman had given 245 dead earlier.",
        ),
        (245, "Police brought the death toll down to 232 from 245."),
        (245, "Police lowered the death toll to 232. Earlier they had given 245."),
        (245, "The death toll was lowered to 232, from 245 given earlier in the day."),
        (245, "The number of dead now stands at 232, police said, not 245 as announced before."),
        (
            245,
            "Police put the number of dead at 232 after a recount; an earlier figure of 245 had counted "
            "some bodies twice.",
        ),
        (
            245,
            "Police had earlier said that 245 people died, but a recount of the bodies in a gymnasium "
            "brought the number down to 232.",
        ),
        (
            245,
            "Major Luz said 232 people had died. He had spoken of 245 dead before; a fresh count gave the "
            "smaller number.",
        ),
        (245, "Officials had at first announced 245 deaths. The count was later revised to 232."),
        (245, "The fire killed 232 people, officials said on Wednesday, cutting an earlier toll of 245."),
        (245, "The fire killed 232 people, officials said on Wednesday, revising down an earlier count of 245."),
        (245, "Authorities revised the death toll downward to 232 after first reporting 245."),
        (245, "Authorities reduced the toll from 245 to 232 after some names were found to have been counted twice."),
        (
            245,
            "The governor's office said 232 bodies had been identified, 13 fewer than the 245 it had reported earlier.",
        ),
        (245, "The death toll, initially put at 245, was revised to 232."),
        (245, "The death toll, first put at 245, has been lowered to 232, officials said."),
        (245, "The earlier death toll of 245 was the result of double counting, police said; the true number is 232."),
        (245, "Earlier on Wednesday police had said 245 people were killed, but they later lowered the figure to 232."),
        (245, "An official count of 245 dead was later cut to 232."),
        (245, "Initial reports of 245 dead were wrong, the mayor said. The fire killed 232 people."),
        (245, "The mayor said 232 people had died, lower than the 245 he had given earlier."),
        (245, "The mayor gave the death toll as 232, down from the 245 announced earlier."),
        (245, "The health ministry scaled back the death toll to 232 from 245."),
        (
            245,
            "The death toll was revised to 232 on Wednesday evening. Officials blamed the earlier figure of "
            "245 on double counting.",
        ),
        (245, "The civil defence chief said 232 people were dead, backtracking on an earlier statement of 245."),
        (
            245,
            "The fire killed 232 people. The figure is lower than the 245 reported by police earlier "
            "because some victims were counted twice.",
        ),
        (245, "Rescuers corrected the death toll to 232 after earlier saying 245 had died."),
        (245, "The ministry said 232 people were killed, correcting an earlier report of 245."),
        (245, "Officials say 232 people died in the fire. They had earlier reported 245 deaths."),
        (245, "The hospital says 232 people died, after mistakenly reporting 245."),
        (207, "The toll rose to 290. Police had given a toll of 207 earlier in the day."),
        (207, "Police had given a toll of 207 on Wednesday; it is now 290."),
        (207, "The fire killed 290 people, officials said, raising an earlier toll of 207."),
        (207, "The death toll from the fire rose to 290 from 207."),
        (207, "At least 290 people died. The toll stood at 207 earlier on Wednesday."),
        (207, "Officials had put the death toll at 207 but it has since risen to 290."),
        (207, "The ministry had earlier reported 207 deaths. By evening the number was 290."),
    ],
)
def test_a_count_gives_way_to_the_one_that_took_its_place(old: int, text: str) -> None:
    assert verdict("killed", OTHER.format(old), OPENS + text) in ("updated", "corrected")


@pytest.mark.parametrize(
    ("old", "text"),
    [
        (245, "Police had said that 245 people died. The army counted 232 dead."),
        (207, "Police had said that 207 people died. The army counted 290 dead."),
        (245, "The army said 232 people died. Earlier, the police chief said that 245 people died."),
        (207, "The army said 290 people died. Earlier, the police chief said that 207 people died."),
        (245, "The firm's first statement counted 245 dead. The ministry counted 232 dead."),
        (245, "The clinic said 245 dead were initially counted as missing. The ministry counted 232 dead."),
    ],
)
def test_two_sources_give_two_counts(old: int, text: str) -> None:
    assert verdict("killed", OTHER.format(old), OPENS + text) == "conflict"
