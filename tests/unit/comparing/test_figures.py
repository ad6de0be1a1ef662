"""The verdict of two figures, by example."""

from __future__ import annotations

from itertools import combinations

import attrs
import pytest

from reconcile.comparing.compare import Group, compare
from reconcile.model.claim import Scope, Status
from reconcile.model.quantity import Hedge, Quantity
from reconcile.model.text import Article
from reconcile.pipeline import reconcile
from tests.unit.comparing.story import Story, number

EARLY, LATER, NEXT_DAY = "2024-05-01T12:00:00Z", "2024-05-01T18:00:00Z", "2024-05-02T12:00:00Z"
ABOUT, AT_LEAST, MORE, ALMOST, FEWER = Hedge.ABOUT, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.ALMOST, Hedge.LESS_THAN


def shown(value: object) -> str:
    return f"{value.hedge} {value.value} {value.unit}" if isinstance(value, Quantity) else str(value)


def at_one_time(a: Quantity, b: Quantity, measure: str = "storeys") -> str:
    story = Story(measure)
    return story.verdict(story.says("Herald", a), story.says("Echo", b))


def in_order(first: Quantity, then: Quantity, measure: str = "killed") -> str:
    story = Story(measure)
    return story.verdict(story.says("Herald", first, EARLY), story.says("Echo", then, NEXT_DAY))


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (number(40), number(40), "agree"),
        (number(40), number(41), "conflict"),
        (number(40), number(40, ABOUT), "agree"),
        (number(41), number(40, ABOUT), "compatible"),
        (number(60), number(40, ABOUT), "conflict"),
        (number(40), number(37, AT_LEAST), "compatible"),
        (number(30), number(37, AT_LEAST), "conflict"),
        (number(200), number(37, AT_LEAST), "tension"),
        (number(800), number(800, MORE), "compatible"),
        (number(88), number(90, FEWER), "compatible"),
        (number(95), number(90, FEWER), "conflict"),
        (number(4497), number(4500, ALMOST), "compatible"),
        (number(642), number(650, ALMOST), "compatible"),
        (number(30), number(31), "conflict"),
        (number("1,932"), number("1,900"), "compatible"),
        (number(8000), number(9000), "conflict"),
    ],
    ids=shown,
)
def test_at_one_time(a: Quantity, b: Quantity, verdict: str) -> None:
    assert at_one_time(a, b) == at_one_time(b, a) == verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (number("30.8", unit="percent"), number(31, unit="percent"), "compatible"),
        (number("9.6", unit="percent"), number(10, unit="percent"), "compatible"),
        (number("4.1", unit="percent"), number("3.1", unit="percent"), "conflict"),
        (number(9, unit="percent"), number(10, unit="percent"), "conflict"),
        (number("179800000", unit="USD"), number("180000000", unit="USD"), "compatible"),
        (number("2400000", unit="GBP"), number("4200000", unit="GBP"), "conflict"),
        (number("2400000", unit="GBP"), number("4200000", unit="EUR"), "compatible"),
        (number("11.6", unit="kilometre"), number("7.5", unit="mile"), "compatible"),
        (number(15, unit="kilometre"), number(15, unit="mile"), "conflict"),
        (number(700, unit="tonne"), number(700, unit="ton"), "compatible"),
        (number(112, unit="mile per hour"), number(180, unit="kilometre per hour"), "compatible"),
        (number(112, unit="mile per hour"), number(112, unit="kilometre per hour"), "conflict"),
        (number(236, unit="metre"), number(774, unit="foot"), "compatible"),
        (number(236, unit="metre"), number(900, unit="foot"), "conflict"),
        (number(100, unit="celsius"), number(212, unit="fahrenheit"), "agree"),
        (number(12, unit="hectare"), number(12, unit="percent"), "compatible"),
        (number(5, unit="percent", per="year"), number(1, unit="percent", per="month"), "compatible"),
        (number(3, unit="percent", direction="up"), number(3, unit="percent", direction="down"), "tension"),
    ],
    ids=shown,
)
def test_measured_quantities(a: Quantity, b: Quantity, verdict: str) -> None:
    assert at_one_time(a, b) == at_one_time(b, a) == verdict


