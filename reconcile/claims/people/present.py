"""How many were there, in the words of those who were: "We were 152", "there were more than 200 of us"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.model.claim import Claim, Scope
from reconcile.model.text import Part

MOST_APART = 4  # times; what lies further from the count of those present is another company


def with_presence(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; a bare number of "us" or "them" counts those present, where the article tells of such.

    It does so where the article counts them by one measure only, and in numbers of the same order.
    """
    present = word_classes(houses)["present"]
    told = [c for c in claims if c.measure in present and c.scope is Scope.WHOLE]
    if len({c.measure for c in told}) != 1:
        return list(claims)
    return [_present(c, told) if not c.measure and _is_ours(c, parts, houses) else c for c in claims]


def _present(claim: Claim, told: Sequence[Claim]) -> Claim:
    value = claim.quantity.value
    near = any(value <= MOST_APART * c.quantity.value <= MOST_APART**2 * value for c in told)
    if not near:
        return claim
    return attrs.evolve(claim, measure=told[0].measure, value=attrs.evolve(claim.quantity, unit=PERSON))


def _is_ours(claim: Claim, parts: Mapping[Part, Analysis], houses: Houses) -> bool:
    if claim.quantity.unit not in (None, PERSON) or claim.quantity.counted or claim.quantity.head:
        return False
    analysis, span = parts[claim.mention.span.part], claim.mention.span
    first, last = analysis.tokens.at(span.start), analysis.tokens.at(span.end - 1) + 1
    words, classes = analysis.tokens.words, word_classes(houses)
    if " ".join(words[last : last + 2]) in classes["of-us"]:
        return True
    ends = last >= len(words) or not words[last][:1].isalnum()
    return ends and " ".join(words[max(0, first - 2) : first]) in classes["we-were"]
