"""One figure as a claim: its measure, scope, voice, attribution, event and time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import frozen

from reconcile.claims.as_of import Clock
from reconcile.claims.happenings.figure_frames import figure_frame
from reconcile.claims.measuring.antecedents import thing_named
from reconcile.claims.measuring.clause import Measured
from reconcile.claims.measuring.compared import CHANGE, is_difference
from reconcile.claims.measuring.gauges import gauge_of
from reconcile.claims.measuring.labels import listed_noun, numbered_thing, of_what, own_verb
from reconcile.claims.measuring.measure_table import MAGNITUDE, known_measures
from reconcile.claims.measuring.measures import whole_noun
from reconcile.claims.measuring.parents import is_parent_of
from reconcile.claims.measuring.priced import priced_thing
from reconcile.claims.measuring.reference_places import reference_place
from reconcile.claims.measuring.running import is_so_far
from reconcile.claims.measuring.spans import span_of
from reconcile.claims.measuring.standards import standard_of
from reconcile.claims.people.holders import held_measure, holder_of, of_whole
from reconcile.claims.people.nations import nation_of
from reconcile.claims.people.periods import SEVERAL
from reconcile.claims.people.population import is_everyone
from reconcile.claims.people.scope import Beside, counted
from reconcile.claims.places import restricted_to, said_in
from reconcile.claims.tables import thing
from reconcile.claims.voice import foreseen, status_of
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.stopwords import content_words
from reconcile.model.change import evolve
from reconcile.model.claim import Attribution, Claim, Frame, Kind, Status
from reconcile.model.text import Article, Part

CONTEXT_REACH = 12  # tokens on either side whose content words tell like figures apart


@frozen
class PartReading:
    """One part of one article as the claims stage sees it.

    `story` is the frame of figures whose sentences tell no day, `anchor` the day they are of as far as it is known.
    `kinds` are the kinds of event that the article is about, by headline and lead or by naming them again and again.
    """

    article: Article
    part: Part
    analysis: Analysis
    story: Frame
    kinds: frozenset[str]
    anchor: date | None
    houses: Houses
    clock: Clock


def claim_of(reading: PartReading, index: int, sentence: tuple[int, int], measures: Mapping[int, Measured]) -> Claim:
    """The claim of one figure, told the measures of all figures of its sentence."""
    analysis, article = reading.analysis, reading.article
    figure, measured = analysis.quantities[index], measures.get(index)
    frame = frame_of(reading, index, sentence)
    beside = _beside(index, measures, analysis.quantities)
    who = counted(analysis, figure, sentence, measured, reading.houses, beside)
    measure = _measure(analysis, figure, measured, sentence, reading.houses)
    holder = holder_of(analysis, figure, sentence, measure, reading.houses)
    if not of_whole(analysis, figure, reading.houses):
        measure = held_measure(measure, holder, reading.kinds, reading.houses)
    holder = holder or priced_thing(analysis, figure, sentence, measure, reading.houses)
    holder = holder or reference_place(analysis, figure, sentence, measure, reading.houses)
    status = status_of(analysis, figure, sentence, reading.houses)
    if status is Status.STATED and foreseen(analysis, figure, sentence, measure, reading.houses):
        status = Status.FORECAST
    if (not frame.main or who.period == SEVERAL) and status is Status.STATED:
        status = Status.BACKGROUND
    if article.withdrawn:
        status = Status.WITHDRAWN
    quantity = figure.quantity
    if measured is not None and measured.counts == "person" and quantity.unit != "person":
        quantity = evolve(quantity, unit="person")
    if measured is not None and measured.counts == MAGNITUDE:
        quantity = evolve(quantity, unit=MAGNITUDE)
    return Claim(
        id=id_of(reading, figure),
        kind=Kind.FIGURE,
        mention=article.mention(reading.part, figure.start, figure.end),
        value=quantity,
        measure=measure,
        holder=holder,
        restates=id_of(reading, analysis.quantities[figure.restates]) if figure.restates is not None else None,
        status=status,
        scope=who.scope,
        population=who.population,
        period=_period(who.period or standard_of(analysis, figure, sentence, reading.houses), frame, article),
        span=span_of(analysis, figure, sentence, reading.houses),
        attribution=_attribution(analysis, figure),
        frame=frame,
        as_of=reading.clock.as_of(sentence, figure.first),
        context=_context(reading, figure, sentence),
        where=restricted_to(analysis, figure, sentence, reading.story.places, reading.houses),
        said_in=_read_at(analysis, figure, sentence, measure, reading.houses),
        nation=nation_of(analysis, figure, sentence, reading.houses),
        so_far=is_so_far(analysis, figure, sentence, reading.houses),
    )


def _read_at(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], measure: str, houses: Houses
) -> frozenset[str]:
    """The one place beside which the figure stands; of a reading, where it was taken ("summit"), named or not."""
    named = said_in(analysis, figure, sentence, houses)
    taken = measure in word_classes(houses)["read-by-gauge"] and gauge_of(analysis, figure, sentence, houses)
    return frozenset({taken}) if taken else named


def _beside(index: int, measures: Mapping[int, Measured], quantities: Sequence[QuantityMention]) -> Beside:
    """Where another figure of the sentence has the same measure; behind this one, only a greater: its sum."""
    own = measures.get(index)
    alike = [i for i, m in measures.items() if own is not None and i != index and m.measure == own.measure]
    if any(i < index for i in alike):
        return "before"
    value = quantities[index].quantity.value
    return "after" if any(quantities[i].quantity.value > value for i in alike) else ""


def frame_of(reading: PartReading, index: int, sentence: tuple[int, int]) -> Frame:
    """The figure's event; the day on which a count stood so is not that of the event."""
    figure = reading.analysis.quantities[index]
    frame = figure_frame(reading.analysis, figure, sentence, reading.story, reading.anchor, reading.houses)
    read_on = reading.clock.read_on(sentence, figure.first) if frame.main and frame.days else None
    return evolve(frame, days=None) if read_on is not None and read_on.when.days == frame.days else frame


