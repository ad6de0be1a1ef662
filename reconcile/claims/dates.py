"""Dates as claims: when something happened, as each article tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import attrs
from attrs import frozen

from reconcile.claims.counted_days import counted_day, is_day
from reconcile.claims.covered import Covered
from reconcile.claims.date_notes import with_notes
from reconcile.claims.dated import Dated, Place, dated_by
from reconcile.claims.frames import LEAD_TOKENS, is_dateline
from reconcile.claims.furniture import furniture
from reconcile.claims.happening_table import Happening, known_kinds, sudden_kinds
from reconcile.claims.happenings import story_kinds
from reconcile.claims.told import told_in
from reconcile.language.analysis import Analysis
from reconcile.language.dates import DateMention, find_dates
from reconcile.language.dates.words import night_words
from reconcile.language.gazetteer import gazetteer
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match
from reconcile.language.stopwords import content_words
from reconcile.model.claim import Claim, Frame, Kind, Scope, Status
from reconcile.model.text import Article, Part
from reconcile.model.when import Granularity, When

# How a day is given, kept as a date claim's `period`: by name, late on it or in its small hours, by its distance from
# the article's day, from another event ("a day after the attack") or from the day told before ("a day later").
NAMED, NIGHT, EARLY, RELATIVE, COUNTED, THEN = "named", "night", "early", "relative", "counted", "then"
_NIGHT_ENDS, _NIGHT_BEGINS = 5, 22  # o'clock
ANOTHER = "another"  # `population` of a date of one more happening of its kind
_RUN = timedelta(days=45)  # before publication: what still belongs to the story
_REACH = 12  # tokens around a date whose content words tell like happenings apart
_BOTH_DAYS = 4  # tokens that "the night of Monday to Tuesday" has at least
_BACK = 2  # sentences between a day and "two days later"


@frozen
class _Reading:
    """One part of one article, its dates as seen from the article's day."""

    article: Article
    part: Part
    analysis: Analysis
    dates: Sequence[DateMention]
    main: Frame
    houses: Houses


def date_claims(article: Article, parts: Mapping[Part, Analysis], main: Frame, houses: Houses = ()) -> list[Claim]:
    """Every date of the article that says when something happened, in order.

    `measure` is the kind of happening (an id of happenings.toml, or a verb), empty where the date dates words, the
    article itself, or nothing that is known; `scope` is whole where the date plainly belongs to it and part where it
    only stands near; `period` tells whether the day is named, of a night, relative to the article, or counted from
    another day; `frame.names` and `context` are the names and content words around it, `frame.kinds` the happenings
    that headline and lead tell of. What a note withdraws is marked so, and named by what `replaces` it.
    """
    anchor = article.published_day
    inferred = latest_full_date(parts) if anchor is None else None
    main = attrs.evolve(main, kinds=story_kinds(parts, houses))
    claims: list[Claim] = []
    for part, analysis in parts.items():
        dates = find_dates(analysis.tokens, inferred, houses) if inferred else analysis.dates
        found = list(_part_claims(_Reading(article, part, analysis, dates, main, houses)))
        claims += with_notes(found, analysis, dates, houses)
    return claims


def latest_full_date(parts: Mapping[Part, Analysis]) -> date | None:
    """The latest day that a text without a date of its own names with its year: it was written about then."""
    days = [
        d.when.days.first
        for analysis in parts.values()
        for d in analysis.dates
        if d.when.days and d.when.days.granularity is Granularity.DAY and not (d.when.open_start or d.when.open_end)
    ]
    return max(days, default=None)


@frozen
class _Timed:
    """When, what happened then, and how the day is given."""

    when: When
    dated: Dated | None
    given: str


def _part_claims(reading: _Reading) -> Iterator[Claim]:
    analysis = reading.analysis
    marked = (r for r in reading.article.regions if r.part == reading.part)
    aside = Covered((*furniture(reading.part, analysis.tokens, reading.houses), *marked))
    by_sentence: dict[int, list[DateMention]] = {}
    for mention in reading.dates:
        if mention.start not in aside:
            by_sentence.setdefault(analysis.sentence_of(mention.first), []).append(mention)
    happened = told_in(analysis.tokens, reading.houses)
    told, known = None, 0  # the one day that the sentences before tell of, and where
    for number, mentions in by_sentence.items():
        span = analysis.sentences[number]
        sentence = _Sentence(mentions, [*happened.named(span), *happened.verbs(span)])
        timed = [(m, _timed(reading, m, told if number - known <= _BACK else None, sentence)) for m in mentions]
        yield from (_claim(reading, m, span, t) for m, t in timed if t)
        told, known = _one_day([t for _, t in timed if t]), number


@frozen
class _Sentence:
    """The dates of a sentence and what happens in it."""

    mentions: Sequence[DateMention]
    found: Sequence[Match[Happening]]


def _one_day(timed: Sequence[_Timed]) -> When | None:
    """The day on which all happens that is dated there, None where there are several or none."""
    days = {t.when for t in timed if t.dated and t.dated.id and is_day(t.when)}
    return days.pop() if len(days) == 1 else None


def _timed(reading: _Reading, mention: DateMention, told: When | None, sentence: _Sentence) -> _Timed | None:
    if mention.offset_days is not None:
        return _counted(reading, mention, told, sentence)
    return _told(reading, mention, sentence)