@pytest.mark.parametrize(
    ("first", "then", "verdict"),
    [
        (number(640, AT_LEAST), number(1126), "updated"),
        (number(12), number(17), "updated"),
        (number(37, AT_LEAST), number(41), "updated"),
        (number(40, MORE), number(43), "compatible"),
        (number(190), number(200, ABOUT), "compatible"),
        (number(37, AT_LEAST), number(40, ABOUT), "compatible"),
        (number(4318), number(4500, ABOUT), "updated"),
        (number(43), number(40, MORE), "compatible"),
        (number(41), number(37), "conflict"),
        (number(41), number(41), "agree"),
    ],
    ids=shown,
)
def test_a_rising_count(first: Quantity, then: Quantity, verdict: str) -> None:
    assert in_order(first, then) == verdict


def test_readings_of_the_moment_update_both_ways() -> None:
    assert in_order(number(61), number(31), "missing") == "updated"
    assert in_order(number(31), number(61), "missing") == "updated"


def test_what_does_not_move_is_never_updated() -> None:
    assert in_order(number(8), number(9), "storeys") == "conflict"


def test_an_hour_is_not_enough_between_publications() -> None:
    story = Story()
    first = story.says("Herald", 12, "2024-05-01T12:00:00Z")
    assert story.verdict(first, story.says("Echo", 30, "2024-05-01T12:40:00Z")) == "conflict"


def test_a_day_without_a_time_is_the_whole_day() -> None:
    story = Story()
    first = story.says("Herald", 12, "2024-05-01")
    assert story.verdict(first, story.says("Echo", 30, "2024-05-01T23:40:00Z")) == "conflict"
    assert story.verdict(first, story.says("Chronicle", 31, "2024-05-02T09:00:00Z")) == "updated"


def test_without_times_nothing_is_later() -> None:
    story = Story()
    assert story.verdict(story.says("Herald", 12, None), story.says("Echo", 30, None)) == "conflict"


def test_the_same_authority_supersedes_itself() -> None:
    story = Story()
    first = story.says("Herald", 41, EARLY, by="police")
    then = story.says("Echo", 37, NEXT_DAY, by="the police")
    assert story.verdict(first, then) == "updated"


def test_attributed_sources_against_each_other() -> None:
    story = Story("attendance")
    police = story.says("Herald", "22,000", by="police")
    organisers = story.says("Herald", "100,000", by="the organisers")
    assert story.verdict(police, organisers) == "conflict"
    assert "between attributed sources" in story.reasons(police, organisers)


def test_one_article_with_two_figures_of_its_own_is_in_tension() -> None:
    story = Story("storeys")
    assert story.verdict(story.says("Herald", number(8, unit=None)), story.says("Herald", number(9, unit=None))) == (
        "tension"
    )


def test_one_article_tells_of_several_groups_of_people_but_repeats_what_it_stands_by() -> None:
    story = Story("killed")
    five, six = story.says("Herald", 5), story.says("Herald", 6)
    assert story.verdict(five, six) == "compatible"
    story.says("Herald", 5), story.says("Herald", 6)
    assert story.verdict(five, six) == "tension"


def test_a_headline_its_body_never_bears_out() -> None:
    story = Story("storeys")
    assert story.verdict(story.says("Herald", 8, part="headline"), story.says("Herald", 9)) == "conflict"


def test_a_figure_still_stated_is_not_superseded() -> None:
    story = Story("injured")
    nine = story.says("Herald", 9, EARLY)
    twelve = story.says("Tabloid", 12, LATER)
    assert story.verdict(nine, twelve) == "updated"
    story.says("Echo", 9, NEXT_DAY)
    assert story.verdict(nine, twelve) == "conflict"


def test_a_denied_figure_rivals_only_those_who_state_it() -> None:
    story = Story()
    denied = story.says("Herald", 30, EARLY, status=Status.DENIED)
    asserted, other = story.says("Echo", 30, EARLY), story.says("Herald", 12, EARLY)
    later = story.says("Tabloid", 30, NEXT_DAY)
    assert story.verdict(denied, asserted) == story.verdict(denied, later) == "conflict"
    assert story.verdict(denied, other) == "compatible"
    assert story.verdict(other, later) == "conflict", "what is denied is no news"


