"""Runs the examples and counter-examples of the claims stage's tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from reconcile.claims.figures import figure_claims
from reconcile.claims.measuring.equated import SPEC as EQUIVALENTS
from reconcile.claims.measuring.gauges import SPEC as GAUGES
from reconcile.claims.measuring.gauges import gauge_of
from reconcile.claims.measuring.measure_table import SPEC as MEASURES
from reconcile.claims.measuring.measure_table import MeasureEntry
from reconcile.claims.measuring.measures import Sentence
from reconcile.claims.measuring.multiples import SPEC as MULTIPLES
from reconcile.claims.measuring.multiples import Multiple, multiples
from reconcile.claims.measuring.spans import SPEC as SPANS
from reconcile.claims.measuring.spans import span_of
from reconcile.claims.measuring.story_measures import SPEC as STORY_MEASURES
from reconcile.claims.measuring.story_measures import StoryMeasure
from reconcile.claims.notes.contrasts import contrasted
from reconcile.claims.notes.denials import answered, refuted
from reconcile.claims.notes.notes import find_notes
from reconcile.claims.notes.taken_back import SPEC as NOTES
from reconcile.claims.notes.taken_back import NoteCue
from reconcile.claims.people.ballots import BALLOT_SIDES, SideEntry
from reconcile.claims.people.holders import HELD, HeldEntry, holder_of
from reconcile.claims.people.remains import SPEC as REMAINS
from reconcile.claims.people.scope import counted
from reconcile.claims.people.whereabouts import SPEC as WHEREABOUTS
from reconcile.claims.people.whereabouts import whereabouts
from reconcile.claims.tables import (
    ATTACKER_DEATHS,
    EVENT_KINDS,
    POPULATIONS,
    THINGS,
    VOICES,
    Population,
    Voice,
    thing,
)
from reconcile.claims.voice import foreseen, status_of
from reconcile.language.analysis import Analysis, analyse
from reconcile.language.grammar import SPEC as GRAMMAR
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import PhraseTable
from reconcile.language.stopwords import SPEC as STOPWORDS
from reconcile.language.tokens import tokenize
from reconcile.model.claim import Frame, Status
from reconcile.model.text import Article

E = TypeVar("E", bound=Entry)

_FORETOLD = {"clause": "votes", "outlook": "inflation", "model": "killed"}  # a measure of which the cues of a side tell


def check_examples(houses: Houses = ()) -> list[str]:
    """What the tables promise in their examples and do not keep; empty where all is well."""
    failures: list[str] = []
    failures += _check(MEASURES, houses, _measured, _gives_measure)
    failures += _check(STORY_MEASURES, houses, _of_story, _gives_measure)
    failures += _check(POPULATIONS, houses, _counted, _gives_id)
    failures += _check(WHEREABOUTS, houses, _placed, _gives_id)
    failures += _check(REMAINS, houses, _of_bodies, _gives_id)
    failures += _check(GAUGES, houses, _gauged, _gives_id)
    failures += _check(VOICES, houses, _voiced, _gives_status)
    failures += _check(NOTES, houses, _withdrawn, _gives_withdrawal)
    failures += _check_things(houses)
    failures += _check(HELD, houses, _holders, _has_holder)
    failures += _check(BALLOT_SIDES, houses, _sides, _gives_side)
    failures += _check(SPANS, houses, _spans, _gives_id)
    failures += _check_presence(ATTACKER_DEATHS, houses)
    failures += _check(MULTIPLES, houses, _named_by_count, _gives_count)
    failures += _check_presence(EQUIVALENTS, houses)
    failures += _check_presence(EVENT_KINDS, houses)
    failures += _check_presence(GRAMMAR, houses)
    failures += _check_presence(STOPWORDS, houses)
    return failures


def _check(
    spec: TableSpec[E],
    houses: Houses,
    read: Callable[[Analysis, E, Houses], list[str]],
    spoils: Callable[[E, str], bool],
) -> Iterator[str]:
    for entry in load(spec, houses):
        where = f"{entry.begins}: {entry.id}"
        for example in entry.examples:
            readings = read(analyse(example.text, None, houses), entry, houses)
            if example.reading not in readings:
                yield f"{where}: {example.text!r} gives {readings}, not {example.reading!r}"
        for text in entry.counter:
            bad = [r for r in read(analyse(text, None, houses), entry, houses) if spoils(entry, r)]
            if bad:
                yield f"{where}: counter-example {text!r} gives {bad}"


def _measured(analysis: Analysis, entry: MeasureEntry, houses: Houses) -> list[str]:
    readings = []
    for first, last in analysis.sentences:
        figures = [i for i, q in enumerate(analysis.quantities) if first <= q.first < last]
        for index, found in Sentence(analysis, first, last, figures, houses).measure().items():
            quantity = analysis.quantities[index].quantity
            head = f"{found.thing} " if found.counts == "thing" else ""
            readings.append(f"{head}{found.measure} {quantity.value.normalize():f}")
    return readings


def _of_story(analysis: Analysis, entry: StoryMeasure, houses: Houses) -> list[str]:
    claims = figure_claims(Article("example", analysis.tokens.text), {"body": analysis}, Frame(), houses)
    return [f"{c.measure} {c.quantity.value.normalize():f}" for c in claims]


def _gives_measure(entry: MeasureEntry | StoryMeasure, reading: str) -> bool:
    return entry.measure in reading


def _named_by_count(analysis: Analysis, entry: Multiple, houses: Houses) -> list[str]:
    found = multiples(analysis, len(analysis.tokens), houses)
    return [f"{measured.measure} {figure.quantity.value:f}" for figure, measured in found]


def _gives_count(entry: Multiple, reading: str) -> bool:
    return reading == f"{entry.measure} {entry.count}"


def _counted(analysis: Analysis, entry: Population, houses: Houses) -> list[str]:
    readings = []
    for figure in analysis.quantities:
        sentence = analysis.sentences[analysis.sentence_of(figure.first)]
        readings.append(counted(analysis, figure, sentence, None, houses).population or "everyone")
    return readings


def _placed(analysis: Analysis, entry: Entry, houses: Houses) -> list[str]:
    sentences = ((q, analysis.sentences[analysis.sentence_of(q.first)]) for q in analysis.quantities)
    return [where for q, own in sentences if (where := whereabouts(analysis, q, own, houses))]


def _of_bodies(analysis: Analysis, entry: Entry, houses: Houses) -> list[str]:
    claims = figure_claims(Article("example", analysis.tokens.text), {"body": analysis}, Frame(), houses)
    return [c.measure for c in claims]


def _gauged(analysis: Analysis, entry: Entry, houses: Houses) -> list[str]:
    own = ((q, analysis.sentences[analysis.sentence_of(q.first)]) for q in analysis.quantities)
    return [gauge_of(analysis, q, sentence, houses) for q, sentence in own]


def _gives_id(entry: Entry, reading: str) -> bool:
    return reading == entry.id


def _voiced(analysis: Analysis, entry: Voice, houses: Houses) -> list[str]:
    readings, told = [], {i: Status.DENIED for i, _ in refuted(analysis, houses)}
    told |= dict.fromkeys(answered(analysis, houses), Status.DENIED)
    told |= {b: status for _, b, status in contrasted(analysis, range(len(analysis.quantities)), houses)}
    for index, figure in enumerate(analysis.quantities):
        sentence = analysis.sentences[analysis.sentence_of(figure.first)]
        status = told.get(index) or status_of(analysis, figure, sentence, houses)
        foretold = _FORETOLD.get(entry.side, "")
        if foretold and foreseen(analysis, figure, sentence, foretold, houses):
            status = Status.FORECAST
        readings.append(f"{status} {figure.quantity.value.normalize():f}")
    return readings


def _gives_status(entry: Voice, reading: str) -> bool:
    return reading.startswith(entry.status)


def _withdrawn(analysis: Analysis, entry: NoteCue, houses: Houses) -> list[str]:
    notes = find_notes(analysis, houses)
    figures = [f"withdraws {analysis.quantities[i].quantity.value.normalize():f}" for n in notes for i in n.withdrawn]
    return figures + (["opens"] if notes else [])


def _gives_withdrawal(entry: NoteCue, reading: str) -> bool:
    return reading.startswith("withdraws")


def _holders(analysis: Analysis, entry: HeldEntry, houses: Houses) -> list[str]:
    return [
        found
        for figure in analysis.quantities
        for sentence in [analysis.sentences[analysis.sentence_of(figure.first)]]
        for phrase in entry.phrases
        if (found := holder_of(analysis, figure, sentence, phrase, houses))
    ]


def _sides(analysis: Analysis, entry: SideEntry, houses: Houses) -> list[str]:
    claims = figure_claims(Article("a", analysis.tokens.text), {"body": analysis}, Frame(), houses)
    return [c.holder for c in claims if c.holder]


def _gives_side(entry: SideEntry, reading: str) -> bool:
    return reading == entry.side


def _spans(analysis: Analysis, entry: Entry, houses: Houses) -> list[str]:
    sentences = [(q, analysis.sentences[analysis.sentence_of(q.first)]) for q in analysis.quantities]
    return [span for figure, sentence in sentences if (span := span_of(analysis, figure, sentence, houses))]


def _has_holder(entry: HeldEntry, reading: str) -> bool:
    return reading != ""


def _check_things(houses: Houses) -> Iterator[str]:
    for entry in load(THINGS, houses):
        wrong = [e.text for e in entry.examples if thing(e.text, houses) != e.reading]
        wrong += [text for text in entry.counter if thing(text, houses) == entry.id]
        yield from (f"{entry.begins}: {entry.id}: {text!r} is read the other way" for text in wrong)


def _check_presence(spec: TableSpec[E], houses: Houses) -> Iterator[str]:
    """For plain word lists: an example holds a phrase of its entry."""
    for entry in load(spec, houses):
        table = PhraseTable((p, p) for p in entry.phrases)
        for example in entry.examples:
            if not table.find(tokenize(example.text)):
                yield f"{entry.begins}: {entry.id}: nothing found in {example.text!r}"
