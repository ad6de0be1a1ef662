"""The time a figure speaks of, where the text tells.

In its sentence ("by 6 p.m. on Tuesday 11 were dead"), in the one before ("At that hour …"), in the stamp of a live
blog's entry, or for a whole article ("Situation at 18:00", "This edition went to press late on Tuesday").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from reconcile.claims.happenings.counted_days import counted_day, counts_from_event
from reconcile.claims.said_then import had_said, said_then
from reconcile.claims.stamps import days_of
from reconcile.language.analysis import Analysis, Row
from reconcile.language.dates import DateMention
from reconcile.language.dates.words import parts_said
from reconcile.language.grammar import stands_among, stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.model.change import evolve
from reconcile.model.text import Article, Part

STAMP_REACH = 1  # tokens a live blog's stamp may stand from the start of its entry (a bullet, a dash)
CUE_TOKENS = 3  # tokens of the longest cue ("as late as")
HEADING_REACH = 4  # tokens between "situation" and its time
BACK_REACH = 4  # tokens from the start of a sentence in which "at that hour" may stand
NOT_UNTIL = 6  # tokens between "not" and "until"
TOLL_TOKENS = 4  # tokens of the longest name of a count ("number of people killed")
HEADING = 8  # tokens of a sentence that tells nothing but the time of what follows it
APPOSED = frozenset({",", "(", "-", "–", "—"})  # between two words for one time
OWNER = "'s"
LEAD = 2  # sentences that may tell the time of a whole article
FRESH = timedelta(days=1)
_HALF_DAY = timedelta(hours=12)
NOON, NIGHT = time(12), time(22)
PARTS = {"night": NIGHT, "evening": time(19), "daytime": NOON, "late": time(21), "dawn": time(5), "early": time(6)}


class Clock:
    """As-of times of one part: what its sentences say, the stamps of its paragraphs, the article's `cut_off`."""

    def __init__(
        self, analysis: Analysis, article: Article, houses: Houses = (), cut_off: datetime | None = None
    ) -> None:
        self._analysis = analysis
        self._cut_off = cut_off
        self._houses = houses
        self._day = article.published_day
        self._published = article.published if isinstance(article.published, datetime) else None
        self._zone: tzinfo = (self._published.tzinfo if self._published else None) or UTC
        self._classes = word_classes(houses)
        self._cues = self._classes["as-of"] | self._classes["as-of-past"]
        self._dates = Row(_joined(analysis))
        starts = [0, *analysis.tokens.line_starts]
        self._starts = starts
        self._stamps: dict[int, DateMention] = {}
        for mention in self._dates:
            at = bisect_right(starts, mention.first) - 1
            leads = mention.first - starts[at] <= STAMP_REACH and not self._led(mention, self._cues)
            if mention.clock is not None and leads:
                self._stamps.setdefault(at, mention)
        bare = [(at, m.clock) for at, m in self._stamps.items() if m.when.days is None and m.clock is not None]
        self._days = dict(zip((at for at, _ in bare), days_of([t for _, t in bare], article.published), strict=False))

    def as_of(self, sentence: tuple[int, int], figure: int) -> datetime | None:
        """The time of the figure at a token of the sentence; None where nothing tells one.

        "As of 10 a.m. nine were dead; on Tuesday it was 31": another time in between ends the first.
        """
        if self._day is None:
            return None
        told = self.read_on(sentence, figure) or self._told_before(sentence) or self._carried(sentence)
        if told is not None:
            return self._not_ahead(self._moment(told, self._days.get(self._line(sentence[0]), self._day)))
        said = said_then(self._analysis, sentence, figure, self._day, self._houses)
        if said is not None:
            moment = self._moment(said, self._day)
            if self._is_past(moment) or had_said(self._analysis, figure, self._houses):
                return moment
        return self.written(sentence[0]) or self._cut_off

    def written(self, token: int) -> datetime | None:
        """The stamp of the live blog's entry that holds this token; None where it has none."""
        line = self._line(token)
        stamp, day = self._stamps.get(line), self._day
        return self._moment(stamp, self._days.get(line, day)) if stamp and day else None

    def cut_offs(self, heading: bool) -> Iterator[datetime]:
        """The times that this part gives for all the article tells; a `heading` does so beside figures, too."""
        analysis, day = self._analysis, self._day
        if day is None:
            return
        for at in dict.fromkeys(analysis.sentence_of(m.first) for m in self._dates):
            start, stop = analysis.sentences[at]
            mentions = analysis.between(self._dates, start, stop)
            press = stands_between(analysis.tokens, start, stop, self._classes["press-time"])
            counts = not heading and any(q.checkable for q in analysis.between(analysis.quantities, start, stop))
            for mention in mentions:
                brief = stop - start <= HEADING and self._stands_after(mention, self._classes["as-of"]) > 0
                heads = (not counts and (brief or self._headed(mention, start))) or self._leads(mention)
                if heads or (press and _is_told(mention)):
                    yield self._not_ahead(self._moment(mention, day))

    def read_on(self, sentence: tuple[int, int], figure: int) -> DateMention | None:
        """The time in the figure's sentence at which its count stood so ("by Sunday 44", "a toll of 44 on Sunday")."""
        stamp = self._stamps.get(self._line(sentence[0]))
        told = [m for m in self._analysis.between(self._dates, *sentence) if m is not stamp]
        if not told:
            return None
        running = self._governing(told, sentence, figure) or self._of_running_count(told, sentence, figure)
        return running or self._stood_then(told, sentence, figure)

    def _of_running_count(
        self, mentions: Sequence[DateMention], sentence: tuple[int, int], figure: int
    ) -> DateMention | None:
        """ "On Sunday the toll rose to 44": the one day that is told is that of the reading."""
        parts = (self._classes["running-count"], self._classes["count-moves"])
        if not all(stands_between(self._analysis.tokens, sentence[0], figure, part) for part in parts):
            return None
        told = [self._counted(m, mentions) for m in mentions if _is_told(m)]
        if len(told) != 1 or self._is_ahead(told[0]) or self._owns(told[0]) or self._of_counted(told[0], sentence[0]):
            return None
        return told[0]

    def _stood_then(
        self, mentions: Sequence[DateMention], sentence: tuple[int, int], figure: int
    ) -> DateMention | None:
        """ "On Sunday evening the fire had stood at 8,400 acres": the time that opens the sentence."""
        first, words = mentions[0], self._analysis.tokens.words
        if not _is_told(first) or self._is_ahead(first) or self._owns(first) or first.first - sentence[0] > 1:
            return None
        cue = (" ".join(words[max(first.last, figure - n) : figure]) for n in range(1, CUE_TOKENS + 1))
        return first if not self._classes["stood-then"].isdisjoint(cue) and len(mentions) == 1 else None

    def _of_counted(self, mention: DateMention, start: int) -> bool:
        """ "The toll of Tuesday's bombing rose to 18": the day is that of the event, not of the reading."""
        words, classes = self._analysis.tokens.words, self._classes
        for at in (i for i in range(mention.first - 1, start, -1) if words[i] in classes["toll-link"]):
            before = (" ".join(words[max(start, at - n) : at]) for n in range(1, TOLL_TOKENS + 1))
            if not classes["running-count"].isdisjoint(before):
                return not stands_among(words[at : mention.first], classes["count-moves"])
        return False

    def _counted(self, mention: DateMention, mentions: Sequence[DateMention]) -> DateMention:
        """Of "two days after Monday's fire" not the day of the fire, but the one that is counted from it."""
        tokens, houses = self._analysis.tokens, self._houses
        for m in mentions:
            if m.offset_days and m.last == mention.first and counts_from_event(tokens, m, houses):
                counted = counted_day(tokens, m, mentions, None, houses)
                return evolve(mention, when=counted.when) if counted else mention
        return mention

    def _governing(self, told: Sequence[DateMention], sentence: tuple[int, int], figure: int) -> DateMention | None:
        """The time that opens the figure's clause, else the one that closes it, else the only one before it."""
        before = next((m for m in reversed(told) if m.first <= figure), None)
        after = next((m for m in told if m.first > figure), None)
        before_tells = before is not None and self._cued(before, sentence[0])
        if before_tells and before is not None and self._opens(before, sentence[0]):
            return before
        if after is not None:
            return after if self._cued(after, sentence[0]) and not self._opens(after, sentence[0]) else None
        return before if before_tells else None

    def _opens(self, mention: DateMention, start: int) -> bool:
        """True where the time, its cue before it, begins a clause."""
        at = mention.first - self._stands_after(mention, self._cues) - 1
        return at < start or self._analysis.tokens.words[at] in self._classes["clause-start"]

    def _cued(self, mention: DateMention, start: int) -> bool:
        if not _is_told(mention) or self._is_ahead(mention) or self._owns(mention) or self._not_until(mention):
            return False
        return self._has(mention, self._cues) or self._headed(mention, start)

    def _not_until(self, mention: DateMention) -> bool:
        """ "Whose body was not reached until yesterday": when something came about, and no count stood so long."""
        words, until = self._analysis.tokens.words, self._classes["not-until"]
        at = mention.first if words[mention.first] in until else mention.first - 1
        return words[at] in until and stands_among(words[max(0, at - NOT_UNTIL) : at], self._classes["negation"])

    def _owns(self, mention: DateMention) -> bool:
        """ "Killed by Thursday's attack", but not "by Thursday's end"."""
        words, end = self._analysis.tokens.words, mention.last
        return words[end : end + 1] == [OWNER] and not stands_among(words[end + 1 : end + 2], self._classes["day-ends"])

    def _led(self, mention: DateMention, cues: frozenset[str]) -> bool:
        """True where the time's own words begin with a cue ("by noon on Friday")."""
        words = self._analysis.tokens.words
        return any(" ".join(words[mention.first : mention.first + n]) in cues for n in range(1, CUE_TOKENS + 1))

    def _has(self, mention: DateMention, cues: frozenset[str]) -> bool:
        """True where a cue opens the time's own words or stands right before them."""
        return self._led(mention, cues) or self._stands_after(mention, cues) > 0

    def _stands_after(self, mention: DateMention, cues: frozenset[str]) -> int:
        """How many tokens before the time are one of the cues."""
        words, at = self._analysis.tokens.words, mention.first
        return next((n for n in range(1, CUE_TOKENS + 1) if " ".join(words[max(0, at - n) : at]) in cues), 0)

    def _headed(self, mention: DateMention, start: int) -> bool:
        """ "Situation at 18:00", "updated on Friday at noon": a time of day, or a day after "as of"."""
        words = self._analysis.tokens.words[max(start, mention.first - HEADING_REACH) : mention.first]
        sure = mention.clock is not None or self._stands_after(mention, self._classes["as-of"]) > 0
        return sure and not self._classes["as-of-heading"].isdisjoint(words)

    def _told_before(self, sentence: tuple[int, int]) -> DateMention | None:
        """For "at that hour" and "by then", the last time told in the sentence before."""
        analysis, start = self._analysis, sentence[0]
        stop = min(sentence[1], start + BACK_REACH)
        if not stands_between(analysis.tokens, start, stop, self._classes["as-of-then"]):
            return None
        at = analysis.sentence_of(start)
        if at == 0:
            return None
        told = analysis.between(self._dates, *analysis.sentences[at - 1])
        return told[-1] if told and _is_told(told[-1]) else None

    def _carried(self, sentence: tuple[int, int]) -> DateMention | None:
        """ "As of 10 a.m. nine were dead. Forty were injured": that time holds on in its paragraph."""
        analysis, start = self._analysis, sentence[0]
        at = analysis.sentence_of(start)
        before = analysis.sentences[at - 1] if at and self._line(start) == self._line(start - 1) else (start, start)
        told = analysis.between(self._dates, before[0], sentence[1])
        return told[0] if len(told) == 1 and told[0].first < start and self._is_as_of(told[0]) else None

    def _leads(self, mention: DateMention) -> bool:
        """True for a time of day before all figures ("as of 08:00 today, 12 are dead"): all is of it."""
        analysis = self._analysis
        first = next((q.first for q in analysis.quantities if q.checkable), mention.last)
        early = analysis.sentence_of(mention.first) < LEAD and mention.first < first
        return early and self._is_as_of(mention)

    def _is_as_of(self, mention: DateMention) -> bool:
        return mention.clock is not None and self._stands_after(mention, self._classes["as-of"]) > 0

    def _is_ahead(self, mention: DateMention) -> bool:
        days = mention.when.days
        return days is not None and self._day is not None and days.first > self._day

    def _is_past(self, moment: datetime) -> bool:
        """True for what was said a day before publication or more; what came later is the news that a paper prints."""
        published = self._published
        if published is None or published.time() == time():
            return True
        return (published if published.tzinfo else published.replace(tzinfo=self._zone)) - moment > FRESH

    def _part(self, mention: DateMention) -> time:
        """About when a part of the day is ("late Tuesday"); what is so "by Tuesday" is so at its end."""
        said = parts_said(self._analysis.tokens.words[mention.first : mention.last], self._houses)
        untold = NIGHT if self._has(mention, self._classes["as-of-past"]) else NOON
        return next((at for name, at in PARTS.items() if name in said), untold)

    def _line(self, token: int) -> int:
        return bisect_right(self._starts, token) - 1

    def _moment(self, mention: DateMention, day: date) -> datetime:
        days, clock = mention.when.days, mention.clock or self._part(mention)
        moment = datetime.combine(days.last if days else day, clock, clock.tzinfo or self._zone)
        if self._may_be_later(mention, moment):
            return moment + _HALF_DAY
        return _day_later(moment) if days and self._ends_at_midnight(mention) else moment

    def _may_be_later(self, mention: DateMention, moment: datetime) -> bool:
        """True for "one o'clock" of a half of the day that is not told, where the later one was past at publication."""
        tokens, clock = self._analysis.tokens, mention.clock
        if clock is None or clock.hour >= NOON.hour or self._published is None:
            return False
        if not stands_between(tokens, mention.first, mention.last, self._classes["hour-of-either-half"]):
            return False
        said = parts_said(tokens.words[mention.first : mention.last + CUE_TOKENS], self._houses)  # "in the morning"
        published = self._published if self._published.tzinfo else self._published.replace(tzinfo=self._zone)
        return not said and moment + _HALF_DAY <= published

    def _ends_at_midnight(self, mention: DateMention) -> bool:
        """ "By midnight on Tuesday": when Tuesday ended; "just after midnight on Tuesday" it had begun."""
        words = self._analysis.tokens.words[mention.first : mention.last]
        until = self._has(mention, self._classes["as-of-past"])
        return until and not self._classes["midnight"].isdisjoint(words)

    def _not_ahead(self, moment: datetime) -> datetime:
        """No article tells of what came after it, however far ahead its clocks may be."""
        published = self._published
        if published is None:
            return moment
        return min(moment, published if published.tzinfo else published.replace(tzinfo=self._zone))


