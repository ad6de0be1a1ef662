"""Finding quantities in running text: numbers with their hedge, unit or counted noun, and what is no figure at all."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve, frozen

from reconcile.language.counting import counted_after, one_word
from reconcile.language.figures import Figure, figure_at, number_at
from reconcile.language.hedges import BOUNDS, changes_before, direction_before, hedge_after, hedge_before
from reconcile.language.lexicon import Houses
from reconcile.language.not_figures import descending_ends, named, no_figure_ends, rules_met, shape_ends
from reconcile.language.quantity_tables import tables
from reconcile.language.ranges import join_range, join_ratio, join_repeat, join_smaller, next_figure
from reconcile.language.tokens import Tokens, tokenize
from reconcile.language.units import Unit, rate_after
from reconcile.language.view import View
from reconcile.model.quantity import Direction, Hedge, Quantity

_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")
_FEW_POINTS = 50  # a change in points behind a percentage is one in percentage points if it is small and whole
AGE = "ages"  # id of the rule that marks ages


@frozen
class QuantityMention:
    """A quantity in a text: code points `[start, end)` with hedge, number and unit or counted noun, and its value.

    `number_start`/`number_end` hold the number alone; `first`/`last` and `number_first`/`number_last` are the same
    as token ranges. `checkable` is False for a quantity that claims nothing about an event; `why_not` is then the id
    of the table entry that says so. `restates` is the index, in the same list, of the mention that this one gives
    again in another unit ("19 miles (30 km)").
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


def find_quantities(text: str, houses: Houses = ()) -> tuple[QuantityMention, ...]:
    """Every quantity in `text`, in order; raises LexiconError for a malformed house table."""
    return tuple(scan(tokenize(text), houses))


def scan(tokens: Tokens, houses: Houses = ()) -> list[QuantityMention]:
    """Every quantity in the tokens, in text order, none overlapping another. Linear in their number."""
    t = tables(houses)
    view = View(tokens, t)
    found: list[QuantityMention] = []
    anchors, at = t.anchors, 0
    for i, word in enumerate(tokens.words):
        if i >= at and (word in anchors or word[0].isdigit() or "\u2044" in word):
            at = max(_read(view, i, found), i + 1)
    return found


def as_dict(mention: QuantityMention) -> dict[str, object]:
    """The mention as the command line prints it.

    `unit` is what one of the number is: a unit, a currency, the counted thing in the singular ("cruise missile"),
    or a rate ("USD per litre"); `counted` is the noun phrase as written. Numbers are JSON numbers.
    """
    q = mention.quantity
    return {
        "start": mention.start,
        "end": mention.end,
        "low": _json(q.low),
        "high": _json(q.high),
        "hedge": q.hedge.value,
        "unit": _unit_of(q),
        "counted": q.counted,
        "per": q.per,
        "direction": q.direction,
    }


def _unit_of(q: Quantity) -> str | None:
    unit = q.unit
    if q.counted and q.head and unit in (None, "person"):
        unit = " ".join([*q.counted.split()[:-1], q.head])
    return f"{unit} per {q.per}" if unit and q.per else unit


