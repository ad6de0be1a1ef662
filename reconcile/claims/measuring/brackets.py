"""An equivalent in brackets measures what the figure before it does: "2.3 billion pounds ($2.99 billion)"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reconcile.claims.measuring.measure_table import known_measures
from reconcile.language.dimensions import dimension_of
from reconcile.model.change import evolve
from reconcile.model.claim import Claim
from reconcile.model.text import Article

_BRACKETS = frozenset("([/")  # what may stand between a figure and its equivalent


def with_equivalents(claims: Sequence[Claim], article: Article) -> list[Claim]:
    """The claims of one article in order; of a figure and its equivalent, one takes the measure the other tells."""
    measure: dict[str, str] = {}
    for one, two in pairwise(claims):
        if not _equivalent(one, two, article):
            continue
        told = [c.measure for c in (one, two) if c.measure in known_measures()]
        if len(told) == 1:
            measure.update(dict.fromkeys((one.id, two.id), told[0]))
    return [evolve(c, measure=measure[c.id]) if c.id in measure else c for c in claims]


def _equivalent(one: Claim, two: Claim, article: Article) -> bool:
    """True for two units of one kind, or two currencies, with nothing but a bracket between them."""
    a, b = one.quantity.unit, two.quantity.unit
    if a is None or b is None or a == b or _kind(a) != _kind(b):
        return False
    return bracketed(one, two, article)


def bracketed(one: Claim, two: Claim, article: Article) -> bool:
    """True where nothing but an opening bracket stands between two figures of this article."""
    span, after = one.mention.span, two.mention.span
    if (span.article, span.part) != (after.article, after.part) or after.start < span.end:
        return False
    return article.part(span.part)[span.end : after.start].strip() in _BRACKETS


def _kind(unit: str) -> str:
    return dimension_of(unit).split()[0]