def test_a_forecast_is_overtaken_and_never_in_conflict() -> None:
    story = Story()
    forecast = story.says("Herald", 100, EARLY, status=Status.FORECAST)
    assert story.verdict(forecast, story.says("Echo", 21, NEXT_DAY)) == "updated"
    assert story.verdict(forecast, story.says("Chronicle", 20, EARLY)) == "compatible"


def test_two_forecasts_of_one_thing_are_held_against_each_other() -> None:
    story = Story("deficit")
    ministry, council = (number(n, unit="EUR") for n in (40, 52))
    one = story.says("Herald", ministry, EARLY, status=Status.FORECAST, by="the ministry")
    other = story.says("Herald", council, EARLY, status=Status.FORECAST, by="the fiscal council")
    revised = story.says("Echo", number(43, unit="EUR"), NEXT_DAY, status=Status.FORECAST, by="the ministry")
    assert story.verdict(one, other) == "conflict"
    assert story.verdict(one, revised) != "compatible"
    assert story.verdict(one, story.says("Post", ministry, EARLY, status=Status.FORECAST)) == "agree"


def test_a_figure_given_twice_inherits_its_twins_verdict() -> None:
    story = Story("cost")
    rival = story.says("Herald", number("40000000000", unit="EUR"))
    euros = story.says("Tabloid", number("30000000000", unit="EUR"), words="€30bn")
    pounds = story.says("Tabloid", number("25000000000", unit="GBP"), words="£25bn")
    article = story.articles["Tabloid"]
    assert story.verdict(rival, pounds) == "compatible"
    together = article.body.replace(article.body[euros.mention.span.end : pounds.mention.span.start], " (")
    moved = euros.mention.span.end + 2
    story.articles["Tabloid"] = type(article)("Tabloid", together, source="Tabloid", published=article.published)
    twin = type(pounds)(
        pounds.id, pounds.kind, story.articles["Tabloid"].mention("body", moved, moved + 5), pounds.value, "cost"
    )
    story.claims[-1] = twin
    assert story.verdict(rival, euros) == story.verdict(rival, twin) == "conflict"
    assert "equal of" in story.reasons(rival, twin)


def test_a_headline_that_rounds_what_its_text_says_is_denied_along_with_it() -> None:
    story = Story()
    denied = story.says("Herald", 1100, NEXT_DAY, status=Status.DENIED)
    rounded = story.says("Echo", number(1000, MORE), EARLY)
    assert story.verdict(rounded, denied) == "compatible"
    story.says("Echo", 1100, EARLY)
    assert story.verdict(rounded, denied) == "conflict"


def test_an_article_that_denies_a_number_states_it_nowhere_in_its_own_voice() -> None:
    story = Story("attendance")
    hoax = story.says("Checker", "500,000", part="headline")
    story.says("Checker", "500,000", status=Status.DENIED)
    by_others = story.says("Checker", "500,000", by="a viral post")
    police = story.says("Herald", "22,000", by="police")
    assert story.verdict(hoax, police) == "compatible"
    assert story.verdict(by_others, police) == "conflict"


def test_others_leave_out_whom_the_text_named_before() -> None:
    story = Story("injured")
    others = story.says("Herald", 4, words="4 others")
    everybody = story.says("Echo", 5, words="5 people")
    many = story.says("Mirror", 9, words="9 people")
    assert story.verdict(others, everybody) == "compatible"
    assert story.verdict(others, many) == story.verdict(everybody, many) == "conflict"


def test_some_more_may_come_on_top_of_those_told_before() -> None:
    story = Story("freed")
    first = story.says("Herald", 11, "2024-05-01T12:00:00Z", words="11 prisoners")
    more = story.says("Echo", 2, "2024-05-02T12:00:00Z", words="2 more prisoners")
    over = story.says("Mirror", 5, "2024-05-02T12:00:00Z", words="5 prisoners, more than 2 days late")
    assert story.verdict(first, more) == "compatible"
    assert story.verdict(first, over) == "conflict"


def test_two_articles_that_both_give_both_figures_do_not_rival_each_other() -> None:
    story = Story("storeys")
    eight, _ = story.says("Courier", 8), story.says("Courier", 9)
    _, nine = story.says("Herald", 8), story.says("Herald", 9)
    assert story.verdict(eight, nine) == "tension"