def _day_later(moment: datetime) -> datetime:
    return moment + timedelta(days=1) if moment.date() < date.max else moment


def cut_off(parts: Mapping[Part, Analysis], article: Article, houses: Houses = ()) -> datetime | None:
    """The one time that an article says all it tells is of; None where it says none, or several."""
    clocks = {part: Clock(analysis, article, houses) for part, analysis in parts.items()}
    found = {t for part, clock in clocks.items() for t in clock.cut_offs(heading=part == "headline")}
    return found.pop() if len(found) == 1 else None


def _joined(analysis: Analysis) -> Iterator[DateMention]:
    """The times of a text; "08:00 today, Tuesday" and "Tuesday night, 12 March" are one each."""
    held: DateMention | None = None
    for mention in analysis.dates:
        if held is not None and _repeats(analysis, held, mention):
            when = held.when if held.when.days else mention.when
            held = evolve(held, end=mention.end, last=mention.last, clock=held.clock or mention.clock, when=when)
            continue
        if held is not None:
            yield held
        held = mention
    if held is not None:
        yield held


def _repeats(analysis: Analysis, told: DateMention, again: DateMention) -> bool:
    """True where `again` stands right behind, and tells the day that is told or lacks."""
    if any(w not in APPOSED for w in analysis.tokens.words[told.last : again.first]) or again.when.days is None:
        return False
    return _is_told(told) and _is_told(again) and told.when.days in (None, again.when.days) and again.clock is None


def _is_told(mention: DateMention) -> bool:
    """True for a time of day or a single day."""
    days = mention.when.days
    return mention.clock is not None or (days is not None and days.first == days.last)
