"""The time a figure speaks of, where the text tells: "as of 6 p.m.", or the stamp of a live blog's entry."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, time

from reconcile.language.analysis import Analysis
from reconcile.language.dates import DateMention
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.model.text import Article

STAMP_REACH = 1  # tokens a live blog's stamp may stand from the start of its entry (a bullet, a dash)
CUE_TOKENS = 2  # tokens of the longest cue ("as of")
NOON = time(12)


class Clock:
    """As-of times of one part: stamps of its paragraphs and what its sentences say."""

    def __init__(self, analysis: Analysis, article: Article, houses: Houses = ()) -> None:
        self._analysis = analysis
        self._day = article.published_day
        published = article.published
        self._zone = (published.tzinfo if isinstance(published, datetime) else None) or UTC
        self._cues = word_classes(houses)["as-of"]
        starts = [0, *analysis.tokens.line_starts]
        self._starts = starts
        self._stamps: dict[int, DateMention] = {}
        for mention in analysis.dates:
            at = bisect_right(starts, mention.first) - 1
            if mention.clock is not None and mention.first - starts[at] <= STAMP_REACH:
                self._stamps.setdefault(at, mention)

    def as_of(self, sentence: tuple[int, int], figure: int) -> datetime | None:
        """The time of the figure at a token of the sentence; None where neither it nor its paragraph tells one.

        "As of 10 a.m. nine were dead; on Tuesday it was 31": another time in between ends the first.
        """
        if self._day is None:
            return None
        told = self._analysis.between(self._analysis.dates, *sentence)
        for mention in told:
            if self._cued(mention, sentence[0]) and not any(mention.last <= d.first < figure for d in told):
                return self._moment(mention, self._day)
        stamp = self._stamps.get(bisect_right(self._starts, sentence[0]) - 1)
        return self._moment(stamp, self._day) if stamp else None

    def _cued(self, mention: DateMention, start: int) -> bool:
        words = self._analysis.tokens.words[max(start, mention.first - CUE_TOKENS) : mention.first]
        opening = self._analysis.tokens.words[mention.first : mention.first + CUE_TOKENS]
        return " ".join(words) in self._cues or " ".join(opening) in self._cues

    def _moment(self, mention: DateMention, day: date) -> datetime:
        days, clock = mention.when.days, mention.clock or NOON
        return datetime.combine(days.last if days else day, clock, clock.tzinfo or self._zone)
