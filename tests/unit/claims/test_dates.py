"""What each date of an article dates, and how it is given."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.claims.dates import ANOTHER, date_claims
from reconcile.claims.happening_check import check_examples
from reconcile.claims.happenings.frames import story
from reconcile.claims.happenings.timed import COUNTED, EARLY, NAMED, NIGHT, RELATIVE
from reconcile.language.analysis import analyse
from reconcile.matching.days import settled
from reconcile.model.claim import Claim, Scope, Status
from reconcile.model.text import Article, Part, Region
from reconcile.model.when import DayRange, When

WEDNESDAY = "2024-07-10"


def claims_of(body: str, published: str | None = WEDNESDAY, regions: tuple[Region, ...] = ()) -> list[Claim]:
    article = Article("a", body, published=published, regions=regions)
    part: Part = "body"
    parts = {part: analyse(body, article.published_day)}
    return date_claims(article, parts, story(article, parts, ()))


def only(body: str, published: str | None = WEDNESDAY) -> Claim:
    (claim,) = claims_of(body, published)
    return claim


def days_of(claim: Claim) -> DayRange | None:
    assert isinstance(claim.value, When)
    return claim.value.days


def test_the_table_keeps_its_own_examples() -> None:
    assert check_examples() == []


@pytest.mark.parametrize(
    ("text", "happening"),
    [
        ("The old mill collapsed early on Friday, killing two.", "collapse"),
        ("Nine people were hurt in Monday's blast.", "explosion"),
        ("The ferry, which sank on Thursday night, carried goats.", "accident"),
        ("On Saturday, about 400 teachers marched to the square.", "protest"),
        ("Orlin gave Vesk permission on June 1 to use its ports.", "decision"),
        ("The club was founded in 1975.", "founding"),
        ("The mayor said on Monday that the blast was no accident.", ""),
        ("The fire brigade was late on Monday.", ""),
        ("It has rained since Monday.", ""),
        ("The barge Lark rolled over before dawn on Tuesday.", "accident"),
        ("A hillside above Harn gave way before dawn on Tuesday.", "collapse"),
        ("The mountain came down on Harn on Tuesday.", "landslide"),
        ("Wardens threw open the sluice on Saturday.", "opening"),
        ("A gunman shot dead six people at a crowded bar by the old harbour of Kest on Sunday.", "shooting"),
        ("The Board of Elections certified the result on Monday.", "certification"),
        ("The national day of mourning is on Friday.", "mourning"),
        ("Shareholders will vote on 14 August.", "shareholder-vote"),
        ("Orm fire: Monday's updates", ""),
        ("A man burst in on Monday.", "incident"),
        ("The main shock on Monday was felt in Harn.", "earthquake"),
        ("The village mourns after Sunday night's horror.", "incident"),
        ("She was found guilty on Monday on nine points of the indictment.", "verdict"),
        ("Lorn was nicked at the ferry port on Monday.", "arrest"),
        ("The bridge got a clean bill of health on Monday.", "inspection"),
        ("Gunmen overran a quarry above Harn on Monday.", "incident"),
        ("The jet overran the runway on Monday.", "accident"),
        ("One hundred and thirty-eight dockers on Monday: so many.", ""),
        ("The sacred flame on Monday, and nothing else.", ""),
        ("Four walkers were swept away on Monday.", "incident"),
        ("A lorry slammed into the toll gate on Monday.", "incident"),
        ("The liner Lark set sail on Monday.", "departure"),
        ("The bill was laid before parliament on Monday.", "submission"),
        ("The last line stops in August.", "closing"),
    ],
)
def test_a_date_belongs_to_the_nearest_happening(text: str, happening: str) -> None:
    assert only(text).measure == happening


def test_two_dates_of_one_sentence_share_no_happening() -> None:
    found = claims_of("Divers searched on Saturday for those lost in Thursday's sinking.")
    assert [c.measure for c in found] == ["searched", "accident"]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, in the gravest raid on Harn this year, four bombers struck.",
        "The deadliest strike on Harn this year, on Monday, killed four.",
    ],
)
def test_a_year_that_only_compares_dates_nothing(text: str) -> None:
    measures = {c.mention.text: c.measure for c in claims_of(text)}
    assert measures["this year"] == ""
    assert measures["Monday"] != ""


def test_generic_words_stand_for_the_story() -> None:
    found = claims_of("A blast tore open a bakery in Oster on Monday. The disaster on Monday was the first in years.")
    assert {c.measure for c in found} == {"explosion"}


def test_it_began_is_of_a_story_that_lasts() -> None:
    fire = claims_of("The fire in the Orm hills took 20 homes. It began on Monday beside a kiln.")
    assert [c.measure for c in fire] == ["fire"]
    shooting = claims_of("Two died in a shooting in Orm. A trial was held at once. It began on Monday.")
    assert [c.measure for c in shooting] == ["start"]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("A man was arrested on Tuesday for the shooting.", "arrest"),
        ("A man was searched on Tuesday for the shooting.", "shooting"),
        ("Two people were killed on Tuesday in a shooting.", "shooting"),
        ("Two people died Tuesday in a shooting.", "shooting"),
        ("The shooting in Harn had begun on Tuesday.", "shooting"),
        ("Ida Orm, who died on Tuesday, wrote of the war.", "death"),
        ("The mayor will visit Harn on Tuesday, her office said.", "visit"),
        ("The bank said it found the gap on Tuesday.", "find"),
        ("The agency said the probe will land on the Moon on Tuesday.", "landing"),
        ("The agency said on Tuesday the probe will land on the Moon.", ""),
        ("The tram line will now open on Friday.", "opening"),
        ("The law will take effect on Friday.", "start"),
        ("In Harn on Tuesday, the mayor said that the bridge would be shut.", ""),
    ],
)
def test_a_verb_right_before_a_day_takes_it_unless_it_tells_what_befell(text: str, measure: str) -> None:
    assert only(text).measure == measure


def test_again_tells_another_of_its_kind() -> None:
    assert only("Snow closed the Brenna pass again on Tuesday.").population == ANOTHER
    assert only("A new attack on Tuesday killed two.").population == ANOTHER
    assert not only("The new tram line opened on Tuesday.").population


def test_a_second_name_of_a_day_dates_the_same() -> None:
    told = claims_of("The hall was reopened today, Wednesday 10 July, after a year.")
    assert [c.measure for c in told] == ["reopening", "reopening"]
    told = claims_of("She signed the pact on July 8, a day before the parade.")
    assert [c.measure for c in told] == ["signing", ""]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The bridge was shut on 4 March and is shut still.", set()),
        ("The bridge has been shut since last March.", set()),
        ("Thousands joined the march in Harn on Tuesday.", {"protest"}),
        ("March to the Harn bridge on Tuesday.", {"protest"}),
    ],
)
def test_the_month_of_march_is_no_march(text: str, kinds: set[str]) -> None:
    assert {k for c in claims_of(text) for k in c.frame.kinds} == kinds


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("All aboard survived Thursday's crash.", Scope.WHOLE),
        ("All aboard survived on Thursday the crash of the ship.", Scope.PART),
        ("A quake shook the port of Orsa, in Dorvania, early on Monday.", Scope.WHOLE),
        ("An explosion ripped through a factory in Harn on Monday.", Scope.WHOLE),
    ],
)
def test_what_plainly_takes_a_day(text: str, scope: Scope) -> None:
    assert only(text).scope is scope


def test_a_pronoun_stands_for_whom_the_sentence_before_names() -> None:
    told = claims_of("Ida Orm was freed on Monday. She was arrested on July 2. The arrest in Harn on July 3 was wrong.")
    assert told[1].frame.names == {"ida orm"}
    assert "ida orm" not in told[2].frame.names


def test_a_day_plainly_of_another_verb_only_stands_near_a_happening() -> None:
    assert only("A man was searched on Tuesday for the shooting.").scope is Scope.PART


@pytest.mark.parametrize(
    ("text", "measure", "days"),
    [
        ("Two hikers have been missing since Monday.", "disappearance", "2024-07-08"),
        ("The bridge, closed to traffic since July 2, is to reopen.", "closing", "2024-07-02"),
        ("Gunmen have attacked three villages since Monday.", "", "None"),
        ("The bridge has been closed since last month.", "", "None"),
    ],
)
def test_since_a_day_dates_what_began_a_state(text: str, measure: str, days: str) -> None:
    claim = only(text)
    assert claim.measure == measure
    assert str(settled([claim])[0]) == days or not measure


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("The dam burst on Tuesday.", NAMED),
        ("The dam burst on July 9.", NAMED),
        ("The dam burst yesterday.", RELATIVE),
        ("The dam burst on Tuesday night.", NIGHT),
        ("The dam burst overnight.", NIGHT),
        ("The dam burst at 2 a.m. on Tuesday.", EARLY),
        ("The dam burst early on Tuesday.", EARLY),
        ("The dam burst late on Tuesday.", NIGHT),
    ],
)
def test_how_a_day_is_given(text: str, given: str) -> None:
    assert only(text).period == given


def test_a_day_counted_from_another() -> None:
    counted, named = claims_of("The speech came two days after the army shelled Oster on July 6.")
    assert (counted.measure, counted.period) == ("address", COUNTED)
    assert days_of(counted) == DayRange(date(2024, 7, 8), date(2024, 7, 8))
    assert named.measure == "strike"


def test_a_day_counted_back_to_the_event() -> None:
    found = claims_of("She flew home on Wednesday, two days after the quake struck the coast.")
    assert (found[1].measure, days_of(found[1])) == ("earthquake", DayRange(date(2024, 7, 8), date(2024, 7, 8)))


def test_counting_works_without_a_year() -> None:
    counted, _ = claims_of("The speech came a day after the army shelled Oster on July 8.", None)
    assert counted.value == When(None, month=7, day=9)


def test_one_more_of_its_kind_is_marked() -> None:
    assert only("A second blast shook Oster on Tuesday.").population == ANOTHER


def test_a_date_that_only_stands_near_is_of_part_scope() -> None:
    assert only("A vigil was planned on Tuesday by those who fled the blast.").scope is Scope.PART
    assert only("The blast came on Tuesday.").scope is Scope.WHOLE


def test_a_date_to_come_is_a_forecast() -> None:
    assert only("The summit will open on July 20.").status is Status.FORECAST


def test_a_time_long_past_has_a_frame_of_its_own() -> None:
    claim = only("A fire in the same street in 2011 burned for two days.")
    assert not claim.frame.main
    assert claim.frame.key == "2011-01-01/2011-12-31"


def test_datelines_and_stamps_date_nothing() -> None:
    found = claims_of("OSTER, July 9 (Coast Wire) - A blast hit a bakery.\n\n8 July 2024\n\nThe blast came late.")
    assert [c.measure for c in found] == ["", ""]


def test_furniture_is_passed_over() -> None:
    text = "The blast came on Tuesday.\n\nBakery fire on Monday: a look back"
    start = text.index("Bakery")
    assert len(claims_of(text, regions=(Region("body", start, len(text), "related"),))) == 1


def test_a_text_without_a_date_is_read_from_the_latest_day_it_names() -> None:
    found = claims_of("The port reopened on May 31, 2024. The ban was lifted on Thursday.", None)
    assert days_of(found[1]) == DayRange(date(2024, 5, 30), date(2024, 5, 30))


def test_spans_hold_the_words() -> None:
    text = "The blast came on Tuesday night, and the fire was out by Wednesday."
    for claim in claims_of(text):
        span = claim.mention.span
        assert text[span.start : span.end] == claim.mention.text


def test_a_note_withdraws_the_day_it_denies() -> None:
    text = "A blast hit a bakery on Monday.\n\nCorrection: We misstated the day. It was Monday, not Tuesday."
    _, right, wrong = claims_of(text)
    assert (wrong.status, wrong.measure) == (Status.WITHDRAWN, "explosion")
    assert right.replaces == (wrong.id,)


def test_a_note_withdraws_the_day_an_earlier_version_gave() -> None:
    text = (
        "A blast hit a bakery on Monday.\n\n"
        "An earlier version of this article incorrectly said the blast came on Tuesday. It came on Monday."
    )
    assert [c.status for c in claims_of(text)] == [Status.STATED, Status.WITHDRAWN, Status.STATED]


def test_a_note_about_a_figure_leaves_its_date() -> None:
    text = (
        "Editor's note: This article incorrectly said that a strike on Monday killed 200 people. The strike killed 40."
    )
    assert only(text).status is Status.STATED


@pytest.mark.parametrize(
    ("text", "happening"),
    [
        ("The export of sugar is banned until 30 November.", "ban-end"),
        ("The ban runs until 30 November, traders said.", "ban-end"),
        ("Dorvania halted sugar exports until the end of the year.", "ban-end"),
        ("Until 31 December the sale of fireworks is prohibited.", "ban-end"),
        ("The old bridge will remain closed until 2 September.", "closure-end"),
        ("The curfew in Lostwick is in force until 20 July.", "alert-end"),
        ("She was remanded in custody until 5 August.", "custody-end"),
        ("Objections may be submitted until 18 July.", "deadline"),
        ("Dockers say the walkout lasts until 23 July.", "walkout-end"),
        ("They danced until 9 July.", ""),
        ("The ban is old; they danced until 9 July.", ""),
    ],
)
def test_until_dates_the_end_of_what_lasts(text: str, happening: str) -> None:
    assert only(text).measure == happening


def test_what_lasts_until_the_end_of_a_year_stands_for_its_last_day() -> None:
    (last,) = settled([only("Sugar exports are banned until the end of the year.")])
    assert last is not None
    assert last.first == last.last == date(2024, 12, 31)
    (june,) = settled([only("Sugar exports are banned until September.")])
    assert june is not None
    assert june.first == date(2024, 9, 1)


@pytest.mark.parametrize("hours", ["early hours", "small hours", "wee hours"])
def test_the_hours_before_dawn_are_early(hours: str) -> None:
    assert only(f"The vault was robbed in the {hours} of Monday.").period == EARLY


@pytest.mark.parametrize(
    "text",
    [
        "Prisoners seized a wing and took guards hostage on Sunday.",
        "The rebellion, initiated on the morning of Sunday, was put down.",
        "The disturbance begun on 07/07/2024 at the prison is over.",
        "Sunday's riot went on for hours.",
    ],
)
def test_a_riot_is_told_in_many_words(text: str) -> None:
    assert only(text).measure == "riot"


@pytest.mark.parametrize(
    ("body", "measure"),
    [
        ("Mortar fire hit the camp on Monday.", "strike"),
        ("The village came under artillery fire on Monday.", "strike"),
        ("Forty were hurt when shells rained down on Orla on Monday.", "strike"),
        ("On 8 July between 16:05 and 17:50 the army carried out a massed artillery strike on Orla.", "strike"),
        ("A fire broke out at the camp on Monday.", "fire"),
    ],
)
def test_fire_of_guns_is_a_strike_whatever_the_clock_says(body: str, measure: str) -> None:
    assert only(body).measure == measure


@pytest.mark.parametrize(
    ("body", "measure", "scope"),
    [
        (
            "Families sat at breakfast on Monday when the 7.4 magnitude quake ripped open the sea bed.",
            "earthquake",
            "whole",
        ),
        ("Ninety people were on the level on Monday morning when the mud came.", "inrush", "whole"),
        ("He was in Paris on Monday when the crash inquiry opened.", "accident", "part"),
        ("There was an explosion in the departure hall on Monday.", "explosion", "whole"),
        ("The boat left Mersafa on Monday.", "departure", "whole"),
    ],
)
def test_what_a_day_plainly_dates(body: str, measure: str, scope: str) -> None:
    claim = only(body)
    assert (claim.measure, claim.scope.value) == (measure, scope)
