"""Whether two figures tell of one time: the same day, the same attack, or another year's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import combinations

from reconcile.claims.measuring.dynamics import of_the_moment
from reconcile.claims.measuring.measure_table import MAGNITUDE
from reconcile.claims.people.periods import SEVERAL
from reconcile.claims.people.weekly import is_weekly
from reconcile.language.dimensions import DURATION, dimension_of, is_money
from reconcile.language.grammar import word_classes
from reconcile.model.claim import Claim, Incident
from reconcile.model.when import DayRange, Granularity

VICTIMS = frozenset({"killed", "injured", "shot"})  # measures of those whom one event hit
APART = 2  # days between two events for certain; the clocks of the world make one night two days
DAY_BEFORE = timedelta(days=2)
LONG = timedelta(days=7)
NEWS = timedelta(days=14)  # for which the reports of an event have it for their own story
FRESH = timedelta(days=4)  # in which a report says when, of what it has for news
OTHER_OCCASION = 5  # days between two marches, strikes or rounds of a vote; one vote may last for some days
DATED = (Granularity.DAY, Granularity.MONTH)
SEASON = timedelta(days=60)
RELEASES = {"read-monthly": timedelta(days=20), "read-daily": LONG}  # between two readings, by class of measures


def period_level(a: Claim, b: Claim) -> str:
    """The same period and rate. One may leave out of what it is a rate ("412 pence a share", "a price of £4.12")."""
    one, two = a.quantity.per, b.quantity.per
    if is_weekly(a) or is_weekly(b):
        return "same-week" if a.period == b.period else "other-week"
    if a.period != b.period or (one and two and one != two):
        return "else"
    if one == two:
        return "same"
    if dimension_of(one or two or "") != DURATION or _sum_of_a_year(a, b):
        return "one-rate"
    return "else"  # no total is a rate in time


def _sum_of_a_year(a: Claim, b: Claim) -> bool:
    """ "A levy worth 14 billion a year", "the levy yields 14 billion": one sum, unless one is of several years."""
    one, two = a.quantity, b.quantity
    alike = one.value == two.value and one.unit == two.unit and is_money(one.unit)
    return alike and word_classes()["several-years"].isdisjoint((a.span, b.span))


def span_level(a: Claim, b: Claim) -> str:
    """A quarter's, nine months' or a year's, the rain of one day or three; mostly the text does not tell."""
    if not a.span or not b.span:
        return "untold"
    return "same" if a.span == b.span else "else"


def time_level(a: Claim, b: Claim) -> str:
    """The day or period of the event as each sentence tells it."""
    if a.frame.main != b.frame.main:
        if _recalls(a, b) or _recalls(b, a):
            return "unknown"
        moving = a.measure == b.measure and of_the_moment(a.measure)
        return "one-past" if moving or (_of_events(a) and _of_events(b)) else "one-dated"
    if incidents := _incident_level(a, b):
        return incidents
    if _read_long_apart(a, b) or _on_other_occasions(a, b):
        return "else"
    if counts_people(a) and _of_one_event(a, b):
        return "same" if a.frame.days is not None and a.frame.days == b.frame.days else "unknown"
    if a.frame.days is None or b.frame.days is None:
        if a.frame.main:
            return _story_level(a, b)
        return "unknown" if a.frame.days is b.frame.days is None else "one-dated"
    gap = a.frame.days.gap(b.frame.days)
    if gap and a.frame.main and _read_anew(a, b):
        return "unknown"
    if gap and not counts_people(a) and a.frame.days.granularity is not b.frame.days.granularity:
        return "roles"  # the day of an announcement and the year it is for
    if gap > SEASON.days and a.quantity.value != b.quantity.value and _recounts_the_past(a, b):
        return "incidents-long-apart"
    if not a.frame.main:
        return "same" if gap == 0 else "else"
    return "same" if gap == 0 else "next-day" if gap == 1 else "else"


def _recounts_the_past(a: Claim, b: Claim) -> bool:
    """ "In 1992, 263 died": background, also in an undated text, of which nobody can know that it is."""
    years = all(c.frame.days is not None and c.frame.days.granularity is Granularity.YEAR for c in (a, b))
    return not a.frame.main or (years and counts_people(a))


def _read_long_apart(a: Claim, b: Claim) -> bool:
    """Unemployment in reports of two months, a share's price in those of two weeks: what differs is of other days."""
    one, two = a.frame.written, b.frame.written
    if a.measure != b.measure or one is None or two is None or a.quantity.value == b.quantity.value:
        return False
    if a.note or b.note or not a.frame.main:
        return False
    gap = abs(one - two)
    return any(gap > least and a.measure in word_classes()[kind] for kind, least in RELEASES.items())


def _on_other_occasions(a: Claim, b: Claim) -> bool:
    """ "At the first strike, on 6 November, 41 percent took part" beside those of this week's: no later reading of it.

    So with the two rounds of an election and with marches a week apart. Equal numbers are of one occasion of which
    somebody has the wrong day.
    """
    if a.measure != b.measure or a.measure not in word_classes()["of-one-occasion"]:
        return False
    one, two = _occasion(a), _occasion(b)
    return (
        one is not None and two is not None and one.gap(two) >= OTHER_OCCASION and a.quantity.value != b.quantity.value
    )


