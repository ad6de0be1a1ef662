"""Kinds of one thing that a text counts side by side: "nine cruise missiles and four ballistic missiles"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reconcile.claims.tables import thing
from reconcile.model.claim import Claim

_BESIDE = 150  # code points between two counts of one text that stand side by side

Kinds = frozenset[tuple[str, str, str]]  # story, thing, and the word before it that makes a kind


def kinds_told(figures: Sequence[Claim]) -> Kinds:
    """The kinds that some text counts next to another kind of the same thing: neither of them is all of it."""
    ordered = sorted((c for c in figures if _kind(c)), key=lambda c: c.mention.span)
    beside = (pair for pair in pairwise(ordered) if _side_by_side(*pair))
    return frozenset(key for pair in beside for c in pair for key in _keys(c))


def kinds_apart(a: Claim, b: Claim, told: Kinds) -> bool:
    """True for unequal counts of two kinds, or of a kind told from others and of the thing without a word before it."""
    one, two = _kind(a), _kind(b)
    if not _one_thing(a, b) or a.quantity.value == b.quantity.value or one & two or not one | two:
        return False
    return _keys(a) | _keys(b) <= told


def _side_by_side(a: Claim, b: Claim) -> bool:
    one, two = a.mention.span, b.mention.span
    beside = one.article == two.article and one.part == two.part and 0 <= two.start - one.end <= _BESIDE
    return beside and _one_thing(a, b) and not _kind(a) & _kind(b)


def _one_thing(a: Claim, b: Claim) -> bool:
    heads = a.quantity.head, b.quantity.head
    return a.quantity.unit is b.quantity.unit is None and all(heads) and thing(heads[0] or "") == thing(heads[1] or "")


def _keys(claim: Claim) -> Kinds:
    story = (claim.event or "").split("@")[0]
    return frozenset((story, thing(claim.quantity.head or ""), word) for word in _kind(claim))


def _kind(claim: Claim) -> frozenset[str]:
    """The words before the noun that is counted; none where people are counted, or a sum."""
    quantity = claim.quantity
    return frozenset((quantity.counted or "").lower().split()[:-1]) if quantity.unit is None else frozenset()
