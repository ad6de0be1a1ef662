"""What a note mended in the text itself: "we said that 31,000 slept rough", above which the text now has 13,000."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.measuring.measure_table import known_measures
from reconcile.claims.notes.withdrawals import asks_else
from reconcile.language.number import digits_swapped
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Status

_TELLING = 2  # significant digits of a number that a slip of noughts leaves recognisable
_NOUGHTS = 3  # most noughts too many or too few


def with_mended(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one article; a figure that a note takes back with none in its place is replaced by its own text.

    Where the text tells one of the very measure, they answer one question as it is. Else that is by the one figure of
    its kind there that has the same digits, two of them in the other order, or so many noughts more or fewer.
    """
    figures = [c for c in claims if c.kind is Kind.FIGURE]
    replaced = {old for c in figures for old in c.replaces}
    changed: dict[str, Claim] = {}
    for old in figures:
        if old.status is Status.WITHDRAWN and old.own_slip and old.id not in replaced:
            told = [c for c in figures if c.status is Status.STATED and c.note is None]
            asked = old.measure in known_measures() and any(c.measure == old.measure for c in told)
            new = [] if asked else [c for c in told if _is_slip(old, c)]
            if len({c.quantity.value for c in new}) == 1 and new[0].id not in changed:
                changed[new[0].id] = evolve(new[0], replaces=(old.id,))
    return [changed.get(c.id, c) for c in claims]


def _is_slip(old: Claim, new: Claim) -> bool:
    """True for two figures of one kind of thing of which a slip of the pen makes one the other."""
    one, two = old.quantity, new.quantity
    if one.unit != two.unit or (one.unit is None and one.head != two.head):
        return False
    if digits_swapped(one.value, two.value):
        return one.unit == PERSON or not asks_else(new, old)
    digits = [q.value.normalize().as_tuple() for q in (one, two)]
    noughts = abs(one.value.adjusted() - two.value.adjusted())
    same = digits[0].digits == digits[1].digits and len(digits[0].digits) >= _TELLING
    return same and 0 < noughts <= _NOUGHTS and not asks_else(new, old)
