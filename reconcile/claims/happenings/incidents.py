"""On which day the sudden event happened that a figure tells of: this attack, or the one four days before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import attrs
from attrs import frozen

from reconcile.claims.happenings.dated import Place, dated_by
from reconcile.claims.happenings.frames import LEAD_TOKENS, RUN_OF_EVENTS, is_dateline, is_day, of_saying
from reconcile.claims.happenings.happening_table import Happening, generic_kinds, sudden_kinds
from reconcile.claims.happenings.several import knowing, over_time, told_apart
from reconcile.claims.happenings.told import told_in
from reconcile.claims.tables import EVENT_KINDS
from reconcile.language.analysis import Analysis
from reconcile.language.calendar import one_day, shift_days
from reconcile.language.dates import DateMention
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.phrases import Match
from reconcile.language.quantity_values import PERSON
from reconcile.model.claim import Claim, Frame, Incident, Kind, Scope
from reconcile.model.text import PARTS, Article, Part
from reconcile.model.when import DayRange

HARM = "harm"
_OPENING = 1  # tokens of a sentence before "since January" at its head
_REFERRING = 3  # tokens in which "that earlier blast" names its event


@frozen
class _Sentence:
    """One sentence of one part, by its place among the part's sentences."""

    analysis: Analysis
    part: Part
    at: int
    houses: Houses

    @property
    def tokens(self) -> tuple[int, int]:
        return self.analysis.sentences[self.at]

    @property
    def dates(self) -> Sequence[DateMention]:
        return self.analysis.between(self.analysis.dates, *self.tokens)


def with_incidents(
    claims: Sequence[Claim], article: Article, parts: Mapping[Part, Analysis], main: Frame, houses: Houses = ()
) -> list[Claim]:
    """The claims of one article; counts of people in its own story know the day of the event they tell of.

    That is the day which the figure's own sentence ties to a sudden event ("a blast on Friday killed 17", "four days
    after a bomb killed 18"), else the day of the story's own event, as headline or lead first tell it.
    """
    if not any(map(_of_people, claims)):
        return list(claims)
    days = _days_told(parts, houses) if main.kind in sudden_kinds(houses) else {}
    story = Incident(_story_day(parts, days, houses), frozenset(days.values()), written=article.published_day)
    places = {c.id: _sentence_of(c, parts, houses) for c in claims if _of_people(c)}
    if _is_doubtful(claims, places, days, story):
        story = attrs.evolve(story, day=None)
    told = {c.id: _day_of(c, story, places[c.id], days) for c in claims if c.id in places}
    if story.written:
        story = attrs.evolve(story, told=story.told.union(filter(None, told.values())))
    incidents = {day: attrs.evolve(story, day=day) for day in dict.fromkeys(told.values())}
    placed = [knowing(c, incidents[told[c.id]]) if c.id in told else c for c in claims]
    if main.kind in sudden_kinds(houses):
        placed = [over_time(c) if c.id in places and _since_before(c, places[c.id], article) else c for c in placed]
    return told_apart(placed) if any(told.values()) else placed


def _since_before(claim: Claim, sentence: _Sentence, article: Article) -> bool:
    """ "Since January 600 have died on this route": a count of many such events, where it began long before.

    "The deadliest attack since March killed 30" counts one; a date that does not open the sentence may be such.
    """
    opening = next(iter(sentence.dates), None)
    published = article.published_day
    if opening is None or published is None or opening.first - sentence.tokens[0] > _OPENING:
        return False
    days = opening.when.days if opening.when.open_end else None
    ahead = sentence.analysis.tokens.at(claim.mention.span.start) >= opening.last
    return ahead and days is not None and published - days.first > RUN_OF_EVENTS


def _of_people(claim: Claim) -> bool:
    return claim.kind is Kind.FIGURE and claim.quantity.unit == PERSON and claim.frame.main


def _days_told(parts: Mapping[Part, Analysis], houses: Houses) -> dict[tuple[Part, int], DayRange]:
    """By part and place, the sentences that tell the day of one sudden event."""
    found: dict[tuple[Part, int], DayRange] = {}
    for part, analysis in parts.items():
        for at in dict.fromkeys(analysis.sentence_of(d.first) for d in analysis.dates if d.when.days):
            if day := _told(_Sentence(analysis, part, at, houses)):
                found[part, at] = day
    return found


def _told(sentence: _Sentence) -> DayRange | None:
    """The one day that the sentence gives a sudden event, or the week or month where it names no day."""
    timed = [d for d in sentence.dates if d.when.days and not d.when.open_start and not d.when.open_end]
    mentions = [d for d in timed if is_day(d)] or timed
    found = _happenings(sentence) if mentions else []
    days = {d.when.days for d in mentions if _dates_an_event(sentence, d, found)}
    return days.pop() if len(days) == 1 else None


def _dates_an_event(sentence: _Sentence, mention: DateMention, found: Sequence[Match[Happening]]) -> bool:
    analysis, houses = sentence.analysis, sentence.houses
    if _of_text(sentence, mention):
        return False
    first = sentence.tokens[0]
    rivals = [Place(d.first, d.last, first) for d in sentence.dates if d is not mention and d.when.days]
    place = Place(mention.first, mention.last, first)
    dated = dated_by(analysis.tokens, place, found, rivals, houses)
    return dated is not None and dated.plain and dated.match.entry.id in _events(houses)


