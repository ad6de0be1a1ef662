"""How far two figures measure the same."""

from __future__ import annotations

from reconcile.claims.measuring.measure_table import kinships, known_measures
from reconcile.claims.tables import thing
from reconcile.language.grammar import word_classes
from reconcile.matching.values import dimension, is_whole, rounds_to, transposed
from reconcile.model.claim import Claim

SELDOM = 10  # a count this high seldom occurs twice by chance and may by itself suggest a pair


def measure_level(a: Claim, b: Claim) -> str:
    """The same measure, kindred ones, or only the same kind of unit; a number without a measure fits an equal one.

    Every level but the last three is behind one of the keys of `clusters.blocking_keys`.
    """
    known = known_measures()
    if dimension(a) != dimension(b):
        return "units"
    if a.measure == b.measure and a.measure:
        if a.measure in word_classes()["counts-anything"] and a.quantity.value != b.quantity.value:
            return "rivals"  # "five times the face value", "shared 31 times": of what, the noun does not say
        if a.measure in known:
            return "same" if dimension(a) is None else "same-topic"
        if dimension(a) is None:
            return "same-thing" if a.measure in (thing(c.quantity.head or "") for c in (a, b)) else "same-deed"
        return "untold"
    if frozenset((a.measure, b.measure)) in kinships():
        return "kin"
    if a.measure and b.measure and dimension(a):
        told = (a.measure in known) + (b.measure in known)
        return ("untold", "same-unit", "rivals")[told]
    return _count_level(a, b)


def _count_level(a: Claim, b: Claim) -> str:
    """Two counts whose measures differ, or are not told."""
    qa, qb = a.quantity, b.quantity
    head_a, head_b = thing(qa.head or ""), thing(qb.head or "")
    one_thing = bool(head_a) and head_a == head_b
    alike = suggests_pair(a, b) and (qa.value == qb.value or rounds_to(qa, qb) or transposed(qa, qb))
    if not a.measure or not b.measure:
        whole = is_whole(qa) and is_whole(qb)
        return "unknown" if whole and (one_thing or alike) else "unmeasured"
    if one_thing:
        return "one-bare" if head_a in (a.measure, b.measure) else "same-head"
    known = known_measures()
    return "else" if alike and not (a.measure in known and b.measure in known) else "rivals"


def suggests_pair(a: Claim, b: Claim) -> bool:
    """May the numbers of two counts alone suggest a pair? Small ones only where neither says what it counts."""
    return min(abs(a.quantity.value), abs(b.quantity.value)) >= SELDOM or not (a.measure or b.measure)
