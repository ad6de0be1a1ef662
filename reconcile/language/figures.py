"""A figure: a number with its sign, scale letter, currency or unit, before hedges are read."""

from __future__ import annotations

from decimal import Decimal

from attrs import define

from reconcile.language.counting import Counted, counted_after
from reconcile.language.number import Number
from reconcile.language.numerals import read_number, regrouped
from reconcile.language.units import (
    Unit,
    currency_before,
    exchange_after,
    rate_after,
    rate_beyond,
    rate_of_flow,
    unit_after,
    unit_before,
)
from reconcile.language.view import View
from reconcile.model.change import evolve

_THOUSAND, _MILLION = 1_000, 1_000_000
_STOPS = frozenset({".", ";", ":"})
_CLAUSE = 8  # tokens back to a word for money
_THREE = 3  # digits of a group of thousands


@define(eq=False)
class Figure:
    """Tokens `[first, last)` hold the number with what belongs to it; a range has an `upper` number too."""

    number: Number
    first: int
    last: int
    unit: Unit | None = None
    per: str | None = None
    upper: Number | None = None
    counted: Counted | None = None

    @property
    def dimension(self) -> str | None:
        return self.unit.dimension if self.unit else None

    @property
    def bare(self) -> bool:
        """True where nothing but the number was read."""
        return self.unit is None and self.counted is None and self.upper is None


def number_at(view: View, i: int) -> Number | None:
    """The number at anchor `i`, with a leading point (".534") read as a decimal."""
    number = read_number(view.tokens, i, view.t)
    if number is None or number.first < view.floor:
        return None
    tokens = view.tokens
    if number.form == "digits" and not tokens.text[tokens.starts[i]].isdecimal():
        return None
    leads = number.form == "digits" and view.word(i - 1) == "." and tokens.glued(i - 1) and i - 1 >= view.floor
    if leads and (i == 1 or not tokens.glued(i - 2)) and number.last == i + 1:
        digits = tokens.words[i]
        value = Decimal(f"0.{digits}")
        return Number(i - 1, i + 1, value, Decimal(1).scaleb(-len(digits)), "decimal", decimals=len(digits))
    return number


def figure_at(view: View, number: Number) -> Figure:
    """The number with its sign, its currency or unit and its rate."""
    sign = currency_before(view, number) or unit_before(view, number)
    number = _lettered(view, number, sign)
    figure = Figure(number, sign.first if sign else number.first, number.last, sign)
    _negate(view, figure)
    _measure(view, figure)
    _regroup(view, figure)
    return figure


def _negate(view: View, figure: Figure) -> None:
    at, tokens = figure.first - 1, view.tokens
    if at < view.floor:
        return
    before = view.words[at]
    if before == "-" and view.says(at - 1, "minus") and at - 1 >= view.floor:
        at -= 1
    elif before == "−" or before in view.t.words["dash"]:
        if before in {"–", "—"} or not tokens.glued(at) or (at > 0 and tokens.glued(at - 1)):
            return
    elif before not in view.t.words["minus"]:
        return
    if view.says(at - 1, "or"):  # "plus or minus 3 points"
        return
    figure.first = at
    figure.number = evolve(figure.number, low=-figure.number.low)


def _lettered(view: View, number: Number, sign: Unit | None) -> Number:
    """Apply a scale letter ("100k", "$4.2b", "1.2m tons")."""
    at, tokens = number.last, view.tokens
    factor = view.t.numbers["glued_scale"].get(view.word(at))
    if factor is None or number.scaled or number.form in {"words", "part", "vague", "none"}:
        return number
    if tokens.glued(at) and (tokens.words[at + 1][0].isalnum() or tokens.words[at + 1] == "/"):
        return number
    glued, capital = tokens.glued(at - 1), tokens.raw(at).isupper()
    if sign is None:
        if factor == _THOUSAND and not glued:
            return number
        if factor > _MILLION and not (capital and not glued and counts(view, at + 1)):
            return number
        millions = glued and (capital or counts(view, at + 1) or _in_millions(view, number.first, at + 1))
        if factor == _MILLION and not (millions and number.low < _THOUSAND):
            return number
    return evolve(number, last=at + 1, low=number.low * factor, step=number.step * factor, scaled=True)