def test_but_what_two_authorities_say_stays_a_rivalry_wherever_both_are_told() -> None:
    story = Story("storeys")
    eight, _ = story.says("Courier", 8, by="the police"), story.says("Courier", 9, by="organisers")
    _, nine = story.says("Herald", 8, by="the police"), story.says("Herald", 9, by="organisers")
    assert story.verdict(eight, nine) == "conflict"


def test_a_lower_count_beside_a_higher_one_is_no_rival_of_later_reports() -> None:
    story = Story()
    early = story.says("Wire", 19, "2024-05-01T12:00:00Z")
    later = story.says("Bulletin", 26, "2024-05-02T12:00:00Z")
    story.says("Weekly", 31, "2024-05-03T12:00:00Z")
    story.says("Weekly", 19, "2024-05-03T12:00:00Z")
    assert story.verdict(early, later) == "updated"
    story.says("Herald", 19, "2024-05-03T12:00:00Z")
    assert story.verdict(early, later) == "conflict"


def test_a_level_below_ground_is_no_rival_of_the_same_depth() -> None:
    assert at_one_time(number(-250, unit="metre"), number(250, unit="metre"), "depth") == "compatible"
    assert at_one_time(number(-250, unit="metre"), number(260, unit="metre"), "depth") == "conflict"


def test_a_figure_that_does_not_say_what_it_counts_is_nobodys_rival() -> None:
    story = Story("homes destroyed")
    bare = attrs.evolve(story.says("Herald", 116), measure="")
    story.claims[-1] = bare
    assert story.verdict(bare, story.says("Echo", 100)) == "compatible"


def test_lesser_counts_of_nobody_knows_whom_are_no_rivals() -> None:
    story = Story()
    for outlet, value in (("Herald", 12), ("Echo", 2)):
        story.claims.append(attrs.evolve(story.says(outlet, value), population="lesser", scope=Scope.PART))
        del story.claims[-2]
    assert story.verdict(*story.claims) == "compatible"


def test_what_lies_orders_apart_counts_other_things_unless_somebody_slipped() -> None:
    assert at_one_time(number("1,204,518", unit=None), number(1074, unit=None), "votes") == "compatible"
    assert at_one_time(number("2300000", unit="GBP"), number("2300000000", unit="GBP"), "price") == "conflict"


def test_what_has_two_digits_transposed_is_no_news() -> None:
    story = Story("injured")
    first, slip, risen = (
        story.says(outlet, number(value), when)
        for outlet, value, when in (("Herald", 137, EARLY), ("Echo", 173, LATER), ("Post", 174, NEXT_DAY))
    )
    assert [story.verdict(first, slip), story.verdict(first, risen)] == ["conflict", "updated"]


@pytest.mark.parametrize(("number", "verdict"), [(1420, "conflict"), (1430, "compatible")])
def test_what_has_two_digits_transposed_is_excused_by_nothing(number: int, verdict: str) -> None:
    story = Story("altitude")
    told, past = story.says("Herald", 1240, EARLY), story.says("Echo", number, EARLY, status=Status.BACKGROUND)
    assert story.verdict(told, past) == verdict


@pytest.mark.parametrize(
    ("measure", "same_day", "next_day"),
    [
        ("oiled bird", "conflict", "updated"),
        ("missile fired", "conflict", "conflict"),
        ("drone intercepted", "updated", "updated"),
        ("aboard", "conflict", "conflict"),
    ],
)
def test_what_no_table_knows_rises_from_day_to_day(measure: str, same_day: str, next_day: str) -> None:
    story = Story(measure)
    first, later, last = (
        story.says(outlet, number(value, unit=None), when)
        for outlet, value, when in (("Herald", 60, EARLY), ("Echo", 112, LATER), ("Post", 198, NEXT_DAY))
    )
    assert [story.verdict(first, later), story.verdict(first, last)] == [same_day, next_day]
    assert story.verdict(last, story.says("Voice", number(40, unit=None), "2024-05-06T12:00:00Z")) == "conflict"


def test_parts_of_quite_another_size_are_of_others() -> None:
    story = Story("rescued")
    few, many = (story.says(outlet, value, scope=Scope.PART) for outlet, value in (("Herald", 3), ("Echo", 41)))
    assert story.verdict(few, many) == "compatible"


