"""An equivalent measures what the figure before it does: "2.3 billion pounds ($2.99 billion)", "30 km, or 19 miles"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reconcile.claims.measuring.equated import equated, said_again
from reconcile.claims.measuring.measure_table import POINTS, known_measures
from reconcile.language.dimensions import converts, dimension_of
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import folded_words
from reconcile.model.change import evolve
from reconcile.model.claim import Claim
from reconcile.model.text import Article

NEAR = 60  # characters between a figure and the same in another unit
ROUNDED = Decimal("0.02")  # share of a number that rounding takes away where a desk converts it
_ENDS = (". ", "; ", "! ", "? ")
LEAD, VOTES = "lead", "votes"
STUFF = frozenset({"mass", "volume"})  # dimensions in which a text may give one amount of a stuff
_BRACKETS = frozenset("([/")  # what may stand between a figure and its equivalent


def with_equivalents(claims: Sequence[Claim], article: Article, houses: Houses = ()) -> list[Claim]:
    """The claims of one article in order; of a figure and its equivalent, one takes the measure the other tells.

    What one sentence gives again in another unit ("27,650 hectares, an area of 107 square miles"), by weight instead of
    volume, or in another currency restates the first.
    """
    made = {c.id: c for c in claims}
    for one, two in pairwise(claims):
        if _is_lead_again(made[one.id], two, article, houses):
            made[two.id] = two = evolve(two, measure=LEAD)
        if one.quantity.unit == two.quantity.unit:
            continue
        again = equated(one, two, article) or _of_one_stuff(one, two, article)
        if not (again or _equivalent(one, two, article)):
            continue
        told = [c.measure for c in (made[one.id], two) if c.measure in known_measures()]
        one_value = again or _converts(one, two)
        if len(told) == 1 or (told and one_value):
            made[one.id] = evolve(made[one.id], measure=told[0])
            made[two.id] = evolve(two, measure=told[0])
        if one_value and two.restates is None:
            made[two.id] = evolve(made[two.id], restates=one.id)
    return list(made.values())


def _equivalent(one: Claim, two: Claim, article: Article) -> bool:
    """True for two units of one kind, or two currencies, with nothing but a bracket between them, or equal in size."""
    a, b = one.quantity.unit, two.quantity.unit
    if a is None or b is None or a == b or _kind(a) != _kind(b):
        return False
    return bracketed(one, two, article) or (_converts(one, two) and _in_one_sentence(one, two, article))


def _is_lead_again(one: Claim, two: Claim, article: Article, houses: Houses) -> bool:
    """ "12,000 votes, or 0.8 percentage points", "0.3 points behind. In people, that is 7,300 votes"."""
    if one.measure != LEAD:
        return False
    units = [_kind(c.quantity.unit or VOTES) for c in (one, two)]
    if two.measure not in (VOTES, two.quantity.unit) or set(units) != {VOTES, POINTS}:
        return False
    span, after = one.mention.span, two.mention.span
    if (span.article, span.part) != (after.article, after.part) or not span.end <= after.start <= span.end + NEAR:
        return False
    gap = folded_words(article.part(span.part)[span.end : after.start])
    told = any(" ".join(gap[-n:]) in word_classes(houses)["that-is"] for n in (2, 3))
    return said_again(one, two, article) or (told and gap.count(".") == 1)


def _of_one_stuff(one: Claim, two: Claim, article: Article) -> bool:
    """True for an amount given by volume and again by weight: "2,000 barrels, or roughly 300 tonnes"."""
    kinds = {_kind(c.quantity.unit or "person") for c in (one, two)}
    return kinds == STUFF and said_again(one, two, article)


def _converts(one: Claim, two: Claim) -> bool:
    """True for two telling numbers of which one is the other in another unit, but for rounding; no sums of money."""
    return converts(one.quantity, two.quantity, ROUNDED)


def _in_one_sentence(one: Claim, two: Claim, article: Article) -> bool:
    span, after = one.mention.span, two.mention.span
    if (span.article, span.part) != (after.article, after.part) or not span.end <= after.start <= span.end + NEAR:
        return False
    between = article.part(span.part)[span.end : after.start]
    return "\n" not in between and not any(end in between for end in _ENDS)


def bracketed(one: Claim, two: Claim, article: Article) -> bool:
    """True where nothing but an opening bracket stands between two figures of this article."""
    span, after = one.mention.span, two.mention.span
    if (span.article, span.part) != (after.article, after.part) or after.start < span.end:
        return False
    return article.part(span.part)[span.end : after.start].strip() in _BRACKETS


def _kind(unit: str) -> str:
    return dimension_of(unit).split()[0]
