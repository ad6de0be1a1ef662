"""Finding quantities in running text: numbers with their hedge, unit or counted noun, and what is no figure at all."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from reconcile.language.dimensions import MONEY
from reconcile.language.figures import Figure, figure_at, number_at
from reconcile.language.lexicon import Houses
from reconcile.language.not_figures import no_figure_ends
from reconcile.language.quantity_tables import tables
from reconcile.language.quantity_values import (
    PERSON,
    as_hedged,
    direction_of,
    quantity_of,
    read_hedge,
    unchecked,
    unit_of,
)
from reconcile.language.ranges import join_coins, join_range, join_ratio, join_repeat, join_smaller
from reconcile.language.shapes import descending_ends, named, shape_ends
from reconcile.language.sharing import alongside, count, label_unit, share_noun
from reconcile.language.tokens import Tokens, tokenize
from reconcile.language.units import rate_after
from reconcile.language.view import View
from reconcile.language.zeros import nothing_at
from reconcile.model.change import evolve
from reconcile.model.quantity import Quantity

_BETWEEN = frozenset({";", "/", ",", "or"})  # what parts two figures in one bracket
_NEAR = 2  # figures before a bare one from which it may take its unit


@frozen
class QuantityMention:
    """A quantity in a text: code points `[start, end)` with hedge, number and unit or counted noun, and its value.

    `number_start`/`number_end` hold the number alone; `first`/`last` and `number_first`/`number_last` are the same
    as token ranges. `checkable` is False for a quantity that claims nothing about an event; `why_not` is then the id
    of the table entry that says so. `restates` is the index, in the same list, of the mention that this one gives
    again in another unit ("19 miles (30 km)"). `restrictor` is the word before the number that belongs to what it
    counts ("top" of "the top three seeds").
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
    restrictor: str | None = None


def find_quantities(text: str, houses: Houses = ()) -> tuple[QuantityMention, ...]:
    """Every quantity in `text`, in order; raises LexiconError for a malformed house table."""
    return tuple(scan(tokenize(text), houses))


def scan(tokens: Tokens, houses: Houses = ()) -> list[QuantityMention]:
    """Every quantity in the tokens, in text order, none overlapping another. Linear in their number."""
    t = tables(houses)
    view = View(tokens, t)
    found: list[QuantityMention] = []
    at = 0
    for i in tokens.numeric(t.anchors):
        if i >= at:
            at = max(_read(view, i, found), i + 1)
    return found


def as_dict(mention: QuantityMention) -> dict[str, object]:
    """The mention as the command line prints it.

    `unit` is what one of the number is: a unit, a currency, the counted thing in its base form with what restricts it
    ("cruise missile", "top seed", "small flat"), or a rate ("USD per litre"); `counted` is the noun phrase as written.
    Numbers are JSON numbers.
    """
    q = mention.quantity
    return {
        "start": mention.start,
        "end": mention.end,
        "low": _json(q.low),
        "high": _json(q.high),
        "hedge": q.hedge.value,
        "unit": _unit_of(mention),
        "counted": q.counted,
        "per": q.per,
        "direction": q.direction,
    }


def _unit_of(mention: QuantityMention) -> str | None:
    q = mention.quantity
    unit = q.unit
    if q.counted and q.head and unit in (None, PERSON):
        unit = _one_of(q.counted, q.head, mention.restrictor)
    return f"{unit} per {q.per}" if unit and q.per else unit


def _one_of(counted: str, head: str, restrictor: str | None) -> str:
    """One of what is counted: "smaller flats" is "small flat"."""
    t = tables()
    *others, last = counted.split()
    joined = last.rpartition("-")[0] if "-" not in head else ""
    kept = [t.base_forms.get(w, w) for w in others if w not in t.words["idle modifier"]]
    return " ".join([*([restrictor] if restrictor else []), *kept, f"{joined}-{head}" if joined else head])


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
    figure = figure_at(view, nothing_at(view, number))
    if (end := descending_ends(view, figure)) is not None:
        return end
    if not join_ratio(view, figure):
        join_range(view, figure)
        join_smaller(view, figure)
        join_coins(view, figure)
        join_repeat(view, figure)
        count(view, figure)
    if (end := no_figure_ends(view, figure)) is not None:
        return end
    share_noun(view, figure)
    mention = _mention(view, figure, found)
    if mention is None:
        return figure.last
    if mention.restates is not None:
        mention = _share_rate(view, mention, found)
    found.append(mention)
    view.floor = mention.last
    return mention.last


def _share_rate(view: View, mention: QuantityMention, found: list[QuantityMention]) -> QuantityMention:
    """Point a figure in brackets to the one before, and give both the rate behind them ("€9m ($10m) a year")."""
    before = found[-1]
    stated = len(found) - 1 if before.restates is None or view.word(mention.first - 1) == "(" else before.restates
    rate = rate_after(view, mention.last + 1) if view.word(mention.last) == ")" else None
    if rate and not before.quantity.per:
        found[-1] = evolve(before, quantity=evolve(before.quantity, per=rate[0]))
        return evolve(mention, quantity=evolve(mention.quantity, per=rate[0]), restates=stated)
    return evolve(mention, restates=stated)


def _mention(view: View, figure: Figure, found: list[QuantityMention]) -> QuantityMention | None:
    """The figure as a mention; None where it only repeats the one before in brackets ("nineteen (19)")."""
    before = found[-1] if found else None
    hedge, first, last = read_hedge(view, figure)
    why = unchecked(view, figure, first, hedge)
    known = before.quantity if before else None
    direction = direction_of(view, figure, first, before.last if before else -1, known)
    quantity = quantity_of(view, figure, hedge, unit_of(view, figure, why), direction)
    restates = False
    if before and known and _restated(view, figure, before):
        if figure.bare and known.value == quantity.value:
            return None
        restates = figure.dimension is not None and figure.dimension == _dimension(view, known)
        quantity = as_hedged(quantity, known) if restates else quantity
    elif figure.bare and (unit := label_unit(view, first)) is not None:
        quantity = evolve(quantity, unit=unit.name)
    elif figure.bare:
        quantity = alongside(view, figure, first, quantity, [(m.first, m.last, m.quantity) for m in found[-_NEAR:]])
    return _placed(view, figure, (first, last), quantity, why, restates)


def _restated(view: View, figure: Figure, before: QuantityMention) -> bool:
    """True for the figure of a bracket, and for a second one in it: "19 miles (30 km; 16 nautical miles)"."""
    at = figure.first - 1
    if before.last != at:
        return False
    return view.word(at) == "(" or (before.restates is not None and view.word(at) in _BETWEEN)


def _dimension(view: View, known: Quantity) -> str | None:
    """The dimension of an earlier figure's unit; what no unit is called, though it is one, is money."""
    if known.unit in (None, PERSON):
        return None
    entry = view.t.unit_by_id.get(known.unit)
    return entry.dimension if entry else MONEY


def _restrictor(view: View, figure: Figure) -> str | None:
    before = figure.number.first - 1
    return view.word(before) if figure.counted and view.says(before, "restrictor") else None


def _placed(
    view: View, figure: Figure, reach: tuple[int, int], quantity: Quantity, why: str | None, restates: bool
) -> QuantityMention:
    tokens, number = view.tokens, figure.number
    upper = figure.upper or number
    first, last = reach
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
        restates=-1 if restates else None,
        restrictor=_restrictor(view, figure),
    )
