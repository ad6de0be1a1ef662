"""Who was killed and injured, as reports of one violent event tell it: single people, groups and remainders."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.text import Article


def told(body: str, headline: str = "", measure: str | None = None) -> list[Claim]:
    """The casualty figures that stand for the whole event."""
    article = Article(id="a", headline=headline, body=body, published="2024-05-04")
    claims = extract(article, frozenset({Kind.FIGURE})).claims
    wanted = {measure} if measure else {"killed", "injured", "shot"}
    return [c for c in claims if c.measure in wanted and c.scope is Scope.WHOLE and c.status is Status.STATED]


def counts(body: str, headline: str = "") -> set[str]:
    """ "killed 2" for each casualty figure of the whole event; "killed 1+" where it is a lower bound."""
    return {
        f"{c.measure} {c.quantity.low}{'+' if c.quantity.high is None else ''}"
        for c in told(body, headline)
        if c.quantity.low is not None
    }


@pytest.mark.parametrize(
    "body",
    [
        "A 17-year-old boy was killed on Saturday and officers closed the street.",
        "A 22-year-old university student was killed at the gate.",
        "A teenager is dead after gunfire outside the hall.",
        "A driver was killed by a robber.",
    ],
)
def test_one_person_without_a_number_is_at_least_one(body: str) -> None:
    assert "killed 1+" in counts(body)


@pytest.mark.parametrize(
    "headline", ["Teen killed, 3 men hurt at fair", "Woman dead after row", "16-year-old dead at park"]
)
def test_a_headline_needs_no_article_before_a_person(headline: str) -> None:
    assert "killed 1+" in counts("The fair closed early.", headline)


def test_people_in_passing_are_no_victims() -> None:
    assert counts("A vigil for a man killed in March was held on the square.") == set()


def test_the_one_died_not_the_five() -> None:
    assert counts("One of five customers shot on Sunday has died.") == {"killed 1+", "shot 5", "injured 4"}
    assert counts("One of the five men taken to hospital after a robbery has died.", "Five injured in robbery") == {
        "killed 1+",
        "shot 5",
        "injured 4",
    }
    assert counts("The street is open.", "One of five victims of bar shooting dies") == {"killed 1+"}
    assert "killed 5" in counts("He was one of five people who died on Sunday.")


def test_a_figure_with_a_verb_of_its_own_shares_no_measure() -> None:
    assert counts("One woman was killed and three people were questioned.") == {"killed 1"}
    assert counts("Several people were questioned, and officers said the gun that was used had killed before.") == set()


@pytest.mark.parametrize(
    ("body", "injured"),
    [
        ("Six people were shot, one fatally.", "injured 5"),
        ("Five people were shot on Elm Street. Two of them died.", "injured 3"),
        ("Five people were shot on Elm Street.", "injured 5"),
    ],
)
def test_survivors_are_those_shot_without_the_dead(body: str, injured: str) -> None:
    assert injured in counts(body)


def test_others_shot_beside_the_dead_are_the_injured() -> None:
    assert counts("A guard was killed and three other people were shot.") == {"killed 1+", "injured 3"}


def test_no_survivors_are_worked_out_where_the_injured_are_told() -> None:
    assert "injured 5" not in counts("Six people were shot. One man was killed and four people were injured.")


def test_sums_over_several_events_stand_in_the_background() -> None:
    assert "killed 4" not in counts("Four people were killed in separate shootings across the city.")


def test_shots_are_no_people() -> None:
    assert counts("Neighbours heard between five and seven shots.") == set()


@pytest.mark.parametrize(
    ("body", "total"),
    [
        ("A man and three others were injured.", "injured 4"),
        ("A man and a woman were killed in the blast.", "killed 2"),
        ("Gunfire left three men and a woman wounded.", "injured 4"),
        ("Two women and a man were killed.", "killed 3"),
    ],
)
def test_people_told_together_are_added_up(body: str, total: str) -> None:
    assert counts(body) == {total}


def test_a_headline_adds_up_without_articles() -> None:
    assert "injured 5" in counts("The road was closed.", "Baby, 4 people injured in crash")


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("The bus carried 40 pupils, 12 of them girls.", {40, 12}),
        ("The blast killed 12 soldiers, four of them officers.", {12, 4}),
        ("The fall hurt nine pupils, two of whom were boys.", {9, 2}),
        ("The flood killed six climbers, two Spaniards among them.", {6, 2}),
        ("The flood killed six men and two women.", {6, 2, 8}),
    ],
)
def test_some_of_those_counted_are_not_added_to_them(body: str, numbers: set[int]) -> None:
    claims = extract(Article(id="a", body=body, published="2024-05-04"), frozenset({Kind.FIGURE})).claims
    assert {c.quantity.value for c in claims} == numbers


def test_named_parts_are_not_added_up() -> None:
    assert counts("Six people, including two men and a woman, were killed.") == {"killed 6"}


def test_neighbours_with_verbs_of_their_own_are_not_added_up() -> None:
    assert counts("A man was killed and three others were injured.") == {"killed 1+", "injured 3"}


def test_a_role_is_all_where_nobody_else_is_counted() -> None:
    alone = told("Forty-nine miners were killed on Thursday.", measure="killed")
    assert [(c.population, c.scope) for c in alone] == [("staff", Scope.WHOLE)]
    beside = told("The blast killed 52 people. It killed 46 miners in one gallery.", measure="killed")
    assert [c.quantity.low for c in beside] == [52]


def test_a_role_of_as_many_as_everybody_is_everybody() -> None:
    body = "Forty-nine miners perished when gas exploded."
    assert {c.population for c in told(body, "49 dead in pit", measure="killed")} == {""}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("He killed three neighbours and then himself.", {"killed 3", "killed 4"}),
        ("She shot and killed her husband and two sons before taking her own life.", {"killed 3", "killed 4"}),
        ("Three people are dead after a man killed himself in Velm.", {"killed 3"}),
        ("Three people are dead, including the gunman who shot himself.", {"killed 3"}),
    ],
)
def test_an_attacker_who_killed_himself_is_one_dead_more(body: str, expected: set[str]) -> None:
    article = Article(id="a", headline="", body=body, published="2024-05-04")
    claims = extract(article, frozenset({Kind.FIGURE})).claims
    deaths = [c for c in claims if c.measure == "killed" and c.population not in ("others", "son")]
    wholes = {f"{c.measure} {c.quantity.low}" for c in deaths}
    assert wholes == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A man killed his wife, son and daughter.", {"killed 3"}),
        ("A man killed his mother, step-dad and grandmother.", {"killed 3"}),
        ("A six-year-old and three women were wounded in Orr.", {"injured 4"}),
        ("Six other men were wounded.", {"injured 6"}),
        ("He was found at the door. He later died.", {"killed 1+"}),
    ],
)
def test_people_told_by_kinship_or_age_or_beside_others_count(body: str, expected: set[str]) -> None:
    assert expected <= counts(body)


def test_a_headline_and_its_text_may_name_the_same_people_one_by_one() -> None:
    body = "Arne Lund killed his wife and four children in Orr on Thursday and then shot himself."
    claims = told(body, "Man Killed Wife, 4 Kids, Then Himself", "killed")
    assert {c.quantity.low for c in claims if c.mention.span.part == "body"} == {5, 6}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("He shot four others, including one who died, in a house in Orr.", {"shot 4", "injured 3", "killed 1+"}),
        ("He shot four others, including a woman who fled, in Orr. One man died.", {"injured 4", "killed 1"}),
        ("A boy died, three others were injured. Three teens were shot, including the one who died.", {"injured 3"}),
        ("Some of the other six victims, non-fatal victims, are known to us.", set()),
    ],
)
def test_of_those_shot_one_may_have_died(body: str, expected: set[str]) -> None:
    assert expected <= counts(body)
    assert "killed 6" not in counts(body)


@pytest.mark.parametrize(
    "body",
    [
        "A father of three was shot and killed.",
        "Two boys had grazes to the body.",
        "The fire killed a man in a village of 350.",
        "She kicked in the door of apartment 304 and killed him.",
        "The police sought three suspects following a shooting that left a woman dead.",
        "Two suspects are sought in a robbery that killed a clerk.",
        "Two others in the house were not hurt.",
        "He wounded a clerk first with a .22 and then with a rifle.",
    ],
)
def test_numbers_beside_a_death_count_no_dead(body: str) -> None:
    assert not {c for c in counts(body) if not c.endswith("+")}


def test_two_counts_that_the_article_itself_adds_up_are_parts() -> None:
    body = "Car bombs at a bank and a hotel killed 12 and nine people on Friday. Altogether 21 people died."
    assert counts(body) == {"killed 21"}


def test_a_war_has_another_toll_than_one_strike_in_it() -> None:
    body = "A missile strike killed 31 people on Friday. The war has killed about 12,500 people, the agency says."
    assert counts(body) == {"killed 31"}


def test_a_group_named_behind_a_clause_break_is_not_who_is_counted() -> None:
    assert "killed 3" in counts("The death toll has risen to three after a woman died in hospital.")


def test_somebody_also_killed_is_one_more() -> None:
    assert counts("Rolf Aske, 22, was shot dead in his shop. A customer was also killed.") == {"killed 2+"}


def test_men_are_all_where_nobody_else_is_counted() -> None:
    assert counts("Three men were shot on Elm Street.") == {"injured 3"}
    assert counts("Three men and two women were shot on Elm Street.") == {"injured 5"}


def test_who_is_shot_at_is_not_shot() -> None:
    assert counts("He shot at twelve people and fired on four officers. Two were wounded.") == {"injured 2"}
    assert counts("Five people were shot at a wedding in Marsk.") == {"injured 5"}


def test_wounded_before_a_person_describes_that_person() -> None:
    assert counts("The fair closed.", "Two porters hailed for carrying wounded baby to clinic") == {"injured 1+"}
    assert counts("Three people in the yard were wounded.") == {"injured 3"}


def test_people_shot_across_the_city_are_not_those_of_one_shooting() -> None:
    body = "Four people were wounded at a bar in Marsk. Since Friday nine people were shot across the city."
    assert counts(body) == {"injured 4"}


def test_words_inside_longer_words_say_nothing() -> None:
    body = "The blast killed 52 people, among the deadliest in years."
    assert [c.quantity.low for c in told(body, measure="killed")] == [52]
    body = "There were 12 deaths in a 24-hour period."
    assert [c.period for c in told(body, measure="killed")] == ["new 2024-05-04"]


@pytest.mark.parametrize(
    "body, expected",
    [
        ("He killed two people before he was shot dead at the gate.", {"killed 2", "killed 3"}),
        ("The man who killed five people was found dead in Tarn of a self-inflicted wound.", {"killed 5", "killed 6"}),
        ("Four people, including the gunman, were killed when he killed himself.", {"killed 4"}),
        ("The man killed her and three other people, then himself.", {"killed 4", "killed 5"}),
    ],
)
def test_an_attacker_who_died_is_counted_once(body: str, expected: set[str]) -> None:
    assert counts(body) == expected


def test_including_the_gunman_belongs_to_the_nearer_count() -> None:
    populations = {c.quantity.low: c.population for c in told("Three dead, ten wounded, including the gunman.")}
    assert populations == {3: "", 10: "with-attacker"}


@pytest.mark.parametrize(
    "sentence, population",
    [
        ("The toll is 13, counting the suicide bomber.", "with-attacker"),
        ("The attack left 13 dead in the bus station of Orsk, the perpetrator included.", "with-attacker"),
        ("If the attacker is counted it is 13 dead.", "with-attacker"),
        ("With the gunman, 13 people died.", "with-attacker"),
        ("Counting the assailant, 13 people were killed.", "with-attacker"),
        ("Thirteen people died, the four gunmen among them.", "with-attacker"),
        ("Thirteen people died, among them the bomber.", "with-attacker"),
        ("Thirteen people died, including four gunmen.", "with-attacker"),
        ("Thirteen people died, four of them children, as two gunmen fled.", ""),
        ("Thirteen people died, not counting the bomber.", ""),
        ("Thirteen people died. The perpetrator is not included.", ""),
        ("With the gunman dead, the count of the killed is 13.", ""),
        ("Thirteen people died, including the attacker's mother.", ""),
    ],
)
def test_a_count_takes_in_the_attacker_where_it_says_so(sentence: str, population: str) -> None:
    assert [c.population for c in told(sentence, measure="killed") if c.quantity.value == 13] == [population]


@pytest.mark.parametrize(
    "body",
    [
        "She was with nine friends, including the boy who was killed.",
        "He planned to kill 40 people.",
        "Police charged him with intent to kill, and with assault on a guard.",
        "The shooting raised the homicide total to 104.",
        "There should've been six people dead.",
        "She lay on the floor. Berta Lind begged: please don't let me die.",
        "The killing shook a community of 1,200.",
    ],
)
def test_words_of_killing_that_count_no_dead(body: str) -> None:
    assert not {c for c in counts(body) if c.startswith("killed")}


def test_an_aside_between_commas_leaves_the_verb_to_the_whole() -> None:
    assert counts("Nine friends, including a boy, were killed on Sunday.") == {"killed 9"}


def test_a_name_after_a_comma_is_no_second_victim() -> None:
    assert counts("A female victim, 19-year-old Berta Lind, was killed in Tarn.") == {"killed 1+"}


@pytest.mark.parametrize(
    "body, expected",
    [
        ("The man killed her and three others.", "killed 4"),
        ("Officers said Anna Lind and two others were killed in Tarn.", "killed 3"),
    ],
)
def test_somebody_named_beside_a_count_is_one_more(body: str, expected: str) -> None:
    assert expected in counts(body)


def test_names_in_a_list_are_not_added_up_by_twos() -> None:
    body = "61-year-old Jon Moen, 29-year-old Karl Dahl and 40-year-old Nils Lund died."
    assert "killed 2" not in counts(body)


def test_the_dead_have_no_state_of_health() -> None:
    assert counts("Three people died and one was critically injured.") >= {"killed 3"}


def test_a_verb_with_an_object_of_its_own_says_nothing_of_its_subject() -> None:
    assert counts("A man broke in, killed a young couple and fled.") == set()


def test_a_death_told_of_another_event_leaves_those_shot_injured() -> None:
    body = "Five people were shot in Tarn on Sunday. Last year a man was killed in Orla and 12 were hurt."
    assert "injured 5" in counts(body)


@pytest.mark.parametrize(
    "body, headline, expected",
    [
        ("A jury found him guilty in a double homicide.", "", {"killed 2"}),
        ("Police look into a quadruple shooting in Tarn.", "", {"injured 4"}),
        ("A triple shooting left one man dead.", "", {"killed 1", "shot 3", "injured 2"}),
        ("A double homicide shook Tarn. Two men were killed.", "", {"killed 2"}),
    ],
)
def test_the_name_of_a_crime_may_count(body: str, headline: str, expected: set[str]) -> None:
    assert counts(body, headline) == expected


@pytest.mark.parametrize(
    "body, expected",
    [
        ("Three people were killed and another critically injured.", {"killed 3", "injured 1+"}),
        ("The attack killed three people and injured a fourth.", {"killed 3", "injured 1+"}),
        ("He went on a rampage that killed one and injured three.", {"killed 1", "injured 3"}),
        ("A gunman fatally shot three people and wounded another man.", {"killed 3", "injured 1+"}),
        ("No one was hurt.", set()),
    ],
)
def test_one_another_and_a_fourth_are_people(body: str, expected: set[str]) -> None:
    assert counts(body) == expected


def test_a_shooting_that_left_people_hurt_shot_no_others() -> None:
    assert "injured 3" in counts("A shooting left two adults and a child wounded.")


def test_a_state_of_health_counts_all_where_no_others_are_hurt() -> None:
    assert counts("The bar closed.", "Two dead, three critically injured in Tarn") == {"killed 2", "injured 3"}
    assert counts("The bar closed.", "Three dead, 1 critical in Tarn") == {"killed 3", "injured 1"}
    assert counts("Nine people were injured, three of them critically.") == {"injured 9"}
    assert counts("Nine people were injured, three critically, the police said.") == {"injured 9"}


def test_where_somebody_was_hit_tells_that_he_was_hurt() -> None:
    assert "injured 2" in counts("Nils Lund was killed. Two men were shot in the leg.")


@pytest.mark.parametrize(
    "body, expected",
    [
        ("He killed a woman and her two sons in Tarn.", "killed 3"),
        ("Officers said Anna Lind and her three children were shot dead.", "killed 4"),
        ("A woman and her two sons were wounded.", "injured 3"),
    ],
)
def test_somebody_and_her_own_are_told_together(body: str, expected: str) -> None:
    assert expected in counts(body)


def test_a_trial_tells_of_the_event_of_another_day() -> None:
    assert counts("Two men were charged on Friday with the 15 January shooting that injured three people.") == {
        "injured 3"
    }


@pytest.mark.parametrize(
    "body",
    [
        "The town drilled on Friday. In 1987 a quake killed 212 people.",
        "Two people were killed on Friday. A shooting on 15 January had injured three people.",
    ],
)
def test_an_event_of_another_time_stays_behind_the_story(body: str) -> None:
    assert not {"killed 212", "injured 3"} & counts(body)


def test_a_headline_of_another_time_is_the_story() -> None:
    body = "Three men were charged on Friday. Two others in the case were shot in the leg in an alley."
    assert "injured 6" in counts(body, "Three charged in 2022 shooting that left 6 injured")


def test_others_leave_out_somebody_where_the_text_counts_more() -> None:
    assert counts("Four people were wounded in Tarn.", "Teen girl shot along with three others") == {"injured 4"}
    beside_the_dead = "One man was killed and three others were wounded. Four people were wounded, an aide said."
    assert "injured 3" in counts(beside_the_dead)


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Ninety of the 126 who were in the tunnel on Monday had reached the surface.", "rescued 90"),
        ("Four of the 12 people who were in the hall have died.", "killed 4"),
        ("Four of the 12 people who had been stabbed were children.", ""),
        ("Forty doctors helped people who were hurt and had died.", ""),
        ("Sixty workmates scrambled clear when the roof fell.", "rescued 60"),
        ("A lifeboat fished 68 people from ten-foot waves.", "rescued 68"),
        ("The board said: seven dead, 88 brought up alive, 31 not found.", "missing 31"),
        ("Seventeen miners are receiving medical attention.", "treated 17"),
        ("Persons in the section: 112", "on site 112"),
        ("Miners underground: 112", "underground 112"),
        ("Occupants: 121", "aboard 121"),
        ("One body was counted twice, the officials admit.", "counted twice 1"),
    ],
)
def test_words_of_rescue(body: str, count: str) -> None:
    article = Article(id="a", body=body, published="2024-05-04")
    wanted = count.rpartition(" ")[0] or "killed"
    found = [f"{c.measure} {c.quantity.low}" for c in extract(article, frozenset({Kind.FIGURE})).claims]
    assert [f for f in found if f.startswith(wanted)] == ([count] if count else [])


def test_whoever_says_that_it_was_only_so_many_speaks_of_all() -> None:
    body = "In the tunnel were 126 people. The owner says that {}112 people were in the tunnel."
    scopes = [{c.quantity.low: c.scope for c in told(body.format(word), measure="on site")} for word in ("", "only ")]
    assert [112 in found for found in scopes] == [False, True]


def test_a_relative_clause_tells_of_its_speaker() -> None:
    assert not told("The men were 120, said Ana Ruiz, who was rescued.", measure="rescued")


def test_what_has_been_done_to_them_needs_no_object() -> None:
    assert counts("Six people have been shot dead.") == {"killed 6"}
    assert counts("Six people had been shot.") == {"injured 6"}
