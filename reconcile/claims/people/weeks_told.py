"""Weeks as reports count by them: "in week 21", "the week to Sunday", "last week", and "the week before"."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from reconcile.language.analysis import Analysis
from reconcile.language.calendar import shift_days, week_range
from reconcile.language.dates import DateMention
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses

WEEK = 7  # days
SHORTEST, LONGEST = 6, 8  # days of what is called a week: "the past seven days" may count both ends
MOST_WEEKS = 53
BACK_TOKENS = 4  # tokens of the longest name of the week before ("in the previous week")
TO_REACH = 3  # tokens between "the week" and the day it ends on ("to midnight on Sunday")


@frozen
class WeekTold:
    """The tokens `[first, last)` that name a week, and the Monday of it; `numbered` for "week 21"."""

    first: int
    last: int
    monday: date
    numbered: bool = False


def weeks_told(analysis: Analysis, day: date, houses: Houses = ()) -> list[WeekTold]:
    """The weeks that a text names, in order; `day` is that of its publication."""
    found = {w.first: w for w in (*_numbered(analysis, day, houses), *_dated(analysis, day, houses))}
    starts = sorted(found)
    for last, back in _steps_back(analysis, houses):
        at = bisect_left(starts, back.start)
        near = next((found[s] for s in reversed(starts[max(0, at - 2) : at]) if found[s].last <= back.start), None)
        if near is not None and back.start not in found and _is_near(analysis, near, back.start):
            found[back.start] = WeekTold(back.start, last, shift_days(near.monday, -WEEK))
            insort(starts, back.start)
    return [found[at] for at in starts]


def _numbered(analysis: Analysis, day: date, houses: Houses) -> Iterator[WeekTold]:
    """ "In week 21", of the year in which it lies behind; "week 3 of the strike" is none of the calendar."""
    words, classes = analysis.tokens.words, word_classes(houses)
    for at in analysis.tokens.where(classes["week-word"], 0, len(words) - 1):
        number, behind = words[at + 1], words[at + 2 : at + 3]
        if not (number.isascii() and number.isdigit() and 0 < int(number[:3]) <= MOST_WEEKS) or len(number) > 2:
            continue
        if not classes["of"].isdisjoint(behind):
            continue
        monday = _monday(day.year, int(number))
        if monday is not None and monday > day:
            monday = _monday(day.year - 1, int(number))
        if monday is not None:
            yield WeekTold(at, at + 2, monday, numbered=True)


def _monday(year: int, week: int) -> date | None:
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None


def _dated(analysis: Analysis, day: date, houses: Houses) -> Iterator[WeekTold]:
    """ "Last week", "19 to 25 May", "the week to Sunday"."""
    for mention in analysis.dates:
        days = mention.when.days
        if days is None or mention.when.open_end:
            continue
        start = _ending(analysis, mention, houses)
        if start is not None:
            last = shift_days(days.last, -WEEK) if days.last > day else days.last
            yield WeekTold(start, mention.last, week_range(shift_days(last, -WEEK // 2)).first)
        elif SHORTEST <= (days.last - days.first).days + 1 <= LONGEST and days.first <= day:
            middle = days.first + (days.last - days.first) / 2
            yield WeekTold(mention.first, mention.last, week_range(middle).first)


def _ending(analysis: Analysis, mention: DateMention, houses: Houses) -> int | None:
    """The token of "week" in "the week to Sunday", "the seven days ending 25 May"."""
    days, words, classes = mention.when.days, analysis.tokens.words, word_classes(houses)
    if days is None or days.first != days.last:
        return None
    for at in range(mention.first - 1, max(-1, mention.first - 1 - TO_REACH), -1):
        if words[at] in classes["week-word"] | classes["seven-days"]:
            link = words[at + 1 : mention.first + 1]
            return at if not classes["week-ends"].isdisjoint(link[:1]) else None
    return None


def _steps_back(analysis: Analysis, houses: Houses) -> Iterator[tuple[int, slice]]:
    """Where "the week before" and the like stand: the token behind, and those they take."""
    words, phrases = analysis.tokens.words, word_classes(houses)["week-before"]
    for at in analysis.tokens.where(word_classes(houses)["week-word"]):
        spans = ((i, j) for i in range(max(0, at - BACK_TOKENS + 1), at + 1) for j in range(at + 1, at + 3))
        match = next(((i, j) for i, j in spans if " ".join(words[i:j]) in phrases), None)
        if match is not None:
            yield match[1], slice(*match)


def _is_near(analysis: Analysis, week: WeekTold, token: int) -> bool:
    """True where the week is told in the same sentence as the token, or in the one before."""
    return analysis.sentence_of(token) - analysis.sentence_of(week.first) <= 1


def of_sentence(weeks: Sequence[WeekTold], sentence: tuple[int, int]) -> list[WeekTold]:
    """Those of the weeks, which stand in order, that a sentence names."""
    first, last = (bisect_left(weeks, at, key=lambda w: w.first) for at in sentence)
    return list(weeks[first:last])
