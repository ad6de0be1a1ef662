"""Four-digit numbers that are years, and the periods counted in them: decades and centuries."""

from __future__ import annotations

from datetime import date

from reconcile.language.calendar import century_range, decade_range, year_range
from reconcile.language.dates.words import Reader, Reading
from reconcile.model.when import DayRange, Granularity, When

FIRST_YEAR, LAST_YEAR = 1000, 2199
_OPENING = frozenset("([\"'/–—-")


def year_number(r: Reader, i: int) -> int | None:
    """A four-digit year at token `i` that is not part of a longer number, a code, a measure or a sum of money."""
    value = r.number(i)
    if value is None or len(r.folded(i)) != 4 or not FIRST_YEAR <= value <= LAST_YEAR:
        return None
    if r.glued_before(i) and r.folded(i - 1) not in _OPENING:
        return None
    if r.tokens.glued(i) and (r.folded(i + 1)[:1].isalpha() or r.folded(i + 1) in "%°" or _goes_on(r, i)):
        return None
    return value


def _goes_on(r: Reader, i: int) -> bool:
    """True where a mark glued to token `i` leads on to a short number or a word: 2000,5 or 2000-seat."""
    after = r.folded(i + 2)
    if not r.tokens.glued(i + 1) or r.folded(i + 1) not in ",.:-/":
        return False
    return len(after) < 4 if after.isdigit() else r.folded(i + 1) == "-" and after.isalpha() and r.phrase(i + 2) is None


def year_tail(r: Reader, i: int) -> tuple[int, int | None]:
    """A year after a month or day: "2024", ", 2024", "of 2024", "this year"; where it ends, and which year."""
    mark = r.word(i, "lead")
    joint = mark.end if mark and mark.entry.unit in ("in", "of") else r.past(i, ",")
    for at in (i, joint):
        if (year := year_number(r, at)) is not None and not (at > i and counts(r, at + 1)):
            return at + 1, year
    way = r.word(r.past(joint, "the"), "direction")
    unit = r.word(way.end, "unit") if way else None
    if way is None or unit is None or unit.entry.unit != "year" or unit.entry.vague or abs(way.entry.value) > 1:
        return i, None
    return unit.end, r.anchor.year + way.entry.value if r.anchor else None


def counts(r: Reader, end: int) -> bool:
    """ "On July 8, 2000 people": a round number before a lower-case word counts something."""
    return (r.number(end - 1) or 1) % 100 == 0 and not closes(r, end) and not r.capital(end)


def closes(r: Reader, end: int) -> bool:
    """True where token `end` does not go on as a noun phrase ("winter tyres", "the fall of Rome", "the 8th floor")."""
    follows = r.folded(end)
    if not follows[:1].isalpha():
        return not follows.isdigit()
    lead = r.word(end, "lead", "join")
    return (lead is not None and lead.entry.unit != "of") or r.tenses.at(r.tokens, end) is not None


def year(r: Reader, i: int) -> Reading | None:
    """A bare year, or 2019-20; the caller sees to it that it stands in the context of a date."""
    value = year_number(r, i)
    if value is not None:
        return Reading(i + 1, When(year_range(value)))
    first, short = r.number(i), r.number(i + 2)
    if first is None or short is None or len(r.folded(i)) != 4 or len(r.folded(i + 2)) != 2:
        return None
    last = first // 100 * 100 + short
    if (
        r.folded(i + 1) not in ("-", "/", "–")
        or r.glued_before(i)
        or last - first != 1
        or not FIRST_YEAR <= first < LAST_YEAR
    ):
        return None
    return Reading(i + 3, When(DayRange(date(first, 1, 1), date(last, 12, 31), Granularity.YEAR)))


def decade(r: Reader, i: int) -> Reading | None:
    """The 1990s, the '90s, the nineties; a short form needs "the" or its mark, for people are in their 90s too."""
    after_the = r.folded(i - 1) == "the"
    if word := r.word(i, "decade"):
        return Reading(word.end, When(decade_range(word.entry.value)), False) if after_the else None
    at = r.past(i, "'")
    value = r.number(at)
    if value is None or value % 10 or not r.tokens.glued(at) or not r.word(at + 1, "plural"):
        return None
    if (
        len(r.folded(at)) == 4
        and FIRST_YEAR <= value < LAST_YEAR - 10
        and not (r.glued_before(i) and r.folded(i - 1) not in _OPENING)
    ):
        return Reading(at + 2, When(decade_range(value)))
    if len(r.folded(at)) == 2 and value >= 20 and (at > i or after_the):
        return Reading(at + 2, When(decade_range(1900 + value)), False)
    return None


def century(r: Reader, i: int) -> Reading | None:
    """The 19th century, the twentieth century."""
    if ordinal := r.word(i, "ordinal"):
        end, number = ordinal.end, ordinal.entry.value
    elif (value := r.number(i)) is not None and r.tokens.glued(i) and (ending := r.word(i + 1, "ending")):
        end, number = ending.end, value
    else:
        return None
    unit = r.word(r.past(end, "-"), "unit")
    if unit is None or unit.entry.unit != "century" or not 2 <= number <= 22:
        return None
    return Reading(unit.end, When(century_range(number)))
