"""How the numbers of two figures stand to each other: rounded, converted, slipped or taken for another unit."""

from __future__ import annotations

from decimal import Decimal

from reconcile.claims.measuring.measure_table import known_measures
from reconcile.language.dimensions import DURATION, converts, dimension_of, factor_of, taken_for, zero_of
from reconcile.language.number import digits_swapped
from reconcile.model.change import evolve
from reconcile.model.claim import Claim
from reconcile.model.interval import Interval
from reconcile.model.quantity import Hedge, Quantity

TELLING = 13  # counts this high seldom coincide
ROUNDED = Decimal("0.5")  # of the last place written: what rounding may have taken away
MOST_ROUNDED = Decimal("0.15")  # share of a number that rounding may take away: nobody writes 100 for 60
HEDGED = Decimal("0.05")  # share of a number that a hedge stands for
CONVERTED = Decimal("0.03")  # share of a number that rounding takes away where a desk converts it
KEEPING = frozenset(Hedge) - {Hedge.EXACT, Hedge.RANGE, Hedge.VAGUE}  # hedges that keep the number
RARE_DIGITS = 3  # significant digits that rarely coincide
SLIPS = {1: 3, 3: 2, 6: 3}  # powers of ten between which a writer slips, and the digits from which it tells
PERSON, SHARE = "person", "percent"  # units
WHOLE, HUNDREDTH = Decimal(1), Decimal("0.01")


def rounds_to(a: Quantity, b: Quantity) -> bool:
    """True where the sharper of two exact numbers in one unit, rounded as the other is written, gives the other."""
    if a.unit != b.unit or a.low != a.high or b.low != b.high:
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    return (high - low) * 2 < max(_step(a), _step(b)) and high - low <= MOST_ROUNDED * high and low >= TELLING


def _step(quantity: Quantity) -> Decimal:
    """The place to which a number is rounded: nobody writes a plain 60 per cent for 64."""
    return min(quantity.step, WHOLE) if quantity.unit == SHARE else quantity.step


def converts_to(a: Quantity, b: Quantity) -> bool:
    """True where one number is the other in another unit, but for rounding: 361 feet, 110 metres."""
    return (a.value == b.value and taken_for(a.unit, b.unit)) or converts(a, b, CONVERTED)


def slipped(a: Quantity, b: Quantity) -> bool:
    """True for the same telling digits in one unit, a digit or a scale apart (4,120, 41,200; 4.1m, 4.1bn)."""
    one, two = (q.value.normalize().as_tuple() for q in (a, b))
    if a.unit != b.unit or one.digits != two.digits:
        return False
    apart = abs(int(one.exponent) - int(two.exponent))
    return apart in SLIPS and len(one.digits) >= SLIPS[apart]


def transposed(a: Quantity, b: Quantity) -> bool:
    """True for two telling numbers of which two neighbouring digits changed places: 1,240 and 1,420."""
    return digits_swapped(a.value, b.value) >= RARE_DIGITS


def digits_of(value: Decimal) -> str:
    """The order of a number and its digits in theirs: what two numbers share of which one has two digits transposed."""
    digits = sorted(d for d in value.as_tuple().digits if d)
    return f"{value.adjusted()} {digits}"


def in_another_unit(a: Quantity, b: Quantity) -> bool:
    """True for one telling number in two units of a dimension (1,180 metres, 1,180 feet): one took the wrong."""
    return one_number(a, b) and a.unit != b.unit and None not in (a.unit, b.unit)


def is_spell(claim: Claim) -> bool:
    """True for a time of which its text does not say what lasted: "for 16 hours"."""
    return dimension(claim) == DURATION and claim.measure not in known_measures()


def one_number(a: Quantity, b: Quantity) -> bool:
    """True for the same number of two or more telling digits: 2,500, 42 million."""
    return a.value == b.value and len(a.value.normalize().as_tuple().digits) > 1


def hedges(a: Quantity, b: Quantity) -> bool:
    """True where a hedge is all that parts two numbers, both or neither of a change: nearly 15 years, 14 and a half."""
    hedged = {a.hedge, b.hedge}
    if not hedged & KEEPING or Hedge.RANGE in hedged or a.direction != b.direction:
        return False
    low, high = sorted(abs(q.value) * factor_of(q.unit or "") for q in (a, b))
    return high - low <= HEDGED * high


def two_systems(a: Quantity, b: Quantity) -> bool:
    """True for units of which nobody takes the one to be sharper than the other: miles, kilometres; not days, hours."""
    if a.unit is None or b.unit is None or a.unit == b.unit or dimension_of(a.unit) == DURATION:
        return False
    low, high = sorted((factor_of(a.unit), factor_of(b.unit)))
    return zero_of(a) != zero_of(b) or high % low != 0


def in_base_unit(quantity: Quantity, other: Quantity) -> Interval:
    """The plausible values in the base unit of the figure's dimension.

    A number written more coarsely than the other is widened by what rounding may have taken away.
    """
    possible = quantity.plausible
    if quantity.unit is None or quantity.unit == PERSON:
        return possible
    factor, other_factor, step = factor_of(quantity.unit), factor_of(other.unit or ""), _step(quantity)
    if quantity.low == quantity.high and step * factor > _step(other) * other_factor:
        slack = min(ROUNDED * step, abs(quantity.value) * MOST_ROUNDED)
        possible = Interval(possible.low - slack, possible.high + slack, possible.low_open, possible.high_open)
    scaled, zero = possible.scaled(factor), zero_of(quantity)
    return Interval(scaled.low + zero, scaled.high + zero, scaled.low_open, scaled.high_open)


def is_fraction(claim: Claim) -> bool:
    """True for a share in words ("half", "a third", "one in twelve"), of which a story may have several."""
    hundredths = claim.quantity.unit == SHARE and claim.quantity.step == HUNDREDTH
    return hundredths and not any(letter.isdecimal() for letter in claim.mention.text)


def dimension(claim: Claim) -> str | None:
    """What the unit of a figure measures; None for counts of people or things."""
    unit = claim.quantity.unit
    return None if unit is None or unit == "person" else dimension_of(unit)


def is_whole(quantity: Quantity) -> bool:
    """True for what a count can be: nobody counts 14.25 people, so a bare 14.25 is no report of fourteen."""
    return quantity.value == quantity.value.to_integral_value()


def with_unit(claim: Claim, unit: str) -> Claim:
    """The claim with its number in this unit; a measure that was only the old unit goes with it."""
    return with_value(claim, evolve(claim.quantity, unit=unit))


def with_value(claim: Claim, value: Quantity) -> Claim:
    """The claim with this quantity; a measure that was only the old one's unit becomes the new one's."""
    measure = value.unit or "" if claim.measure == claim.quantity.unit else claim.measure
    return evolve(claim, measure=measure, value=value)
