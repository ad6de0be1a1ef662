"""Sums in two currencies laid against each other, by the rate that articles of the story tell."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context

from attrs import frozen

from reconcile.comparing.statements import Statement
from reconcile.language.dimensions import currency_of, plain_name, same_by_another_name
from reconcile.matching.rates import Quote, Rate, Rates, widened
from reconcile.matching.values import one_number
from reconcile.model.change import evolve
from reconcile.model.interval import Interval
from reconcile.model.text import Article, label_of

_SHOWN = Context(prec=3)  # digits of a rate that a reason shows
_NAMED = 2  # quotes of a rate that a reason names
_SLIPS = (3, -3, 6, -6)  # powers of ten between which a writer slips: thousand, million, billion


@frozen
class Exchange:
    """The rates of one story, and its articles."""

    rates: Rates
    articles: Mapping[str, Article]

    def rate(self, a: Statement, b: Statement) -> Rate | None:
        """What one of the second's currency is worth in the first's, as told, else its bounds; None where unknown."""
        one, other = currency_of(b.unit), currency_of(a.unit)
        if not one or not other:
            return None
        return self.rates.between(one, other) or self.rates.usual(one, other)

    def slips(self, a: Statement, b: Statement) -> bool:
        """True for one number stated in two currencies that cannot be one by two names ("12 crowns" may be Czech)."""
        one, other = currency_of(a.unit), currency_of(b.unit)
        if not one or not other or not (a.stated and b.stated) or not one_number(a.claim.quantity, b.claim.quantity):
            return False
        unsure = {one, other} & self.rates.unsure or same_by_another_name(one, other)
        return not unsure and self.rates.between(one, other) is None

    def words(self, rate: Rate, a: Statement, b: Statement) -> str:
        """The rate, and who tells it, else between which bounds it has been."""
        one, other = plain_name(b.unit), plain_name(a.unit)
        if not rate.quotes:
            low, high = (f"{_SHOWN.create_decimal(end):f}" for end in (rate.worth.low, rate.worth.high))
            return f"nobody tells the rate; {one} 1 has been {low} to {high} {other}"
        told = dict.fromkeys(self._told(q) for q in rate.quotes)
        return f"at {_SHOWN.create_decimal(rate.middle):f} {other} to the {one} ({', '.join(list(told)[:_NAMED])})"

    def _told(self, quote: Quote) -> str:
        where = f"in {label_of(self.articles, quote.article)}"
        says = [" ".join(c.mention.text.split()) for c in (quote.one, quote.two)]
        return f"“{says[0]}” {where}" if quote.one is quote.two else f"“{says[0]}” is “{says[1]}” {where}"


def exchanged(s: Statement, rate: Rate, currency: str) -> Statement:
    """The statement in another currency: its number at the middle of the rate, its reach as far as rates may drift."""
    middle, worth = rate.middle, widened(rate.worth)
    low, high = (None if bound is None else bound * middle for bound in (s.low, s.high))
    reach = _times(s.reach, worth)
    return evolve(
        s,
        unit=currency,
        low=low,
        high=high,
        value=s.value * middle,
        step=s.step * middle,
        slack=s.slack * worth.high + abs(s.value) * (worth.high - middle),
        reach=reach,
        likely=_times(s.likely, worth),
    )


def _times(values: Interval, worth: Interval) -> Interval:
    low = min(values.low * worth.low, values.low * worth.high)
    high = max(values.high * worth.low, values.high * worth.high)
    return Interval(low, high, values.low_open, values.high_open)


def with_digits_of(one: Statement, other: Statement) -> Statement:
    """The statement with the digits of the other where both are one number but for a thousand, million or billion."""
    for power in _SLIPS:
        number = other.value.scaleb(power)
        if one.low == one.high and one.reach.contains(Interval.point(number)):
            return evolve(one, value=number, low=number, high=number)
    return one
