"""Finding quantities in running text: numbers with their hedge, unit or counted noun, and what is no figure at all."""

from __future__ import annotations

from decimal import Decimal

from attrs import define, evolve, frozen

from reconcile.language.counting import Counted, counted_after
from reconcile.language.hedges import direction_before, hedge_after, hedge_before
from reconcile.language.lexicon import Houses
from reconcile.language.not_figures import fits, named, skip_to
from reconcile.language.numerals import Number, read_number
from reconcile.language.quantity_tables import Tables, tables
from reconcile.language.tokens import Tokens, tokenize
from reconcile.language.units import Unit, currency_before, rate_after, smaller_unit, unit_after
from reconcile.model.quantity import Hedge, Quantity

_HUNDRED = Decimal(100)


@frozen
class QuantityMention:
    """A quantity in a text: code points `[start, end)`, token ranges, and the value.

    `checkable` is False for what is a quantity but no claim about an event; `why_not` names the table entry that says
    so. `restates` is the index of an earlier mention in the same list that this one gives again in another unit.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    first: int
    last: int
    number_first: int
    number_last: int
    text: str
    quantity: Quantity
    checkable: bool = True
    why_not: str | None = None
    restates: int | None = None


@define
class _Figure:
    """A number with the unit beside it, before ranges are joined and hedges read."""

    number: Number
    first: int
    last: int
    unit: Unit | None = None
    per: str | None = None
    upper: Number | None = None
    counted: Counted | None = None


def find_quantities(text: str, houses: Houses = ()) -> tuple[QuantityMention, ...]:
    """Every quantity in `text`, in order; raises LexiconError for a malformed house table."""
    return tuple(scan(tokenize(text), houses))


def scan(tokens: Tokens, houses: Houses = ()) -> list[QuantityMention]:
    """Every quantity in the tokens, in text order, none overlapping another."""
    return _Scanner(tokens, tables(houses)).run()


def as_dict(mention: QuantityMention) -> dict[str, object]:
    """The mention as the command line prints it: numbers as JSON numbers, a rate's unit as "USD per litre"."""
    q = mention.quantity
    unit = f"{q.unit} per {q.per}" if q.unit and q.per and q.unit != "person" else q.unit
    return {
        "start": mention.start,
        "end": mention.end,
        "low": _json(q.low),
        "high": _json(q.high),
        "hedge": q.hedge.value,
        "unit": unit,
        "counted": q.counted,
        "per": q.per,
        "direction": q.direction,
    }


