"""What a mention says beside its value: spans, precision, rates, what it restates, and house tables."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reconcile.errors import LexiconError
from reconcile.language.quantities import QuantityMention, as_dict, find_quantities
from reconcile.language.tokens import tokenize


def only(text: str) -> QuantityMention:
    (mention,) = find_quantities(text)
    return mention


def test_the_span_holds_hedge_number_and_noun_but_no_restrictor() -> None:
    text = "Officials said at least 1,200 people without power were moved."
    mention = only(text)
    assert mention.text == "at least 1,200 people"
    assert text[mention.number_start : mention.number_end] == "1,200"
    words = tokenize(text).words
    assert words[mention.first : mention.last] == ["at", "least", "1", ",", "200", "people"]
    assert words[mention.number_first : mention.number_last] == ["1", ",", "200"]


@pytest.mark.parametrize(
    "text", ["They sold 40 Nissans", "It holds 40 sedans", "Town Repairs 40 Caravans", "40 Plans Fail"]
)
def test_other_words_end_as_the_people_of_a_place_do(text: str) -> None:
    assert only(text).quantity.unit is None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("1,200 homes", "100"),
        ("1150 homes", "10"),
        ("4.5 million homes", "100000"),
        ("12 homes", "1"),
        ("2.50 metres", "0.01"),
        ("forty homes", "10"),
        ("forty-one homes", "1"),
        ("two thousand homes", "1000"),
        ("€30billion", "10000000000"),
    ],
)
def test_precision_follows_the_digits_as_written(text: str, step: str) -> None:
    assert only(text).quantity.step == Decimal(step)


def test_a_figure_in_brackets_names_what_it_restates() -> None:
    first, second = find_quantities("It lies 19 miles (30 km) south.")
    assert (first.restates, second.restates) == (None, 0)
    assert second.quantity.unit == "kilometre"


def test_a_bound_holds_for_the_figure_in_brackets_too() -> None:
    first, second = find_quantities("more than 100 kilometres (60 miles)")
    assert first.quantity.hedge == second.quantity.hedge == "more_than"
    assert (second.quantity.low, second.quantity.high) == (60, None)


def test_a_number_given_twice_is_one_figure() -> None:
    mention = only("Nineteen (19) people were held.")
    assert mention.text == "Nineteen (19) people"
    assert mention.quantity.value == 19


def test_counted_phrase_and_its_head() -> None:
    quantity = only("They fired 36 Russian cruise missiles at Kyiv.").quantity
    assert (quantity.counted, quantity.head, quantity.unit) == ("russian cruise missiles", "missile", None)


def test_a_second_figure_without_a_noun_counts_nothing_of_its_own() -> None:
    killed, wounded = find_quantities("killing 37 and wounding 190")
    assert killed.quantity.counted is wounded.quantity.counted is None
    assert killed.quantity.unit is wounded.quantity.unit is None


def test_what_is_compared_counts_the_same() -> None:
    now, before = find_quantities("2,000 jobs, up from 1,400")
    assert now.quantity.head == before.quantity.head == "job"
    assert before.text == "1,400"


def test_vague_words_are_intervals_with_a_plausible_end() -> None:
    quantity = only("dozens of homes").quantity
    assert (quantity.low, quantity.high, quantity.plausible_high) == (24, None, 96)


def test_as_printed_numbers_are_json_numbers_and_units_name_one_of_it() -> None:
    printed = as_dict(only("about 36 cruise missiles"))
    assert printed == {
        "start": 0,
        "end": 24,
        "low": 36,
        "high": 36,
        "hedge": "about",
        "unit": "cruise missile",
        "counted": "cruise missiles",
        "per": None,
        "direction": None,
    }
    assert as_dict(only("$1.50 a litre"))["unit"] == "USD per litre"
    assert as_dict(only("$1.50 a litre"))["low"] == 1.5


def test_digits_too_long_for_a_figure_are_none() -> None:
    assert find_quantities("9" * 5000) == ()
    assert find_quantities("1" + ",000" * 5000) == ()


def test_a_house_table_adds_a_unit(tmp_path: Path) -> None:
    (tmp_path / "units.toml").write_text(
        '[[unit]]\nid = "furlong"\ndimension = "length"\nfactor = "201.168"\nphrases = ["furlong", "furlongs"]\n'
    )
    assert find_quantities("eight furlongs")[0].quantity.unit is None
    assert find_quantities("eight furlongs", (tmp_path,))[0].quantity.unit == "furlong"


def test_a_house_table_can_take_away_a_rule(tmp_path: Path) -> None:
    (tmp_path / "not_a_figure.toml").write_text('remove = ["one-of"]\n')
    assert not find_quantities("one of the clubs")[0].checkable
    assert find_quantities("one of the clubs", (tmp_path,))[0].checkable


def test_a_malformed_house_table_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "hedges.toml").write_text('\n[[hedge]]\nid = "x"\nphrases = ["say"]\neffect = "rougly"\n')
    with pytest.raises(LexiconError, match=r"hedges\.toml:2.*rougly"):
        find_quantities("12 people", (tmp_path,))


def test_a_bare_decimal_measures_what_the_one_before_it_does() -> None:
    _, lowest = find_quantities("The highest forecast is 84.75 cents, while the lowest is 74.07.")
    assert lowest.quantity.unit == "cent"
    _, price = find_quantities("Shares rose 8.15% to 3.65.")
    assert price.quantity.unit is None


def test_a_rate_behind_brackets_is_that_of_both_figures() -> None:
    first, second = find_quantities("It earns 9 billion shekels ($2.4 billion) a year.")
    assert first.quantity.per == second.quantity.per == "year"
    assert second.restates == 0


def test_a_part_counts_what_its_whole_counts() -> None:
    part, whole = find_quantities("42 out of 47 drones were shot down")
    assert part.text == "42"
    assert part.quantity.head == whole.quantity.head == "drone"
    assert only("Two of the soldiers died").quantity.unit == "person"
    _, share = find_quantities("The quake hurt 13 people, more than half of them badly.")
    assert share.quantity.unit == "percent"


def test_a_list_of_hyphened_numbers_shares_its_noun() -> None:
    heads = [m.quantity.head for m in find_quantities("four-, five- and six-storey blocks")]
    assert heads == ["storey", "storey", "storey"]


@pytest.mark.parametrize("text", ["They lost 40 men.", "The jets dropped 22 bombs.", "It shot down 42 drones."])
def test_losing_things_is_no_change_of_their_number(text: str) -> None:
    assert only(text).quantity.direction is None


@pytest.mark.parametrize(
    "text",
    [
        "The index rose 64.06 points to 4,577.10.",
        "The index lost 64.06 points, or 0.9 percent, to close at 4,577.10.",
        "The exchange (4,577.10, up 64.06 points) led the region.",
    ],
)
def test_points_of_an_index_level(text: str) -> None:
    level = next(m for m in find_quantities(text) if m.quantity.low == Decimal("4577.1"))
    assert level.quantity.unit == "point"


def test_a_share_of_votes_is_no_index() -> None:
    _, level = find_quantities("Support rose 3.5 points to 40.5 in the latest poll.")
    assert level.quantity.unit is None


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("12 kayaks in Marsk and 14 in Tolle were sold", "kayaks"),
        ("They sold 12 kayaks by auction and 14 by tender.", "kayaks"),
        ("Cases fell from 14 to 12 kayaks a year.", "kayaks"),
        ("The club needs “no fewer than 14” kayaks.", "kayaks"),
        ("The navy has 14 X200neo kayaks.", "x200neo kayaks"),
        ("A crowd of some 14-odd kayaks drifted by.", "kayaks"),
        ("All 14 damaged kayaks were towed in.", "damaged kayaks"),
        ("He has 14 RBIs.", "rbis"),
        ("She sold 14 of the past 20 kayaks.", "kayaks"),
        ("Fourteen of the club's 20 kayaks sank.", "kayaks"),
        ("They lost 20 kayaks, 14 of them for good.", "kayaks"),
        ("They own 20 kayaks, of which fewer than 14 float.", "kayaks"),
        ("Of the 20 kayaks taken, 14 were found.", "kayaks"),
        ("Of 20 kayaks taken, at least 14 were found.", "kayaks"),
        ("They sold 20 kayaks, down from a peak of 14.", "kayaks"),
        ("She took 20 kayaks; 14 sank.", None),
        ("The club has 90 members and 20 kayaks and sold 14 of them.", None),
        ("A club of 20 kayaks, 14 miles away.", None),
        ("The club has 90 kayaks, most of them 14 or older.", None),
        ("They lost 1 kayak, and poles, 14 of which floated.", None),
        ("He owns 12 kayaks in Marsk and 14 boats.", "boats"),
        ("He sold 12 kayaks in Marsk. And 14 in Tolle left.", None),
        ("Some 14 threw bottles at the kayaks.", None),
        ("Some 14 live in kayaks.", None),
    ],
)
def test_what_is_counted_may_stand_elsewhere(text: str, counted: str | None) -> None:
    found = next(m for m in find_quantities(text) if m.quantity.value == 14)
    assert found.quantity.counted == counted


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("The pipe carries 900 litres of oil per day.", "day"),
        ("It makes 3 GW of solar panels a year.", "year"),
        ("Police saw 12 cases of fraud a week.", "week"),
        ("The rate is 14.3 per 100,000 people.", "100000"),
        ("It made 3 tonnes of gold a year earlier.", None),
        ("It has 3 tonnes of gold, a year of work.", None),
    ],
)
def test_the_rate_behind_what_is_measured(text: str, per: str | None) -> None:
    assert find_quantities(text)[0].quantity.per == per


def test_the_printed_unit_keeps_what_restricts_the_noun_only() -> None:
    assert as_dict(only("about 40 Doran and Ilva vans"))["unit"] == "doran ilva van"
    assert as_dict(only("2.7m combined digital and printed copies"))["unit"] == "digital printed copy"
    assert as_dict(only("12 strike-breakers"))["unit"] == "strike-breaker"
    assert as_dict(only("2.7m combined digital and printed copies"))["counted"] == "combined digital and printed copies"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("the top three seeds", "top seed"),
        ("a record 32 goals", "record goal"),
        ("the previous two governments", "previous government"),
        ("the past 24 hours", "hour"),
        ("on top of three seeds", "seed"),
        ("two smaller flats", "small flat"),
        ("one of the best clubs", "good club"),
        ("one of the most gifted strikers", "gifted striker"),
        ("12 easterly winds", "easterly wind"),
    ],
)
def test_the_printed_unit_is_in_base_form_with_the_restrictor_before_the_number(text: str, unit: str) -> None:
    assert as_dict(only(text))["unit"] == unit


def test_plus_or_minus_is_no_sign() -> None:
    (margin,) = find_quantities("a margin of plus or minus three percentage points")
    assert margin.quantity.low == 3


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("14 tornadoes touched down", "tornado"),
        ("two volcanoes erupted", "volcano"),
        ("300 shoes were found", "shoe"),
        ("nine canoes capsized", "canoe"),
    ],
)
def test_a_plural_in_oes_has_its_singular(text: str, head: str) -> None:
    assert find_quantities(text)[0].quantity.head == head


@pytest.mark.parametrize(
    "text",
    [
        "a sensor on longwall 17 reported it",
        "From Marta, in carriage 6: we heard gravel",
        "Behind the fall on face 14, far below, lie the men",
        "Buses 4 and 11 will run from the market",
        "Schools 7, 12 and 31 closed.",
        "Buffets are closed on decks 9 and 10. Our next cruise is off.",
        "Everyone had voted by six. It rained.",
        "The square was empty by eight on Saturday, and by ten there was a van.",
        "She went to bed, aides said, at about three, when it was over",
        "Rehn, of 58 years, is prime minister",
        "On the score board of the last game, 24 to 19, nobody has turned off the light",
    ],
)
def test_numbers_of_things_hours_ages_and_results_are_no_figures(text: str) -> None:
    assert not find_quantities(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The toll rose by six on Saturday.", ["six"]),
        ("The ministry put the toll at about nine.", ["about nine"]),
        ("The firm has cut output by six this year.", ["six"]),
        ("In Marsk 12 were hurt", ["12"]),
        ("There were on board 212 passengers", ["212 passengers"]),
        ("In total 12 died", ["12"]),
        ("Of these 117 are soldiers", ["117"]),
        ("Under treatment: 72, of whom on dialysis 19", ["72", "19"]),
        ("Blast kills 4 and 11 are missing", ["4", "11"]),
        ("Deaths 12, injuries 4", ["12", "4"]),
        ("He has shops 4 and 11 people", ["11 people"]),
        ("They voted 24 to 19", ["24", "19"]),
        ("A ban, of 10 years, was imposed", ["10 years"]),
    ],
)
def test_counts_in_like_places_are_figures(text: str, found: list[str]) -> None:
    assert [q.text for q in find_quantities(text)] == found


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The pipe carries 900 barrels of oil a day.", "barrel per day"),
        ("900 barrels of light crude per day", "barrel per day"),
        ("900 gallons of fuel have been escaping every day", "gallon per day"),
        ("38,000 gallons a day", "gallon per day"),
        ("900 barrels of oil", "barrel"),
        ("900 barrels were left, and every day men came for them", "barrel"),  # another clause
        ("900 barrels of oil, every day of the year", "barrel"),
    ],
)
def test_a_rate_is_in_the_unit_that_the_table_has_for_it(text: str, unit: str) -> None:
    assert find_quantities(text)[0].quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("It leaked 620 barrels a day in May and about 530 in July.", "barrel per day", None),
        ("It takes in 150 barrels a day and is to be ready for up to 530 by June.", "barrel per day", None),
        ("The dam let out 1,800 cubic metres a second on Monday and 1,200 on Tuesday.", "cubic metre", "second"),
        ("The mine yields 22,000 tonnes a year and employs 9,000 in the valley.", None, None),
        ("It leaked 620 barrels a day, and 530 workers were sent home.", "person", None),
        ("It leaked 620 barrels a day in May and 12 in a hundred beaches were closed.", None, None),  # of another order
        ("It lost 620 barrels in May and about 530 in July.", None, None),  # no rate
    ],
)
def test_a_bare_number_goes_on_about_a_rate(text: str, unit: str | None, per: str | None) -> None:
    found = find_quantities(text)[1].quantity
    assert (found.unit, found.per) == (unit, per)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Each family gets 150,000 zlotys ($36,700), on top of the 20,000 handed out in the first week.", "PLN"),
        ("Families get 5,000 euros each, not the 8,000 promised.", "EUR"),
        ("It costs 4,200 euros a month instead of the 3,100 paid so far.", "EUR"),
        ("Aid of 90 tonnes came, in addition to the 40 sent in May.", "tonne"),
        ("Forty officers came on top of the 12 already there.", "person"),
        ("Each widow gets 50,000 zlotys, on top of the 200 workers paid earlier.", "person"),
        ("The fine of 5,000 euros comes on top of 300 hours of work.", "hour"),
        ("He gave 5,000 euros to the 300 who had fled.", "person"),
    ],
)
def test_what_is_added_or_set_right_is_in_the_same_unit(text: str, unit: str) -> None:
    assert find_quantities(text)[-1].quantity.unit == unit
