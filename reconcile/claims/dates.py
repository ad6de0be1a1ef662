"""Dates as claims: when something happened, as each article tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from reconcile.claims.covered import Covered
from reconcile.claims.furniture import furniture
from reconcile.claims.happenings.counted_days import is_day
from reconcile.claims.happenings.frames import LEAD_TOKENS
from reconcile.claims.happenings.happening_table import known_kinds, sudden_kinds
from reconcile.claims.happenings.happenings import story_kinds
from reconcile.claims.happenings.timed import (
    NIGHT,
    RELATIVE,
    DatedSentence,
    PartReading,
    Timed,
    moment,
    read_time,
    the_one_day,
)
from reconcile.claims.happenings.told import told_in
from reconcile.claims.notes.date_notes import with_notes
from reconcile.claims.places import PLACE_CATEGORIES
from reconcile.language.analysis import Analysis
from reconcile.language.dates import DateMention, find_dates
from reconcile.language.gazetteer import gazetteer
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.names import NameMention
from reconcile.language.stopwords import content_words
from reconcile.language.tokens import Tokens
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Frame, Incident, Kind, Scope, Status
from reconcile.model.text import Article, Part
from reconcile.model.when import Granularity, When

ANOTHER = "another"  # `population` of a date of one more happening of its kind
_RUN = timedelta(days=45)  # before publication: what still belongs to the story
_REACH = 12  # tokens around a date whose content words tell like happenings apart
_BOTH_DAYS = 4  # tokens that "the night of Monday to Tuesday" has at least
_LARGE = 100  # numbers from which two sentences hardly share one by chance
_BACK = 2  # sentences between a day and "two days later"


def date_claims(article: Article, parts: Mapping[Part, Analysis], main: Frame, houses: Houses = ()) -> list[Claim]:
    """Every date of the article that says when something happened, in order.

    `measure` is the kind of happening (an id of happenings.toml, or a verb), empty where the date dates words, the
    article itself, or nothing that is known; `scope` is whole where the date plainly belongs to it and part where it
    only stands near; `period` tells whether the day is named, of a night, relative to the article, or counted from
    another day, `as_of` the time of day with it; `frame.names` and `context` are the names, content words and large
    numbers around it, `where` the places in which its sentence says that things happened, `frame.kinds` the happenings
    that headline and lead tell of. What a note withdraws is marked so, and named by what `replaces` it.
    """
    anchor = article.published_day
    inferred = latest_full_date(parts) if anchor is None else None
    main = evolve(main, kinds=story_kinds(parts, houses))
    claims: list[Claim] = []
    for part, analysis in parts.items():
        dates = find_dates(analysis.tokens, inferred, houses) if inferred else analysis.dates
        found = list(_part_claims(PartReading(article, part, analysis, dates, main, houses)))
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


def _part_claims(reading: PartReading) -> Iterator[Claim]:
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
        sentence = DatedSentence(mentions, [*happened.named(span), *happened.verbs(span)])
        timed = [(m, read_time(reading, m, told if number - known <= _BACK else None, sentence)) for m in mentions]
        timed = list(_with_second_names(analysis.tokens, _without_spans(timed)))
        yield from (_claim(reading, m, span, t) for m, t in timed if t)
        told, known = the_one_day([t for _, t in timed if t]), number


def _without_spans(timed: Sequence[tuple[DateMention, Timed | None]]) -> list[tuple[DateMention, Timed | None]]:
    """ "On 9 May, in the worst raid this year": the year compares the raid with others, and is not when it happened."""
    on_a_day = {t.dated.id for _, t in timed if t and t.dated and is_day(t.when)}
    return [
        (m, evolve(t, dated=None) if t and t.dated and _is_vague(t) and t.dated.id in on_a_day else t) for m, t in timed
    ]


def _with_second_names(
    tokens: Tokens, timed: Sequence[tuple[DateMention, Timed | None]]
) -> Iterator[tuple[DateMention, Timed | None]]:
    """ "Today, 10 May" and "on Wednesday week, April 16": the second names the day of the first, and what happened."""
    before: tuple[DateMention, Timed | None] | None = None
    for mention, said in timed:
        own_day = mention.offset_days is None  # "on Monday, a day before the vote" tells of two
        if own_day and before and said and before[1] and tokens.words[before[0].last : mention.first] == [","]:
            first = before[1]
            if is_day(first.when) and is_day(said.when) and first.dated and not said.dated:
                said = evolve(said, dated=first.dated)
        before = (mention, said)
        yield mention, said


def _claim(reading: PartReading, mention: DateMention, sentence: tuple[int, int], timed: Timed) -> Claim:
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
    if not names and sentence[0] and analysis.tokens.words[sentence[0]] in _pronouns(reading.houses):
        before = _sentence_before(analysis, sentence)
        names = frozenset(n.canonical for n in analysis.between(analysis.names, *before))
        words += content_words(analysis.tokens, before[0], min(before[1], before[0] + _REACH), reading.houses)
    numbers = _numbers(analysis, left, right)
    story = _night_of_the_story(reading, mention, timed)
    worded = timed.dated.id if timed.dated else ""
    measure = story or (timed.dated.among(reading.main.kinds) if timed.dated else "")
    return Claim(
        id=f"{article.id}#{reading.part[0]}d{mention.start}",
        kind=Kind.DATE,
        mention=article.mention(reading.part, mention.start, mention.end),
        value=timed.when,
        measure=measure,
        told_as=worded if worded != measure else "",
        status=_status(reading, timed.when),
        scope=Scope.WHOLE if story or (timed.dated and timed.dated.plain and not _is_vague(timed)) else Scope.PART,
        population=ANOTHER if timed.dated and timed.dated.again else "",
        period=timed.given,
        as_of=moment(timed),
        frame=_frame(reading, timed.when, names),
        context=frozenset(words) | numbers,
        where=_where(reading, near),
    )


def _numbers(analysis: Analysis, left: int, right: int) -> frozenset[str]:
    """The large numbers beside a date, which tell what it dates ("a campaign to vaccinate 88,000 children")."""
    found = (q.quantity.value for q in analysis.between(analysis.quantities, left, right))
    return frozenset(str(value) for value in found if value >= _LARGE)


def _where(reading: PartReading, names: Sequence[NameMention]) -> frozenset[str]:
    """The places in which the sentence says that something happened."""
    words, locative = reading.analysis.tokens.words, word_classes(reading.houses)["locative"]
    placed = (n for n in names if n.category in PLACE_CATEGORIES and n.first and words[n.first - 1] in locative)
    return frozenset(n.canonical for n in placed)


def _pronouns(houses: Houses) -> frozenset[str]:
    """Words with which a sentence may begin that goes on about what the one before it names."""
    return word_classes(houses)["pronoun"] | word_classes(houses)["thing-pronoun"]


def _sentence_before(analysis: Analysis, sentence: tuple[int, int]) -> tuple[int, int]:
    return analysis.sentences[analysis.sentence_of(sentence[0] - 1)]


def _night_of_the_story(reading: PartReading, mention: DateMention, timed: Timed) -> str:
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


def _is_vague(timed: Timed) -> bool:
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


def _status(reading: PartReading, when: When) -> Status:
    published = reading.article.published_day
    if reading.article.withdrawn:
        return Status.WITHDRAWN
    if published and when.days and when.days.first > published:
        return Status.FORECAST
    return Status.STATED


def _frame(reading: PartReading, when: When, names: frozenset[str]) -> Frame:
    """The story's frame with this time; a time long before the story has a frame of its own."""
    published, days = reading.article.published_day, when.days
    if days is None or published is None or published - days.last <= _RUN:
        out = Incident(written=published)
        return evolve(reading.main, days=days, other_days=(), names=names, words=frozenset(), incident=out)
    return Frame(str(days), reading.main.kinds, days, names=names, main=False)
