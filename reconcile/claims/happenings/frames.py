"""Which event a sentence speaks of: the article's own story, or another one named beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import chain

from reconcile.claims.places import scene
from reconcile.claims.tables import EVENT_KINDS
from reconcile.language.analysis import Analysis
from reconcile.language.dates import DateMention
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.stopwords import content_words
from reconcile.language.tokens import Tokens
from reconcile.model.change import evolve
from reconcile.model.claim import Frame
from reconcile.model.text import Article, Part
from reconcile.model.when import DayRange, Granularity

LEAD_TOKENS = 160  # the lead: as much of the body as usually names the event
HEADLINE_WEIGHT = 2
OFTEN = 3  # times that a text names the kind of event it is about
DATELINE = 14  # tokens of the body in which a dateline stands
DEATH_REACH = 3  # tokens between a death and its day ("died late on Friday")
VICTIM_REACH = 11  # tokens between one more victim and the day of the death
RUN_OF_EVENTS = timedelta(days=21)  # before the story's day: what still belongs to it
_DATE_REACH = 6  # tokens of a date before its month
_DASHES = frozenset("-–—")
_TEXT_REACH = 4  # tokens after a day in which the text of that day may be named ("'s early print edition")


def story(article: Article, parts: Mapping[Part, Analysis], houses: Houses) -> Frame:
    """The frame of the article's own event, from headline and lead."""
    kinds: Counter[str] = Counter()
    names: set[str] = set()
    words: set[str] = set()
    for part, analysis in parts.items():
        stop = len(analysis.tokens) if part == "headline" else LEAD_TOKENS
        weight = HEADLINE_WEIGHT if part == "headline" else 1
        for match in phrase_table(EVENT_KINDS, houses).find(analysis.tokens, 0, stop):
            if not _in_date(analysis, match.start):
                kinds[match.entry.id] += weight
        names.update(n.canonical for n in analysis.names)
        words.update(content_words(analysis.tokens, 0, stop, houses))
    days = list(_days_told(article, parts, LEAD_TOKENS))
    return Frame(
        kinds=tuple(k for k, _ in kinds.most_common()),
        days=days[0] if days else None,
        other_days=tuple(days[1:]),
        month_day=_month_day(parts),
        names=frozenset(names),
        words=frozenset(words),
        places=scene(parts),
        written=article.published_day,
    )


def _in_date(analysis: Analysis, token: int) -> bool:
    """ "6 March" is no march."""
    near = analysis.between(analysis.dates, token - _DATE_REACH, token + 1)
    return any(d.first <= token < d.last for d in near)


def often_told(parts: Mapping[Part, Analysis], houses: Houses) -> frozenset[str]:
    """The kinds of event that the text names at least `OFTEN` times: a live blog's lead may name none."""
    table = phrase_table(EVENT_KINDS, houses)
    kinds = Counter(match.entry.id for analysis in parts.values() for match in table.find(analysis.tokens))
    return frozenset(kind for kind, times in kinds.items() if times >= OFTEN)


def _days_told(article: Article, parts: Mapping[Part, Analysis], stop: int) -> Iterator[DayRange]:
    """The days named in headline and the body's first tokens, shortly before publication, in order, each once."""
    published = article.published_day
    seen: set[DayRange] = set()
    for analysis in parts.values():
        for mention in analysis.dates:
            days = mention.when.days
            if mention.first > stop or days is None or days in seen or not is_day(mention):
                continue
            if is_later_death(analysis, mention):
                continue
            if published is None or timedelta(0) <= published - days.first <= RUN_OF_EVENTS:
                seen.add(days)
                yield days


def is_later_death(analysis: Analysis, mention: DateMention) -> bool:
    """ "The eleventh victim of the crash died on Friday": the day of one more death is not that of the crash."""
    words, classes = analysis.tokens.words, word_classes()
    first = analysis.sentences[analysis.sentence_of(mention.first)][0]
    died = not classes["dies"].isdisjoint(words[max(first, mention.first - DEATH_REACH) : mention.first])
    return died and not classes["one-more"].isdisjoint(words[max(first, mention.first - VICTIM_REACH) : mention.first])


def is_day(mention: DateMention) -> bool:
    """True for a day of the calendar, told by more than a clock at which figures stood."""
    days = mention.when.days
    return days is not None and days.granularity is Granularity.DAY and days.first == days.last


def is_dateline(tokens: Tokens, mention: DateMention, part: Part) -> bool:
    """True for the day in "LONDON, May 14 (Agency) -", and for a stamp that is all its line says."""
    after = tokens.words[mention.last : mention.last + 1]
    if part == "body" and mention.last <= DATELINE and after and (after[0] == "(" or after[0] in _DASHES):
        return True
    first, last = tokens.line_of(mention.first)
    rest = chain(range(first, mention.first), range(mention.last, last))
    return not any(tokens.words[i][0].isalpha() for i in rest)


def _month_day(parts: Mapping[Part, Analysis]) -> tuple[int, int] | None:
    """Month and day of the first date that names both but lacks its year."""
    for analysis in parts.values():
        for mention in analysis.dates:
            when = mention.when
            if when.days is None and when.month and when.day:
                return when.month, when.day
    return None


def undated(main: Frame, article: Article, parts: Mapping[Part, Analysis]) -> Frame:
    """The frame of those figures of the story whose sentences tell no day; it holds all days that the text names."""
    told = max((len(analysis.tokens) for analysis in parts.values()), default=0)
    return evolve(main, days=None, other_days=tuple(_days_told(article, parts, told)), words=frozenset())


def of_saying(analysis: Analysis, mention: DateMention) -> bool:
    """ "said on Tuesday" tells when it was said; what opens the next sentence does not."""
    first, _ = analysis.sentences[analysis.sentence_of(mention.first)]
    near = analysis.attributions_near(mention.first)
    return any(a.first <= mention.first <= a.last + 1 and first < a.last for a in near)


def is_of_a_text(words: Sequence[str], mention: DateMention, houses: Houses) -> bool:
    """ "Wednesday's early edition gave 17 dead", "the ministry's tally of Friday": the day of a text or a count.

    But "the report of Friday's blast" tells of a blast.
    """
    classes, at = word_classes(houses), mention.first
    if "'s" in words[max(at, mention.last - 1) : mention.last + 1]:
        return not classes["text-told"].isdisjoint(words[mention.last : mention.last + _TEXT_REACH])
    return at > 1 and words[at - 1] in classes["of"] and words[at - 2] in classes["text-told"]
