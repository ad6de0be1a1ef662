"""Days of events that an article leaves out, by the site: where other articles of the story tell of one day there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Incident
from reconcile.model.when import DayRange, Granularity

APART = 2  # days between two events for certain; the clocks of the world make one night two days


def with_days_by_site(claims: Sequence[Claim], places: Mapping[str, frozenset[str]]) -> tuple[Claim, ...]:
    """The claims; those without a day that name the site of one day's event, in a story of several, are of that day.

    `places` are those, by event, in which its whole story goes on: they tell nothing of the one event or the other.
    """
    told: dict[str, list[Incident]] = defaultdict(list)
    for claim in claims:
        incident = claim.frame.incident
        if incident.day and incident.day.granularity is Granularity.DAY and claim.frame.main and claim.event:
            told[claim.event].append(incident)
    known = {event: _days_by_site(incidents, places.get(event, frozenset())) for event, incidents in told.items()}
    return tuple(_settled(c, known[c.event]) if c.event in known else c for c in claims)


def _days_by_site(told: Sequence[Incident], places: frozenset[str]) -> dict[str, DayRange]:
    """The day of each site at which one event happened; empty where all happened on one day."""
    days: dict[str, set[DayRange]] = defaultdict(set)
    for incident in told:
        for site in incident.scenes - places:
            if incident.day:
                days[site].add(incident.day)
    everywhere = {i.day for i in told if i.day}
    if _one_event(everywhere):
        return {}
    return {site: min(each) for site, each in days.items() if _one_event(each)}


def _one_event(days: set[DayRange]) -> bool:
    return max(days).first.toordinal() - min(days).first.toordinal() < APART


def _settled(claim: Claim, known: Mapping[str, DayRange]) -> Claim:
    incident = claim.frame.incident
    if incident.day is not None or not claim.frame.main:
        return claim
    days = {known[s] for s in incident.scenes if s in known} - incident.others
    if not days or not _one_event(days):
        return claim
    day = min(days)
    if (incident.written and day.first > incident.written) or _names_another(claim, day):
        return claim
    return evolve(claim, frame=evolve(claim.frame, incident=evolve(incident, day=day)))


def _names_another(claim: Claim, day: DayRange) -> bool:
    """ "On Thursday a man blew himself up, killing 25": of an event there on Monday the sentence does not tell."""
    own = claim.frame.days
    return own is not None and own.granularity is Granularity.DAY and own.gap(day) >= APART
