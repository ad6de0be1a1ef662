"""Which stretch of a sentence tells of which day's event: "… on Friday, four days after a bomb that killed nine"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from reconcile.claims.happenings.counted_days import counts_from_event
from reconcile.claims.happenings.dated import Place, dated_by
from reconcile.claims.happenings.frames import is_dateline, is_day, is_of_a_text, of_saying
from reconcile.claims.happenings.happening_table import Happening, generic_kinds, sudden_kinds
from reconcile.claims.happenings.happenings import has_verb, is_verb
from reconcile.claims.happenings.told import told_in
from reconcile.claims.tables import EVENT_KINDS
from reconcile.language.analysis import Analysis
from reconcile.language.calendar import one_day, shift_days
from reconcile.language.dates import DateMention
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.phrases import Match
from reconcile.language.tokens import Tokens
from reconcile.model.text import Part
from reconcile.model.when import DayRange, Granularity

HARM = "harm"
_PRONOUN_REACH = 4  # tokens of a sentence before "four days after", of which "it" may be the first
_LABEL = 10  # tokens of a label before its day
_LABEL_ENDS = frozenset(":.;–—")
_AFTER_REACH = 4  # tokens from "came" to "after"
_CAME = 2  # tokens before "10 days after" in which "came (just)" stands
_SURE = 7  # days; "a week later" may be some days off
_NOUN_REACH = 14  # tokens between the event and "followed"


@frozen
class Stretch:
    """The tokens `[first, last)` of a sentence that tell of one sudden event.

    `day` is its day; where that is not told, the event may lie `back` days before the story's own. `other` says that it
    is not the story's own.
    """

    first: int
    last: int
    day: DayRange | None = None
    back: int | None = None
    other: bool = False


@frozen
class Words:
    """One sentence of one part, or the tokens of it that `span` keeps."""

    analysis: Analysis
    part: Part
    span: tuple[int, int]
    houses: Houses

    @property
    def dates(self) -> Sequence[DateMention]:
        return self.analysis.between(self.analysis.dates, *self.span)


@frozen
class _Turn:
    """Where a sentence turns to an earlier event, and how many days earlier that was, as far as it tells."""

    first: int
    last: int
    days: int | None


def stretches(sentence: Words) -> tuple[Stretch, ...]:
    """The stretches of a sentence that tell the day of one sudden event each; none where it tells no day."""
    turn = _turn(sentence)
    first, last = sentence.span
    if turn is None:
        return _of_days(sentence, _days_of_events(sentence)) or _counted_on(sentence)
    own = day_told(_within(sentence, first, turn.first))
    other = day_told(_within(sentence, turn.last, last)) or _shifted(own, -(turn.days or 0))
    if own is None and sentence.analysis.tokens.words[turn.first - 1] in word_classes(sentence.houses)["came"]:
        own = _shifted(other, turn.days or 0)
    back = turn.days if other is None else None
    return (Stretch(first, turn.first, own), Stretch(turn.first, last, other, back, other=True))


def _counted_on(sentence: Words) -> tuple[Stretch, ...]:
    """ "Three days earlier a car bomb had gone off", where the sentence tells no day else: so far from the one told."""
    timed = [d for d in sentence.dates if d.when.days or d.offset_days]
    counted = timed[0] if len(timed) == 1 and timed[0].offset_days else None
    if counted is None or counts_from_event(sentence.analysis.tokens, counted, sentence.houses):
        return ()
    if not _dates_an_event(sentence, counted, _happenings(sentence), timed):
        return ()
    days = counted.offset_days if abs(counted.offset_days or 0) < _SURE else None
    return (Stretch(*sentence.span, back=None if days is None else -days, other=True),)


def _within(sentence: Words, first: int, last: int) -> Words:
    return Words(sentence.analysis, sentence.part, (first, last), sentence.houses)


def _shifted(day: DayRange | None, days: int) -> DayRange | None:
    """That many days later; None where no day is told, or not how many."""
    if day is None or not days or day.granularity is not Granularity.DAY:
        return None
    return one_day(shift_days(day.first, days))


def _turn(sentence: Words) -> _Turn | None:
    """ "The blast came four days after a bomb …", "the shooting followed one at a laundry …"."""
    tokens, (first, last) = sentence.analysis.tokens, sentence.span
    for mention in sentence.dates:
        days = mention.offset_days
        if days and days > 0 and counts_from_event(tokens, mention, sentence.houses) and _of_event(sentence, mention):
            return _Turn(mention.first, mention.last, days)
    at = next(
        (i for i in tokens.where(_turning(sentence.houses), first, last) if _follows(tokens, i, sentence.houses)), first
    )
    named = told_in(tokens, sentence.houses).named((max(first, at - _NOUN_REACH), at)) if at > first else ()
    pronoun = at == first + 1 and tokens.words[first] in _pronouns(sentence.houses)
    return _Turn(at, at + 1, None) if pronoun or any(is_event(m, sentence.houses) for m in named) else None


@lru_cache(maxsize=16)
def _turning(houses: Houses) -> frozenset[str]:
    """Words with which a sentence may turn to an earlier event."""
    return word_classes(houses)["following"] | word_classes(houses)["came"]


def _follows(tokens: Tokens, i: int, houses: Houses) -> bool:
    """ "Followed", "came after", "comes only days after"."""
    classes = word_classes(houses)
    if tokens.words[i] in classes["came"]:
        return not classes["after"].isdisjoint(tokens.words[i + 1 : i + _AFTER_REACH])
    return tokens.words[i] in classes["following"]


def _of_event(sentence: Words, mention: DateMention) -> bool:
    """True where it is an event that came so many days after another one, and no arrest or rise of a toll."""
    first, _ = sentence.span
    opening = range(first, min(mention.first, first + _PRONOUN_REACH))
    words = sentence.analysis.tokens.words
    if mention.first - first <= _PRONOUN_REACH and any(words[i] in _pronouns(sentence.houses) for i in opening):
        return True
    before = _within(sentence, first, mention.first)
    if not word_classes(sentence.houses)["came"].isdisjoint(words[max(first, mention.first - _CAME) : mention.first]):
        named = told_in(sentence.analysis.tokens, sentence.houses).named(before.span)
        return any(is_event(m, sentence.houses) for m in named)
    return mention.first > first and _dates_an_event(before, mention, _happenings(before), ())


def _pronouns(houses: Houses) -> frozenset[str]:
    return word_classes(houses)["thing-pronoun"]


def day_told(sentence: Words) -> DayRange | None:
    """The one day that these words give a sudden event, or the week or month where they name no day."""
    days = {day for _, day in _days_of_events(sentence)}
    return days.pop() if len(days) == 1 else None


def _days_of_events(sentence: Words) -> list[tuple[DateMention, DayRange]]:
    """The times that these words give sudden events, with their mentions in order; days, where they name any."""
    dates = sentence.dates
    if not dates:
        return []
    timed = [d for d in dates if d.when.days and not d.when.open_start and not d.when.open_end]
    mentions = [d for d in timed if is_day(d)] or timed
    found = _happenings(sentence) if mentions else []
    told = (d for d in mentions if _dates_an_event(sentence, d, found, timed) or _labels(sentence, d))
    return [(d, d.when.days) for d in told if d.when.days]


def _of_days(sentence: Words, told: Sequence[tuple[DateMention, DayRange]]) -> tuple[Stretch, ...]:
    """ "Bombers struck on Thursday, killing 17, as a town buried those whom a bomb had killed on Monday".

    The stretch of an event behind another day begins with the last clause that tells of an event before its own day.
    Three days in one sentence are too many.
    """
    (first, last), days = sentence.span, list(dict.fromkeys(day for _, day in told))
    if not days or len(days) > 2:
        return ()
    turn = next(mention for mention, day in told if day == days[-1])
    before = [d for d in sentence.dates if d.last <= turn.first and is_day(d) and not is_of_text(sentence, d)]
    other = [d for d in before if d.when.days != days[-1]]
    at = _clause(sentence, other[-1].last, turn.first) if other else first
    if len(days) == 1:
        return (Stretch(first if at is None else at, last, days[0]),)
    return () if at is None else (Stretch(first, at, days[0]), Stretch(at, last, days[1]))


def _clause(sentence: Words, start: int, stop: int) -> int | None:
    """Where the last clause between two tokens begins that tells of an event; None where nothing parts them."""
    told = (m.start for m in _happenings(_within(sentence, start, stop)) if is_event(m, sentence.houses))
    breaks = word_classes(sentence.houses)["clause-start"]
    words = sentence.analysis.tokens.words
    return next((i for i in range(max(told, default=stop), start - 1, -1) if words[i] in breaks), None)


def _labels(sentence: Words, mention: DateMention) -> bool:
    """ "Old market, 9 June: 41 dead", "First attack, old market, 9 June.": the label of what follows."""
    tokens, (first, last) = sentence.analysis.tokens, sentence.span
    ends = mention.last == last or tokens.words[mention.last] in _LABEL_ENDS
    if not ends or not is_day(mention) or mention.first - first > _LABEL or is_of_text(sentence, mention):
        return False
    named = not word_classes(sentence.houses)["sites"].isdisjoint(tokens.words[first : mention.first])
    return named and not has_verb(tokens, first, mention.first, sentence.houses)


def _dates_an_event(
    sentence: Words, mention: DateMention, found: Sequence[Match[Happening]], dates: Sequence[DateMention]
) -> bool:
    """True where the mention plainly tells the day of a sudden event, and none of the other `dates` does rather."""
    if is_of_text(sentence, mention):
        return False
    first = _opening(sentence, mention)
    rivals = [Place(d.first, d.last, first) for d in dates if d is not mention and not is_of_text(sentence, d)]
    place = Place(mention.first, mention.last, first)
    dated = dated_by(sentence.analysis.tokens, place, found, rivals, sentence.houses)
    if dated is not None and dated.plain and is_event(dated.match, sentence.houses):
        return True
    return place.opens and is_day(mention) and not rivals and any(_goes_on(sentence, mention, m) for m in found)


def _opening(sentence: Words, mention: DateMention) -> int:
    """Where the sentence begins but for the adverbs before a day that opens it: "Already on Tuesday"."""
    first, words = sentence.span[0], sentence.analysis.tokens.words
    adverbs = word_classes(sentence.houses)["before-opening-day"] if is_day(mention) or mention.offset_days else ()
    return next((i for i in range(first, mention.first) if words[i] not in adverbs), mention.first)


def _goes_on(sentence: Words, mention: DateMention, match: Match[Happening]) -> bool:
    """ "On Tuesday a man walked into the court and blew himself up": the day that opens a sentence is of all its verbs.

    But not of those of a further clause ("On Tuesday they buried a man who fell and died").
    """
    tokens, classes = sentence.analysis.tokens, word_classes(sentence.houses)
    at = match.start
    if at <= mention.last or not is_event(match, sentence.houses) or not is_verb(tokens, at, sentence.houses):
        return False
    between = tokens.words[mention.last : at]
    return between[-1] in classes["coordination"] and classes["further-clause"].isdisjoint(between)


def is_of_text(sentence: Words, mention: DateMention) -> bool:
    """True for the day on which something was said or written."""
    analysis = sentence.analysis
    tokens = analysis.tokens
    if of_saying(analysis, mention) or is_dateline(tokens, mention, sentence.part):
        return True
    return is_of_a_text(tokens.words, mention, sentence.houses)


def is_event(match: Match[Happening], houses: Houses) -> bool:
    """True for a sudden event, for words that stand for one, and for what it does to people."""
    return match.entry.id in _events(houses)


def opens_with_pronoun(sentence: Words) -> bool:
    """True for "It wounded 118", which goes on with what the sentence before tells of."""
    return sentence.analysis.tokens.words[sentence.span[0]] in _pronouns(sentence.houses)


def names_event(sentence: Words, first: int, last: int) -> bool:
    """True where the tokens `[first, last)` name a kind of event, or hold a word that stands for one ("attack")."""
    tokens, houses = sentence.analysis.tokens, sentence.houses
    kinds = phrase_table(EVENT_KINDS, houses).find(tokens, first, last)
    return bool(kinds) or any(is_event(m, houses) for m in told_in(tokens, houses).named((first, last)))


@lru_cache(maxsize=16)
def _events(houses: Houses) -> frozenset[str]:
    return sudden_kinds(houses) | generic_kinds(houses) | {HARM}


def _happenings(sentence: Words) -> list[Match[Happening]]:
    """What the words tell of, killing and hurting as one kind of happening."""
    tokens, houses = sentence.analysis.tokens, sentence.houses
    told, harming = told_in(tokens, houses), word_classes(houses)[HARM]
    harm = [Match(i, i + 1, _harm(houses)) for i in tokens.where(harming, *sentence.span)]
    verbs = [m for m in told.verbs(sentence.span) if tokens.words[m.start] not in harming]
    return [*told.named(sentence.span), *harm, *verbs]


@lru_cache(maxsize=16)
def _harm(houses: Houses) -> Happening:
    return Happening(id=HARM, phrases=tuple(word_classes(houses)[HARM]), role="event", rank=1)