def _in_millions(view: View, first: int, after: int) -> bool:
    """True where "12.4m" tells of money or people rather than metres: "profit of 12.4m", "some 9m watched"."""
    led = view.says(first - 1, "article") or view.says(first - 1, "determiner") or view.says(first - 1, "restrictor")
    noun = view.word(after)[:1].isalpha() and view.word(after) not in view.t.nouns["end"]
    if led and (noun or view.says(after, "people's verb")):  # "a 12.4m deal", "a 30m yacht", "the last 400m were"
        return view.says(after, "in millions")
    if view.says(after, "people's verb") or view.says(first - 1, "paid in millions"):
        return True
    apart = view.says(after, "apart") and not view.starts_number(after + 1)
    return not apart and not view.says(after, "dimension") and _speaks_of_money(view, first)


def _speaks_of_money(view: View, first: int) -> bool:
    """True where a word for what is told in millions stands before the number in its clause."""
    for i in range(first - 1, max(-1, first - 1 - _CLAUSE), -1):
        if view.says(i, "in millions"):
            return True
        if view.word(i) in _STOPS and not view.tokens.glued(i):
            return False
    return False


def counts(view: View, at: int) -> bool:
    """True where something counted seems to follow a scale letter ("1.2m tons", "35m of its devices")."""
    if view.says(at, "of"):
        return view.says(at + 1, "determiner") or view.says(at + 1, "them")
    word = view.word(at)
    if view.says(at, "dimension") or not word[:1].isalpha() or word in view.t.nouns["end"]:
        return False
    money = word in view.t.scaled_money or view.t.currencies.at(view.tokens, at) is not None
    return money or counted_after(view, at, plural=True) is not None


def _measure(view: View, figure: Figure) -> None:
    """The unit behind the number, and the denominator of a rate."""
    after = unit_after(view, figure.last, figure.number)
    part = figure.number.form in {"part", "slash"}
    if after and _ordinal(view, figure.number):
        after = None
    if after is None and part and figure.unit is None:
        after = _part_of_unit(view, figure)
    if figure.unit is None:
        figure.unit = after
        figure.last = after.last if after else figure.last
    elif after and after.dimension == "money":
        figure.last = after.last
    if figure.unit is None:
        return
    exchange = exchange_after(view, figure.last) if figure.unit.dimension == "money" else None
    if rate := exchange or rate_after(view, figure.last):
        figure.per, figure.last = rate
    elif beyond := rate_beyond(view, figure.last):
        figure.per = beyond
    elif figure.unit.dimension == "volume":
        figure.per = rate_of_flow(view, figure.last)
    _join_rate(view, figure)


def _join_rate(view: View, figure: Figure) -> None:
    """ "20 barrels of oil a day" are in the unit that the table has for "barrels a day"."""
    joined = view.t.unit_by_id.get(f"{figure.unit.name} per {figure.per}") if figure.unit and figure.per else None
    if joined is not None and figure.unit is not None:
        figure.unit, figure.per = Unit(joined.id, joined.dimension, figure.unit.first, figure.last), None


def _ordinal(view: View, number: Number) -> bool:
    """True for "a fifth" before a unit: "a fifth day" is no share of a day, "a quarter mile" is one of a mile."""
    article = number.form == "part" and view.says(number.first, "article")
    return article and view.t.numbers["part"].get(view.words[number.last - 1], 0) not in (2, 4)


def _part_of_unit(view: View, figure: Figure) -> Unit | None:
    """ "half an hour", "half a per cent", "a quarter of a mile"."""
    at = figure.last
    if view.says(at, "of"):
        at += 1
    return unit_after(view, at + 1, figure.number) if view.says(at, "article") else None


def _regroup(view: View, figure: Figure) -> None:
    """Read the point of "22.000" as a mark of thousands where the text or the number's own form says so."""
    number = figure.number
    if number.decimals != _THREE or number.comma or number.low < 1 or figure.dimension == "share":
        return
    words = view.words[number.first : number.last]
    digits = words[2] if len(words) > 2 else ""
    zeros = digits.endswith("00")
    named = (
        figure.dimension == "money" and figure.unit is not None and figure.unit.first >= number.last and not figure.per
    )
    if (
        view.european()
        or named
        or (zeros and not number.scaled)
        or (not figure.unit and not number.scaled and _counts_whole(view, figure))
    ):
        figure.number = regrouped(number)


def _counts_whole(view: View, figure: Figure) -> bool:
    """True where a plural noun follows: people and things are counted in whole numbers."""
    counted = counted_after(view, figure.last, plural=True)
    return bool(counted and counted.person)