def _json(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


class _Scanner:
    """One pass over the tokens of one text."""

    def __init__(self, tokens: Tokens, t: Tables) -> None:
        self.tokens, self.words, self.t = tokens, tokens.words, t
        self.found: list[QuantityMention] = []
        self.floor = 0

    def run(self) -> list[QuantityMention]:
        anchors, words = self.t.anchors, self.words
        places = [i for i, w in enumerate(words) if w in anchors or w[0].isdigit() or "\u2044" in w]
        at = 0
        for i in places:
            if i >= at:
                at = max(self.read(i), i + 1)
        return self.found

    def read(self, i: int) -> int:
        """Read the quantity at anchor `i`; returns the token to go on from."""
        number = self.number(i)
        if isinstance(number, int):
            return number
        figure = self.figure(number)
        self.join_range(figure)
        self.join_smaller(figure)
        self.count(figure)
        stop = self.dropped(figure)
        if stop is not None:
            return stop
        self.emit(figure)
        return max(figure.last, figure.number.last)

    def number(self, i: int) -> Number | int:
        """The number at `i`, or where to go on if there is none."""
        number = read_number(self.tokens, i, self.t)
        if number is None or number.first < self.floor:
            return i + 1
        if self.words[i][0].isdigit() and named(self.tokens, number):
            sign = currency_before(self.tokens, number, self.floor, self.t)
            if sign is None and not self.t.before.before(self.tokens, number.first, self.floor):
                return number.last
        stop = skip_to(self.tokens, number, self.t)
        return number if stop is None else stop

    def figure(self, number: Number) -> _Figure:
        sign = currency_before(self.tokens, number, self.floor, self.t)
        number = self.scaled(number, sign)
        figure = _Figure(number, sign.first if sign else number.first, number.last, sign)
        minus = figure.first - 1
        if minus >= self.floor and self.is_minus(minus):
            figure.number = evolve(number, low=-number.low)
            figure.first = minus
        elif minus - 1 >= self.floor and self.words[minus] == "-" and self.words[minus - 1] in self.t.numbers["minus"]:
            figure.number = evolve(number, low=-number.low)
            figure.first = minus - 1
        self.unit(figure)
        return figure

    def is_minus(self, at: int) -> bool:
        word = self.words[at]
        if word in self.t.numbers["minus"]:
            return True
        loose = at == 0 or not self.tokens.glued(at - 1)
        return word in {"-", "−", "–"} and loose and self.tokens.glued(at)

    def scaled(self, number: Number, sign: Unit | None) -> Number:
        """Apply a scale letter ("100k", "$4.2b", "1.2m tons")."""
        at = number.last
        if number.scaled or number.form == "words" or at >= len(self.words):
            return number
        factor = self.t.numbers["glued_scale"].get(self.words[at])
        if factor is None or (self.tokens.glued(at) and self.words[at + 1][0].isalnum()):
            return number
        glued = self.tokens.glued(at - 1)
        if sign is None:
            if not glued or (factor not in (1000, 1_000_000)):
                return number
            if factor == 1_000_000 and self.tokens.raw(at).islower() and not self.counts(at + 1):
                return number
        return evolve(number, last=at + 1, low=number.low * factor, step=number.step * factor, scaled=True)

    def counts(self, at: int) -> bool:
        """True where something counted seems to follow ("1.2m tons", "35m of its devices")."""
        if at >= len(self.words):
            return False
        word = self.words[at]
        if word in self.t.numbers["of"]:
            return True
        return word[0].isalpha() and (word not in self.t.nouns["end"])

    def unit(self, figure: _Figure) -> None:
        at = figure.last
        if figure.unit is None:
            figure.unit = unit_after(self.tokens, at, figure.number, self.t)
            if figure.unit:
                figure.last = figure.unit.last
        elif (again := unit_after(self.tokens, at, figure.number, self.t)) and again.dimension == "money":
            figure.last = again.last
        if figure.unit and (rate := rate_after(self.tokens, figure.last, self.t)):
            figure.per, figure.last = rate

    def join_range(self, figure: _Figure) -> None:
        """Join "5-7", "between 5 and 7", "$3-5 billion", "£3m to £4m" into one range."""
        if figure.last >= len(self.words):
            return
        word, n = self.words[figure.last], self.t.numbers
        before = self.words[figure.first - 1] if figure.first > self.floor else ""
        between = before in n["between"]
        if not (word in n["to"] or word in n["or"] or (between and word in n["and"])):
            return
        start = figure.last + 1
        while start < len(self.words) and (self.words[start] in n["of"] or self.t.signs.at(self.tokens, start)):
            found = self.t.signs.at(self.tokens, start)
            start = found.end if found else start + 1
        if start >= len(self.words):
            return
        first = self.words[start]
        if not (first[0].isdigit() or first in self.t.anchors or first in n["article"]):
            return
        floor, self.floor = self.floor, figure.last + 1
        number = self.number(start)
        other = None if isinstance(number, int) else self.figure(number)
        self.floor = floor
        if other is None or other.first != figure.last + 1 or not self.may_join(figure, other, before, word):
            return
        if between:
            figure.first -= 1
        self.merge(figure, other)

    def may_join(self, a: _Figure, b: _Figure, before: str, word: str) -> bool:
        if a.unit and b.unit and (a.unit.dimension != b.unit.dimension or a.unit.name != b.unit.name):
            return False
        if a.number.form in {"vague", "part"} or b.number.form in {"vague", "part"}:
            return False
        if b.number.low <= a.number.low and not (b.number.scaled and not a.number.scaled):
            return False
        if before in self.t.numbers["from"] and word not in {"-", "–"}:
            return not self.changes_before(a.first - 1)
        if a.unit and not b.unit and a.unit.first >= a.number.last:
            return False
        return True

    def changes_before(self, at: int) -> bool:
        for i in range(at - 1, max(self.floor, at - 8) - 1, -1):
            if self.words[i] in {".", ";"}:
                return False
            if self.t.changes.before(self.tokens, i + 1, self.floor):
                return True
        return False

    def merge(self, a: _Figure, b: _Figure) -> None:
        low, high = a.number, b.number
        if high.scaled and not low.scaled and low.low < high.low:
            factor = self.factor(high)
            if factor and low.low * factor < high.low:
                low = evolve(low, low=low.low * factor, step=low.step * factor)
        a.number, a.upper = low, high
        a.unit = a.unit or b.unit
        a.per = b.per or a.per
        a.last = b.last

    def factor(self, number: Number) -> Decimal | None:
        """The scale word at the end of the number, as a factor."""
        n = self.t.numbers
        word = self.words[number.last - 1]
        size = n["scale"].get(word) or n["glued_scale"].get(word) or n["hundred"].get(word)
        return Decimal(size) if size else None

    def join_smaller(self, figure: _Figure) -> None:
        """Join "6 feet 2 inches", "five years and four months" in the smaller unit."""
        if figure.unit is None or figure.upper or figure.unit.last != figure.last:
            return
        smaller = smaller_unit(figure.unit.name, self.t)
        if not smaller:
            return
        at = figure.last
        if at < len(self.words) and self.words[at] in self.t.numbers["and"]:
            at += 1
        if at >= len(self.words) or not (self.words[at][0].isdigit() or self.words[at] in self.t.numbers["ones"]):
            return
        number = read_number(self.tokens, at, self.t)
        if number is None or number.first != at or number.low >= smaller[1]:
            return
        unit = unit_after(self.tokens, number.last, number, self.t)
        if unit is None or unit.name != smaller[0]:
            return
        value = figure.number.low * smaller[1] + number.low
        figure.number = evolve(figure.number, low=value, step=number.step, last=number.last)
        figure.unit, figure.last = unit, unit.last

    def count(self, figure: _Figure) -> None:
        if figure.unit is not None and not (figure.unit.dimension == "share"):
            return
        at, number = figure.last, figure.upper or figure.number
        n = self.t.numbers
        if figure.unit is None and number.form == "part":
            return
        takes_of = number.form == "vague" or number.scaled or self.words[number.last - 1] in n["pair"]
        if at + 1 < len(self.words) and self.words[at] in n["of"]:
            if self.words[at + 1] in n["them"]:
                figure.counted = None
                inner = counted_after(self.tokens, at + 2, True, self.t)
                if inner and inner.phrase:
                    figure.counted, figure.last = inner, inner.last
                return
            if not takes_of:
                return
            at += 1
        if figure.unit is not None:
            return
        plural = number.low != 1 or figure.upper is not None
        counted = counted_after(self.tokens, at, plural, self.t)
        if counted:
            figure.counted, figure.last = counted, counted.last
            if rate := rate_after(self.tokens, figure.last, self.t):
                figure.per, figure.last = rate

    def dropped(self, figure: _Figure) -> int | None:
        """Where to go on if the figure is none after all."""
        number, t = figure.number, self.t
        dimension = figure.unit.dimension if figure.unit else None
        if number.form == "part" and not self.is_share(figure):
            return number.last
        if self.is_year(figure):
            return number.last
        for found in (t.rules["before"].before(self.tokens, figure.first, self.floor), t.rules["after"].at(self.tokens, number.last)):
            if found and found.entry.effect == "none" and fits(found.entry, self.tokens, number, dimension):
                if found.entry.only == "label" and figure.counted and number.form == "words":
                    continue
                return max(found.end, number.last)
        word = self.words[number.first]
        if number.low == 1 and number.form == "words" and figure.counted is None and figure.unit is None:
            nxt = self.words[number.last] if number.last < len(self.words) else ""
            if word in t.numbers["ones"] and nxt not in t.numbers["of"]:
                return number.last
        if word in t.numbers["no"] and number.form == "words" and figure.unit is None:
            return number.last
        return None

    def is_share(self, figure: _Figure) -> bool:
        number = figure.number
        nxt = self.words[number.last] if number.last < len(self.words) else ""
        if self.words[number.last - 1] in {w for w, v in self.t.numbers["part"].items() if v == 2}:
            hedged = self.t.before.before(self.tokens, figure.first, self.floor)
            return nxt in self.t.numbers["of"] or bool(hedged) or nxt == "the"
        return nxt in self.t.numbers["of"] or not nxt[:1].isalpha() or number.last - number.first > 1

    def is_year(self, figure: _Figure) -> bool:
        number = figure.number
        if number.form != "digits" or figure.unit or number.scaled or number.last - number.first != 1:
            return False
        if len(self.words[number.first]) != 4 or not 1500 <= number.low <= 2100:
            return False
        return figure.counted is None or figure.counted.phrase[:1].isupper()

    def emit(self, figure: _Figure) -> None:
        tokens, t = self.tokens, self.t
        number = figure.number
        dimension = figure.unit.dimension if figure.unit else None
        hedged = hedge_before(tokens, figure.first, self.floor, dimension, t)
        effect, first, last = hedged.effect, hedged.reach, figure.last
        if effect is Hedge.EXACT and (after := hedge_after(tokens, number.last, t) or hedge_after(tokens, last, t)):
            effect, last = after.effect, max(after.reach, last)
            if figure.counted is None and figure.unit is None and figure.upper is None and after.reach == last:
                counted = counted_after(tokens, last, True, t)
                if counted:
                    figure.counted, last = counted, counted.last
        quantity = self.quantity(figure, effect, first)
        why = self.unchecked(figure, first, dimension)
        upper = figure.upper or number
        self.found.append(
            QuantityMention(
                start=tokens.starts[first],
                end=tokens.ends[last - 1],
                number_start=tokens.starts[number.first],
                number_end=tokens.ends[upper.last - 1],
                first=first,
                last=last,
                number_first=number.first,
                number_last=upper.last,
                text=tokens.text[tokens.starts[first] : tokens.ends[last - 1]],
                quantity=quantity,
                checkable=why is None,
                why_not=why,
                restates=self.restated(figure, quantity),
            )
        )
        figure.last = last
        self.floor = last

    def quantity(self, figure: _Figure, effect: Hedge, first: int) -> Quantity:
        number, upper = figure.number, figure.upper
        low: Decimal | None = number.low
        high: Decimal | None = upper.low if upper else number.low
        step = number.step
        unit = figure.unit.name if figure.unit else None
        if number.form in {"part", "slash"} and unit is None and number.low < 1:
            low = high = round(number.low * _HUNDRED, 2)
            unit, step = "percent", Decimal("0.01")
        if upper and effect in (Hedge.EXACT, Hedge.RANGE):
            effect = Hedge.RANGE
        elif number.form == "vague":
            effect, high = Hedge.VAGUE, None
        elif number.soft and effect is Hedge.EXACT:
            effect = Hedge.ABOUT
        if effect in (Hedge.AT_LEAST, Hedge.MORE_THAN):
            high = None
        elif effect in (Hedge.AT_MOST, Hedge.LESS_THAN):
            low = None
        counted = figure.counted
        if unit is None and counted and counted.person:
            unit = "person"
        return Quantity(
            low=low,
            high=high,
            hedge=effect,
            unit=unit,
            counted=(counted.phrase or None) if counted else None,
            head=(counted.head or None) if counted else None,
            per=figure.per,
            direction=direction_before(self.tokens, first, self.floor, self.t),
            step=step,
            plausible_high=number.plausible,
        )

    def unchecked(self, figure: _Figure, first: int, dimension: str | None) -> str | None:
        if dimension == "age":
            return "age"
        rules = self.t.rules
        for found in (
            rules["before"].before(self.tokens, first, self.floor),
            rules["after"].at(self.tokens, figure.last),
            rules["whole"].at(self.tokens, figure.number.first),
        ):
            if found and found.entry.effect == "unchecked" and fits(found.entry, self.tokens, figure.number, dimension):
                return found.entry.id
        return None

    def restated(self, figure: _Figure, quantity: Quantity) -> int | None:
        """The index of the mention just before, where this one repeats it in brackets in another unit."""
        if not self.found or figure.first == 0 or self.words[figure.first - 1] != "(":
            return None
        before = self.found[-1]
        if before.last != figure.first - 1 or not figure.unit or before.quantity.unit in (None, quantity.unit):
            return None
        return len(self.found) - 1