def _told(reading: _Reading, mention: DateMention, sentence: _Sentence) -> _Timed | None:
    """A date that stands for itself."""
    when = mention.when
    if when.days is None and when.month is None and when.weekday is None:
        return None
    dated = None
    if not (when.open_start or when.open_end or is_dateline(reading.analysis.tokens, mention, reading.part)):
        rivals = [_place(reading, m) for m in sentence.mentions if m is not mention and (m.when.days or m.offset_days)]
        dated = dated_by(reading.analysis.tokens, _place(reading, mention), sentence.found, rivals, reading.houses)
    return _Timed(when, dated, _given(reading, mention))


def _place(reading: _Reading, mention: DateMention) -> Place:
    sentence = reading.analysis.sentences[reading.analysis.sentence_of(mention.first)]
    return Place(mention.first, mention.last, sentence[0])


def _given(reading: _Reading, mention: DateMention) -> str:
    clock, words, when = mention.clock, night_words(reading.houses), mention.when
    if clock and not _NIGHT_ENDS <= clock.hour < _NIGHT_BEGINS:
        return EARLY if clock.hour < _NIGHT_ENDS else NIGHT
    said = {words[w] for w in reading.analysis.tokens.words[mention.first : mention.last] if w in words}
    if "night" in said or ("late" in said and is_day(when)):
        return NIGHT
    if "dawn" in said or ("early" in said and is_day(when)):
        return EARLY
    named = when.weekday is not None or when.month is not None or any(c.isdigit() for c in mention.text)
    return NAMED if named else RELATIVE


def _counted(reading: _Reading, mention: DateMention, told: When | None, sentence: _Sentence) -> _Timed | None:
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
        dated = attrs.evolve(dated, plain=False)
    return _Timed(counted.when, dated, THEN if everywhere else COUNTED)


def _claim(reading: _Reading, mention: DateMention, sentence: tuple[int, int], timed: _Timed) -> Claim:
    article, analysis = reading.article, reading.analysis
    left, right = max(sentence[0], mention.first - _REACH), min(sentence[1], mention.last + _REACH)
    own = timed.dated.match if timed.dated else None
    near = analysis.between(analysis.names, *sentence)
    titles = [t for n in near if (t := gazetteer(reading.houses).titles.before(analysis.tokens, n.first))]
    spans = [(mention.first, mention.last), *((m.start, m.end) for m in (own, *titles) if m)]
    words = [
        word
        for first, last in _around((left, right), spans)
        for word in content_words(analysis.tokens, first, last, reading.houses)
    ]
    names = frozenset(n.canonical for n in near)
    story = _night_of_the_story(reading, mention, timed)
    return Claim(
        id=f"{article.id}#{reading.part[0]}d{mention.start}",
        kind=Kind.DATE,
        mention=article.mention(reading.part, mention.start, mention.end),
        value=timed.when,
        measure=story or (timed.dated.among(reading.main.kinds) if timed.dated else ""),
        status=_status(reading, timed.when),
        scope=Scope.WHOLE if story or (timed.dated and timed.dated.plain and not _is_vague(timed)) else Scope.PART,
        population=ANOTHER if timed.dated and timed.dated.again else "",
        period=timed.given,
        frame=_frame(reading, timed.when, names),
        context=frozenset(words),
    )


def _night_of_the_story(reading: _Reading, mention: DateMention, timed: _Timed) -> str:
    """The sudden event a story is about, where headline or lead tell a night by both its days and date nothing else.

    "The night of 11–12 November", "the night from Tuesday to Wednesday": so nights of raids are told.
    """
    days, kinds = timed.when.days, reading.main.kinds
    if timed.given != NIGHT or days is None or days.first == days.last or mention.last - mention.first < _BOTH_DAYS:
        return ""
    dates_another = timed.dated is not None and timed.dated.match.entry.id in known_kinds(reading.houses)
    if dates_another or mention.first >= LEAD_TOKENS or not kinds or kinds[0] not in sudden_kinds(reading.houses):
        return ""
    return kinds[0]


def _is_vague(timed: _Timed) -> bool:
    """ "This year", "the coming months": longer than a week and told only from the article's day."""
    days = timed.when.days
    return timed.given == RELATIVE and days is not None and (days.last - days.first).days > 7


def _around(reach: tuple[int, int], without: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The token ranges of `reach` without those spans: the date, the words of its happening, titles before names."""
    at = reach[0]
    for first, last in sorted(without):
        if first > at:
            yield at, min(first, reach[1])
        at = max(at, last)
    if at < reach[1]:
        yield at, reach[1]


def _status(reading: _Reading, when: When) -> Status:
    published = reading.article.published_day
    if reading.article.withdrawn:
        return Status.WITHDRAWN
    if published and when.days and when.days.first > published:
        return Status.FORECAST
    return Status.STATED


def _frame(reading: _Reading, when: When, names: frozenset[str]) -> Frame:
    """The story's frame with this time; a time long before the story has a frame of its own."""
    published, days = reading.article.published_day, when.days
    if days is None or published is None or days.last >= published - _RUN:
        return attrs.evolve(reading.main, days=days, other_days=(), names=names, words=frozenset())
    return Frame(str(days), reading.main.kinds, days, names=names, main=False)
