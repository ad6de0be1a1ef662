"""Figures that a text gives only to say that they are wrong."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def statuses(body: str) -> dict[str, tuple[str, str]]:
    found = extract_claims([Article("a", body=body, source="Herald", published="2024-05-01T12:00:00Z")])
    return {c.mention.text: (c.measure, c.status.value) for c in found if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("Twelve people, not 14, were killed.", "withdrawn"),
        ("Twelve people and not 14 were killed.", "withdrawn"),
        ("Twelve people were killed and not 14, the institute said on Thursday.", "withdrawn"),
        ("Twelve people were killed in the upper villages of the valley, the ministry said, not 14.", "withdrawn"),
        ("Twelve people were killed on the night of April 28, it said in a statement, not 14.", "withdrawn"),
        ("Twelve people rather than 14 were killed.", "background"),
        ("Twelve people instead of the 14 were killed.", "background"),
    ],
)
def test_the_figure_that_another_is_held_against_is_of_the_same(body: str, status: str) -> None:
    found = statuses(body)
    assert found["Twelve people"] == ("killed", "stated")
    assert found["14"] == ("killed", status)


def test_who_is_quoted_denies_what_others_gave() -> None:
    told = "The union disputes the official version. “In the market we laid out 23 bodies, not 19,” its secretary said."
    assert statuses(told)["19"] == ("killed", "denied")


@pytest.mark.parametrize("headline", ["Union: 7,200 must go at Aske, not 4,800", "7,200 must go at Aske, not 4,800"])
def test_a_headline_takes_nothing_back(headline: str) -> None:
    article = Article("a", body="", headline=headline, source="Herald", published="2024-05-01")
    found = {c.mention.text: c.status.value for c in extract_claims([article]) if c.kind is Kind.FIGURE}
    assert found == {"7,200": "stated", "4,800": "denied"}


@pytest.mark.parametrize(
    "body",
    [
        "Some media are fabricating news that 80 civilians were killed in Osk.",
        "Foreign media claim that 80 civilians were killed. This is not true in the slightest.",
        "Some outlets spread the lie that 80 civilians were killed.",
    ],
)
def test_what_is_called_a_lie_is_denied(body: str) -> None:
    assert statuses(body)["80 civilians"] == ("killed", "denied")


def test_what_an_outlet_regrets_it_withdraws() -> None:
    told = "Not 197 but 29 people fell ill, the page wrote."
    assert statuses(told)["197"] == ("cases", "denied")
    assert statuses(f"{told} We regret the error.")["197"] == ("cases", "withdrawn")


@pytest.mark.parametrize(
    "body",
    [
        "He bought 12 ships rather than 14 planes.",
        "Twelve people were killed in the upper villages, it said, and not one of the 14 hamlets was spared.",
        "Twelve people were killed, and those who came later, it said in a statement, were not afraid of 14 guards.",
        "Twelve people, not counting 14 guests, were killed.",
        "There were 22,000 participants, and not 100,000 as the organisers claim.",
        "There were 22,000 participants, not 100,000, as the organisers claim.",
    ],
)
def test_another_thing_or_somebody_elses_word_is_not_denied(body: str) -> None:
    assert all(status == "stated" for _, status in statuses(body).values())


def test_not_one_but_another() -> None:
    assert statuses("Not eight but nine people were killed.") == {
        "eight": ("killed", "denied"),
        "nine people": ("killed", "stated"),
    }
    assert statuses("Eight people died but nine lived.")["Eight people"] == ("killed", "stated")


def test_what_is_said_to_be_far_from_the_facts_is_denied() -> None:
    assert statuses("Posts that 80 people have died do not correspond to the facts.")["80 people"][1] == "denied"
    assert statuses("The 80 dead and the names on the list do not match.")["80 dead"][1] == "stated"


def test_who_is_denied_bail_denies_nothing() -> None:
    assert statuses("The judge denied Arrel bail, noting that 30 people had died.")["30 people"] == ("killed", "stated")


def test_the_next_sentence_may_refute_a_figure() -> None:
    assert statuses("Posts speak of 412 dead. That figure is false.")["412 dead"][1] == "denied"
    assert statuses("Posts speak of 412 dead. That figure is new.")["412 dead"][1] == "stated"
    assert statuses("Police spoke of 412 dead.\nThat figure is false.")["412 dead"][1] == "stated"


def test_a_toll_that_is_said_to_be_of_another_year_is_of_that_year() -> None:
    body = "The quake struck on Monday. Posts speak of 412 dead. That is the toll of the quake in 2012."
    article = Article("a", body=body, source="Herald", published="2024-05-01T12:00:00Z")
    (claim,) = [c for c in extract_claims([article]) if c.mention.text == "412 dead"]
    assert (claim.status.value, claim.frame.main) == ("background", False)


@pytest.mark.parametrize(
    "body",
    [
        "Readers ask whether 900 people have died. They have not.",
        "Did 900 people drown? No, says the coastguard.",
        "Have 900 people been arrested, as a blog claims? They haven't, police say.",
        "Is it true that 900 people were killed? It is not.",
        "Reports of 900 dead are wide of the mark, the mayor said.",
        "The figure of 900 dead spread since last night by the so-called council is a fabrication.",
        "The toll of 900 dead is pure propaganda, said the general.",
        "A foreign paper writes of 900 dead. The ministry says this is wrong.",
        "Posts speak of 900 dead. Police say that is not true.",
        "A toll of 900 dead is doing the rounds; it is false.",
        "Some papers printed 900 dead, but that is not true, the ministry said.",
        "The toll of 900 dead which was published by several portals is not real.",
        "The toll of 900 deaths, which has appeared in the press, is not correct.",
    ],
)
def test_a_question_that_is_answered_with_no(body: str) -> None:
    assert [status for _, status in statuses(body).values()] == ["denied"]


@pytest.mark.parametrize(
    "body",
    [
        "Readers ask whether 900 people have died. They have.",
        "Did 900 people die? They have not been found.",
        "Reporters asked whether the 63 people killed had been warned. They had not.",
        "Police said 12 people were killed. They did not say when.",
        "12 people were killed. No, that is not a record.",
        "Are 400 nurses enough? They are not.",
        "Police said 12 people died. The family says that is not true.",
        "About 40 workers died. The union says that is not enough to change the law.",
        "Police spoke of 40 dead; that is wrong, says the union.",
        "At least 40 people died, but it is not true that nobody was warned.",
        "A total of 14 people died, which shows that the all-clear was false.",
        "The 300 arrests which police reported are the most since 2009.",
    ],
)
def test_other_answers_leave_the_figure_standing(body: str) -> None:
    assert all(status == "stated" for _, status in statuses(body).values())


@pytest.mark.parametrize(
    "body",
    [
        "The minister rubbished reports that 900 people had died.",
        "The garrison scoffed at claims that 900 of its men were killed.",
        "The mill poured cold water on talk that 900 workers would be laid off.",
        "The mayor brushed aside estimates that 900 houses were flooded.",
        "The governor pooh-poohed a blog that spoke of 900 dead.",
    ],
)
def test_ways_of_waving_a_figure_away(body: str) -> None:
    assert [status for _, status in statuses(body).values()] == ["denied"]


@pytest.mark.parametrize(
    "body",
    ["The bank played down reports that 900 clerks would go.", "The wave brushed aside 900 sandbags."],
)
def test_to_make_light_of_it_is_no_denial(body: str) -> None:
    assert all(status != "denied" for _, status in statuses(body).values())


@pytest.mark.parametrize("body", ["One death is one too many, she said.", "A single drowning is one too many."])
def test_an_adage_counts_nobody(body: str) -> None:
    assert statuses(body) == {}


def test_a_denial_reaches_over_who_claims_it_to_the_clause() -> None:
    body = "The minister rejected reports in a part of the foreign press that over 900 people had died."
    assert [status for _, status in statuses(body).values()] == ["denied"]
    body = "The minister rejected reports in a part of the foreign press. He said that 900 people had died."
    assert [status for _, status in statuses(body).values()] == ["stated"]


@pytest.mark.parametrize("body", ["The usual depth there is 9 metres.", "The river is normally 9 metres deep."])
def test_what_is_usual_is_no_reading(body: str) -> None:
    assert [status for _, status in statuses(body).values()] == ["background"]


@pytest.mark.parametrize(
    ("body", "first", "measure"),
    [
        ("The sheds hold 290 tonnes, not the 420 announced by the ministry.", "420", "tonne"),
        ("The strike cost the port 12 million euros, not the 40 million claimed by the owners.", "40 million", "cost"),
        ("Some 9,000 people marched, not the 40,000 reported by the organisers.", "40,000", "attendance"),
        ("There were 22,000 participants, and not 100,000 as the organisers claim.", "100,000", "attendance"),
    ],
)
def test_what_others_announced_answers_the_same_question_and_stands(body: str, first: str, measure: str) -> None:
    assert statuses(body)[first] == (measure, "stated")


def test_what_nobody_announced_is_something_else() -> None:
    assert statuses("The train carried 300 people, not the 500 it was built for.")["500"] == ("", "stated")


LIVE = "09:10 The mayor speaks of 40 dead.\n\n11:30 {}"


@pytest.mark.parametrize(
    "entry",
    [
        "The mayor takes it back. The dead are 31, and not 40.",
        "The mayor corrects herself: 31 people are dead, not 40.",
    ],
)
def test_a_live_page_takes_back_what_it_gave_before(entry: str) -> None:
    article = Article("a", body=LIVE.format(entry), source="Herald", published="2024-05-01T12:00:00Z")
    found = [c for c in extract_claims([article]) if c.kind is Kind.FIGURE]
    assert [(c.quantity.value, c.status.value) for c in found] == [(40, "stated"), (31, "stated"), (40, "withdrawn")]
    assert found[1].replaces == (found[2].id,)
    assert (found[1].measure, found[1].population) == ("killed", "")


def test_a_number_that_is_told_as_one_is_denied_whatever_it_measures() -> None:
    body = "A gain of 68 percent is known. A figure of 86 percent is still going round; it is wrong, and was never so."
    assert statuses(body)["86 percent"][1] == "denied"


def test_a_clause_that_says_where_a_toll_was_printed_narrows_it_to_nobody() -> None:
    article = Article("a", body="The toll of 31 dead which was published by portals is not real.", source="Herald")
    (claim,) = [c for c in extract_claims([article]) if c.kind is Kind.FIGURE]
    assert claim.population == ""


@pytest.mark.parametrize(
    "body",
    [
        'The chain called the gang\'s story of a $4 million payment "fiction".',
        "The ministry dismissed the rebels' claim of 200 killed as propaganda.",
        "The bank branded talk of a $3 million loss pure invention.",
        "Police described the number of 300 arrests as wildly exaggerated.",
        "The firm rejected as untrue a report that it had sacked 300 workers.",
        'The union called the figure of 9,000 strikers "a fairy tale", and marched on.',
        "Talk of 500 layoffs is rubbish, the firm said.",
    ],
)
def test_an_account_that_somebody_calls_untrue_is_denied(body: str) -> None:
    assert [status for _, status in statuses(body).values()] == ["denied"]


@pytest.mark.parametrize(
    "body",
    [
        "He called the price of 4 million euros a bargain.",
        "Police described 300 passports as false.",
        "She dismissed 12 workers as liars.",
        "He called the report on 40 children who told lies moving.",
        "The mayor called the figure of 9,000 marchers encouraging, a report said.",
        "The ministry called the claim false. It counts 41 dead.",
    ],
)
def test_what_is_called_otherwise_is_not_denied(body: str) -> None:
    assert all(status == "stated" for _, status in statuses(body).values())


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("300 residents say the map is wrong.", "stated"),
        ("A survey of 300 voters says the minister is wrong.", "stated"),
        ("300 scientists said on Monday that the claim is false.", "stated"),
        ("Reports of 300 dead are untrue, the ministry said.", "denied"),
        ("The 300 dead claimed by the army are untrue.", "denied"),
        ("The 300 dead that blogs report are untrue.", "denied"),
    ],
)
def test_who_says_that_something_is_wrong_is_not_denied(body: str, status: str) -> None:
    assert [s for _, s in statuses(body).values()] == [status]


@pytest.mark.parametrize(
    ("body", "old", "status"),
    [
        ("The dam holds 41 million cubic metres, not the 44 million announced on Tuesday.", "44 million", "withdrawn"),
        ("Twelve miners were rescued, not the 14 announced earlier.", "14", "withdrawn"),
        ("Police say 58 people were arrested, not the 85 reported at first.", "85", "withdrawn"),
        ("The harvest came to 290,000 tonnes, not the 420,000 announced by the state on Monday.", "420,000", "stated"),
        ("“Wait,” said he. The town will hire 1,050 guards, not 1,500 as it first announced.", "1,500", "withdrawn"),
        ("Police counted 3,000 marchers, and not the 60,000 announced on Friday by the union.", "60,000", "stated"),
        ("The ministry corrected its table. The bridge cost 41 million euros instead of 44 million.", "44 million",
         "withdrawn"),
        ("The firm will cut 900 jobs instead of 1,150.", "1,150", "background"),
    ],
)  # fmt: skip
def test_what_was_announced_before_or_put_right_is_withdrawn(body: str, old: str, status: str) -> None:
    assert statuses(body)[old][1] == status


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("An automatic estimate put the likely deaths at 1,100.", "forecast"),
        ("A computer model run by the university gives 1,100 deaths.", "forecast"),
        ("Simulations show 1,100 deaths.", "forecast"),
        ("In the worst case 1,100 people are dead.", "forecast"),
        ("An official estimate put the number of dead at 1,100.", "stated"),
        ("The most likely cause was speed; 1,100 people died.", "stated"),
        ("The model drove into a stall and 1,100 people died.", "stated"),
    ],
)
def test_what_a_model_reckons_is_no_count(body: str, status: str) -> None:
    assert {of for measure, of in statuses(body).values() if measure == "killed"} == {status}


@pytest.mark.parametrize(
    ("body", "figure", "status"),
    [
        ("Claims of 300 dead miners he called a fairy tale.", "300 dead miners", "denied"),
        ("Reports of 40 arrests were dismissed by the mayor as nonsense.", "40 arrests", "denied"),
        ("The figure of 9,000 marchers was branded a fabrication.", "9,000 marchers", "denied"),
        ("Allegations that 12 inmates had died were called a provocation by the warden.", "12 inmates", "denied"),
        ("Reports of 300 dead miners he called a disgrace.", "300 dead miners", "stated"),
        ("The report of 40 arrests described the guards as liars.", "40 arrests", "stated"),
        ("A fire killed 40 people, and the mayor called claims of arson nonsense.", "40 people", "stated"),
        ("The council dismissed the claims by 12 witnesses as false.", "12 witnesses", "stated"),
    ],
)
def test_an_account_named_first_is_denied_by_what_it_is_called_behind(body: str, figure: str, status: str) -> None:
    assert statuses(body)[figure][1] == status


@pytest.mark.parametrize(
    ("body", "text", "status"),
    [
        ("Not 30 people died, as some claim, but 12.", "30 people", "denied"),
        ("Contrary to rumours, there were not 30 dead.", "30 dead", "denied"),
        ("They stood not 30 people apart.", "30 people", "stated"),
        ("Had the doors been locked, 300 people would have died.", "300 people", "forecast"),
        ("Police had warned that in such a hall 300 people could be killed.", "300 people", "forecast"),
        ("Only nine passengers could be rescued.", "Only nine passengers", "stated"),
    ],
)
def test_what_is_negated_or_only_thought_is_not_stated(body: str, text: str, status: str) -> None:
    assert statuses(body)[text][1] == status
