"""What an editor's note does to the other claims of its question."""

from __future__ import annotations

from reconcile.model.claim import Claim, Status
from reconcile.model.quantity import Hedge
from reconcile.model.text import Article
from reconcile.pipeline import reconcile
from tests.unit.comparing.desk import findings, verdict
from tests.unit.comparing.story import Story, number

BEFORE, NOTE, AFTER = "2024-05-01T12:00:00Z", "2024-05-02T12:00:00Z", "2024-05-03T12:00:00Z"


def corrected_story() -> tuple[Story, Claim, Claim]:
    story = Story()
    old = story.says("Courier", number(200, Hedge.MORE_THAN), NOTE, status=Status.WITHDRAWN)
    new = story.says("Courier", number(40, Hedge.ABOUT), NOTE, replaces=(old,))
    return story, old, new


def test_another_outlet_that_made_the_same_mistake_before_is_not_spoken_for_by_an_outlets_own_note() -> None:
    story = Story()
    old = story.says("Courier", 200, NOTE, status=Status.WITHDRAWN, own_slip=True)
    new = story.says("Courier", 40, NOTE, replaces=(old,))
    assert story.verdict(story.says("Tabloid", 200, BEFORE), new) == "conflict"
    assert story.verdict(story.says("COURIER", 200, BEFORE), new) == "corrected"
    headline = story.says("Lens", 200, BEFORE)
    story.says("Lens", 200, BEFORE, by="the Courier newspaper")
    assert story.verdict(headline, new) == "corrected"


def test_a_withdrawn_figure_is_corrected_by_its_replacement_and_whoever_shares_it() -> None:
    story, old, new = corrected_story()
    same = story.says("Echo", 40, AFTER)
    assert story.verdict(old, new) == story.verdict(old, same) == "corrected"
    assert "withdrawn by a note in Courier" in story.reasons(old, new)


def test_a_withdrawn_figure_rivals_nobody_else() -> None:
    story, old, _ = corrected_story()
    assert story.verdict(old, story.says("Echo", 17, AFTER)) == "compatible"


def test_whoever_printed_it_before_the_note_is_corrected_too_but_conflicts_with_others() -> None:
    story, _, new = corrected_story()
    carrier = story.says("Tabloid", number(200, Hedge.MORE_THAN), BEFORE)
    other = story.says("Echo", 41, AFTER)
    assert story.verdict(carrier, new) == "corrected"
    assert story.verdict(carrier, other) == "conflict"


def test_whoever_prints_it_after_the_note_conflicts_unless_it_credits_the_outlet() -> None:
    story, _, new = corrected_story()
    alone = story.says("Tabloid", number(200, Hedge.MORE_THAN), AFTER)
    crediting = story.says("Lens", number(200, Hedge.MORE_THAN), AFTER, by="the Courier newspaper")
    assert story.verdict(alone, new) == "conflict"
    assert story.verdict(crediting, new) == "corrected"


def test_a_body_that_contradicts_its_own_note_is_a_find() -> None:
    story, _, new = corrected_story()
    stale = story.says("Courier", 200, NOTE)
    assert story.verdict(stale, new) == "tension"
    assert any("its own note withdraws" in note for note in story.finding().notes)


def test_every_outlet_that_still_carries_the_figure_is_named_once() -> None:
    story, _, _ = corrected_story()
    for _ in range(2):
        story.says("Tabloid", number(200, Hedge.MORE_THAN), AFTER)
    story.says("Echo", 41, AFTER)
    assert [n for n in story.finding().notes if "withdrawn" in n] == [
        "Tabloid still says “200”, which Courier has withdrawn"
    ]


def test_the_replacement_outranks_what_cannot_stand_beside_it() -> None:
    story, _, _ = corrected_story()
    for outlet in ("Tabloid", "Lens", "Mirror"):
        story.says(outlet, 200, AFTER)
    best = story.finding().best
    assert best is not None
    assert best.best == 40


def test_a_figure_taken_back_without_a_replacement() -> None:
    story = Story()
    old = story.says("Courier", 200, NOTE, status=Status.WITHDRAWN)
    assert story.verdict(old, story.says("Echo", 41, NOTE)) == "compatible"
    assert story.finding().best.best == 41  # type: ignore[union-attr]


def test_a_revision_that_withdraws_nothing_is_an_update() -> None:
    story = Story("storeys")
    old = story.says("Herald", 9, BEFORE)
    assert story.verdict(old, story.says("Echo", 8, AFTER, replaces=(old,))) == "updated"


def test_a_rise_stays_a_rise_where_the_later_count_was_one_too_many() -> None:
    story = Story()
    early = story.says("Courier", 9, BEFORE)
    late = story.says("Ministry", 17, NOTE)
    gone = story.says("Echo", 17, AFTER, status=Status.WITHDRAWN)
    story.says("Echo", 16, AFTER, replaces=(gone,))
    assert story.verdict(early, late) == "updated"


def test_a_rise_to_what_was_far_too_many_is_none() -> None:
    story = Story()
    early = story.says("Courier", 37, BEFORE)
    late = story.says("Tabloid", 200, NOTE)
    gone = story.says("Echo", 200, AFTER, status=Status.WITHDRAWN)
    story.says("Echo", 41, AFTER, replaces=(gone,))
    assert story.verdict(early, late) == "conflict"


