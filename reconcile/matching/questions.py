"""The question that a cluster of figures answers, in words, and why other figures were compared with nothing."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Collection, Sequence

from reconcile.claims.measuring.measure_table import known_measures, said_of_people
from reconcile.claims.places import EVERYWHERE
from reconcile.language.dimensions import dimension_of, is_money, plain_name
from reconcile.matching.adopt import is_bare
from reconcile.matching.clusters import crowded
from reconcile.matching.days import is_impossible
from reconcile.model.claim import Claim, Kind, Scope
from reconcile.model.finding import LeftOut
from reconcile.model.when import DayRange, Granularity


def question(claims: Sequence[Claim]) -> str:
    """ "people killed · strike, 8 July 2024": what is measured, of whom, in which event, as far as the claims tell."""
    return " · ".join(part for part in (_measured(claims), _event(claims)) if part)


def _measured(claims: Sequence[Claim]) -> str:
    first = claims[0]
    population = first.population.replace("-", " ")
    if first.quantity.unit == "person":
        counted = "people" if not population or first.scope is Scope.WHOLE else population
        text = _of_people(counted, first.measure)
    elif first.measure == first.quantity.unit:
        text = _of_unit(first.measure)
    else:
        text = plain_name(first.measure)
    shared = sorted(frozenset.intersection(*(c.where for c in claims)))
    where = [place if place in EVERYWHERE else f"in {place.title()}" for place in shared]
    period = first.period if all(c.period == first.period for c in claims) else ""
    return ", ".join([text, *where, *([period] if period else [])])


def _of_people(counted: str, measure: str) -> str:
    """ "children killed", "people on strike", but "attendance", and "crew" where the noun alone tells what counts."""
    if measure in said_of_people() or not measure:
        return f"{counted} {measure}".strip()
    if counted == "people":
        return measure
    return f"{measure}, {counted}" if measure in known_measures() else counted


def _of_unit(unit: str) -> str:
    """ "length (foot)", "sum of money (USD)": of what the claims tell no more than the unit."""
    dimension = dimension_of(unit)
    if is_money(unit):
        return f"sum of money ({plain_name(unit)})"
    return unit if " " in dimension or dimension == unit else f"{dimension} ({unit})"


def _event(claims: Sequence[Claim]) -> str:
    kinds = Counter(kind for c in claims for kind in c.frame.kinds[:1])
    days = Counter(told for c in claims if (told := c.frame.incident.day or c.frame.days))
    named = Counter(c.frame.month_day for c in claims if c.frame.month_day)
    parts = [kinds.most_common(1)[0][0]] if kinds else []
    if days:
        parts.append(_day(days.most_common(1)[0][0]))
    elif named:
        month, day = named.most_common(1)[0][0]
        parts.append(f"{day} {calendar.month_name[month]}")
    return ", ".join(parts)


def _day(days: DayRange) -> str:
    first = days.first
    match days.granularity:
        case Granularity.DAY:
            return f"{first.day} {calendar.month_name[first.month]} {first.year}"
        case Granularity.MONTH:
            return f"{calendar.month_name[first.month]} {first.year}"
        case Granularity.YEAR:
            return str(first.year)
    return str(days)


def left_out(claims: Sequence[Claim], compared: Collection[str]) -> tuple[LeftOut, ...]:
    """Figures and quotations that no finding holds, and impossible dates, each with the reason.

    `compared` has the ids of the claims that findings hold.
    """
    kinds = (Kind.FIGURE, Kind.QUOTE)
    many = crowded(claims)
    return tuple(
        LeftOut(c.id, _reason(c, c.id in many))
        for c in claims
        if c.id not in compared and (c.kind in kinds or (c.kind is Kind.DATE and is_impossible(c)))
    )


def _reason(claim: Claim, crowded_out: bool) -> str:
    if claim.kind is Kind.QUOTE:
        return "no other text gives this utterance"
    if claim.kind is Kind.DATE:
        return "the calendar has no such day"
    if crowded_out:
        return "too many figures stand under its question to compare each with each"
    if is_bare(claim):
        return "its sentence does not say what it counts"
    if not claim.frame.main:
        return "it speaks of another time than the stories"
    if claim.scope is Scope.PART:
        return "it counts a part that no other figure counts"
    return "no other figure answers the same question"
