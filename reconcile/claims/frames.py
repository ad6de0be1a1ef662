"""Which event a sentence speaks of: the article's own story, or another one named beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import lru_cache

from reconcile.claims.tables import EVENT_KINDS
from reconcile.language.analysis import Analysis
from reconcile.language.dates import DateMention
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.stopwords import content_words
from reconcile.model.claim import Frame
from reconcile.model.text import Article, Part
from reconcile.model.when import DayRange, Granularity

LEAD_TOKENS = 160  # the lead: as much of the body as usually names the event
STORY_BEFORE = 21  # days before the story's own day that still belong to its run of events
COARSE = (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)


@lru_cache(maxsize=4)
def _near(days: int) -> timedelta:
    return timedelta(days=days)


def story(article: Article, parts: Mapping[Part, Analysis], houses: Houses) -> Frame:
    """The frame of the article's own event, from headline and lead."""
    kinds: Counter[str] = Counter()
    places: Counter[str] = Counter()
    people: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for part, analysis in parts.items():
        stop = len(analysis.tokens) if part == "headline" else LEAD_TOKENS
        weight = 2 if part == "headline" else 1
        for match in phrase_table(EVENT_KINDS, houses).find(analysis.tokens, 0, stop):
            kinds[match.entry.id] += weight
        for name in analysis.names:
            if name.category in ("place", "demonym"):
                places[name.canonical] += weight
            else:
                people[name.canonical] += weight
        words.update(content_words(analysis.tokens, 0, stop, houses))
    kind = kinds.most_common(1)[0][0] if kinds else None
    return Frame(
        key="main",
        kind=kind,
        days=_story_day(article, parts),
        month_day=_month_day(parts),
        places=frozenset(places),
        people=frozenset(people),
        words=frozenset(words),
    )


def _story_day(article: Article, parts: Mapping[Part, Analysis]) -> DayRange | None:
    """The first day named in headline or lead that lies shortly before publication; else unknown."""
    published = article.published_day
    for part in ("headline", "body"):
        analysis = parts.get(part)
        if analysis is None:
            continue
        for date in analysis.dates:
            if date.first > LEAD_TOKENS:
                break
            days = date.when.days
            if days is None or days.granularity is not Granularity.DAY:
                continue
            if published is None or published - _near(STORY_BEFORE) <= days.first <= published:
                return days
    return None


def _month_day(parts: Mapping[Part, Analysis]) -> tuple[int, int] | None:
    """Month and day of the first date that names both but lacks its year."""
    for analysis in parts.values():
        for date in analysis.dates:
            if date.when.month and date.when.day:
                return date.when.month, date.when.day
    return None


def sentence_frame(
    analysis: Analysis, sentence: tuple[int, int], main: Frame, article: Article
) -> Frame:
    """The main frame, or a frame of its own where the sentence dates what it says to another time."""
    dates = [d for d in analysis.dates if sentence[0] <= d.first < sentence[1]]
    other = _other_time(dates, main, article)
    names = [n for n in analysis.names if sentence[0] <= n.first < sentence[1]]
    places = frozenset(n.canonical for n in names if n.category == "place")
    if other is None:
        return main
    people = frozenset(n.canonical for n in names if n.category not in ("place", "demonym"))
    return Frame(str(other), main.kind, other, None, places, people, frozenset(), main=False)


def _other_time(dates: Sequence[DateMention], main: Frame, article: Article) -> DayRange | None:
    """A day range in the sentence that cannot be the story's own time, if no date of the story's own stands beside it."""
    anchor = main.days.first if main.days else article.published_day
    if anchor is None:
        return None
    low, high = anchor - _near(STORY_BEFORE), anchor + _near(STORY_BEFORE * 3)
    other = None
    for date in dates:
        days = date.when.days
        if days is None or date.when.open_start or date.when.open_end:
            continue
        if days.first <= high and days.last >= low:
            if days.granularity not in COARSE:
                return None
            continue
        if days.last < low and other is None:
            other = days
    return other