def test_a_slip_of_units_is_one_when_converted_too() -> None:
    story = Story("burned area")
    right = story.says("Herald", number("27,650", unit="acre"), EARLY)
    slip = story.says("Echo", number("27,650", unit="hectare"), LATER)
    again = story.says("Echo", number(107, unit="square mile"), LATER)
    story.claims[-1] = attrs.evolve(story.claims[-1], restates=slip.id)
    assert [story.verdict(right, slip), story.verdict(right, again)] == ["conflict", "conflict"]


def test_a_bill_so_far_is_no_rival_of_a_later_one() -> None:
    story = Story("cost")
    first = story.says("Herald", number("6.8", unit="USD"), EARLY)
    last = story.says("Echo", number("21.4", unit="USD"), NEXT_DAY)
    assert story.verdict(first, last) == "conflict"
    story.claims[0] = attrs.evolve(story.claims[0], so_far=True)
    assert story.verdict(first, last) == "updated"


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (number("250,000", MORE), number("2,500,000"), "conflict"),
        (number("64", AT_LEAST), number("640"), "conflict"),
        (number("20", AT_LEAST), number("200"), "tension"),  # one digit coincides
        (number("250,000", MORE), number("2,600,000"), "tension"),
    ],
    ids=shown,
)
def test_a_digit_too_long_is_no_bound_that_holds(a: Quantity, b: Quantity, verdict: str) -> None:
    assert at_one_time(a, b, "attendance") == at_one_time(b, a, "attendance") == verdict


@pytest.mark.parametrize(("population", "verdict"), [("critical", "updated"), ("children", "conflict")])
def test_those_in_a_bad_way_may_become_fewer(population: str, verdict: str) -> None:
    story = Story("injured")
    nine, five = story.says("Herald", 9, EARLY, scope=Scope.PART), story.says("Echo", 5, NEXT_DAY, scope=Scope.PART)
    story.claims = [attrs.evolve(c, population=population) for c in story.claims]
    assert story.verdict(nine, five) == verdict


@pytest.mark.parametrize(("number_there", "verdict"), [(210, "compatible"), (900, "conflict")])
def test_those_in_hospital_are_some_of_the_injured_of_their_article(number_there: int, verdict: str) -> None:
    story = Story("injured")
    story.says("Echo", 600, by="the ministry")
    hurt = story.says("Herald", 600, by="the ministry")
    there = story.says("Herald", number_there, by="the police", measure="hospitalised")
    assert story.verdict(hurt, there) == verdict


@pytest.mark.parametrize(
    ("first", "then", "verdict"), [(642, 650, "compatible"), (1930, 2000, "compatible"), (320, 400, "updated")]
)
def test_nearly_so_many_may_be_an_exact_number_before_it(first: int, then: int, verdict: str) -> None:
    assert in_order(number(first), number(then, ALMOST)) == verdict


def test_almost_four_in_five_restates_a_share_just_below_it() -> None:
    story = Story("turnout rate")
    exact = story.says("Union", number(79, unit="percent"), "2024-05-01T12:00:00Z")
    round_one = story.says("Leader", number(80, Hedge.ALMOST, unit="percent"), "2024-05-09T12:00:00Z")
    assert story.verdict(exact, round_one) == "compatible"
    assert story.verdict(exact, story.says("Lens", number(90, unit="percent"), "2024-05-09T12:00:00Z")) == "updated"


@pytest.mark.parametrize(("share", "verdict"), [("61.3", "compatible"), ("81", "updated")])
def test_more_than_six_in_ten_restates_a_share_just_above_it(share: str, verdict: str) -> None:
    exact = Article("a", f"Turnout in the election was {share} percent.", source="Herald", published=EARLY)
    coarse = Article(
        "b", "More than six in ten of the electorate voted in the election.", source="Post", published=NEXT_DAY
    )
    (finding,) = (f for f in reconcile([exact, coarse]).findings if f.measure == "turnout rate")
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("bare", "done", "verdict"),
    [(640, 388, "tension"), (640, 604, "conflict"), (31, 30, "conflict"), (137, 173, "conflict"), (640, 640, "agree")],
)
def test_things_told_without_a_deed_may_be_more_than_those_it_was_done_to(bare: int, done: int, verdict: str) -> None:
    story = Story("flight")
    one = story.says("Herald", number(bare, unit=None, head="flight"), measure="flight")
    two = story.says("Echo", number(done, unit=None, head="flight"), measure="flight cancelled")
    assert story.verdict(one, two) == verdict


