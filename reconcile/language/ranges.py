"""Numbers that belong together: ranges, values in two units, ratios."""

from __future__ import annotations

from decimal import Decimal

from reconcile.language.counting import is_plural
from reconcile.language.dimensions import coins_of
from reconcile.language.figures import Figure, figure_at, number_at
from reconcile.language.hedges import changes_before
from reconcile.language.number import Number
from reconcile.language.numerals import read_number
from reconcile.language.units import Unit, smaller_unit, unit_after
from reconcile.language.view import View
from reconcile.model.change import evolve

_CLOSE = Decimal("1.5")  # "20 or 30 people" is one guess, "25k or 40k" are two values
_GUESS = 2  # "grew by 10 to 20 people" is a guess, "rose by 12 to 45" a change and its outcome
_STEP = 10  # "fell 0.25 to 4.75 per cent" is a change and its outcome, "fell 2 to 3 per cent" a range
_RATIO = 1000
_HUNDRED, _PENNY = 100, Decimal("0.01")
_TEN = 10  # the first number that is written in digits where smaller ones are spelt out
_WHOLES = frozenset({*range(2, 11), 20, 100, 1000})  # "nine in ten" is a share, "42 out of 47" a count of a whole
_UNRANGED = frozenset({"vague", "part", "none"})


def join_range(view: View, figure: Figure) -> None:
    """Join "5-7", "between 5 and 7", "$3-5 billion", "£3m to £4m" into one range."""
    at = figure.last
    if view.word(at) not in view.t.joining:
        return
    between = figure.first > view.floor and view.says(figure.first - 1, "between")
    if view.says(at, "range up") and view.says(at + 1, "to") and _opens_range(view, figure):
        at += 1
    elif view.says(at, "dash"):
        if view.tokens.glued(at) and not view.tokens.glued(at - 1):  # the sign of the next: "Stoxx 50 -1.3%"
            return
    elif not (view.says(at, "to") or view.says(at, "or") or (between and view.says(at, "and"))):
        return
    other = next_figure(view, at + 1)
    if other is None:
        return
    if view.says(at, "to") and _names_one_place(view, figure):
        return
    if not _may_join(view, figure, other, at, between):
        _lend_unit(view, figure, other)
        return
    if between:
        figure.first -= 1
    _merge(view, figure, other)


def _opens_range(view: View, figure: Figure) -> bool:
    """ "from 450", "ranging 5": behind it "up to 900" is the other end and no bound."""
    before = figure.first - 1
    return before >= view.floor and (view.says(before, "from") or view.says(before, "range lead"))


def next_figure(view: View, start: int) -> Figure | None:
    """The figure that begins exactly at token `start`, its currency sign included."""
    sign = view.t.signs.at(view.tokens, start)
    at = sign.end if sign else start
    if view.says(at, "article"):
        at += 1
    if not view.starts_number(at):
        return None
    floor, view.floor = view.floor, start
    number = number_at(view, at)
    figure = figure_at(view, number) if number else None
    view.floor = floor
    return figure if figure and figure.first == start else None


def _may_join(view: View, a: Figure, b: Figure, at: int, between: bool) -> bool:
    if (
        a.number.form in _UNRANGED
        or b.number.form in _UNRANGED
        or (a.number.scaled and not b.number.scaled and not b.unit)
    ):
        return False
    if a.unit and b.unit and a.unit.name != b.unit.name:
        return False
    if _ends_dateline(view, a, b, at):
        return False
    if a.unit and not b.unit and a.unit.first >= a.number.last:
        return False
    if _year(view, a) and (b.unit or b.number.scaled or b.number.form != "digits"):
        return False
    low = a.number.low * (_factor(view, b.number) or 1) if not a.number.scaled else a.number.low
    if b.number.low <= a.number.low:
        return False
    if view.says(at, "or"):
        same = bool(a.unit) == bool(b.unit) or (b.unit is not None and b.unit.first >= b.number.last)
        return same and b.number.low <= min(low, b.number.low) * _CLOSE
    if view.says(at, "to") and _changes_by(view, a) and b.number.low > a.number.low * _widest(view, a, b):
        return False
    if view.says(at, "to") and a.first > view.floor and view.says(a.first - 1, "from"):
        return changes_before(view, a.first - 1) is None and not view.says(a.first - 2, "moved")
    return True


