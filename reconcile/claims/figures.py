"""All figures of an article as claims, and what only the whole article tells of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from reconcile.claims.answered import answer_counts
from reconcile.claims.as_of import Clock, cut_off
from reconcile.claims.covered import Covered
from reconcile.claims.furniture import furniture
from reconcile.claims.happenings.another import with_others_told
from reconcile.claims.happenings.earlier_events import with_earlier_events
from reconcile.claims.happenings.frames import often_told, undated
from reconcile.claims.happenings.headlines import dated_by_body
from reconcile.claims.happenings.incidents import with_incidents
from reconcile.claims.happenings.magnitudes import with_magnitudes
from reconcile.claims.happenings.named_events import with_named_events
from reconcile.claims.happenings.stages import with_stages
from reconcile.claims.happenings.subjects import settle_subject
from reconcile.claims.measuring.answers import with_answers
from reconcile.claims.measuring.brackets import with_equivalents
from reconcile.claims.measuring.cells import narrowed
from reconcile.claims.measuring.compared import with_apposed, with_compared
from reconcile.claims.measuring.continued import with_continued
from reconcile.claims.measuring.gapped import with_gapped
from reconcile.claims.measuring.kinds_continued import with_kinds_continued
from reconcile.claims.measuring.measures import Sentence
from reconcile.claims.measuring.points import in_percentage_points
from reconcile.claims.measuring.spans import with_spans
from reconcile.claims.measuring.story_measures import with_story_measures
from reconcile.claims.measuring.understood import with_units
from reconcile.claims.measuring.windows import with_windows
from reconcile.claims.notes.denials import deny
from reconcile.claims.notes.former import with_former
from reconcile.claims.notes.mended import with_mended
from reconcile.claims.notes.notes import find_notes
from reconcile.claims.notes.revisions import with_revisions
from reconcile.claims.notes.withdrawals import apply_note, share_questions
from reconcile.claims.one_figure import PartReading, claim_of, frame_of, id_of
from reconcile.claims.people.all_aboard import all_aboard_dead
from reconcile.claims.people.attackers import all_dead
from reconcile.claims.people.ballots import with_sides
from reconcile.claims.people.breakdown import with_breakdowns
from reconcile.claims.people.by_place import with_places
from reconcile.claims.people.complements import with_shares
from reconcile.claims.people.daily import with_daily
from reconcile.claims.people.local_counts import with_local_counts
from reconcile.claims.people.local_results import with_local_results
from reconcile.claims.people.located import with_located
from reconcile.claims.people.polls import with_polls
from reconcile.claims.people.principal import demote_lesser, settle_groups, settle_parts, settle_states
from reconcile.claims.people.remains import with_remains
from reconcile.claims.people.shares_listed import with_listed_shares
from reconcile.claims.people.singles import (
    is_companion,
    with_companions,
)
from reconcile.claims.people.tallies import held_like_body, with_tallies
from reconcile.claims.people.totals import add_up_groups, in_order, settle_survivors
from reconcile.claims.people.votes_listed import with_listed_votes
from reconcile.claims.people.weekly import with_weeks
from reconcile.claims.places import only_beside_others
from reconcile.claims.untold import named_by_count, single_people
from reconcile.language.analysis import Analysis
from reconcile.language.lexicon import Houses
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Frame
from reconcile.model.text import Article, Part


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
        companions.update(id_of(reading, q) for q in joined.quantities if is_companion(q))
    claims = with_gapped(with_breakdowns(narrowed(claims, article, houses), article, houses), parts, houses)
    claims = add_up_groups(claims, article, houses, frozenset(companions))
    claims = settle_subject(with_magnitudes(claims, parts, own, houses), own, houses)
    claims += (*all_dead(claims, parts, houses), *all_aboard_dead(claims, parts, houses))
    claims += named_by_count(readings, {c.measure for c in claims})
    claims += single_people(readings, {c.measure for c in claims})
    claims = with_incidents(in_order(settle_survivors(claims, article, houses)), article, parts, main, houses)
    claims = with_earlier_events(claims, parts, houses)
    claims = with_named_events(with_others_told(claims, parts, houses), parts, houses)
    claims = only_beside_others(settle_states(claims, houses))
    claims = with_listed_shares(with_tallies(claims, parts, kinds, houses), parts, kinds, houses)
    claims = with_listed_votes(claims, parts, kinds, houses)
    claims = held_like_body(with_polls(with_sides(claims, parts, houses), parts, houses))
    claims = with_local_counts(with_local_results(claims, parts, houses), parts, houses)
    claims = with_located(with_places(claims, parts, houses), parts, houses)
    claims = with_shares(settle_parts(settle_groups(claims), houses), parts, houses)
    claims = with_remains(demote_lesser(claims, parts, houses), parts, houses)
    claims = with_continued(with_kinds_continued(claims, article, houses), parts, houses)
    claims = with_answers(in_percentage_points(with_spans(claims, article)), parts, houses)
    claims = with_story_measures(share_questions(claims), parts, houses)
    claims = with_daily(claims, parts, houses)
    claims = with_weeks(claims, parts, article.published_day, houses)
    claims = with_windows(with_equivalents(claims, article, houses), parts, houses)
    claims = share_questions(with_mended(with_former(with_revisions(claims, parts, houses), parts, houses)))
    return dated_by_body(with_stages(claims, parts, houses))


def _part_claims(reading: PartReading) -> list[Claim]:
    analysis = reading.analysis
    marked = (r for r in reading.article.regions if r.part == reading.part and r.is_aside)
    aside = Covered((*furniture(reading.part, analysis.tokens, reading.houses), *marked))
    notes = find_notes(analysis, reading.houses)
    made: dict[int, Claim] = {}
    for sentence in analysis.sentences:
        for index, claim in _sentence_claims(reading, sentence, aside):
            made[index] = claim
    answer_counts(made, analysis, reading.houses)
    for note in notes:
        for i in made.keys() & note.withdrawn if note.own else ():  # "we said on Monday that": it is of the note's time
            made[i] = evolve(made[i], as_of=reading.clock.written(analysis.quantities[i].first))
        apply_note(note, made)
    deny(analysis, made, partial(frame_of, reading), reading.houses)
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
        yield index, claim_of(reading, index, sentence, measures)
