"""Bare decimals in the story of an earthquake: "a tremor of 6.4", "the institute says 6.7" are magnitudes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from reconcile.claims.measuring.measure_table import MAGNITUDE, SPEC, cue_table, known_measures, suits
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_between, word_classes
from reconcile.language.lexicon import Houses, load
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Frame
from reconcile.model.text import Part


def with_magnitudes(
    claims: Sequence[Claim], parts: Mapping[Part, Analysis], story: Frame, houses: Houses = ()
) -> list[Claim]:
    """The claims of one article; bare decimals are what the measures table says such numbers are in such a story."""
    measure = next((m for kind, m in _by_event(houses).items() if kind in story.kinds), "")
    if not measure or not (story.kind in _by_event(houses) or any(c.quantity.unit == MAGNITUDE for c in claims)):
        return list(claims)
    figures = {(part, q.start): (a, q) for part, a in parts.items() for q in a.quantities}
    return [_measured(c, *figures[at], measure, houses) if (at := _place(c)) in figures else c for c in claims]


def _place(claim: Claim) -> tuple[Part, int]:
    return claim.mention.span.part, claim.mention.span.start


@lru_cache(maxsize=16)
def _by_event(houses: Houses) -> dict[str, str]:
    """The measure of a bare decimal, by the kind of event that a text tells of."""
    return {e.event: e.measure for e in load(SPEC, houses) if e.event}


def _measured(claim: Claim, analysis: Analysis, figure: QuantityMention, measure: str, houses: Houses) -> Claim:
    if not suits(MAGNITUDE, figure) or (claim.measure in known_measures(houses) and claim.measure != measure):
        return claim
    told = _one_of_them(analysis, figure, houses)
    if claim.measure != measure:
        told = told or _taken_up(analysis, figure, houses)
    told = told or measure
    return evolve(claim, measure=told, value=evolve(claim.quantity, unit=MAGNITUDE))


def _taken_up(analysis: Analysis, figure: QuantityMention, houses: Houses) -> str:
    """What "it" stands for in "An aftershock was felt. The institute makes it 5.4"; "" where nothing is taken up."""
    at = analysis.sentence_of(figure.first)
    first = analysis.sentences[at][0]
    if not at or word_classes(houses)["taken-up"].isdisjoint(analysis.tokens.words[first : figure.first]):
        return ""
    return _last_told(analysis, *analysis.sentences[at - 1], houses)


def _one_of_them(analysis: Analysis, figure: QuantityMention, houses: Houses) -> str:
    """What "the largest of them" stands for behind "there were 14 aftershocks"; "" where nothing is taken up."""
    at, classes = analysis.sentence_of(figure.first), word_classes(houses)
    first = analysis.sentences[at][0]
    if not stands_between(analysis.tokens, first, figure.first, classes["of-them-before"]):
        return ""
    return _last_told(analysis, analysis.sentences[max(0, at - 1)][0], figure.first, houses)


def _last_told(analysis: Analysis, start: int, stop: int, houses: Houses) -> str:
    """The measure of the last words between two tokens that tell of a magnitude."""
    cues = cue_table(houses).find(analysis.tokens, start, stop, lambda es: any(e.counts == MAGNITUDE for e in es))
    return next((e.measure for e in cues[-1].entry if e.counts == MAGNITUDE), "") if cues else ""