def _widest(view: View, a: Figure, b: Figure) -> int:
    """How many times its lower end the upper end of a range behind a word of change may be."""
    share = b.unit is not None and b.unit.name in view.t.shares
    lent = b.unit is not None and a.unit is None and not a.number.scaled  # "by 2 to 7 metres"
    return _STEP if share or lent or not view.says(a.first - 1, "by") else _GUESS


def _changes_by(view: View, a: Figure) -> bool:
    """True where the figure is what something changed by: "rose by 3", "slipped $14.30 to $1,902.60"."""
    change = view.t.changes.before(view.tokens, a.first, view.floor)
    return view.says(a.first - 1, "by") or (change is not None and change.entry.direction is not None)


def _ends_dateline(view: View, a: Figure, b: Figure, at: int) -> bool:
    """ "KAVRA, June 3 - Nine people were killed": the dash parts the day from the text."""
    if view.tokens.glued(at - 1) or not view.word(b.number.last)[:1].isalpha():
        return False
    rule = view.t.rules["before"].before(view.tokens, a.first, view.floor)
    return rule is not None and rule.entry.only == "day" and view.word(rule.start - 1) == ","


def _names_one_place(view: View, a: Figure) -> bool:
    """ "In paragraph 3 to 61": the 3 numbers the paragraph; "pages 3 to 61", "a 3 to 6 percent rise" are ranges."""
    if a.unit is not None or view.says(a.first - 1, "article"):
        return False
    rule = view.t.rules["before"].before(view.tokens, a.first, view.floor)
    return rule is not None and rule.entry.only == "label" and not is_plural(view.word(a.first - 1), view.t)


def _lend_unit(view: View, a: Figure, b: Figure) -> None:
    """Two values that share the unit of one: "from 4.8 to 4.7 per cent", "about 8 or $9"."""
    if b.unit and a.unit is None and not _year(view, a) and a.number.form not in _UNRANGED:
        a.unit, a.per = b.unit, b.per


def _year(view: View, figure: Figure) -> bool:
    number = figure.number
    return number.form == "digits" and figure.unit is None and not number.scaled and 1900 <= number.low <= 2100


def _merge(view: View, a: Figure, b: Figure) -> None:
    low = a.number
    factor = _factor(view, b.number)
    if factor and not low.scaled and low.low * factor < b.number.low:
        low = evolve(low, low=low.low * factor, step=low.step * factor)
    a.number, a.upper = low, b.number
    a.unit = a.unit or b.unit
    a.per, a.last = b.per or a.per, b.last


def _factor(view: View, number: Number) -> Decimal | None:
    """The scale word at the end of the number, as a factor."""
    if not number.scaled:
        return None
    n, word = view.t.numbers, view.words[number.last - 1]
    size = n["scale"].get(word) or n["glued_scale"].get(word) or n["hundred"].get(word)
    size = size or view.t.words["plural scale"].get(word)
    return Decimal(size) if size else None


def _listed(view: View, unit: Unit) -> bool:
    """True where a list goes on in its dimension: the 39 minutes of "24 hours, 39 minutes and 35 seconds"."""
    at = unit.last + (view.word(unit.last) == ",")
    at += view.says(at, "and")
    following = next_figure(view, at) if view.starts_number(at) else None
    return following is not None and following.dimension == unit.dimension


def join_smaller(view: View, figure: Figure) -> None:
    """Join "6 feet 2 inches", "6 feet, 2 inches", "five years and four months", "6-foot-2" in the smaller unit."""
    if figure.unit is None or figure.upper or figure.unit.last != figure.last:
        return
    smaller = smaller_unit(view, figure.unit.name)
    at = figure.last
    hyphen = view.word(at) == "-" and view.tokens.glued(at - 1) and view.tokens.glued(at)
    alone = smaller[0] if smaller and hyphen and view.word(figure.number.last) == "-" else None  # "6-foot-2"
    comma = view.word(at) == ","
    if hyphen or comma or view.says(at, "and"):
        at += 1
    if smaller is None or not view.starts_number(at):
        return
    number = read_number(view.tokens, at, view.t)
    if (
        number is None
        or number.first != at
        or number.low >= smaller[1]
        or number.form not in {"digits", "words", "decimal"}
    ):
        return
    unit = unit_after(view, number.last, number)
    if (unit.name if unit else alone) != smaller[0]:
        return
    if comma and (unit is None or view.says(unit.last, "of") or _listed(view, unit)):
        return
    value = figure.number.low * smaller[1] + number.low
    figure.number = evolve(figure.number, low=value, step=number.step, last=number.last, form="words", scaled=True)
    figure.last = unit.last if unit else number.last
    figure.unit = unit or Unit(smaller[0], figure.unit.dimension, number.last, number.last)


