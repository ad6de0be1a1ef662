"""Which figures can be laid against each other: one unit, one count; and figures given twice: "€30bn (£25bn)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from reconcile.claims.measuring.brackets import bracketed
from reconcile.claims.people.attackers import WITH_ATTACKER
from reconcile.comparing.statements import Statement
from reconcile.language.dimensions import DURATION, dimension_of, is_money, taken_for
from reconcile.language.lexicon import Entry, TableSpec, phrase_table
from reconcile.language.tokens import tokenize
from reconcile.matching.values import is_spell, transposed
from reconcile.model.claim import Claim
from reconcile.model.text import Article

REMAINDERS = TableSpec("remainders", "remainder", Entry)
_NAMED_BEFORE = 2  # people whom "others" leaves out
_SLIP = 10  # the same number in two units is a slip from here on; smaller ones coincide
_TELLING_DIGITS = 2  # significant digits that seldom coincide
_SLIPPED_DIGITS = 3  # significant digits that do not coincide in two units
_CONVERTED = Decimal("0.05")  # share of a number that converting it, and rounding there, may take away


def comparable(a: Statement, b: Statement) -> bool:
    """True for figures in one unit, currency or rate, and for bare counts. A bare number may leave out a currency."""
    per_a, per_b = a.claim.quantity.per, b.claim.quantity.per
    if per_a and per_b and per_a != per_b:
        return False
    if a.unit == b.unit:
        return True
    if a.unit and b.unit:
        return not (a.measured or b.measured)
    named = a if a.unit else b
    return is_money(named.unit) or not named.measured


def leaves_out(a: Statement, b: Statement) -> bool:
    """True where one is a remainder that falls short of the other by those its text may have named before:
    "one officer and four others", "five people"."""
    rest, whole = (a, b) if is_remainder(a.claim) else (b, a)
    if a.measured or is_remainder(whole.claim) or not is_remainder(rest.claim):
        return False
    return 0 < whole.value - rest.value <= _NAMED_BEFORE


def leaves_out_attacker(a: Statement, b: Statement) -> bool:
    """True where one count takes in the attacker and the other, lower by one, does not say so."""
    most, fewer = (a, b) if a.value > b.value else (b, a)
    one_more = most.claim.population in WITH_ATTACKER and fewer.claim.population not in WITH_ATTACKER
    return one_more and most.value - fewer.value == 1


def is_remainder(claim: Claim) -> bool:
    """True for a figure that counts those beside others its text may have named, or beside the guilty."""
    return is_of_others(claim) or _is(claim, "innocents")


def is_of_others(claim: Claim) -> bool:
    """True for "four others", which may leave out whom the text has named."""
    return _is(claim, "others")


def is_added(claim: Claim) -> bool:
    """True for a figure that may be added to one told before ("two more prisoners")."""
    return _is(claim, "more")


def _is(claim: Claim, remainder: str) -> bool:
    return remainder in _remainders(claim.mention.text)


@lru_cache(maxsize=4096)
def _remainders(said: str) -> frozenset[str]:
    """The remainders that these words name; asked of a figure for each of its rivals."""
    return frozenset(m.entry.id for m in phrase_table(REMAINDERS).find(tokenize(said)))


def unit_slip(a: Statement, b: Statement) -> bool:
    """True where both give one number in two units of a dimension (112 mph, 112 km/h): one of them took the wrong.

    So with the digits of a telling number (342 mm, 34.2 inches), whose point somebody moved on the way.
    """
    qa, qb = a.claim.quantity, b.claim.quantity
    if a.unit != b.unit or qa.unit == qb.unit or a.value == b.value or taken_for(qa.unit, qb.unit):
        return False
    if is_spell(a.claim) or is_spell(b.claim):
        return False  # "shut for 16 hours", "a 16-day cruise"
    return (qa.value == qb.value and abs(qa.value) >= _SLIP) or _same_digits(qa.value, qb.value)


def _same_digits(one: Decimal, two: Decimal) -> bool:
    digits = one.normalize().as_tuple().digits
    return len(digits) >= _SLIPPED_DIGITS and digits == two.normalize().as_tuple().digits


def slips(statements: Sequence[Statement]) -> dict[str, tuple[Statement, ...]]:
    """By the id of a claim, one figure of each other unit that gives its number; see `unit_slip`."""
    alike: dict[tuple[str, Decimal], dict[str, list[Statement]]] = {}
    for s in statements:
        if s.measured and s.stated and s.claim.quantity.unit:
            units = alike.setdefault((s.unit, s.claim.quantity.value), {})
            units.setdefault(s.claim.quantity.unit, []).append(s)
    found: dict[str, tuple[Statement, ...]] = {}
    for units in alike.values():
        firsts = [same[0] for same in units.values()] if len(units) > 1 else []
        for s in (s for same in units.values() for s in same if firsts):
            found[s.claim.id] = tuple(other for other in firsts if unit_slip(s, other))
    return found


def rate_slip(a: Statement, b: Statement) -> bool:
    """True where both give one number, each for another stretch of time ("60 million a year", "60 million a month")."""
    one, two = a.claim.quantity, b.claim.quantity
    if not (one.per and two.per) or one.per == two.per or one.unit != two.unit or not one.value == two.value >= _SLIP:
        return False
    return dimension_of(one.per) == dimension_of(two.per) == DURATION


def digit_slip(a: Statement, b: Statement) -> str:
    """What went wrong, in words, with what looks like one number: 250,000 and 2.5 million, 1,240 and 1,420.

    Empty where they look like two.
    """
    if a.unit != b.unit or a.value == b.value:
        return ""
    one, two = a.value.normalize().as_tuple(), b.value.normalize().as_tuple()
    if one.digits == two.digits and len(one.digits) >= _TELLING_DIGITS:
        return "one number, a digit too long or too short"
    return "one number, two digits of it transposed" if has_transposed(a, b) else ""


def has_transposed(a: Statement, b: Statement) -> bool:
    """True where two neighbouring digits of a telling number changed places."""
    qa, qb = a.claim.quantity, b.claim.quantity
    return a.unit == b.unit and qa.unit == qb.unit and transposed(qa, qb)


def converted(a: Statement, b: Statement) -> bool:
    """True where one figure may be the other in another unit, rounded there; a ton is taken for a tonne."""
    qa, qb = a.claim.quantity, b.claim.quantity
    if qa.unit == qb.unit or a.unit != b.unit:
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    return high - low <= _CONVERTED * high or (taken_for(qa.unit, qb.unit) and qa.possible.meets(qb.possible))


def twins(statements: Sequence[Statement], articles: Mapping[str, Article]) -> dict[str, Statement]:
    """For each figure given twice in succession, in units that are not converted, the other of the two."""
    found: dict[str, Statement] = {}
    ordered = sorted(statements, key=lambda s: s.claim.mention.span)
    for left, right in pairwise(ordered):
        article = articles.get(left.article)
        if article is None or comparable(left, right):
            continue
        if bracketed(left.claim, right.claim, article):
            found[left.claim.id] = right
            found[right.claim.id] = left
    return found
