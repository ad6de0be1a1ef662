"""Figures as claims: each quantity with its measure, scope, voice, attribution, event and time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from attrs import frozen

from reconcile.claims.as_of import Clock, cut_off
from reconcile.claims.covered import Covered
from reconcile.claims.furniture import furniture
from reconcile.claims.happenings.another import with_others_told
from reconcile.claims.happenings.frames import figure_frame, often_told, undated
from reconcile.claims.happenings.headlines import dated_by_body
from reconcile.claims.happenings.incidents import with_incidents
from reconcile.claims.happenings.magnitudes import with_magnitudes
from reconcile.claims.happenings.stages import with_stages
from reconcile.claims.happenings.subjects import settle_subject
from reconcile.claims.measuring.brackets import with_equivalents
from reconcile.claims.measuring.cells import narrowed
from reconcile.claims.measuring.compared import with_apposed, with_compared
from reconcile.claims.measuring.continued import with_continued
from reconcile.claims.measuring.labels import listed_noun, numbered_thing, of_what, own_verb
from reconcile.claims.measuring.measure_table import MAGNITUDE, cues_of, known_measures
from reconcile.claims.measuring.measures import Measured, Sentence, whole_noun
from reconcile.claims.measuring.multiples import multiples
from reconcile.claims.measuring.points import in_percentage_points
from reconcile.claims.measuring.running import is_so_far
from reconcile.claims.measuring.spans import span_of, with_spans
from reconcile.claims.measuring.story_measures import with_story_measures
from reconcile.claims.measuring.understood import with_units
from reconcile.claims.notes.denials import deny
from reconcile.claims.notes.notes import find_notes
from reconcile.claims.notes.revisions import with_revisions
from reconcile.claims.notes.withdrawals import apply_note, share_questions
from reconcile.claims.people.attackers import KILLED, all_dead
from reconcile.claims.people.breakdown import with_breakdowns
from reconcile.claims.people.complements import with_shares
from reconcile.claims.people.holders import held_measure, holder_of, of_whole
from reconcile.claims.people.present import with_presence
from reconcile.claims.people.principal import demote_lesser, settle_groups, settle_parts, settle_states
from reconcile.claims.people.scope import SEVERAL, Beside, counted, is_everyone
from reconcile.claims.people.singles import (
    LEAD_SENTENCES,
    in_passing,
    is_companion,
    is_named,
    is_single,
    lead_ends,
    with_companions,
    with_singles,
)
from reconcile.claims.people.tallies import held_like_body, with_tallies
from reconcile.claims.people.totals import add_up_groups, in_order, settle_survivors
from reconcile.claims.places import only_beside_others, restricted_to
from reconcile.claims.tables import thing
from reconcile.claims.voice import foreseen, status_of
from reconcile.language.analysis import Analysis, Row
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.stopwords import content_words
from reconcile.model.change import evolve
from reconcile.model.claim import Attribution, Claim, Frame, Kind, Scope, Status
from reconcile.model.text import Article, Part

SINGLE_MEASURES = frozenset({"killed", "injured"})  # told of one person without a number
WITNESSES = {"shot": ("injured",)}  # measures that tell of the same people
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


def figure_claims(article: Article, parts: Mapping[Part, Analysis], main: Frame, houses: Houses = ()) -> list[Claim]:
    """Every checkable figure of the article, in order; withdrawn ones tied to what replaces them."""
    parts = with_units(parts, houses)
    own, anchor = undated(main, article, parts), main.days.first if main.days else article.published_day
    kinds, until = frozenset(main.kinds) | often_told(parts, houses), cut_off(parts, article, houses)
    clocks = {p: Clock(a, article, houses, until) for p, a in parts.items()}
    readings = [PartReading(article, p, a, own, kinds, anchor, houses, clocks[p]) for p, a in parts.items()]
    claims: list[Claim] = []
    companions: set[str] = set()
    for reading in readings:
        joined = with_companions(reading.analysis, houses, reading.part == "headline")
        claims += _part_claims(evolve(reading, analysis=joined))
        companions.update(_id(reading, q) for q in joined.quantities if is_companion(q))
    claims = with_breakdowns(narrowed(claims, article, houses), article, houses)
    claims = add_up_groups(claims, article, houses, frozenset(companions))
    claims = settle_subject(with_magnitudes(claims, parts, own, houses), own, houses)
    claims += all_dead(claims, parts, houses)
    claims += _named_by_count(readings, {c.measure for c in claims})
    claims += _single_people(readings, {c.measure for c in claims})
    claims = with_incidents(in_order(settle_survivors(claims, article, houses)), article, parts, main, houses)
    claims = with_others_told(claims, parts, houses)
    claims = only_beside_others(settle_states(claims, houses))
    claims = held_like_body(with_tallies(claims, parts, kinds, houses))
    claims = with_shares(settle_parts(settle_groups(claims), houses), parts, houses)
    claims = with_continued(with_presence(demote_lesser(claims, parts, houses), parts, houses), parts, houses)
    claims = with_story_measures(in_percentage_points(with_spans(claims, article)), parts, houses)
    claims = with_equivalents(claims, article)
    claims = share_questions(with_revisions(claims, parts, houses))
    return dated_by_body(with_stages(claims, parts, houses))


def _named_by_count(readings: Sequence[PartReading], told: set[str]) -> list[Claim]:
    """What "a double homicide" says of the victims, for each measure that no figure tells; the first one speaks."""
    first: dict[str, Claim] = {}
    for reading in readings:
        for figure, measured in multiples(reading.analysis, lead_ends(reading.analysis), reading.houses):
            alone = evolve(reading, analysis=evolve(reading.analysis, quantities=Row([figure])))
            sentence = reading.analysis.sentences[reading.analysis.sentence_of(figure.first)]
            claim = _claim(alone, 0, sentence, {0: measured})
            if claim.frame.main and not told.intersection((claim.measure, *WITNESSES.get(claim.measure, ()))):
                first.setdefault(claim.measure, claim)
    return list(first.values())


def _single_people(readings: Sequence[PartReading], told: set[str]) -> Iterator[Claim]:
    """For each measure of the victims that no figure tells, the first single person of whom it is told.

    Somebody who "was also killed" is one more.
    """
    wanted = SINGLE_MEASURES - told
    if not wanted:
        return
    first: dict[str, Claim] = {}
    more: Counter[str] = Counter()
    for reading in readings:
        analysis, signs = reading.analysis, cues_of(reading.houses, wanted)
        lead = [s for s in analysis.sentences[:LEAD_SENTENCES] if signs.may_stand(analysis.tokens, *s)]
        joined = with_singles(analysis, reading.houses, reading.part == "headline") if lead else analysis
        for figure, claim, also in _singles_in(lead, evolve(reading, analysis=joined)):
            told_of = claim.measure == KILLED or not is_named(joined, figure)
            passing = reading.part != "headline" and in_passing(joined, figure, reading.houses)
            if claim.measure not in wanted or not claim.frame.main or not told_of or passing:
                continue
            if first.setdefault(claim.measure, claim) is not claim and also:
                more[claim.measure] += 1
    for claim in first.values():
        people = claim.quantity.value + more[claim.measure]
        value = evolve(claim.quantity, low=people)
        yield evolve(claim, value=value, scope=Scope.WHOLE, population="")


def _singles_in(
    sentences: Sequence[tuple[int, int]], reading: PartReading
) -> Iterator[tuple[QuantityMention, Claim, bool]]:
    """The single people of these sentences of whom such a measure is told, and whether it is "also" told."""
    quantities, words = reading.analysis.quantities, reading.analysis.tokens.words
    for sentence in sentences:
        figures = reading.analysis.indices(quantities, *sentence)
        singles = [i for i in figures if is_single(quantities[i])]
        measures = Sentence(reading.analysis, *sentence, figures, reading.houses).measure() if singles else {}
        for index in singles:
            if index in measures and measures[index].measure in SINGLE_MEASURES:
                also = words[measures[index].cue_first - 1] in word_classes(reading.houses)["also"]
                yield quantities[index], _claim(reading, index, sentence, measures), also


def _part_claims(reading: PartReading) -> list[Claim]:
    analysis = reading.analysis
    marked = (r for r in reading.article.regions if r.part == reading.part and r.is_aside)
    aside = Covered((*furniture(reading.part, analysis.tokens, reading.houses), *marked))
    notes = find_notes(analysis, reading.houses)
    made: dict[int, Claim] = {}
    for sentence in analysis.sentences:
        for index, claim in _sentence_claims(reading, sentence, aside):
            made[index] = claim
    for note in notes:
        apply_note(note, made)
    deny(analysis, made, partial(_frame, reading), reading.houses)
    return [made[i] for i in sorted(made)]


def _sentence_claims(reading: PartReading, sentence: tuple[int, int], aside: Covered) -> Iterator[tuple[int, Claim]]:
    analysis = reading.analysis
    figures = [
        i
        for i in analysis.indices(analysis.quantities, *sentence)
        if analysis.quantities[i].checkable and analysis.quantities[i].start not in aside
    ]
    if not figures:
        return
    own = Sentence(analysis, *sentence, figures, reading.houses).measure()
    measures = with_compared(own, analysis, figures, reading.houses)
    measures = with_apposed(measures, analysis, figures, reading.houses)
    for index in figures:
        yield index, _claim(reading, index, sentence, measures)


def _claim(reading: PartReading, index: int, sentence: tuple[int, int], measures: Mapping[int, Measured]) -> Claim:
    """The claim of one figure, told the measures of all figures of its sentence."""
    analysis, article = reading.analysis, reading.article
    figure, measured = analysis.quantities[index], measures.get(index)
    frame = _frame(reading, index, sentence)
    beside = _beside(index, measures, analysis.quantities)
    who = counted(analysis, figure, sentence, measured, reading.houses, beside)
    measure = _measure(analysis, figure, measured, sentence, reading.houses)
    holder = holder_of(analysis, figure, sentence, measure, reading.houses)
    if not of_whole(analysis, figure, reading.houses):
        measure = held_measure(measure, holder, reading.kinds, reading.houses)
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
        id=_id(reading, figure),
        kind=Kind.FIGURE,
        mention=article.mention(reading.part, figure.start, figure.end),
        value=quantity,
        measure=measure,
        holder=holder,
        restates=_id(reading, analysis.quantities[figure.restates]) if figure.restates is not None else None,
        status=status,
        scope=who.scope,
        population=who.population,
        period=_period(who.period, frame, article),
        span=span_of(analysis, figure, sentence, reading.houses),
        attribution=_attribution(analysis, figure),
        frame=frame,
        as_of=reading.clock.as_of(sentence, figure.first),
        context=_context(reading, figure, sentence),
        where=restricted_to(analysis, figure, sentence, reading.story.places, reading.houses),
        so_far=is_so_far(analysis, figure, sentence, reading.houses),
    )


def _beside(index: int, measures: Mapping[int, Measured], quantities: Sequence[QuantityMention]) -> Beside:
    """Where another figure of the sentence has the same measure; behind this one, only a greater: its sum."""
    own = measures.get(index)
    alike = [i for i, m in measures.items() if own is not None and i != index and m.measure == own.measure]
    if any(i < index for i in alike):
        return "before"
    value = quantities[index].quantity.value
    return "after" if any(quantities[i].quantity.value > value for i in alike) else ""


def _frame(reading: PartReading, index: int, sentence: tuple[int, int]) -> Frame:
    """The figure's event; the day on which a count stood so is not that of the event."""
    figure = reading.analysis.quantities[index]
    frame = figure_frame(reading.analysis, figure, sentence, reading.story, reading.anchor, reading.houses)
    read_on = reading.clock.read_on(sentence, figure.first) if frame.main and frame.days else None
    return evolve(frame, days=None) if read_on is not None and read_on.when.days == frame.days else frame