def _of_text(sentence: _Sentence, mention: DateMention) -> bool:
    """True for the day on which something was said or written."""
    analysis = sentence.analysis
    return of_saying(analysis, mention) or is_dateline(analysis.tokens, mention, sentence.part)


@lru_cache(maxsize=16)
def _events(houses: Houses) -> frozenset[str]:
    return sudden_kinds(houses) | generic_kinds(houses) | {HARM}


def _happenings(sentence: _Sentence) -> list[Match[Happening]]:
    """What the sentence tells of, killing and hurting as one kind of happening."""
    tokens, houses = sentence.analysis.tokens, sentence.houses
    told, harming = told_in(tokens, houses), word_classes(houses)[HARM]
    harm = [Match(i, i + 1, _harm(houses)) for i in tokens.where(harming, *sentence.tokens)]
    verbs = [m for m in told.verbs(sentence.tokens) if tokens.words[m.start] not in harming]
    return [*told.named(sentence.tokens), *harm, *verbs]


@lru_cache(maxsize=16)
def _harm(houses: Houses) -> Happening:
    return Happening(id=HARM, phrases=tuple(word_classes(houses)[HARM]), role="event", rank=1)


def _story_day(
    parts: Mapping[Part, Analysis], days: Mapping[tuple[Part, int], DayRange], houses: Houses
) -> DayRange | None:
    """The day that headline or lead tell first.

    None where a sentence before it tells of such an event and of a day, and does not say how they belong together.
    """
    for part, analysis in sorted(parts.items(), key=lambda p: PARTS.index(p[0])):
        stop = len(analysis.tokens) if part == "headline" else LEAD_TOKENS
        for at in dict.fromkeys(analysis.sentence_of(d.first) for d in analysis.dates if is_day(d) and d.first < stop):
            if (part, at) in days:
                return days[part, at]
            if _leaves_open(_Sentence(analysis, part, at, houses)):
                return None
    return None


def _leaves_open(sentence: _Sentence) -> bool:
    if not any(is_day(d) and not _of_text(sentence, d) for d in sentence.dates):
        return False
    found = told_in(sentence.analysis.tokens, sentence.houses).named(sentence.tokens)
    return any(m.entry.id in sudden_kinds(sentence.houses) for m in found)


def _sentence_of(claim: Claim, parts: Mapping[Part, Analysis], houses: Houses) -> _Sentence:
    span = claim.mention.span
    analysis = parts[span.part]
    return _Sentence(analysis, span.part, analysis.sentence_of(analysis.tokens.at(span.start)), houses)


def _is_doubtful(
    claims: Sequence[Claim],
    places: Mapping[str, _Sentence],
    days: Mapping[tuple[Part, int], DayRange],
    story: Incident,
) -> bool:
    """True where the day comes late, with another count than the story's own: it may be that of another event.

    "The toll has climbed to 13. Monday's bombing of a tea house killed seven."
    """
    told_at = [at for (part, at), day in days.items() if day == story.day and part == "body"]
    if not told_at or "headline" in {part for part, _ in days}:
        return False
    counts = [c for c in claims if c.id in places and c.scope is Scope.WHOLE]
    first = {c.measure: c for c in reversed(counts)}
    dated = [c for c in counts if (places[c.id].part, places[c.id].at) == ("body", min(told_at))]
    undated = {m for m, c in first.items() if places[c.id].part == "headline" or places[c.id].at < min(told_at)}
    return any(
        c.measure in undated and not first[c.measure].quantity.possible.meets(c.quantity.possible) for c in dated
    )


def _day_of(
    claim: Claim, story: Incident, sentence: _Sentence, days: Mapping[tuple[Part, int], DayRange]
) -> DayRange | None:
    """The day of the event that the claim tells of."""
    token = sentence.analysis.tokens.at(claim.mention.span.start)
    return days.get((sentence.part, sentence.at)) or _counted_back(sentence, token, story) or story.day


def _counted_back(sentence: _Sentence, token: int, story: Incident) -> DayRange | None:
    """ "It came four days after a bomb killed 18", and "… after a bomb in the market. That blast killed 18"."""
    if story.day is None:
        return None
    offset = next((d.offset_days for d in sentence.dates if d.offset_days and d.last <= token), None)
    if offset is None and sentence.at and _refers_back(sentence):
        before = attrs.evolve(sentence, at=sentence.at - 1)
        offset = next((d.offset_days for d in before.dates if d.offset_days), None)
    return one_day(shift_days(story.day.first, -offset)) if offset and offset > 0 else None


def _refers_back(sentence: _Sentence) -> bool:
    """ "That blast …", "The earlier attack …"."""
    first, last = sentence.tokens
    tokens = sentence.analysis.tokens
    kinds = phrase_table(EVENT_KINDS, sentence.houses).find(tokens, first, min(last, first + _REFERRING))
    words = word_classes(sentence.houses)["that-one"]
    return bool(kinds) and " ".join(tokens.words[first : kinds[0].start]) in words
