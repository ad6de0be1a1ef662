"""What the first figure of an answer measures: "What will it cost? The firm reckons on €24m."."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claims.measuring.measure_table import cue_table, kinds_of
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim
from reconcile.model.text import Part

ASKS_REACH = 2  # tokens of a question in which "how much" or "at what" may stand


def with_answers(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; a sum, time or length that tells only its unit measures what was asked before it."""
    by_start = {(c.mention.span.part, c.mention.span.start): c for c in claims}
    changed: dict[str, Claim] = {}
    for part, analysis in parts.items():
        for at in range(1, len(analysis.sentences)):
            own = analysis.between(analysis.quantities, *analysis.sentences[at])
            claim = by_start.get((part, own[0].start)) if own else None
            if claim is None or claim.quantity.unit in (None, PERSON) or claim.measure != claim.quantity.unit:
                continue
            if asked := _asked(analysis, analysis.sentences[at - 1], own[0], houses):
                changed[claim.id] = evolve(claim, measure=asked)
    return [changed.get(c.id, c) for c in claims]


def _asked(analysis: Analysis, question: tuple[int, int], figure: QuantityMention, houses: Houses) -> str:
    """The one measure of such figures that the question asks for; "" where it asks for another thing, or is none."""
    words, first, last = analysis.tokens.words, *question
    if "?" not in words[max(first, last - 2) : last] or analysis.between(analysis.quantities, *question):
        return ""
    if word_classes(houses)["asks-for"].isdisjoint(words[first : first + ASKS_REACH]):
        return ""
    kinds = kinds_of(figure)
    found = cue_table(houses).find(
        analysis.tokens, first, last, lambda entries: any(e.counts in kinds for e in entries)
    )
    asked = {e.measure for match in found for e in match.entry if e.counts in kinds and not e.heads and not e.after}
    return asked.pop() if len(asked) == 1 else ""