def _json(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _read(view: View, i: int, found: list[QuantityMention]) -> int:
    """Read the quantity at anchor `i` into `found`; returns the token to go on from."""
    number = number_at(view, i)
    if number is None:
        return i + 1
    end = shape_ends(view, number)
    if end is not None or named(view, number):
        return end or number.last
    figure = figure_at(view, number)
    if (end := descending_ends(view, figure)) is not None:
        return end
    if not join_ratio(view, figure):
        join_range(view, figure)
        join_smaller(view, figure)
        join_repeat(view, figure)
        _count(view, figure)
    if (end := no_figure_ends(view, figure)) is not None:
        return end
    _share_noun(view, figure)
    mention = _mention(view, figure, found)
    if mention is None:
        return figure.last
    found.append(mention)
    view.floor = mention.last
    return mention.last


def _count(view: View, figure: Figure) -> None:
    """Read what the figure counts, where it has no unit; a unit inside the phrase counts as one ("six mad minutes")."""
    number = figure.upper or figure.number
    if figure.unit is not None or number.form in {"part", "slash"}:
        return
    at = figure.last
    if view.word(at) == "-" and view.tokens.glued(at) and view.word(at + 1) in view.t.nouns["compound"]:
        figure.counted = one_word(view, at + 1)
        figure.last = at + 2
        return
    if view.says(at, "of"):
        if view.says(at + 1, "them"):
            counted = counted_after(view, at + (3 if view.says(at + 2, "be") else 2), plural=True)
            if counted and counted.phrase:
                figure.counted, figure.last = counted, counted.last
            return
        if number.low == 1 and view.says(at + 1, "determiner"):
            at += 1
        elif not (number.form == "vague" or number.scaled or view.says(number.last - 1, "pair")):
            return
        at += 1
    plural = number.low != 1 or figure.upper is not None or at > figure.last
    counted = counted_after(view, at, plural)
    if counted is None:
        return
    figure.last = counted.last
    entry = view.t.units.at(view.tokens, counted.last - 1) if counted.phrase else None
    if entry and entry.end == counted.last:
        figure.unit = Unit(entry.entry.id, entry.entry.dimension, counted.last - 1, counted.last)
    else:
        figure.counted = counted
    if rate := rate_after(view, figure.last):
        figure.per, figure.last = rate


def _share_noun(view: View, figure: Figure) -> None:
    """Give a bare figure the noun or unit of the whole it is taken from: "31 of the 45 tanks"."""
    if not figure.bare or figure.number.form in {"part", "slash"}:
        return
    if view.says(figure.last, "of"):
        whole = next_figure(view, figure.last + (2 if view.says(figure.last + 1, "determiner") else 1))
        if whole:
            _count(view, whole)
            figure.unit, figure.counted = whole.unit, whole.counted


def _mention(view: View, figure: Figure, found: list[QuantityMention]) -> QuantityMention | None:
    tokens, number = view.tokens, figure.number
    upper = figure.upper or number
    effect, first, last = _hedged(view, figure)
    why = _unchecked(view, figure, first, effect)
    quantity = _quantity(view, figure, effect, first, found, why == AGE)
    restates = _restated(view, figure, quantity, found)
    if restates is not None and figure.bare:
        return None
    if found and figure.bare and view.t.compared.before(view.tokens, first, view.floor):
        quantity = _as_compared(quantity, found[-1].quantity)
    if restates is not None:
        quantity = _as_hedged(quantity, found[restates].quantity)
    return QuantityMention(
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
        restates=restates,
    )


def _hedged(view: View, figure: Figure) -> tuple[Hedge, int, int]:
    """The hedge of the figure on either side, and the tokens it makes the mention reach to."""
    before = hedge_before(view, figure.first, figure.dimension)
    if before.effect is not Hedge.EXACT:
        return before.effect, before.reach, figure.last
    number = figure.upper or figure.number
    after = hedge_after(view, number.last) or hedge_after(view, figure.last)
    if after is None:
        return before.effect, before.reach, figure.last
    if figure.bare and after.reach > figure.last:
        figure.counted = counted_after(view, after.reach, plural=True)
        figure.last = figure.counted.last if figure.counted else figure.last
    return after.effect, before.reach, max(after.reach, figure.last)


def _quantity(view: View, figure: Figure, effect: Hedge, first: int, found: list[QuantityMention], age: bool) -> Quantity:
    number, upper, counted = figure.number, figure.upper, figure.counted
    low, high, step = number.low, (upper or number).low, number.step
    unit = figure.unit.name if figure.unit else None
    if number.form in {"part", "slash"} and unit is None and number.low < 1:
        low = high = round(number.low * _HUNDRED, 2)
        unit, step = "percent", _CENT
    if unit == "point" and low <= _FEW_POINTS and _follows_percent(view, figure):
        unit = "percentage point"
    if unit is None and counted and counted.person:
        unit = "person"
    if age and unit in (None, "year"):
        unit = view.t.ages
    effect = _effect(figure, effect)
    return Quantity(
        low=None if effect in (Hedge.AT_MOST, Hedge.LESS_THAN) else low,
        high=None if effect in (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.VAGUE) else high,
        hedge=effect,
        unit=unit,
        counted=(counted.phrase or None) if counted else None,
        head=(counted.head or None) if counted else None,
        per=figure.per,
        direction="down" if low < 0 and unit in view.t.shares else _direction(view, first, found),
        step=step,
        plausible_high=number.plausible,
    )


def _effect(figure: Figure, effect: Hedge) -> Hedge:
    """The hedge of the whole: vague words and round ones hedge themselves, two ends make a range."""
    if figure.number.form == "vague":
        return Hedge.VAGUE
    if figure.upper and effect not in BOUNDS:
        return Hedge.RANGE
    return Hedge.ABOUT if figure.number.soft and effect is Hedge.EXACT else effect


def _direction(view: View, first: int, found: list[QuantityMention]) -> Direction | None:
    """A change beside the figure; for "from X to Y" behind a verb of change that of Y; "by 12, or 3%" is one change."""
    if found and view.says(first - 1, "or") and found[-1].last >= first - 2 and view.word(first - 2) in {",", view.word(found[-1].last - 1)}:
        return found[-1].quantity.direction
    if view.says(first - 1, "to") and view.says(view.floor, "to") and first - 1 == view.floor:
        return changes_before(view, first)
    return direction_before(view, first)


def _follows_percent(view: View, figure: Figure) -> bool:
    """True where a percentage stands just before in the sentence: a few whole points are percentage points."""
    if figure.number.decimals or view.word(figure.number.last) == "-":
        return False
    for at in range(figure.first - 1, max(-1, figure.first - 16), -1):
        if view.word(at) == ".":
            return False
        if found := view.t.units.at(view.tokens, at):
            return found.entry.id == "percent"
    return False


def _unchecked(view: View, figure: Figure, first: int, effect: Hedge) -> str | None:
    if figure.dimension == "age":
        return AGE
    for begin in dict.fromkeys((first, figure.first)):
        for rule, _ in rules_met(view, figure, "unchecked", begin):
            return rule.id
    if figure.counted and not figure.counted.person and figure.counted.phrase.split()[-1] in view.t.nouns["idle"]:
        return "idle"
    if effect in BOUNDS and figure.bare and view.word(first - 1) in view.t.nouns["person"] and figure.number.low < _HUNDRED:
        return AGE
    return None


def _as_compared(quantity: Quantity, before: Quantity) -> Quantity:
    """What a bare figure is compared with tells what it counts ("3.9 million headsets, up from 2.4 million")."""
    return evolve(quantity, unit=before.unit, counted=before.counted, head=before.head, per=before.per)


def _as_hedged(quantity: Quantity, before: Quantity) -> Quantity:
    """A bound holds for the figure in brackets too ("more than 100 km (60 miles)")."""
    if quantity.hedge is not Hedge.EXACT or before.hedge not in BOUNDS:
        return quantity
    low = None if before.low is None else quantity.low
    high = None if before.high is None else quantity.high
    return evolve(quantity, hedge=before.hedge, low=low, high=high)


def _restated(view: View, figure: Figure, quantity: Quantity, found: list[QuantityMention]) -> int | None:
    """The index of the mention just before, where this one gives it again in brackets."""
    if not found or view.word(figure.first - 1) != "(" or found[-1].last != figure.first - 1:
        return None
    before = found[-1].quantity
    if figure.unit is None:
        return len(found) - 1 if figure.bare and before.value == quantity.value else None
    return len(found) - 1 if before.unit not in (None, "person") else None