def _occasion(claim: Claim) -> DayRange | None:
    """The day a figure is of; where its sentence names none, the latest one that its article has for news."""
    if claim.frame.days is not None:
        return claim.frame.days if claim.frame.days.granularity is Granularity.DAY else None
    written = claim.frame.written
    days = (d for d in claim.frame.other_days if d.granularity is Granularity.DAY)
    news = (d for d in days if written is not None and timedelta(0) <= written - d.last <= FRESH)
    return max(news, key=lambda d: d.last, default=None)


def _recalls(later: Claim, first: Claim) -> bool:
    """ "In May thieves had taken the data of 4.1 million": what a report of May has for its own story."""
    days, out, since = later.frame.days, first.frame.written, later.frame.written
    if later.frame.main or not first.frame.main or days is None or out is None or since is None:
        return False
    return days.granularity in DATED and days.first <= out <= days.last + NEWS and since > out


def _read_anew(a: Claim, b: Claim) -> bool:
    """Seven arrested on Tuesday, eight by Thursday: each day gives its reading. But the dead died on one day."""
    return a.measure == b.measure and a.measure not in VICTIMS and of_the_moment(a.measure)


def _incident_level(a: Claim, b: Claim) -> str:
    """Two attacks, crashes or quakes on different days; empty where the days do not tell two apart.

    Texts may disagree on the day of one event. Two events it is for certain where the one text was out before the
    other's day, or tells both days.
    """
    one, two = a.frame.incident, b.frame.incident
    if not a.frame.main:
        return ""
    if _long_apart(one, two):
        return "incidents-long-apart"
    if (a.period == SEVERAL) != (b.period == SEVERAL):
        return "incidents-apart"
    if _out_before(one, two) or _out_before(two, one):
        return "incidents-apart"
    if one.day in two.others or two.day in one.others:
        return "incidents-apart"
    if _long_before(one, two) or _long_before(two, one):
        return "incidents-apart"
    if one.day is None or two.day is None or one.day.gap(two.day) < APART:
        return ""
    both = {one.day, two.day}
    elsewhere = bool(one.scenes and two.scenes) and one.scenes.isdisjoint(two.scenes)
    return "incidents-apart" if elsewhere or both <= one.told or both <= two.told else "incidents-differ"


def _of_one_event(a: Claim, b: Claim) -> bool:
    """True where both know the same day of their event, whatever days their sentences name beside it.

    "They found the last of the missing on Wednesday, taking the toll to 22": but not where the text tells of another
    event on that Wednesday.
    """
    one, two = a.frame.incident, b.frame.incident
    if one.day is None or two.day is None or one.day.gap(two.day) >= APART:
        return False
    if not one.day.granularity is two.day.granularity is Granularity.DAY:
        return False
    named = {c.frame.days for c in (a, b)} - {None, one.day, two.day}
    return not any(day.gap(other) < APART for day in named if day for other in one.told | two.told)


def _long_apart(one: Incident, two: Incident) -> bool:
    """True for days of two seasons, and for a text out a season before any day the other tells: no slip is as large."""
    if one.day and two.day and one.day.gap(two.day) > SEASON.days:
        return True
    return _out_long_before(one, two) or _out_long_before(two, one)


def _out_long_before(text: Incident, event: Incident) -> bool:
    days = {event.day} if event.day else event.told
    return text.written is not None and bool(days) and all(d.first - text.written > SEASON for d in days)


def _out_before(text: Incident, event: Incident) -> bool:
    """True where a text was out on an earlier day than the event: it tells of none that was still to come."""
    return text.written is not None and event.day is not None and event.day.first - text.written >= DAY_BEFORE


def _long_before(event: Incident, undated: Incident) -> bool:
    """ "Friday's raid killed five. The worst of this year, on 2 May, killed 14": undated texts tell of Friday's.

    Only where it was out when Friday's was news.
    """
    if event.day is None or undated.day is not None or undated.written is None:
        return False
    latest = max((told.first for told in event.told), default=event.day.first)
    return latest - event.day.last >= LONG and abs(undated.written - latest) <= DAY_BEFORE


def _story_level(a: Claim, b: Claim) -> str:
    """Where not both sentences tell their day: do the days that one names stand anywhere in the other's story?"""
    one = (a.frame.days,) if a.frame.days else a.frame.other_days
    two = (b.frame.days,) if b.frame.days else b.frame.other_days
    if not one or not two or not counts_people(a):
        return "unknown"
    near = any(x.gap(y) <= 1 for x in one for y in two)
    return "unknown" if near else "stories-apart"


def _of_events(claim: Claim) -> bool:
    """True for the dead and hurt of an event, and for a quake's magnitude: another year's are of another one."""
    return counts_people(claim) or claim.quantity.unit == MAGNITUDE


def counts_people(claim: Claim) -> bool:
    return claim.quantity.unit == "person"


def of_several_events(figures: Iterable[Claim]) -> bool:
    """True where the articles of a story tell, one or all together, of sudden events on days of their own."""
    incidents = [c.frame.incident for c in figures if c.frame.main]
    days = {day for incident in incidents for day in incident.told if day.granularity is Granularity.DAY}
    return any(incident.others for incident in incidents) or any(a.gap(b) >= APART for a, b in combinations(days, 2))