def test_one_number_at_two_rates_is_a_slip() -> None:
    story = Story("dose")
    yearly = story.says("Maker", number("60,000,000", unit=None, per="year"))
    monthly = story.says("Echo", number("60,000,000", unit=None, per="month"), LATER)
    other = story.says("Lens", number("5,000,000", unit=None, per="month"), LATER)
    assert [story.verdict(yearly, monthly), story.verdict(yearly, other)] == ["conflict", "compatible"]


def test_a_count_that_was_behind_when_printed_is_not_brought_up_to_date() -> None:
    story = Story("killed")
    known, stale = story.says("Herald", number(31), EARLY), story.says("Echo", number(26), LATER)
    assert story.verdict(known, stale) == "conflict"
    assert story.verdict(stale, story.says("Courier", number(31), NEXT_DAY)) == "conflict"


def test_the_dead_with_the_attacker_are_kept_from_those_without_where_a_text_tells_both() -> None:
    published = {"one": NEXT_DAY, "two": LATER, "three": EARLY}
    opening = "A bomber blew himself up at the mill in Orsk on Tuesday"
    bodies = {
        "one": f"{opening}. The toll is 18. If the bomber is counted it is 19.",
        "two": f"{opening}, killing 17 people.",
        "three": f"{opening}. The blast left 18 dead, counting the bomber.",
    }
    report = reconcile([Article(id=i, body=b, source=i, published=published[i]) for i, b in bodies.items()])
    dead = [f for f in report.findings if f.measure == "killed"]
    assert sorted(sorted(c.quantity.value for c in f.claims) for f in dead) == [[17, 18], [18, 19]]


@pytest.mark.parametrize(
    ("a", "b", "unit", "verdict"),
    [
        (Hedge.AT_MOST, Hedge.MORE_THAN, "EUR", "compatible"),  # "up to €100,000 is safe", "those with more"
        (Hedge.AT_MOST, Hedge.MORE_THAN, "kilometre", "compatible"),
        (Hedge.LESS_THAN, Hedge.MORE_THAN, "percent", "conflict"),
        (Hedge.AT_MOST, Hedge.MORE_THAN, "person", "conflict"),
    ],
)
def test_a_threshold_is_named_from_two_sides(a: Hedge, b: Hedge, unit: str, verdict: str) -> None:
    one, other = (number(100, hedge, unit=unit) for hedge in (a, b))
    assert at_one_time(one, other, "limit") == at_one_time(other, one, "limit") == verdict


@pytest.mark.parametrize(
    ("outlets", "bits", "expected"),
    [
        (2, 2.9, "tension"),  # hardly more than the threshold
        (2, 3.1, "conflict"),
        (3, 2.5, "conflict"),  # a third text bears it out
        (3, 1.9, "tension"),  # and no pair of rivals has more for itself
    ],
)
def test_what_little_ties_together_is_in_tension_at_most(outlets: int, bits: float, expected: str) -> None:
    story = Story("storeys")
    values = ((name, n) for name, n in (("Herald", 12), ("Echo", 19), ("Post", 31)))
    claims = [story.says(name, number(n, unit=None)) for name, n in values][:outlets]
    evidence = {frozenset((a.id, b.id)): bits for a, b in combinations(claims, 2)}
    found = compare(Group(tuple(claims), "storeys", evidence=evidence), story.articles)
    assert {r.verdict.value for r in found.relations} == {expected}


def test_two_named_sources_are_rivals_however_little_ties_them() -> None:
    story = Story("storeys")
    claims = (
        story.says("Herald", number(12, unit=None), by="police"),
        story.says("Echo", number(19, unit=None), by="union"),
    )
    evidence = {frozenset(c.id for c in claims): 0.5}
    found = compare(Group(claims, "storeys", evidence=evidence), story.articles)
    assert found.verdict.value == "conflict"
