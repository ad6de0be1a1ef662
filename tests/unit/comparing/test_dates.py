"""When one thing happened, as several articles tell it."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.finding import Finding, Results, Verdict
from reconcile.model.text import Article
from reconcile.pipeline import reconcile
from reconcile.settings import Settings

SETTINGS = Settings(kinds=frozenset({Kind.DATE}))
LEAD = "OSTER (Wire) - A blast at the Kolb bakery in Oster killed three people {}, the fire service said."


def compare(*texts: str, published: str | None = "2024-07-12") -> Results:
    articles = [Article(f"a{n}", text, source=f"Paper {n}", published=published) for n, text in enumerate(texts)]
    return reconcile(articles, SETTINGS)


def only(*texts: str, published: str | None = "2024-07-12") -> Finding:
    (finding,) = compare(*texts, published=published).findings
    return finding


def blasts(one: str, two: str) -> Finding:
    return only(
        f"The blast at the Kolb bakery in Oster came {one}. Three people died.",
        f"A blast tore through the Kolb bakery in Oster {two}, killing three people.",
    )


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("on Tuesday", "on July 9", Verdict.AGREE),
        ("on Tuesday", "on Wednesday", Verdict.CONFLICT),
        ("on July 8", "on 10 July 2024", Verdict.CONFLICT),
        ("earlier this week", "on Tuesday", Verdict.COMPATIBLE),
        ("yesterday", "on Wednesday", Verdict.TENSION),
        ("on Tuesday night", "early on Wednesday at 1 a.m.", Verdict.COMPATIBLE),
        ("on Tuesday night", "on Wednesday night", Verdict.CONFLICT),
        ("on Tuesday night", "late on Wednesday", Verdict.CONFLICT),
        ("on Tuesday night", "on Wednesday evening", Verdict.CONFLICT),
        ("on Tuesday night", "in the night of Wednesday", Verdict.TENSION),
        ("on Tuesday night", "on Wednesday", Verdict.TENSION),
        ("on Tuesday night", "at 9:47 p.m. on Wednesday", Verdict.CONFLICT),
        ("early on Tuesday", "early on Wednesday", Verdict.CONFLICT),
        ("early on Tuesday", "on Wednesday", Verdict.CONFLICT),
        ("early on Wednesday", "yesterday", Verdict.TENSION),
        ("on Tuesday", "early on Wednesday", Verdict.TENSION),
        ("on Tuesday afternoon", "early on Wednesday", Verdict.CONFLICT),
        ("at 2 p.m. on Tuesday", "at 3 a.m. on Wednesday", Verdict.CONFLICT),
        ("at 23:30 GMT on Monday", "on July 9", Verdict.COMPATIBLE),
        ("at 9 p.m. UTC on Monday", "shortly after midnight on Tuesday", Verdict.COMPATIBLE),
        ("at 4 p.m. GMT on Monday", "at 6 p.m. local time on Tuesday", Verdict.CONFLICT),
        ("at 2 p.m. UTC+3 on Monday", "on July 9", Verdict.CONFLICT),
        ("at 9 p.m. EST on Monday", "at 02:00 UTC on July 9", Verdict.COMPATIBLE),
        ("at 10 a.m. EST on Monday", "at 10:00 UTC on July 9", Verdict.CONFLICT),
        ("at 4 p.m. local time on Monday", "at 2 p.m. on July 9", Verdict.CONFLICT),
        ("at 23:30 GMT on Sunday", "on July 9", Verdict.CONFLICT),
        ("in early July", "on July 9", Verdict.COMPATIBLE),
        ("in June", "on July 9", Verdict.CONFLICT),
    ],
)
def test_verdicts(one: str, two: str, verdict: Verdict) -> None:
    assert blasts(one, two).verdict is verdict


def test_a_finding_tells_both_sides_and_why() -> None:
    finding = blasts("on Tuesday", "on Wednesday")
    assert finding.kind is Kind.DATE
    assert finding.measure == "explosion"
    assert [s.label for s in finding.sides] == ["Tuesday = 2024-07-09 (Paper 0)", "Wednesday = 2024-07-10 (Paper 1)"]
    assert finding.relations[0].reasons == ("2024-07-09 and 2024-07-10 lie one day apart",)
    assert finding.waterfalls[0].total > finding.waterfalls[0].threshold


def test_years_that_nobody_states_are_not_needed() -> None:
    finding = only(
        "Russia launched a renewed offensive in the Kharkiv region on May 10, officers said.",
        "In early May this year, Russia launched a second offensive north of the Kharkiv region.",
        published=None,
    )
    assert finding.verdict is Verdict.COMPATIBLE
    assert finding.relations[0].reasons == ("May and 10 May meet",)


def test_a_day_that_does_not_count_up_is_a_tension_in_one_article() -> None:
    finding = only(
        "The minister defended the plan in a speech on July 10.\n\n"
        "The speech came a day after the army shelled Oster on July 8."
    )
    assert finding.verdict is Verdict.TENSION


def test_two_happenings_of_a_kind_are_not_set_against_each_other() -> None:
    results = compare(
        "A blast at the Kolb bakery in Oster killed three people on Tuesday. Another blast shook Oster on Thursday.",
        "A blast at the Kolb bakery in Oster killed three people on Tuesday.",
    )
    assert [f.verdict for f in results.findings] == [Verdict.AGREE]


def test_a_day_of_words_is_not_the_day_of_the_event() -> None:
    results = compare(
        "A blast killed three people at the Kolb bakery in Oster on Tuesday.",
        "A blast killed three people at the Kolb bakery in Oster, the mayor said on Thursday.",
    )
    assert not results.findings


def test_an_impossible_date_is_reported() -> None:
    results = compare("The blast at the bakery came on 31 June.")
    assert [o.reason for o in results.left_out] == ["the calendar has no such day"]
    assert not results.findings


def test_dates_are_read_only_where_asked_for() -> None:
    article = Article("a", "The blast came on Tuesday.", published="2024-07-12")
    assert not reconcile([article], Settings(kinds=frozenset({Kind.FIGURE}))).claims


def test_ids_stay_when_other_articles_come() -> None:
    texts = [
        "A blast at the Kolb bakery in Oster came on Tuesday.",
        "A blast at the Kolb bakery in Oster came on Monday.",
    ]
    alone = only(*texts)
    more = compare(*texts, "The choir of Harn sang on Sunday.")
    assert alone.id in {f.id for f in more.findings}


def test_a_withdrawn_day_is_corrected_and_whoever_still_tells_it_contradicts() -> None:
    finding = only(
        "A blast tore through the Kolb bakery in Oster on Monday, killing three people.\n\n"
        "Correction: An earlier version of this article misstated the day of the blast. It was Monday, not Tuesday.",
        "A blast tore through the Kolb bakery in Oster on Tuesday, killing three people.",
    )
    assert [s.claims[0].mention.text for s in finding.sides] == ["Monday", "Tuesday", "Tuesday"]
    assert [r.verdict for r in finding.relations] == [Verdict.CONFLICT, Verdict.CORRECTED, Verdict.COMPATIBLE]


def test_of_two_blasts_that_one_article_tells_the_nearer_is_meant() -> None:
    results = compare(
        "A truck bomb blew up at the market of Oster on Friday, killing three people.",
        "A blast at the bus station of Oster killed two people on Tuesday. Friday's blast at the market killed three.",
        "The blast at the bus station of Oster on Monday was the second in a week.",
    )
    told = [({s.claims[0].mention.text for s in f.sides}, f.verdict) for f in results.findings]
    assert told == [({"Friday"}, Verdict.AGREE), ({"Monday", "Tuesday"}, Verdict.CONFLICT)]


def test_a_day_of_which_a_country_has_one() -> None:
    finding = only(
        "The flood in Oster killed nine people. Monday 15 July has been declared a day of national mourning.",
        "Nine people died in the flood in Oster. The national day of mourning is on Tuesday.",
    )
    assert (finding.measure, finding.verdict) == ("mourning", Verdict.CONFLICT)


def test_one_digit_of_a_day_is_likely_a_slip() -> None:
    texts = (
        "An outbreak of measles has reached 40 people in Oster. The first patient, a baker of Harn, fell ill on 9 May.",
        "Measles has reached 40 people in Oster. It was first seen when a boy in Harn fell ill on May {}.",
    )
    assert only(texts[0], texts[1].format(19)).verdict is Verdict.CONFLICT
    assert not compare(texts[0], texts[1].format(18)).findings


def test_a_day_long_ago_or_loosely_told_leaves_the_story_the_only_one_of_its_kind() -> None:
    finding = only(
        "A blast killed three miners in Oster on Wednesday. A blast in the same pit killed nine in 1979.",
        "The blast in the mine came on Tuesday, 9 July. On Friday evening, rescuers said of the blast, hope was gone.",
    )
    assert finding.verdict is Verdict.CONFLICT


def test_shootings_days_apart_that_share_no_word_are_not_set_against_each_other() -> None:
    results = compare(
        "A man was shot dead outside a bar in Oster. The shooting near Kolb Lane came on July 6.",
        "Two people were hurt in a shooting at a school of Harn on Tuesday.",
    )
    assert not results.findings


def test_the_night_of_a_raid_is_told_by_both_its_days() -> None:
    finding = only(
        "Drones struck Oster for five hours. Two people were killed in the strike on the night of 9 to 10 July.",
        "Oster after the raid: what is known of the strike. The enemy sent 40 drones in the night of 7–8 July.",
    )
    assert (finding.measure, finding.verdict) == ("strike", Verdict.CONFLICT)


def test_a_night_on_which_another_thing_happened_is_not_the_story_s() -> None:
    results = compare(
        "Drones struck Oster for five hours. Two people were killed in the strike on the night of 9 to 10 July.",
        "After the strike on Oster the bridge over the Harn was closed in the night of 11–12 July.",
    )
    assert not results.findings


def test_the_last_days_of_two_months_are_a_slip() -> None:
    texts = ("The Kolb mill in Harn will close on August 31.", "Kolb said that its mill in Harn will close on {}.")
    assert only(texts[0], texts[1].format("September 30")).verdict is Verdict.CONFLICT
    assert not compare(texts[0], texts[1].format("September 27")).findings


def test_a_text_that_was_out_before_tells_of_another_happening() -> None:
    robbed = "Masked men robbed the Harn jeweller's in Oster on {}, police said."
    early = Article("a", robbed.format("Monday"), source="Post", published="2024-07-09")
    late = Article("b", robbed.format("Friday"), source="Mail", published="2024-07-13")
    assert not reconcile([early, late], SETTINGS).findings
    both = [Article(a.id, a.body, source=a.source, published="2024-07-13") for a in (early, late)]
    assert [f.verdict for f in reconcile(both, SETTINGS).findings] == [Verdict.CONFLICT]


def test_the_last_digits_of_a_year_may_be_turned() -> None:
    assert (
        only("The Kolb bank was founded in 1987.", "Kolb, a bank founded in 1978, is closed.").verdict
        is Verdict.CONFLICT
    )
    assert not compare("The Kolb bank was founded in 1987.", "Kolb, a bank founded in 1937, is closed.").findings


def test_what_lasts_since_a_day_is_held_against_the_day_it_began() -> None:
    missing = "The climbers Ida Orm and Karl Moll have been missing since {}."
    gone = "The climbers Ida Orm and Karl Moll went missing on {}."
    assert only(missing.format("Monday"), gone.format("July 8")).verdict is Verdict.AGREE
    assert only(missing.format("July 1"), gone.format("July 2")).verdict is Verdict.CONFLICT


def test_a_night_is_counted_from_the_day_on_which_it_is_told() -> None:
    other = "A train left the rails at Oster the previous night, the railway said on Wednesday."
    assert only("A train left the rails at Oster on Tuesday night.", other).verdict is Verdict.AGREE


@pytest.mark.parametrize("published", ["0001-01-02", "9999-12-31"])
def test_the_ends_of_the_calendar_are_survived(published: str) -> None:
    texts = (
        "Twelve died when the dam burst at 00:01 UTC+14 on 1 January 0001. It has been shut since Monday.",
        "Twelve died when the dam burst at 23:59 UTC-14 on 31 December 9999, a week to the day after the vote.",
    )
    articles = [Article(f"a{n}", text, published=published) for n, text in enumerate(texts)]
    assert reconcile(articles).claims


DIFFERENT_WORDS = [
    (
        "Nine pilgrims died in a crush on the stairs of the Oster shrine on Tuesday, police said.",
        "The stampede at the Oster shrine on Wednesday killed nine people and hurt 40.",
    ),
    (
        "A mud rush trapped 30 miners at the Kolb pit on Tuesday, the company said.",
        "An inrush of mud at the Kolb pit on Wednesday trapped 30 miners.",
    ),
    (
        "Jets bombed the market of Oster on Tuesday, killing 30.",
        "Thirty people were killed in Wednesday's blitz on the market of Oster.",
    ),
    (
        "The new council meets on July 20, the mayor of Oster said.",
        "The new council of Oster convenes for the first time on July 21.",
    ),
    (
        "Union and company reached agreement on Tuesday after 20 hours of talks at the Oster tramways.",
        "Trams run again: the deal struck on July 10 gives the drivers of Oster four per cent.",
    ),
    (
        "The strike at the port of Oster begins on July 20.",
        "Dockers in Oster will walk out on July 21.",
    ),
    (
        "A roof fell in at the Oster ice rink on Tuesday, burying 12 skaters.",
        "The roof of the Oster ice rink collapsed on Wednesday.",
    ),
    (
        "The museum in Oster was robbed on Tuesday of three paintings.",
        "Thieves broke into the Oster museum on Wednesday and took three paintings.",
    ),
    (
        "The campaign to vaccinate 88,000 children of Oster starts on July 20.",
        "In Oster a campaign gets going on July 21 that shall reach 88,000 children.",
    ),
    (
        "Kolb was convicted on Tuesday of nine counts of fraud.",
        "The Kolb verdict: 10 July, after 19 hours in the jury room of Oster.",
    ),
    (
        "Nine climbers are dead and two are missing after a wall of snow thundered down a peak above Oster on Tuesday.",
        "An avalanche hit a rope of climbers on a peak above Oster on Wednesday.",
    ),
    (
        "They were swept away at the pit at Oster on Tuesday. A wave of mud hit nine men.",
        "The mud rush at the pit at Oster came on Wednesday. Nine men were hit.",
    ),
    (
        "The liner Kolb, with 900 passengers and her crew, sailed from Oster on July 8.",
        "In the end 90 passengers and crew of the liner Kolb were ill on the cruise which began on July 9.",
    ),
    (
        "The report on the port of Oster was laid before the assembly on Tuesday.",
        "A report on the port of Oster, tabled on Wednesday, blames the harbour master.",
    ),
    (
        "The government decided on Tuesday to chop subsidies. Everyone will pay.",
        "The government has given the green light on Wednesday to the smaller accounts. The subsidies shrink.",
    ),
]


@pytest.mark.parametrize(("one", "two"), DIFFERENT_WORDS)
def test_one_happening_is_known_in_other_words(one: str, two: str) -> None:
    assert only(one, two).verdict is Verdict.CONFLICT


def test_generic_words_stand_for_what_most_of_the_story_s_articles_tell_of() -> None:
    results = compare(
        "A blast at the spice market of Oster killed nine people on Monday.",
        "Nine died in Monday's blast at the spice market of Oster.",
        "BOMBERS STRIKE AGAIN. A bomb tore through a bus in Oster on Thursday after Tuesday's massacre at the market.",
    )
    assert [f.verdict for f in results.findings] == [Verdict.CONFLICT]
    assert results.findings[0].measure == "explosion"


NOT_THE_SAME = [
    ("The strike began on Tuesday.", "Talks on ending the strike resumed on Wednesday."),
    (
        "A balloon crashed near Oster on Tuesday.",
        "Investigators came to the scene of the crash near Oster on Wednesday.",
    ),
    ("The blast in Oster came on Tuesday.", "Leaders condemned the blast in Oster on Wednesday."),
    ("The dam at Oster burst on Tuesday.", "The second dam at Oster burst on Wednesday."),
    ("A blast killed three in Oster on Tuesday.", "A blast killed four in Harn on Wednesday."),
    (
        "Customs officers seized two tonnes of cocaine in Oster on Tuesday.",
        "Customs officers seized a tonne of hashish in Harn on Wednesday.",
    ),
    ("Nine died in a crush at the Oster shrine on Tuesday.", "The dead of the Oster shrine were buried on Wednesday."),
    ("Union and company reached agreement on Tuesday.", "The members approved the deal on Thursday."),
    ("The cabinet approved the pension bill on Tuesday.", "The assembly approved the pension bill on Wednesday."),
    (
        "The government approved a tram to Harn on Tuesday. It will cost 9 million.",
        "Parliament approved a tram to Harn on Wednesday. It will cost 9 million.",
    ),
    ("The liner sailed from Oster on Tuesday.", "The cruise sailed into a storm off Harn on Thursday."),
    ("The report was tabled in Oster on Tuesday.", "A bill on schools was tabled in Harn on Wednesday."),
    (
        "Nine died when a wall of snow thundered down on Oster on Tuesday.",
        "The dead of the avalanche at Oster were buried on Thursday.",
    ),
    ("Parliament passed the pension law on Tuesday.", "The president signed the pension law on Wednesday."),
    ("Clashes in Oster on Tuesday left three dead.", "Clashes in Oster on Wednesday left three dead."),
    ("Fighting broke out in Oster on Tuesday.", "There was fighting in Oster on Wednesday."),
    (
        "The premier of Oster spoke on Tuesday of the bridge.",
        "At a press conference on Wednesday the premier of Oster spoke of the bridge.",
    ),
]


@pytest.mark.parametrize(("one", "two"), NOT_THE_SAME)
def test_days_of_two_happenings_are_not_set_against_each_other(one: str, two: str) -> None:
    assert all(f.verdict is not Verdict.CONFLICT for f in compare(one, two).findings)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Fighting broke out in Oster on Tuesday.", "They fled from the fighting in Oster, which began on Wednesday."),
        ("Since clashes erupted in Oster on Tuesday, 300 have died.", "The clashes in Oster began on Wednesday."),
        (
            "The walkout at the paper mill of Upper Oster, which started on Tuesday, cost 3 million.",
            "Staff of the Oster paper mill walked out on Wednesday.",
        ),
    ],
)
def test_when_it_began_is_told_of_what_goes_on_for_days(one: str, two: str) -> None:
    assert any(f.verdict is Verdict.CONFLICT for f in compare(one, two).findings)


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("Orrel Milk recalled its yoghurt on Monday over bits of glass.",
         "Orrel Milk pulled its yoghurt from the shelves on Tuesday over bits of glass.", {"Monday", "Tuesday"}),
        ("Halmond Toys took its kites off sale on Tuesday.",
         "On Wednesday Halmond Toys withdrew the kites from sale.", {"Tuesday", "Wednesday"}),
        ("Brand & Holm is recalling vans. The first complaint is dated March 14, 2023.",
         "Brand & Holm recalled vans. The first complaint reached the firm in March 2022.",
         {"March 14, 2023", "March 2022"}),
    ],
)  # fmt: skip
def test_a_recall_and_the_first_complaint_have_one_day(one: str, two: str, told: set[str]) -> None:
    finding = only(one, two)
    assert finding.verdict is Verdict.CONFLICT
    assert {c.mention.text for c in finding.claims} == told


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The new game of Halmond Toys flew off the shelves on Tuesday.",
         "Halmond Toys took its kites off sale on Wednesday."),
        ("The striker Jan Orrel was recalled to the squad on Tuesday.", "Orrel Milk recalled its yoghurt on Monday."),
        ("Ana Orrel faces the recall election on Tuesday.", "Orrel Milk recalled its yoghurt on Monday."),
    ],
)  # fmt: skip
def test_what_is_sold_or_called_up_is_not_recalled(one: str, two: str) -> None:
    assert compare(one, two).findings == ()


def test_a_day_between_two_that_one_article_tells_apart_rivals_the_one_that_more_tell() -> None:
    results = compare(
        "Halmond Toys recalled its kites at home on Monday.",
        "Halmond Toys extended the recall of its kites to Norland on Wednesday, after a recall at home on Monday.",
        "Halmond Toys pulled its kites from the shelves on Tuesday.",
    )
    told = [({s.claims[0].mention.text for s in f.sides}, f.verdict) for f in results.findings]
    assert told == [({"Monday", "Tuesday"}, Verdict.CONFLICT)]


@pytest.mark.parametrize(
    ("two", "verdict"),
    [
        ("in July", Verdict.COMPATIBLE),  # printed a year later: the text leaves the year out
        ("in July 2025", Verdict.CONFLICT),
    ],
)
def test_a_month_without_its_year_may_be_of_another(two: str, verdict: Verdict) -> None:
    first = Article("a0", LEAD.format("on July 9, 2024"), source="Paper 0", published="2024-07-10")
    again = Article("a1", LEAD.format(two), source="Paper 1", published="2025-09-12")
    (finding,) = reconcile([first, again], SETTINGS).findings
    assert finding.verdict is verdict
