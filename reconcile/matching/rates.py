"""What one currency is worth in another, as the articles of a story tell it: "€50m ($54m)"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from types import MappingProxyType

from attrs import frozen

from reconcile.language.dimensions import (
    currency_called,
    currency_of,
    factor_of,
    is_named_money,
    meant_at_home,
    same_by_another_name,
)
from reconcile.language.worth import usual_worth
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.interval import Interval
from reconcile.model.quantity import Hedge, Quantity

DRIFT = Decimal("0.05")  # share by which rates differ that two desks take on two days
_SCALE = 1_000_000  # from which a step is that of a scale word: of "3 billion", not of "3,000"
_MOST = 60  # quotes of one pair that are held against each other, the sharpest ones

Pair = tuple[str, str]


@frozen
class Quote:
    """One sum given in two currencies, the first of them before the second in the alphabet; or one claim of a rate.

    One unit of the first is worth `middle` of the second by the numbers as written, and within `worth` by the rounding
    of the sum that was converted, which stands behind the other.
    """

    one: Claim
    two: Claim
    middle: Decimal
    worth: Interval

    @property
    def breadth(self) -> Decimal:
        return self.worth.high / self.worth.low

    @property
    def article(self) -> str:
        return self.one.mention.span.article


@frozen
class Rate:
    """What one unit of a currency is worth in another, and the sums that tell it, the sharpest first; none where only
    the bounds are known."""

    middle: Decimal
    worth: Interval
    quotes: tuple[Quote, ...]

    @property
    def turned(self) -> Rate:
        """The other way round."""
        return Rate(1 / self.middle, Interval(1 / self.worth.high, 1 / self.worth.low), self.quotes)

    def then(self, other: Rate) -> Rate:
        """By way of a third currency."""
        worth = Interval(self.worth.low * other.worth.low, self.worth.high * other.worth.high)
        return Rate(self.middle * other.middle, worth, self.quotes + other.quotes)


@frozen
class Rates:
    """The rates that one story tells, by pairs of currencies in alphabetical order.

    `unsure` are currencies of which sums may be of another: "$" where a story tells of A$, too, and no rate of both;
    `disputed` are the pairs of which the texts tell rates that nobody can choose from, or that nobody has known.
    """

    told: Mapping[Pair, Rate] = MappingProxyType({})
    unsure: frozenset[str] = frozenset()
    disputed: frozenset[Pair] = frozenset()

    def between(self, one: str, other: str) -> Rate | None:
        """What one of `one` is worth in `other`, also by way of a third currency; None where nobody tells."""
        if one in self.unsure or other in self.unsure:
            return None
        if direct := self._direct(one, other):
            return direct
        by_way = (
            first.then(second)
            for third in sorted({c for pair in self.told for c in pair})
            if (first := self._direct(one, third)) and (second := self._direct(third, other))
        )
        return min(by_way, key=lambda r: r.worth.high / r.worth.low, default=None)

    def usual(self, one: str, other: str) -> Rate | None:
        """Between which bounds one of `one` has been worth in `other` for a generation; None where nobody knows."""
        worth = usual_worth(one, other)
        if worth is None or one in self.unsure or other in self.unsure or _pair(one, other) in self.disputed:
            return None
        return Rate((worth.low + worth.high) / 2, worth, ())

    def _direct(self, one: str, other: str) -> Rate | None:
        if rate := self.told.get((one, other)):
            return rate
        turned = self.told.get((other, one))
        return turned.turned if turned else None


NO_RATES = Rates()


def rates_of(claims: Iterable[Claim]) -> Rates:
    """The rates told in these claims of one story: by sums that their own sentence gives again in another currency.

    Else by what is told in so many words: "at 25.08 crowns per euro".
    """
    claims = tuple(claims)
    by_id = {c.id: c for c in claims}
    quotes: dict[Pair, list[Quote]] = defaultdict(list)
    for claim in claims:
        first = by_id.get(claim.restates or "")
        quote = _quote(first, claim) if first is not None else None
        if quote is not None:
            quotes[_currency(quote.one), _currency(quote.two)].append(quote)
    for pair, direct in _in_so_many_words(claims).items():
        quotes.setdefault(pair, direct)
    found = {pair: _agreed([q for q in told if _known(pair, q)]) for pair, told in sorted(quotes.items())}
    rates = {pair: rate for pair, rate in found.items() if rate is not None}
    unsure = _unsure({_currency(c) for c in claims if c.kind is Kind.FIGURE}, quotes)
    return Rates(rates, unsure, frozenset(found.keys() - rates.keys()))


def _in_so_many_words(claims: Iterable[Claim]) -> dict[Pair, list[Quote]]:
    """Rates that are told as such: "25.08 crowns per euro"; none that the currencies never had."""
    found: dict[Pair, list[Quote]] = defaultdict(list)
    for claim in claims:
        if claim.kind is not Kind.FIGURE or claim.status is not Status.STATED or claim.quantity.direction:
            continue
        quantity, currency, per = claim.quantity, _currency(claim), currency_called(claim.quantity.per or "")
        if not currency or not per or currency == per or not quantity.value > quantity.step:
            continue
        pair, half = _pair(currency, per), quantity.step / 2
        rate = Rate(quantity.value, Interval(quantity.value - half, quantity.value + half), ())
        rate = rate if pair[0] == per else rate.turned
        quote = Quote(claim, claim, rate.middle, rate.worth)
        if quantity.unit == currency and usual_worth(*pair) and _known(pair, quote):
            found[pair].append(quote)
    return found


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _known(pair: Pair, quote: Quote) -> bool:
    """False for a rate that the two currencies never had: a slip, or another country's crowns."""
    usual = usual_worth(*pair)
    return usual is None or widened(usual).meets(quote.worth)