def id_of(reading: PartReading, figure: QuantityMention) -> str:
    """Stable whatever other articles are read: the article, the part and where the figure begins in it."""
    return f"{reading.article.id}#{reading.part[0]}{figure.start}"


def _measure(
    analysis: Analysis,
    figure: QuantityMention,
    measured: Measured | None,
    sentence: tuple[int, int],
    houses: Houses,
) -> str:
    head = figure.quantity.head or ""
    if is_parent_of(analysis.tokens, figure.first, houses):
        return thing("children", houses)
    if any(a.first <= figure.number_first < a.last for a in analysis.attributions_near(figure.first)):
        measured = None  # who says it is not what is counted
    if measured is None:
        near = analysis.attributions_near(figure.first)
        names_source = any(a.first <= figure.last and figure.number_last < a.last for a in near)
        if figure.quantity.unit == "person" and (names_source or is_everyone(head, houses)):
            return ""  # "the 22,000 of the police", "45 people": the noun does not say what is measured
        if figure.quantity.unit is None and known_measures(houses).intersection((head, thing(head, houses))):
            head = figure.quantity.counted or ""  # "seven shots" are not seven people shot
        counted = (
            f"{thing(head, houses)} {of_what(analysis, figure, houses)}".strip()
            or figure.quantity.unit
            or listed_noun(analysis, figure, sentence, houses)
            or numbered_thing(analysis, figure, sentence[0], houses)
            or whole_noun(analysis, figure)
            or thing_named(analysis, figure, sentence[0], houses)
            or own_verb(analysis, figure, houses)
        )
        differs = counted and head and is_difference(analysis, figure, houses)
        return CHANGE.format(counted) if differs else counted
    if measured.counts == "thing":
        return f"{measured.thing} {measured.measure}"
    return measured.measure


def _period(period: str, frame: Frame, article: Article) -> str:
    """Counts of one day are of the day the sentence names, else of the day of publication."""
    if period != "new":
        return period
    day = frame.days.first if frame.days else article.published_day
    return f"{period} {day}" if day else period


def _context(reading: PartReading, figure: QuantityMention, sentence: tuple[int, int]) -> frozenset[str]:
    tokens = reading.analysis.tokens
    left = max(sentence[0], figure.first - CONTEXT_REACH)
    right = min(sentence[1], figure.last + CONTEXT_REACH)
    before = content_words(tokens, left, figure.number_first, reading.houses)
    return frozenset(before + content_words(tokens, figure.number_last, right, reading.houses))


def _attribution(analysis: Analysis, figure: QuantityMention) -> Attribution | None:
    """The narrowest attribution that governs the figure."""
    governing = analysis.governing(figure.number_first)
    if not governing:
        return None
    best = min(governing, key=lambda a: (a.scope_last - a.scope_first, abs(a.first - figure.first)))
    return Attribution(best.speaker, best.cue, best.role or best.canonical)
