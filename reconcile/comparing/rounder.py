"""Figures that may be others in rounder words."""

from __future__ import annotations

from reconcile.comparing.statements import Statement, meet
from reconcile.matching.values import is_fraction
from reconcile.model.quantity import Hedge

_PERCENT = "percent"
_TENTH = 10  # percent: how finely fractions in words tell


def restates(a: Statement, b: Statement) -> bool:
    """True where one figure may be the other in rounder words: "more than 40" and 43, 190 and "around 200"."""
    if not meet(a, b):
        return False
    return rounds_to(b, a) or (a.hedge is not Hedge.AT_LEAST and rounds_to(a, b))


def rounds_to(round_one: Statement, other: Statement) -> bool:
    """True where `other`'s number may be written as `round_one` is."""
    gap = other.value - round_one.value
    match round_one.hedge:
        case Hedge.ABOUT:
            return abs(gap) <= round_one.step / 2
        case Hedge.ALMOST:
            # "nearly 650" may be 642; "almost four in five" rounds more than "almost 80"
            share = round_one.claim.quantity.unit == _PERCENT
            below = gap < 0 and (share or -gap <= round_one.step) and round_one.likely.meets(other.likely)
            return below or abs(gap) <= round_one.step / 2
        case Hedge.EXACT:
            return abs(gap) <= round_one.slack
        case Hedge.MORE_THAN:
            step = _TENTH if is_fraction(round_one.claim) else round_one.step  # "more than six in ten" may be 61.3
            return 0 <= gap < step and round_one.likely.meets(other.likely)
        case Hedge.AT_LEAST:
            return gap == 0
    return round_one.likely.meets(other.reach)