def _id(reading: PartReading, figure: QuantityMention) -> str:
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
    if any(a.first <= figure.number_first < a.last for a in analysis.attributions_near(figure.first)):
        measured = None  # who says it is not what is counted
    if measured is None:
        near = analysis.attributions_near(figure.first)
        names_source = any(a.first <= figure.last and figure.number_last < a.last for a in near)
        if figure.quantity.unit == "person" and (names_source or is_everyone(head, houses)):
            return ""  # "the 22,000 of the police", "45 people": the noun does not say what is measured
        if figure.quantity.unit is None and known_measures(houses).intersection((head, thing(head, houses))):
            head = figure.quantity.counted or ""  # "seven shots" are not seven people shot
        return (
            f"{thing(head, houses)} {of_what(analysis, figure, houses)}".strip()
            or figure.quantity.unit
            or listed_noun(analysis, figure, sentence)
            or numbered_thing(analysis, figure, sentence[0], houses)
            or whole_noun(analysis, figure)
            or own_verb(analysis, figure, houses)
        )
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
    near = analysis.attributions_near(figure.first)
    governing = [a for a in near if a.scope_first <= figure.number_first < a.scope_last]
    if not governing:
        return None
    best = min(governing, key=lambda a: (a.scope_last - a.scope_first, abs(a.first - figure.first)))
    return Attribution(best.speaker, best.cue, best.role or best.canonical)