def test_a_count_goes_on_from_what_took_the_place_of_a_withdrawn_one() -> None:
    story = Story()
    carrier = story.says("Bugle", 31, BEFORE)
    gone = story.says("Ministry", 31, NOTE, status=Status.WITHDRAWN)
    story.says("Ministry", 27, NOTE, replaces=(gone,))
    assert story.verdict(carrier, story.says("Observer", 28, AFTER)) == "updated"
    assert story.verdict(carrier, story.says("Echo", 20, AFTER)) == "conflict"


def test_a_rise_that_those_who_count_took_back_was_one_until_then() -> None:
    story = Story()
    early = story.says("Company", 1, BEFORE)
    late = story.says("Wire", 2, NOTE)
    gone = story.says("Service", 2, AFTER, status=Status.WITHDRAWN)
    back = story.says("Service", 1, AFTER, replaces=(gone,))
    assert story.verdict(early, late) == "updated"
    assert story.verdict(late, back) == "corrected"


def test_a_share_that_a_note_puts_in_place_is_given_more_precisely_elsewhere() -> None:
    story = Story("efficacy")
    old = story.says("Courier", number(86, unit="percent"), NOTE, status=Status.WITHDRAWN)
    story.says("Courier", number(68, unit="percent"), NOTE, replaces=(old,))
    assert story.verdict(old, story.says("Maker", number("68.3", unit="percent"), BEFORE)) == "corrected"
    assert story.verdict(old, story.says("Rival", number("61.3", unit="percent"), BEFORE)) == "compatible"


MORNING, NOON, NIGHT = "2024-05-02T09:00:00Z", "2024-05-02T12:00:00Z", "2024-05-02T20:00:00Z"


def live_story(own_slip: bool = False) -> tuple[Story, Claim, Claim]:
    """A live page that gave 40 at nine and took it back at noon."""
    story = Story()
    entry = story.says("Live", 40, NIGHT, as_of=MORNING)
    old = story.says("Live", 40, NIGHT, as_of=NOON, status=Status.WITHDRAWN, own_slip=own_slip)
    new = story.says("Live", 31, NIGHT, as_of=NOON, replaces=(old,))
    return story, entry, new


def test_an_earlier_entry_of_the_page_that_took_it_back_is_corrected() -> None:
    for own_slip in (False, True):
        story, entry, new = live_story(own_slip)
        assert story.verdict(entry, new) == "corrected"


def test_what_a_page_had_taken_back_is_no_rival_of_what_came_out_later() -> None:
    story, entry, new = live_story()
    later = story.says("Tabloid", 52, NIGHT)
    assert story.verdict(entry, later) == "compatible"
    assert story.verdict(new, later) == "updated"


def test_a_denied_count_disputes_nothing_that_the_count_had_left_behind() -> None:
    story = Story()
    first = story.says("Wire", 3, MORNING)
    last = story.says("Wire", 9, NOON)
    denied = story.says("Tabloid", 14, NIGHT)
    story.says("Inspectorate", 14, AFTER, status=Status.DENIED)
    assert story.verdict(first, denied) == "updated"
    assert story.verdict(last, denied) == "conflict"


def test_a_part_that_was_put_right_is_no_part_of_other_people_however_far_apart_they_are() -> None:
    note = "Correction: An earlier version said that 31 children had died. Two died."
    fire = "A fire in a school in Torvik killed 40 people. "
    still = "A fire in a school in Torvik killed 40 people, 31 of them children."
    assert verdict("killed", f"{fire}\n\n{note}", still) == "conflict"
    assert verdict("killed", f"{fire}Two of them were children.", still) != "conflict"


def test_fewer_who_live_later_are_news() -> None:
    first, later = "A truck fell off a bridge at Torvik. 28 people survived.", "24 of those in the truck survived."
    one, other = (Article(s, body=b, source=s, published=w) for s, b, w in (("a", first, BEFORE), ("b", later, AFTER)))
    found = [r.verdict.value for f in reconcile([one, other]).findings for r in f.relations]
    assert "conflict" not in found


def test_what_is_expected_is_put_right_too() -> None:
    texts = (
        "The trust expects a deficit of 36 million pounds this year.",
        "The trust's forecast deficit for the year is £36.2 million.",
        "Correction: We gave the deficit expected by the trust this year as £63 million. It expects £36 million.",
    )
    (found,) = findings("deficit", *texts)
    put_right = [r for r in found.relations if r.verdict.value == "corrected"]
    assert len(put_right) == 2  # the one who expects 36, and the one who expects 36.2
    assert verdict("deficit", *texts[:2]) != "corrected"


def test_a_sum_told_more_sharply_than_in_the_note_takes_the_withdrawn_ones_place() -> None:
    pell = "The bridge at Pell will cost {} million euros."
    note = "Correction: We gave the cost of the bridge at Pell as 41 million euros. It will cost 14 million euros."
    assert verdict("cost", pell.format("14.3"), note) == "corrected"
    (sharp,) = findings("cost", pell.format("14.3"), note)
    assert sum(r.verdict.value == "corrected" for r in sharp.relations) == 2
    (other,) = findings("cost", pell.format("17.3"), note)
    assert sum(r.verdict.value == "corrected" for r in other.relations) == 1


def test_a_count_that_rose_past_the_right_one_has_risen_all_the_same() -> None:
    story = Story("rescued")
    early = story.says("Wire", 52, BEFORE)
    old = story.says("Navy", 71, NOTE, status=Status.WITHDRAWN)
    story.says("Navy", 61, NOTE, replaces=(old,))
    assert story.verdict(early, story.says("Tabloid", 71, AFTER)) == "updated"