def join_coins(view: View, figure: Figure) -> None:
    """Join "9 euros and 80 cents", "5 dollars 60 cents" to one sum in the larger of the two."""
    at, money = figure.last, figure.unit.name if figure.unit else ""
    if not money or figure.upper or figure.number.scaled or not figure.number.whole:
        return
    at += view.says(at, "and")
    coins = read_number(view.tokens, at, view.t) if view.starts_number(at) else None
    if coins is None or coins.first != at or coins.low >= _HUNDRED or coins.form not in {"digits", "words"}:
        return
    unit = unit_after(view, coins.last, coins)
    if unit is None or coins_of(unit.name).get(money, money) == money:
        return
    value = figure.number.low + coins.low / _HUNDRED
    figure.number = evolve(figure.number, low=value, step=_PENNY, last=coins.last, form="decimal")
    figure.last = unit.last


def join_repeat(view: View, figure: Figure) -> None:
    """Pass over the same number in brackets: "nineteen (19) people"."""
    at = figure.last
    if figure.unit or figure.upper or view.word(at) != "(" or not view.starts_number(at + 1):
        return
    again = read_number(view.tokens, at + 1, view.t)
    if again and again.low == figure.number.low and again.first == at + 1 and view.word(again.last) == ")":
        figure.last = again.last + 1
        figure.number = evolve(figure.number, soft=False)


def _one_of_many(view: View, figure: Figure) -> bool:
    """Read "one box in eight is scanned", "nine dockers in ten" as shares.

    "One man in eight hours", "one fire in 2019" and "nine dockers in 10 ports" are none.
    """
    number, at = figure.number, figure.last + 1
    noun = view.word(figure.last)
    if figure.unit or figure.upper or number.form != "words" or not view.says(at, "out of"):
        return False
    if not 1 <= number.low < _TEN or (number.low > 1) != is_plural(noun, view.t):
        return False
    if not noun.isalpha() or noun in view.t.nouns["end"] or not view.starts_number(at + 1):
        return False
    below = read_number(view.tokens, at + 1, view.t)
    if below is None or below.first != at + 1 or not below.whole or not number.low < below.low <= _RATIO:
        return False
    if number.low > 1 and not (below.form == "words" and below.low <= _TEN):
        return False
    after = view.word(below.last)
    if unit_after(view, below.last, below) or view.says(below.last, "of") or is_plural(after, view.t):
        return False
    figure.number = evolve(number, low=number.low / below.low, last=below.last, form="part", step=Decimal("0.01"))
    figure.last = below.last
    return True


def join_ratio(view: View, figure: Figure) -> bool:
    """Read "two in every three", "nine out of 10" as a share of a whole; True where it is one."""
    number, at = figure.number, figure.last
    out = view.word(at) if view.says(at, "out of") else ""
    if not out and _one_of_many(view, figure):
        return True
    if not out or figure.unit or figure.upper or not number.whole or number.low < 1:
        return False
    at += 2 if view.says(at + 1, "of") else 1
    every = view.says(at, "every")
    at += every
    if not view.starts_number(at):
        return False
    below = read_number(view.tokens, at, view.t)
    if below is None or below.first != at or not below.whole or not number.low < below.low <= _RATIO:
        return False
    in_words = number.form == below.form == "words" and (number.low == 1 or below.low == _TEN)
    goes_on = every or view.word(below.last)[:1].isalpha() or in_words  # "more than nine in ten."
    if unit_after(view, below.last, below) or not goes_on:
        return False
    housestyle = number.form == "words" and number.low < _TEN <= below.low  # "nine in 10"
    if not every and not (number.form == below.form or housestyle):
        return False
    if not every and not (number.low == 1 or below.low in _WHOLES):
        return False
    figure.number = evolve(number, low=number.low / below.low, last=below.last, form="part", step=Decimal("0.01"))
    figure.last = below.last
    return True
