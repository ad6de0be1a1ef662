"""When each date of a text is, what happened then, and how the day is given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time

from attrs import frozen

from reconcile.claims.happenings.counted_days import counted_day, is_day
from reconcile.claims.happenings.dated import Dated, Place, dated_by, ending, lasting
from reconcile.claims.happenings.frames import is_dateline
from reconcile.claims.happenings.happening_table import Happening
from reconcile.language.analysis import Analysis
from reconcile.language.dates import DateMention
from reconcile.language.dates.words import parts_said
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match
from reconcile.model.change import evolve
from reconcile.model.claim import Frame
from reconcile.model.text import Article, Part
from reconcile.model.when import When

# How a day is given, kept as a date claim's `period`: by name, late on it or in its small hours, by its distance from
# the article's day, from another event ("a day after the attack") or from the day told before ("a day later").
NAMED, NIGHT, EARLY, RELATIVE, COUNTED, THEN = "named", "night", "early", "relative", "counted", "then"
DAYTIME = "daytime"  # by name, and by an hour that no night has
_NIGHT_ENDS, _NIGHT_BEGINS = 5, 22  # o'clock
_MORNING, _EVENING = 8, 18
_WEEK = 7  # days


@frozen
class PartReading:
    """One part of one article, its dates as seen from the article's day."""

    article: Article
    part: Part
    analysis: Analysis
    dates: Sequence[DateMention]
    main: Frame
    houses: Houses


@frozen
class Timed:
    """When, what happened then, how the day is given, and the time of day."""

    when: When
    dated: Dated | None
    given: str
    clock: time | None = None


@frozen
class DatedSentence:
    """The dates of a sentence and what happens in it."""

    mentions: Sequence[DateMention]
    found: Sequence[Match[Happening]]


def the_one_day(timed: Sequence[Timed]) -> When | None:
    """The day on which all happens that is dated there, None where there are several or none."""
    days = {t.when for t in timed if t.dated and t.dated.id and is_day(t.when)}
    return days.pop() if len(days) == 1 else None


def read_time(reading: PartReading, mention: DateMention, told: When | None, sentence: DatedSentence) -> Timed | None:
    """What a date says, `told` being the one day of which the sentences before tell; None where it says nothing."""
    if mention.offset_days is not None:
        return _counted(reading, mention, told, sentence)
    return _told(reading, mention, sentence)


def _told(reading: PartReading, mention: DateMention, sentence: DatedSentence) -> Timed | None:
    """A date that stands for itself."""
    when = mention.when
    if when.days is None and when.month is None and when.weekday is None:
        return None
    dated = None
    if not (when.open_start or when.open_end or is_dateline(reading.analysis.tokens, mention, reading.part)):
        others = [m for m in sentence.mentions if m is not mention and (m.when.days or m.offset_days)]
        rivals = [_place(reading, m) for m in others if not (is_day(when) and _is_span(reading, m))]
        dated = dated_by(reading.analysis.tokens, _place(reading, mention), sentence.found, rivals, reading.houses)
    elif when.began:
        dated = lasting(reading.analysis.tokens, _place(reading, mention), reading.houses)
    elif when.open_start:
        dated = ending(reading.analysis.tokens, _place(reading, mention), reading.houses)
    return Timed(when, dated, _given(reading, mention), mention.clock)


def _is_span(reading: PartReading, mention: DateMention) -> bool:
    """ "The worst raid this year": a time longer than a week that is told from the article's day only."""
    days = mention.when.days
    long = days is not None and (days.last - days.first).days > _WEEK
    return long and _given(reading, mention) == RELATIVE


def _place(reading: PartReading, mention: DateMention) -> Place:
    sentence = reading.analysis.sentences[reading.analysis.sentence_of(mention.first)]
    return Place(mention.first, mention.last, sentence[0])


def _given(reading: PartReading, mention: DateMention) -> str:
    clock, when = mention.clock, mention.when
    if clock and not _NIGHT_ENDS <= clock.hour < _NIGHT_BEGINS:
        return EARLY if clock.hour < _NIGHT_ENDS else NIGHT
    said = parts_said(reading.analysis.tokens.words[mention.first : mention.last], reading.houses)
    if "night" in said or ("late" in said and is_day(when)):
        return NIGHT
    if "dawn" in said or ("early" in said and is_day(when)):
        return EARLY
    figures = clock is None and any(c.isdigit() for c in mention.text)
    if not (when.weekday is not None or when.month is not None or figures):
        return RELATIVE
    by_day = "daytime" in said or (clock is not None and _MORNING <= clock.hour < _EVENING)
    return DAYTIME if by_day and is_day(when) else NAMED


def _counted(reading: PartReading, mention: DateMention, told: When | None, sentence: DatedSentence) -> Timed | None:
    """A date that is counted from another one."""
    tokens = reading.analysis.tokens
    counted = counted_day(tokens, mention, sentence.mentions, told, reading.houses)
    if counted is None:
        return None
    first, last = counted.happened
    found = [f for f in sentence.found if first <= f.start and f.end <= last]
    everywhere = counted.happened == (0, len(tokens))
    rivals = [_place(reading, m) for m in sentence.mentions if m.offset_days is None] if everywhere else ()
    dated = dated_by(tokens, _place(reading, mention), found, rivals, reading.houses)
    if dated is not None and not counted.within:
        dated = evolve(dated, plain=False)
    return Timed(counted.when, dated, THEN if everywhere else COUNTED)


def moment(timed: Timed) -> datetime | None:
    """The day with its time of day, where both are told; with the zone where that is named."""
    if timed.clock is None or timed.when.days is None or not is_day(timed.when):
        return None
    return datetime.combine(timed.when.days.first, timed.clock)
