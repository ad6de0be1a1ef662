"""What a unit measures, and how large it is."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from reconcile.language.lexicon import load
from reconcile.language.quantity_tables import CURRENCIES, UNITS
from reconcile.model.quantity import Quantity

MONEY, DURATION = "money", "duration"
_TAKEN_FOR = Decimal("1.25")  # times, by which units differ at most that are taken for each other
_HUNDREDTH = Decimal("0.01")
_TELLING = 13  # smaller numbers coincide


_Scale = tuple[str, Decimal, Decimal]  # dimension, factor and zero


@lru_cache(maxsize=1)
def _units() -> dict[str, _Scale]:
    none = Decimal(0)
    table = {e.id: (e.dimension, e.factor, e.zero) for e in load(UNITS)}
    # Each currency is a dimension of its own: what one is worth in another, only the articles tell.
    table.update({e.id: (f"{MONEY} {e.id}", Decimal(1), none) for e in load(CURRENCIES)})
    coins = ((u, c) for own in _coins().values() for c, u in own.items() if u != c)
    table.update({u: (f"{MONEY} {c}", _HUNDREDTH, none) for u, c in coins})
    return table


def _scale(unit: str) -> _Scale:
    return _units().get(unit, (unit, Decimal(1), Decimal(0)))


@lru_cache(maxsize=1)
def _coins() -> dict[str, dict[str, str]]:
    """For each coin the currencies it may be of, and its name as one of theirs ("GBP": "GBP penny")."""
    currencies = [e for e in load(CURRENCIES) if e.hundredth_of or e.one_of]
    return {e.id: {c: f"{c} {e.id}" for c in e.hundredth_of} | {c: c for c in e.one_of} for e in currencies}


def coins_of(unit: str | None) -> Mapping[str, str]:
    """For the units "cent" and "crown", the currencies they may be of and their names in each; else empty.

    "EUR": "EUR cent", and "CZK": "CZK".
    """
    return _coins().get(unit or "", {})


def dimension_of(unit: str) -> str:
    """What a unit measures ("length"); a unit the tables lack, such as "person", is its own dimension."""
    return _scale(unit)[0]


def factor_of(unit: str) -> Decimal:
    """Size of the unit in the base unit of its dimension; 1 for a unit the tables lack."""
    return _scale(unit)[1]


def in_base(value: Decimal, unit: str) -> Decimal:
    """A reading in the base unit of its dimension: 21.1 for 70 degrees Fahrenheit."""
    _, factor, zero = _scale(unit)
    return value * factor + zero


def scales_of(unit: str | None) -> tuple[str, ...]:
    """For "degree" the scales whose degree it may be; empty for other units."""
    return _one_of().get(unit or "", ())


@lru_cache(maxsize=1)
def _one_of() -> dict[str, tuple[str, ...]]:
    return {e.id: e.one_of for e in load(UNITS) if e.one_of}


def zero_of(quantity: Quantity) -> Decimal:
    """Where the scale of a reading begins, in the base unit: -17.8 for 70 degrees Fahrenheit, 0 for a rise by 5."""
    return Decimal(0) if quantity.direction else _scale(quantity.unit or "")[2]


def converts(one: Quantity, two: Quantity, share: Decimal) -> bool:
    """True where one number is the other in another unit, but for rounding: 361 feet, 110 metres; 70 F, 21 C.

    `share` is the part of a number that rounding may take away; small numbers coincide. Readings of scales that
    begin at different zeros differ by half the last place written at most.
    """
    if one.unit is None or two.unit is None or one.unit == two.unit or dimension_of(one.unit) != dimension_of(two.unit):
        return False
    factors = factor_of(one.unit), factor_of(two.unit)
    zeros = zero_of(one), zero_of(two)
    if zeros[0] != zeros[1]:
        low, high = sorted(q.value * f + z for q, f, z in zip((one, two), factors, zeros, strict=True))
        return (high - low) * 2 <= max(q.step * f for q, f in zip((one, two), factors, strict=True))
    low, high = sorted(abs(q.value) * f for q, f in zip((one, two), factors, strict=True))
    return high - low <= share * high and max(abs(one.value), abs(two.value)) >= _TELLING


def is_money(unit: str | None) -> bool:
    """True for currencies, their coins, and names that several currencies share ("crown")."""
    return unit is not None and dimension_of(unit).startswith(f"{MONEY} ")


def named_money(name: str) -> str:
    """The unit of sums in a currency that no table lists ("money dorin"), whose name is a noun in the singular."""
    return f"{MONEY} {name}"


def is_named_money(unit: str | None) -> bool:
    """True for the unit of a currency that no table lists."""
    return unit is not None and unit.startswith(f"{MONEY} ")


def plain_name(unit: str) -> str:
    """A unit, or a measure that is but its unit, as people call it: "dorin" for a currency that no table lists."""
    return currency_of(unit) if is_named_money(unit) else unit


def currency_of(unit: str | None) -> str:
    """The currency of a sum ("GBP" for "GBP penny"); empty for what is no money."""
    return dimension_of(unit or "")[len(MONEY) + 1 :] if is_money(unit) else ""


@lru_cache(maxsize=1)
def _called() -> dict[str, str]:
    return {phrase: e.id for e in reversed(load(CURRENCIES)) for phrase in e.phrases}


def currency_called(name: str) -> str:
    """The currency of a name as it stands behind a number ("EUR" for "euro"); empty for other words."""
    return _called().get(name, "")


@frozen
class Shared:
    """A sign or name of one currency that texts of other countries write for their own: "$" and "dollars".

    `names` are these signs and words, `others` the currencies that they mean at home, `common` what all of them are
    called ("dollar"), `own` what only the owner is called ("us$").
    """

    names: frozenset[str]
    others: frozenset[str]
    common: str
    own: tuple[str, ...]

    def is_bare(self, text: str) -> bool:
        """True for a sum that does not say whose: "$5 million", "5 million dollars"; not for "US$5 million"."""
        words = " ".join(text.casefold().split())
        return any(n in words for n in self.names) and not any(o in words for o in self.own)


@lru_cache(maxsize=1)
def shared_money() -> Mapping[str, Shared]:
    """The currencies whose sign means others in texts of their own countries: "USD" by A$ and C$."""
    owners = {sign: e for e in load(CURRENCIES) for sign in (*e.before, *e.phrases)}
    at_home: dict[str, dict[str, tuple[str, ...]]] = {}
    for entry in load(CURRENCIES):
        for sign in entry.at_home:
            at_home.setdefault(owners[sign].id, {})[entry.id] = entry.at_home
    found: dict[str, Shared] = {}
    for entry in load(CURRENCIES):
        if others := at_home.get(entry.id):
            names = frozenset(n for signs in others.values() for n in signs)
            own = tuple(n for n in (*entry.before, *entry.phrases) if n not in names)
            found[entry.id] = Shared(names, frozenset(others), next(p for p in entry.phrases if p in names), own)
    return found


def meant_at_home() -> Mapping[str, frozenset[str]]:
    """For a currency whose sign may mean others in texts of their own country, those others: "USD" by A$ and C$."""
    return {owner: shared.others for owner, shared in shared_money().items()}


def same_by_another_name(one: str, other: str) -> bool:
    """True for two currencies of which one name may stand for both: crowns and kroner, "$" for A$, Nepal's rupees.

    A name that no table lists stands for itself: "dollars" of which nobody says whose they are may be anybody's.
    """
    shared, nouns = meant_at_home(), _money_nouns()
    loose = {e.id: e.one_of for e in load(CURRENCIES)}
    at_home = any(b in loose.get(a, ()) or b in shared.get(a, ()) for a, b in ((one, other), (other, one)))
    return at_home or not nouns.get(one, frozenset({one})).isdisjoint(nouns.get(other, frozenset({other})))


@lru_cache(maxsize=1)
def _money_nouns() -> dict[str, frozenset[str]]:
    """What each currency is called without its country: "rupees"."""
    return {e.id: frozenset(phrase.split()[-1] for phrase in e.phrases) for e in load(CURRENCIES)}


def taken_for(one: str | None, other: str | None) -> bool:
    """True for two units of one dimension so near in size that texts take them for each other: a ton, a tonne."""
    if one is None or other is None or one == other or dimension_of(one) != dimension_of(other):
        return False
    low, high = sorted((factor_of(one), factor_of(other)))
    return low < high <= _TAKEN_FOR * low
