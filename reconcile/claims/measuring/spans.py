"""The stretch of a year that a sum or share is of: a quarter, nine months, the full year."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.language.analysis import Analysis
from reconcile.language.dimensions import MONEY, dimension_of
from reconcile.language.lexicon import Entry, Houses, TableSpec, phrase_table
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article

PARAGRAPH = "\n\n"
SPEC = TableSpec("spans", "span", Entry)
SUMMED = frozenset({MONEY, "share"})  # what is reported by quarters and years


def span_of(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> str:
    """The id of the span told in the sentence, of two the one nearest to the figure; "" where none is told."""
    unit = figure.quantity.unit
    if unit is None or dimension_of(unit).split()[0] not in SUMMED:
        return ""
    told = phrase_table(SPEC, houses).find(analysis.tokens, *sentence)
    gaps = [(max(m.start - figure.last, figure.first - m.end, 0), m.start, m.entry.id) for m in told]
    return min(gaps)[2] if gaps else ""


def with_spans(claims: Sequence[Claim], article: Article) -> list[Claim]:
    """The claims of one article in order; a sum takes the span that the one before it in its paragraph tells."""
    made: list[Claim] = []
    last: Claim | None = None
    for claim in claims:
        if _is_sum(claim):
            if not claim.span and last is not None and _goes_on(last, claim, article):
                claim = evolve(claim, span=last.span)
            last = claim
        made.append(claim)
    return made


def _is_sum(claim: Claim) -> bool:
    return claim.kind is Kind.FIGURE and dimension_of(claim.quantity.unit or "").startswith(MONEY)


def _goes_on(last: Claim, claim: Claim, article: Article) -> bool:
    one, two = last.mention.span, claim.mention.span
    return one.part == two.part and PARAGRAPH not in article.part(one.part)[one.end : two.start]
