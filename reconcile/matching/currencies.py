"""Sums in two currencies as one, by a rate."""

from __future__ import annotations

from decimal import Decimal

from reconcile.language.dimensions import currency_of, factor_of
from reconcile.matching.rates import Rate, rounded_sum, widened
from reconcile.matching.values import with_value
from reconcile.model.change import evolve
from reconcile.model.claim import Claim
from reconcile.model.interval import Interval

DEAR = Decimal(10_000)  # from here on sums with cents are balances, and may well be worked out
_CENT = Decimal("0.01")


def in_two_currencies(a: Claim, b: Claim) -> bool:
    """True for two sums of money in different currencies."""
    one, other = currency_of(a.quantity.unit), currency_of(b.quantity.unit)
    return one != other and bool(one) and bool(other)


def currencies_of(a: Claim, b: Claim) -> tuple[str, str]:
    """The currencies of two sums in the order of the alphabet: both are brought to the first."""
    one, other = sorted((currency_of(a.quantity.unit), currency_of(b.quantity.unit)))
    return one, other


def in_one_currency(a: Claim, b: Claim, worth: Decimal = Decimal(1)) -> tuple[Claim, Claim]:
    """Both sums in the first of their currencies, of which one of the second is worth so much."""
    one, other = currencies_of(a, b)
    turn = {one: Decimal(1), other: worth}
    first, second = (_times(c, one, turn[currency_of(c.quantity.unit)]) for c in (a, b))
    return first, second


def may_be_one(a: Claim, b: Claim, rate: Rate) -> bool:
    """True where one sum is the other at the rate of their currencies, but for rounding and the drift of rates."""
    one, _ = currencies_of(a, b)
    first, second = sorted((a, b), key=lambda c: currency_of(c.quantity.unit) != one)
    turned, worth = rounded_sum(second), widened(rate.worth)
    return Interval(turned.low * worth.low, turned.high * worth.high).meets(rounded_sum(first))


def to_the_cent(claim: Claim) -> bool:
    """True for a price as it is asked: "39.99", and no sum that somebody has worked out and rounded."""
    quantity = claim.quantity
    exact = quantity.low == quantity.high and quantity.value < DEAR
    return exact and quantity.step == _CENT and factor_of(quantity.unit or "") == 1


def _times(claim: Claim, currency: str, rate: Decimal) -> Claim:
    quantity = claim.quantity
    factor = rate * factor_of(quantity.unit or "")
    ends = (quantity.low, quantity.high, quantity.plausible_high)
    low, high, most = (None if b is None else b * factor for b in ends)
    turned = evolve(quantity, low=low, high=high, plausible_high=most, step=quantity.step * factor, unit=currency)
    return with_value(claim, turned)
