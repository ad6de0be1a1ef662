"""Whom a figure counts: all of its event, or some."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def figures(body: str) -> dict[str, Claim]:
    found = extract_claims(
        [Article("a", headline="Shooting in Arel", body=body, source="Herald", published="2024-05-01")]
    )
    return {c.mention.text: c for c in found if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    ("body", "scope"),
    [
        ("Mercy Hospital received 14 patients with gunshot wounds.", "part"),
        ("In all, 14 patients with gunshot wounds were counted.", "whole"),
        ("Mercy Hospital said 14 people were wounded.", "whole"),
    ],
)
def test_one_hospital_counts_its_own_patients(body: str, scope: str) -> None:
    assert {c.scope.value for c in figures(body).values()} == {scope}


@pytest.mark.parametrize(
    ("body", "scope"),
    [
        ("Four bodies which had been moved were counted twice.", "part"),
        ("Four bodies were found.", "whole"),
        ("The four bodies which were found have been named.", "whole"),
        ("Four people who were in the car died.", "whole"),
    ],
)
def test_a_clause_may_say_which_of_the_dead(body: str, scope: str) -> None:
    assert {c.scope.value for c in figures(body).values()} == {scope}


@pytest.mark.parametrize(
    ("body", "text", "population"),
    [
        ("The blast wounded about 120, police said.", "about 120", ""),
        ("The blaze gutted 12 family-run hotels.", "12 family-run hotels", ""),
        ("The blaze gutted 83 single-family homes.", "83 single-family homes", ""),
        ("The gunman fired 100 bullets at families.", "100 bullets", ""),
        ("The aid runs for three years for households.", "three years", ""),
        ("Of 89 people held, 70 were freed.", "70", ""),
        ("The wards treated 390 injured; the number in intensive care fell.", "390 injured", ""),
        ("Of 89 people held, 70 were children.", "70", "children"),
        ("Twelve people died, of whom three were nurses.", "three", "part"),
        ("The wards treated 390 injured, 12 of them in intensive care.", "12", "critical"),
    ],
)
def test_words_that_stand_behind_a_figure_may_be_of_others(body: str, text: str, population: str) -> None:
    assert figures(body)[text].population == population


def test_across_the_country_restricts_where_the_article_counts_others_too() -> None:
    both = figures("In Arel 68,000 people marched. Across the country 412,000 people marched.")
    assert both["412,000 people"].where and not both["68,000 people"].where
    assert not figures("Across the country 412,000 people marched.")["412,000 people"].where


@pytest.mark.parametrize(
    ("body", "scope"),
    [
        ("It will close two of the group's 14 plants.", "whole"),
        ("Rebels destroyed 31 of the 45 tanks.", "whole"),
        ("It will close two of the plants.", "part"),
    ],
)
def test_so_many_of_a_whole_that_is_counted(body: str, scope: str) -> None:
    assert next(iter(figures(body).values())).scope == scope


def test_some_of_a_role_are_not_all_of_it() -> None:
    found = figures("Some 120 rescuers, 40 of them volunteers from other pits, were working in relays.")
    assert [(c.population, c.scope) for c in found.values()] == [("rescuers", Scope.WHOLE), ("part", Scope.PART)]


@pytest.mark.parametrize(
    ("body", "population"),
    [
        ("Households without power: 64,000.", ""),
        ("Around 64,000 families lost electricity.", ""),
        ("Some 64,000 families were displaced.", "families"),
        ("Some 64,000 people were without power.", "people in homes"),
        ("Some 64,000 customers were without power.", ""),
    ],
)
def test_homes_and_households_without_power_are_counted_alike(body: str, population: str) -> None:
    assert {c.population for c in figures(body).values()} == {population}


def test_a_live_page_counts_a_part_between_two_states_of_the_whole() -> None:
    page = "08:00 The toll is 251.\n\n14:20 In Arel alone 171 people died.\n\n15:40 New count: 263 dead."
    assert [c.population for c in figures(page).values()] == ["", "lesser", ""]
    page = "08:00 The toll is 251.\n\n14:20 The toll is 263.\n\n15:40 The toll is 262: one was counted twice."
    assert [c.population for c in figures(page).values()][:3] == ["", "", ""]


@pytest.mark.parametrize(
    ("body", "text", "population"),
    [
        (
            "The ministry said 64 died. The union said 57 people were killed. The union said 38 people were killed.",
            "38 people",
            "lesser",
        ),
        (
            "The ministry said 64 people were killed. The union said 57 people were killed.",
            "57 people",
            "",
        ),
        (
            "Police said 12 died. The union said 57 people were killed. The mayor said 38 people were killed.",
            "38 people",
            "",
        ),
    ],
)
def test_a_figure_is_lesser_beside_the_first_of_its_own_voice(body: str, text: str, population: str) -> None:
    assert figures(body)[text].population == population


@pytest.mark.parametrize(
    ("body", "text", "scope"),
    [
        ("Five more bodies were brought up in the night.", "Five more bodies", "part"),
        ("Three further bodies were found under the roof.", "Three further bodies", "part"),
        ("The bodies of two more people were found.", "two more people", "part"),
        ("Divers found the bodies of another three miners.", "another three miners", "part"),
        ("The bodies of two people were found.", "two people", "whole"),
        ("Five bodies were brought up in the night.", "Five bodies", "whole"),
        ("Five or more bodies were brought up in the night.", "Five or more bodies", "whole"),
        ("Another blaze killed three more people.", "three more people", "whole"),
    ],
)
def test_more_bodies_are_some_of_all_wherever_those_are_told(body: str, text: str, scope: str) -> None:
    assert figures(body)[text].scope.value == scope


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Five people are dead. In the morning the count of the dead had stood at three.", "three"),
        ("A fire killed 14 people in a hotel. The toll had been put at nine dead at first.", "nine dead"),
        ("A fire killed 14 people in a hotel. The prefect had reduced the number of the dead to nine.", "nine"),
        ("A blast killed 31 people. For days the number of the dead had been lowered from 31 to 28.", "28"),
        ("A landslide killed 52 people in Osk. Seven people were killed in Lund.", "Seven people"),
        ("A fire killed 14 people, the mayor said. The rescuers spoke of altogether nine dead.", "nine dead"),
        ("A fire killed 14 people. The report gave a tally of nine killed.", "nine killed"),
    ],
)
def test_an_earlier_or_another_count_of_all_is_no_lesser_one(body: str, text: str) -> None:
    assert figures(body)[text].population == ""


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("A fire killed 14 people in a hotel. Nine bodies were found on the stairs.", "Nine bodies"),
        ("A fire killed 14 people in a hotel. Nine people died in hospital later.", "Nine people"),
        ("Thirty-one people lost their lives. Five people died later on the wards.", "Five people"),
        ("The toll has risen to 14 dead. Nine people were killed in the lift.", "Nine people"),
    ],
)
def test_a_smaller_count_that_no_word_calls_a_count_of_all_is_a_lesser_one(body: str, text: str) -> None:
    assert figures(body)[text].population == "lesser"


@pytest.mark.parametrize(
    ("body", "text", "scope"),
    [
        ("The coach carried 50 passengers. Of the passengers 14 are under the age of sixteen.", "14", "part"),
        ("Of the 52 on board 11 died.", "11", "whole"),
        ("The coach carried 50 passengers. In the village 14 had waited for it.", "14", "whole"),
    ],
)
def test_a_sentence_may_open_with_those_of_whom_it_counts_some(body: str, text: str, scope: str) -> None:
    assert figures(body)[text].scope.value == scope


@pytest.mark.parametrize(
    ("body", "text", "scope"),
    [
        ("Seven victims of the attack have died.", "Seven victims", "whole"),
        ("Some 2,300 inhabitants of the zone were evacuated.", "Some 2,300 inhabitants", "whole"),
        ("Four of the wounded have died.", "Four", "part"),
        ("There were 285 people below and 235 of them were rescued.", "235", "whole"),
        ("Of 285 people 235 were rescued, 12 of whom were rescued by boat.", "12", "part"),
        ("The crash injured 31 people, 22 of whom remain hospitalised.", "22", "part"),
    ],
)
def test_those_of_a_group_may_be_all_of_their_kind(body: str, text: str, scope: str) -> None:
    assert figures(body)[text].scope.value == scope


@pytest.mark.parametrize(
    ("body", "populations"),
    [
        ("With 11 more deaths at the weekend, the toll has mounted to 52.", {"11 more deaths": "increment", "52": ""}),
        ("The toll rose to 52 after 11 more people died.", {"52": "", "11 more people": "increment"}),
        ("Another blaze, 11 more deaths.", {"11 more deaths": ""}),
    ],
)
def test_more_beside_the_sum_is_what_was_added(body: str, populations: dict[str, str]) -> None:
    assert {text: c.population for text, c in figures(body).items()} == populations


@pytest.mark.parametrize(
    ("body", "population"),
    [
        ("Police seized 640 litres of the brew.", ""),
        ("The thieves took 12 tonnes of the copper.", ""),
        ("The lorries held 90 tonnes of grain, 30 tonnes of them spoilt.", "part"),
    ],
)
def test_what_a_weight_is_of_is_no_whole(body: str, population: str) -> None:
    assert list(figures(body).values())[-1].population == population


@pytest.mark.parametrize(
    ("body", "population"),
    [
        ("The flood drove 40,000 men, women and children from Arel.", ""),
        ("The flood killed 40 women and men.", ""),
        ("The flood killed 40 men.", "men"),
    ],
)
def test_men_women_and_children_are_everyone(body: str, population: str) -> None:
    assert next(iter(figures(body).values())).population == population


@pytest.mark.parametrize(
    ("body", "scope"),
    [
        ("Norrdal sold it $30m of the wine.", "whole"),
        ("Officers seized £3m of the drug in the port.", "whole"),
        ("The farm sold $8m of its own apples.", "whole"),
        ("The bank repaid $30m of the old state loan.", "part"),
        ("Some $30m of the aid has come.", "part"),
        ("Divers brought up gold worth $30m, $12m of which was stolen.", "part"),
    ],
)
def test_a_sum_is_part_of_a_sum_and_not_of_the_goods_that_it_buys(body: str, scope: str) -> None:
    assert list(figures(body).values())[-1].scope.value == scope


@pytest.mark.parametrize(
    ("body", "figure"),
    [
        ("Four raiders dropped through the roof.", "Four raiders"),
        ("The fair drew 14,200 visitors at the weekend.", "14,200 visitors"),
    ],
)
def test_whom_the_measure_itself_names_are_everybody(body: str, figure: str) -> None:
    assert figures(body)[figure].population == ""


@pytest.mark.parametrize(
    ("body", "period"),
    [
        ("Delegates came from 40 countries.", ""),
        ("The milk comes from some 1,900 farms.", ""),
        ("The force drew 1,200 officers from 14 districts.", ""),
        ("The number of farms fell from 40 farms.", "before"),
        ("It grew to 52 farms last year, and from 40 farms in all.", "before"),
    ],
)
def test_whence_things_come_is_no_earlier_count_of_them(body: str, period: str) -> None:
    assert list(figures(body).values())[-1].period == period


def test_newborns_are_children() -> None:
    assert (
        figures("At night 173 patients were evacuated, among them 21 newborns.")["21 newborns"].population == "children"
    )


@pytest.mark.parametrize(
    "told",
    [
        "Three people who died in the hours before the fire had been ill, the director said.",
        "Whether the three who died before midnight belong on the list is not settled, the company said.",
        "The mayor said that the three who died in the ambulance came from Osk.",
        "The clinic adds three patients who died on the way, said its head.",
    ],
)
def test_those_whom_a_clause_picks_out_are_some_of_all_whoever_tells_it(told: str) -> None:
    assert _three("The ministry puts the toll of the fire at nine dead. " + told).scope is Scope.PART


@pytest.mark.parametrize(
    "body",
    [
        "The ministry puts the toll of the fire at nine dead. The director said that three people died in the fire.",
        "The director spoke of the three who died before help came.",
        "The ministry said nine people died. Three people who died in the fire lie in Osk, the director said.",
    ],
)
def test_rival_counts_and_the_only_count_are_of_all(body: str) -> None:
    assert _three(body).scope is Scope.WHOLE


def _three(body: str) -> Claim:
    article = Article("a", headline="Fire in Torvik", body=body, source="Herald", published="2024-05-01")
    return next(c for c in extract_claims([article]) if c.kind is Kind.FIGURE and c.quantity.value == 3)


@pytest.mark.parametrize(
    ("body", "text", "scope"),
    [
        ("The fire destroyed 118 buildings, including 71 homes.", "71 homes", "whole"),
        ("The storm damaged 300 buildings, 210 of them houses.", "210 of them houses", "whole"),
        ("The fire destroyed 118 buildings, including 12 homes on Mill Road.", "12 homes", "part"),
        ("The fire destroyed 118 homes, including 12 wooden homes.", "12 wooden homes", "part"),
        ("The fire killed 18 people, including 12 guests.", "12 guests", "part"),
    ],
)
def test_all_homes_among_the_buildings_hit_are_all_homes_hit(body: str, text: str, scope: str) -> None:
    assert figures(body)[text].scope.value == scope


@pytest.mark.parametrize(
    ("body", "scope", "period"),
    [
        ("The clinic counted 120 new cases on Monday.", "whole", "new 2024-04-29"),
        ("The plant brings 1,200 new jobs.", "whole", ""),
        ("The scheme brings 400 new homes and 90 new jobs.", "whole", ""),
    ],
)
def test_new_is_of_a_day_only_where_counts_run_on(body: str, scope: str, period: str) -> None:
    assert {(c.scope.value, c.period) for c in figures(body).values()} == {(scope, period)}


@pytest.mark.parametrize(
    ("body", "figure", "population"),
    [
        ("The number of women who were injured rose to 40.", "40", "women"),
        ("The number of foreigners among the dead has risen to 12.", "12", "foreigners"),
        ("The toll among children is 12.", "12", "children"),
        ("The number of people killed rose to 40.", "40", ""),
        ("By the count of the police 18,000 people came.", "18,000 people", ""),
        ("The number of children killed rose to 40 and that of the injured to 30.", "30", ""),
    ],
)
def test_the_noun_before_a_number_says_whom_it_counts(body: str, figure: str, population: str) -> None:
    assert figures(body)[figure].population == population


@pytest.mark.parametrize(
    ("body", "figure", "where"),
    [
        ("In the valley alone 34 people died.", "34 people", {"valley"}),
        ("Some 4,300 people from the valley were injured.", "Some 4,300 people", {"valley"}),
        ("In our county 40 people were injured.", "40 people", {"county"}),
        ("Some 40 people were injured in the town.", "Some 40 people", set()),
        ("Some 40 people fled from the town.", "Some 40 people", set()),
        ("It lies 12 km from the town.", "12 km", set()),
    ],
)
def test_a_place_without_a_name_may_be_one_of_several(body: str, figure: str, where: set[str]) -> None:
    assert set(figures(body)[figure].where) == where


@pytest.mark.parametrize(
    ("body", "figure", "scope"),
    [
        ("Thousands marched. That is nowhere near the 110,000 of the CGO.", "110,000", Scope.WHOLE),
        ("Police say that 27 of the wounded are women.", "27", Scope.PART),
    ],
)
def test_what_is_told_of_somebody_is_no_part_of_them(body: str, figure: str, scope: Scope) -> None:
    assert figures(body)[figure].scope is scope


@pytest.mark.parametrize(
    "body",
    [
        "Health workers account for 43 injured.",
        "The quake destroyed 33 dwellings and 41 other buildings.",
    ],
)
def test_some_of_all_are_a_part(body: str) -> None:
    assert list(figures(body).values())[-1].scope is Scope.PART


@pytest.mark.parametrize(
    ("body", "period"),
    [
        ("More than 250 people have died in such fires since May.", "several events"),
        ("Since 2010 more than 250 people have died in hall fires.", "several events"),
        ("Similar accidents have killed more than 250 people.", "several events"),
        ("More than 250 people have been killed in recent years.", "several events"),
        ("Fires kill more than 250 people every year.", "several events"),
        ("More than 250 people have died; some fall ill every year.", ""),
        ("It was the worst fire since 2010, and more than 250 people have died.", ""),
        ("More than 250 people have died since Monday.", ""),
    ],
)
def test_what_has_come_to_pass_over_years_is_of_several_events(body: str, period: str) -> None:
    [told] = [c for c in figures(body).values() if c.quantity.value == 250]
    assert told.period == period


@pytest.mark.parametrize(
    "body",
    [
        "There were 149 passengers, including four infants, and six crew members on the aircraft.",
        "There were 149 passengers, four of them infants, and six crew on the aircraft.",
    ],
)
def test_those_told_as_some_of_others_are_added_to_nobody(body: str) -> None:
    assert {int(c.quantity.value) for c in figures(body).values()} == {149, 4, 6}
    assert all(c.scope is Scope.PART for c in figures(body).values())
