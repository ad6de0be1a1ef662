"""Weekdays by direction word, named week, or the tense of their clause."""

from __future__ import annotations

from datetime import date

from reconcile.language.calendar import one_day, shift_days, week_range, weekday_after, weekday_before
from reconcile.language.dates.clock import clock_at
from reconcile.language.dates.relative import counted_at
from reconcile.language.dates.tense import tense_around
from reconcile.language.dates.words import AT_DAY, Reader, Reading
from reconcile.language.dates.years import closes
from reconcile.model.when import When


def weekday(r: Reader, i: int) -> Reading | None:
    """Thursday, last Thursday, next Monday, Thursday last week.

    A plain weekday is the most recent one up to the anchor's own day, in a future clause the first from it on.
    "The previous Thursday" counts from an event and stays unresolved.
    """
    way = r.word(i, "direction", "relative")
    name = r.word(way.end if way else i, "weekday")
    if name is None or not r.capital(name.start):
        return None
    if name.entry.proof == "company" and not (way or _in_company(r, i, name.end)):
        return None
    number = name.entry.value
    week = _week_named(r, name.end)
    end = week[0] if week else name.end
    from_event = way is not None and way.entry.role == "relative"
    if r.anchor is None or from_event:
        return Reading(end, When(None, weekday=number), not from_event)
    if week is None and way is None and (later := _week_after(r, end)):
        return Reading(later, _day(shift_days(weekday_after(r.anchor, number, strictly=True), 7)))
    if week:
        return Reading(end, _day(shift_days(week_range(r.anchor, week[1]).first, number)))
    if way is None or way.entry.vague:
        return Reading(end, _day(_by_tense(r, r.anchor, (i, end, number))))
    return _by_direction(r, r.anchor, way.entry.value, (i, end, number))


def _in_company(r: Reader, i: int, end: int) -> bool:
    """ "On Tue", "Tue 18:15": what shows that a word is short for a weekday."""
    clock = clock_at(r, end)
    return (clock is not None and clock.sure) or bool(r.word(i - 1, "lead", "join") and closes(r, end))


def _week_after(r: Reader, i: int) -> int | None:
    """Past the bare "week" of "on Saturday week", which is the Saturday after the coming one."""
    unit = r.word(i, "unit")
    plain = unit is not None and unit.entry.unit == "week" and not unit.entry.vague
    return unit.end if unit and plain and closes(r, unit.end) and r.folded(unit.end) != "-" else None


def weeks_from(r: Reader, i: int) -> Reading | None:
    """ "a week from Monday", in a future clause also "a week on Monday": so many weeks after the coming one."""
    counted = counted_at(r, i)
    lead = r.word(counted.end, "lead") if counted and counted.unit == "week" and counted.count else None
    name = r.word(lead.end, "weekday") if lead and lead.entry.unit in ("from", *AT_DAY) else None
    if counted is None or lead is None or name is None or r.anchor is None or not r.capital(name.start):
        return None
    if lead.entry.unit == "on" and tense_around(r, i, name.end) != "future":
        return None
    first = weekday_after(r.anchor, name.entry.value, strictly=True)
    return Reading(name.end, _day(shift_days(first, 7 * (counted.count or 0))))


def _by_direction(r: Reader, anchor: date, way: int, place: tuple[int, int, int]) -> Reading:
    """ "last" is strictly before the anchor, "next" in the week after its own; both are fairly read otherwise too."""
    start, end, number = place
    if way < 0:
        day = weekday_before(anchor, number, strictly=True)
        return Reading(end, _day(day), (anchor - day).days > 2)
    if way > 0:
        return Reading(end, _day(shift_days(week_range(anchor, 1).first, number)), number <= anchor.weekday())
    tense = tense_around(r, start, end)
    if tense == "open":
        return Reading(end, _day(shift_days(week_range(anchor).first, number)))
    return Reading(end, _day(_by_tense(r, anchor, place)))


def _by_tense(r: Reader, anchor: date, place: tuple[int, int, int]) -> date:
    """ "until Friday" looks ahead unless a verb plainly tells otherwise, "by Friday" where no verb tells at all."""
    start, end, number = place
    tense = tense_around(r, start, end)
    lead = r.word(start - 1, "lead")
    if (
        r.forced is None
        and lead
        and lead.entry.unit == "until"
        and (tense == "open" or (lead.entry.joins and tense == "perhaps past"))
    ):
        tense = "future"
    return (weekday_after if tense == "future" else weekday_before)(anchor, number)


def _week_named(r: Reader, i: int) -> tuple[int, int] | None:
    """ "next week", "of last week" after a weekday: where it ends, and how many weeks on."""
    way = r.word(r.past(i, "of"), "direction")
    unit = r.word(way.end, "unit") if way else None
    if way is None or unit is None or unit.entry.unit != "week" or unit.entry.vague or abs(way.entry.value) > 1:
        return None
    return unit.end, way.entry.value


def _day(day: date) -> When:
    return When(one_day(day), weekday=day.weekday())