def _unsure(told: Collection[str], quoted: Collection[Pair]) -> frozenset[str]:
    return frozenset(
        owner
        for owner, others in meant_at_home().items()
        if any(o in told and _pair(o, owner) not in quoted for o in others)
    )


def _currency(claim: Claim) -> str:
    return currency_of(claim.quantity.unit)


def _quote(first: Claim, converted: Claim) -> Quote | None:
    one, two = sorted((first, converted), key=_currency)
    if not _currency(one) or not _currency(two) or _currency(one) == _currency(two) or _is_anybodys(one, two):
        return None
    if (one.quantity.hedge is Hedge.RANGE) is not (two.quantity.hedge is Hedge.RANGE):
        return None
    sums = [rounded_sum(c) if c is converted else _as_written(c) for c in (one, two)]
    if min(one.quantity.value, two.quantity.value, sums[0].low, sums[1].low) <= 0:
        return None
    middle = _sum(two) / _sum(one)
    return Quote(one, two, middle, Interval(sums[1].low / sums[0].high, sums[1].high / sums[0].low))


def _is_anybodys(one: Claim, two: Claim) -> bool:
    """True for dollars of which nobody says whose they are beside A$: what they are worth tells of no currency."""
    unsaid = is_named_money(one.quantity.unit) or is_named_money(two.quantity.unit)
    return unsaid and same_by_another_name(_currency(one), _currency(two))


def _sum(claim: Claim) -> Decimal:
    return claim.quantity.value * factor_of(claim.quantity.unit or "")


def _as_written(claim: Claim) -> Interval:
    return Interval.point(_sum(claim))


def rounded_sum(claim: Claim) -> Interval:
    """What a sum may have been before it was rounded as written, in units of its currency.

    Two digits are meant where two are written: "60 million" is no 57, but "3 billion" may be 2.6.
    """
    quantity = claim.quantity
    bounds = [abs(b) for b in (quantity.low, quantity.high) if b is not None]
    slack = _slack(quantity)
    return Interval(min(bounds) - slack, max(bounds) + slack).scaled(factor_of(quantity.unit or ""))


def _slack(quantity: Quantity) -> Decimal:
    value, step = abs(quantity.value), quantity.step
    if value < 10 * step and (step == 1 or (step >= _SCALE and step.adjusted() % 3 == 0)):
        return step / 2
    return min(step, Decimal(10) ** (value.adjusted() - 1)) / 2 if value else Decimal(0)


def _agreed(quotes: Sequence[Quote]) -> Rate | None:
    """The rate that most articles bear out, as sharp as its sharpest quote; None where two are borne out alike."""
    if not quotes:
        return None
    quotes = sorted(quotes, key=lambda q: (q.breadth, q.one.id, q.two.id))[:_MOST]
    camps = [tuple(q for q in quotes if _near(q, own)) for own in quotes]
    weigh = {camp: (len({q.article for q in camp}), len(camp)) for camp in camps}
    most = max(weigh.values())
    best = [camp for camp in camps if weigh[camp] == most]
    if any(not _near(a, b) for one, other in combinations(best, 2) for a in one for b in other):
        return None
    agreed = [q for q in quotes if any(q in camp for camp in best)]
    middles = [q.middle for q in agreed]
    worth = agreed[0].worth.hull(Interval(min(middles), max(middles)))
    return Rate(middles[0], worth, tuple(agreed))


def _near(one: Quote, other: Quote) -> bool:
    return widened(one.worth).meets(other.worth)


def widened(values: Interval, share: Decimal = DRIFT) -> Interval:
    """Positive values with a share more on either side."""
    return Interval(values.low / (1 + share), values.high * (1 + share), values.low_open, values.high_open)
