"""Victims whom no figure tells: "a double homicide", "a man was shot dead"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reconcile.claims.measuring.measure_table import cues_of
from reconcile.claims.measuring.measures import Sentence
from reconcile.claims.measuring.multiples import multiples
from reconcile.claims.one_figure import PartReading, claim_of
from reconcile.claims.people.attackers import KILLED
from reconcile.claims.people.singles import (
    LEAD_SENTENCES,
    in_passing,
    is_named,
    is_single,
    lead_ends,
    with_singles,
)
from reconcile.language.analysis import Row
from reconcile.language.grammar import word_classes
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope

SINGLE_MEASURES = frozenset({"killed", "injured"})  # told of one person without a number
WITNESSES = {"shot": ("injured",)}  # measures that tell of the same people


def named_by_count(readings: Sequence[PartReading], told: set[str]) -> list[Claim]:
    """What "a double homicide" says of the victims, for each measure that no figure tells; the first one speaks."""
    first: dict[str, Claim] = {}
    for reading in readings:
        for figure, measured in multiples(reading.analysis, lead_ends(reading.analysis), reading.houses):
            alone = evolve(reading, analysis=evolve(reading.analysis, quantities=Row([figure])))
            sentence = reading.analysis.sentences[reading.analysis.sentence_of(figure.first)]
            claim = claim_of(alone, 0, sentence, {0: measured})
            if claim.frame.main and not told.intersection((claim.measure, *WITNESSES.get(claim.measure, ()))):
                first.setdefault(claim.measure, claim)
    return list(first.values())


def single_people(readings: Sequence[PartReading], told: set[str]) -> Iterator[Claim]:
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
                yield quantities[index], claim_of(reading, index, sentence, measures), also
