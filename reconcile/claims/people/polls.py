"""Votes that a poll gives before they are counted, and what people say in a poll on no vote of that day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claims.voice import poll_of
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.text import Part

OPINION = "opinion-poll"  # the voice of a poll that asks how people would vote, and not how they have voted
SHARE, SUPPORT = "vote share", "poll support"


def with_polls(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; votes of a poll are foretold, and shares of an opinion poll no shares of the vote."""
    voted = word_classes(houses)["voted"]
    return [_polled(c, parts, houses) if c.kind is Kind.FIGURE and c.measure in voted else c for c in claims]


def _polled(claim: Claim, parts: Mapping[Part, Analysis], houses: Houses) -> Claim:
    if claim.status not in (Status.STATED, Status.FORECAST):
        return claim
    analysis = parts[claim.mention.span.part]
    at = analysis.tokens.at(claim.mention.span.start)
    figure = next((q for q in analysis.between(analysis.quantities, at, at + 1)), None)
    poll = figure and poll_of(analysis, figure, analysis.sentences[analysis.sentence_of(at)], houses)
    if not poll:
        return claim
    measure = SUPPORT if claim.measure == SHARE and poll.id == OPINION else claim.measure
    return evolve(claim, status=Status.FORECAST, measure=measure)
