"""Days counted from another day: two days after the attack of July 8, the next day, three days later."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from reconcile.claims.happenings.happening_table import words_of
from reconcile.language.calendar import day_of, one_day, shift_days
from reconcile.language.dates import DateMention
from reconcile.language.dates.words import date_words
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import Tokens
from reconcile.model.when import DayRange, Granularity, When

_LEAP_YEAR = 2000
_SAID = 2  # tokens from a word of saying to its day, with "on" between
_WEEK, _EITHER_WAY = 7, 2  # days: "a week later" may be two days off


@frozen
class CountedDay:
    """The day, which tokens may tell what happened then, and whether it was counted within its own sentence."""

    when: When
    happened: tuple[int, int]
    within: bool = True


def counted_day(
    tokens: Tokens,
    mention: DateMention,
    mentions: Sequence[DateMention],
    told: When | None,
    houses: Houses = (),
) -> CountedDay | None:
    """The day a counted mention stands for; None where nothing tells from which day to count.

    `mentions` are the dates of its sentence, `told` is the one day that the sentences before it tell of.
    "It came a day after the attack of July 8" dates what came; "on Wednesday, two days after the attack" that;
    "on July 8; two days later it ended" what comes with it. Where no day is told, it is counted from that of a saying.
    """
    offset = mention.offset_days or 0
    plain = [m for m in mentions if m.offset_days is None and is_day(m.when)]
    before = next((m for m in reversed(plain) if m.last <= mention.first), None)
    if counts_from_event(tokens, mention, houses):
        after = next((m for m in plain if m.first >= mention.last), None)
        if after is not None:
            return CountedDay(_moved(after.when, offset), (0, mention.first))
        return None if before is None else CountedDay(_moved(before.when, -offset), (mention.last, len(tokens)))
    anywhere = (0, len(tokens))
    origin = before or next((m for m in plain if told is None and _dates_words(tokens, m, houses)), None)
    if origin is not None:
        return CountedDay(_moved(origin.when, offset), anywhere)
    return None if told is None else CountedDay(_moved(told, offset), anywhere, within=False)


def _dates_words(tokens: Tokens, mention: DateMention, houses: Houses) -> bool:
    """ "The previous night, police said on Tuesday": a day right after a word of saying."""
    return not words_of(houses, "said").isdisjoint(tokens.words[max(0, mention.first - _SAID) : mention.first])


def is_day(when: When) -> bool:
    """True for a single day, with or without its year."""
    if when.days is not None:
        return when.days.first == when.days.last
    return when.month is not None and when.day is not None


def counts_from_event(tokens: Tokens, mention: DateMention, houses: Houses) -> bool:
    """True where what it is counted from follows: "a day after the attack", not "a day after." or "a day later"."""
    words = date_words(houses)
    shift = words.before(tokens, mention.last, mention.first)
    if shift is None or shift.entry.unit != "event" or mention.last >= len(tokens):
        return False
    joined = words.at(tokens, mention.last)
    return tokens.words[mention.last][0].isalnum() and not (joined and joined.entry.role == "join")


def _moved(when: When, offset: int) -> When:
    """That many days later, give or take where weeks are counted; without a year, as in a leap year."""
    if when.days is None:
        day = day_of(_LEAP_YEAR, when.month or 1, when.day or 1)
        there = shift_days(day, offset) if day else None
        return When(None, there.month, there.day) if there else when
    moved = shift_days(when.days.first, offset)
    if abs(offset) < _WEEK:
        return When(one_day(moved))
    return When(DayRange(shift_days(moved, -_EITHER_WAY), shift_days(moved, _EITHER_WAY), Granularity.DAYS))
