"""What an article tells of the days on which sudden events happened, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from reconcile.claims.happenings.frames import is_day
from reconcile.claims.happenings.stretches import Stretch, Words, is_of_text, names_event, stretches
from reconcile.claims.tables import EVENT_KINDS
from reconcile.language.analysis import Analysis
from reconcile.language.calendar import one_day, shift_days
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.model.change import evolve
from reconcile.model.text import PARTS, Part
from reconcile.model.when import DayRange, Granularity

_REFERRING = 3  # tokens in which "that earlier blast" names its event
Spot = tuple[Part, int]  # a part and the place of a sentence among its sentences


@frozen(slots=False)
class Days:
    """What an article tells of the days of sudden events.

    `told` has the stretches of the sentences that tell a day; `topics` the stretch that goes on in a sentence that
    tells none: the one before it in its paragraph.
    """

    told: Mapping[Spot, Sequence[Stretch]] = {}
    topics: Mapping[Spot, Stretch] = {}

    def of(self, spot: Spot, token: int) -> Stretch | None:
        """The stretch that tells of which event a word speaks, None where none does."""
        return self.own(spot, token) or self.topics.get(spot)

    def own(self, spot: Spot, token: int) -> Stretch | None:
        """The stretch of the word's own sentence, where that tells a day."""
        return next((s for s in self.told.get(spot, ()) if s.first <= token < s.last), None)

    @cached_property
    def several(self) -> bool:
        """True where the article tells of more than one event."""
        return len(self.sharp) > 1 or any(s.other for found in self.told.values() for s in found)

    @cached_property
    def sharp(self) -> frozenset[DayRange]:
        """The single days among those that the article tells."""
        return frozenset(day for day in self.all() if day.granularity is Granularity.DAY)

    def all(self) -> frozenset[DayRange]:
        """Every day that some stretch tells."""
        return frozenset(s.day for told in self.told.values() for s in told if s.day)


def days_told(parts: Mapping[Part, Analysis], houses: Houses) -> Days:
    """What each sentence tells of the days of sudden events, and of which the one before it does."""
    told: dict[Spot, Sequence[Stretch]] = {}
    topics: dict[Spot, Stretch] = {}
    for part, analysis in parts.items():
        paragraphs = {first for first, _ in analysis.tokens.paragraphs()}
        before: Sequence[Stretch] = ()
        for at, span in enumerate(analysis.sentences):
            sentence = Words(analysis, part, span, houses)
            found = stretches(sentence)
            if found:
                told[part, at] = before = tuple(_reckoned(s, before) for s in found)
                continue
            if before and _refers_back(sentence):
                before = before[-1:]
            elif span[0] in paragraphs or any(is_day(d) and not is_of_text(sentence, d) for d in sentence.dates):
                before = ()
            if before:
                topics[part, at] = before[0]
    return Days(told, topics)


def _reckoned(stretch: Stretch, before: Sequence[Stretch]) -> Stretch:
    """ "Three days earlier a bomb had gone off": the days are counted from the event told right before."""
    day = before[-1].day if before else None
    if stretch.day or not stretch.back or day is None or day.granularity is not Granularity.DAY:
        return stretch
    return evolve(stretch, day=one_day(shift_days(day.first, -stretch.back)))


def _refers_back(sentence: Words) -> bool:
    """ "That blast …", "The earlier attack …", "The toll of that attack …"."""
    first, last = sentence.span
    tokens, classes = sentence.analysis.tokens, word_classes(sentence.houses)
    kinds = phrase_table(EVENT_KINDS, sentence.houses).find(tokens, first, min(last, first + _REFERRING))
    if kinds and " ".join(tokens.words[first : kinds[0].start]) in classes["that-one"]:
        return True
    taken_up = (i for i in tokens.where(classes["that-very"], first + 1, last - 1))
    return any(tokens.words[i - 1] in classes["of-that-one"] and names_event(sentence, i + 1, i + 2) for i in taken_up)


def told_sentences(
    parts: Mapping[Part, Analysis], days: Days, houses: Houses
) -> Iterator[tuple[Words, Stretch | None]]:
    """The stretches of the article that tell of a day, and its other sentences, in order, headline first."""
    for part, analysis in sorted(parts.items(), key=lambda p: PARTS.index(p[0])):
        for at, span in enumerate(analysis.sentences):
            for stretch in days.told.get((part, at), ()):
                yield (Words(analysis, part, (stretch.first, stretch.last), houses), stretch)
            if (part, at) not in days.told:
                yield Words(analysis, part, span, houses), None
