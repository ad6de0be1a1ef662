"""Counts of another event of the story's kind, told in passing: "another shooting last month that left two dead"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claims.happenings.several import knowing
from reconcile.claims.happenings.stretches import is_event
from reconcile.claims.happenings.told import told_in
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Incident, Status
from reconcile.model.text import Part

_BEFORE = 4  # tokens before the event's name in which "another", "a separate" may begin
_REACH = 14  # tokens between the event and its figure
_STOPS = frozenset(".;!?:")
_KEY = "another event"


def with_others_told(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses) -> list[Claim]:
    """The claims of one article, in order; counts of people that a clause gives of another event are background.

    Only where the article has told its own count before: a report may open with "another shooting left two dead".
    """
    told: set[str] = set()
    known: list[Claim] = []
    for claim in claims:
        if claim.quantity.unit == PERSON and claim.frame.main and claim.status is Status.STATED:
            if claim.measure in told and _of_another(claim, parts[claim.mention.span.part], houses):
                claim = _aside(claim)
            told.add(claim.measure)
        known.append(claim)
    return known


def _aside(claim: Claim) -> Claim:
    away = evolve(claim, status=Status.BACKGROUND, frame=evolve(claim.frame, key=_KEY, main=False))
    return knowing(away, Incident())


def _of_another(claim: Claim, analysis: Analysis, houses: Houses) -> bool:
    """ "Another nearby shooting last month that left two dead": the count stands in the clause that tells of it."""
    tokens, classes = analysis.tokens, word_classes(houses)
    at = tokens.at(claim.mention.span.start)
    first, _ = analysis.sentences[analysis.sentence_of(at)]
    named = told_in(tokens, houses).named((max(first, at - _REACH), at))
    for event in (m for m in named if is_event(m, houses)):
        between = tokens.words[event.end : at]
        linked = _STOPS.isdisjoint(between) and not classes["relative-clause"].isdisjoint(between)
        opens = range(max(first, event.start - _BEFORE), event.start)
        before = (" ".join(tokens.words[i : i + n]) for i in opens for n in (1, 2))
        if linked and not classes["one-more-event"].isdisjoint(before):
            return True
    return False
