"""Finding quantities in running text: numbers with their hedge, unit or counted noun, and what is no figure at all."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve, frozen

from reconcile.language.counting import Counted, compound_after, counted_after, one_word, people
from reconcile.language.figures import Figure, figure_at, number_at
from reconcile.language.lexicon import Houses
from reconcile.language.not_figures import no_figure_ends
from reconcile.language.quantity_tables import tables
from reconcile.language.quantity_values import (
    PERSON,
    as_compared,
    as_hedged,
    direction_of,
    quantity_of,
    read_hedge,
    unchecked,
    unit_of,
)
from reconcile.language.ranges import join_range, join_ratio, join_repeat, join_smaller, next_figure
from reconcile.language.shapes import descending_ends, named, shape_ends
from reconcile.language.tokens import Tokens, tokenize
from reconcile.language.units import Unit, rate_after
from reconcile.language.view import View
from reconcile.model.quantity import Quantity

_ALIKE = 3  # values of one measure in one sentence differ by no larger factor
_SENTENCE = 16  # tokens that may stand between them
_ENDS = frozenset({".", ";", "!", "?"})


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
    if q.counted and q.head and unit in (None, PERSON):
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
    mention = _mention(view, figure, found[-1] if found else None)
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
    rate = rate_after(view, mention.last + 1) if view.word(mention.last) == ")" else None
    if rate and not before.quantity.per:
        found[-1] = evolve(before, quantity=evolve(before.quantity, per=rate[0]))
        return evolve(mention, quantity=evolve(mention.quantity, per=rate[0]), restates=len(found) - 1)
    return evolve(mention, restates=len(found) - 1)


def _count(view: View, figure: Figure) -> None:
    """Read what the figure counts, where it has no unit; a unit inside the phrase counts as one ("six mad minutes")."""
    number = figure.upper or figure.number
    if figure.unit is not None or number.form in {"part", "slash"}:
        return
    at = figure.last
    if (compound := compound_after(view, at)) is not None:
        figure.counted = one_word(view, compound)
        figure.last = compound + 1 if compound == at + 1 else at
        return
    if view.starts_number(at) and (aged := next_figure(view, at)) and aged.dimension == "age":
        figure.counted, figure.last = people(view, at, aged.last), aged.last
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
    """Give a bare figure the noun or unit of what it is taken from: "31 of the 45 tanks", "two of the tanks"."""
    if not figure.bare or figure.number.form in {"part", "slash"}:
        return
    at = figure.last + view.says(figure.last, "out of")
    if not view.says(at, "of"):
        if view.says(at, "who"):
            figure.counted = Counted(at, at, person=True)
        return
    determined = view.says(at + 1, "determiner")
    whole = next_figure(view, at + 1 + determined)
    if whole:
        _count(view, whole)
        figure.unit, figure.counted = whole.unit, whole.counted
    elif determined or view.word(at + 2) == "'s":
        figure.counted = counted_after(view, at + 2 + (not determined), plural=True)


def _mention(view: View, figure: Figure, before: QuantityMention | None) -> QuantityMention | None:
    """The figure as a mention; None where it only repeats the one before in brackets ("nineteen (19)")."""
    hedge, first, last = read_hedge(view, figure)
    why = unchecked(view, figure, first, hedge)
    known = before.quantity if before else None
    direction = direction_of(view, figure, first, before.last if before else -1, known)
    quantity = quantity_of(view, figure, hedge, unit_of(view, figure, why), direction)
    restates = False
    if before and known and view.word(figure.first - 1) == "(" and before.last == figure.first - 1:
        if figure.bare and known.value == quantity.value:
            return None
        restates = figure.unit is not None and known.unit not in (None, PERSON)
        quantity = as_hedged(quantity, known) if restates else quantity
    elif known and figure.bare and view.t.compared.before(view.tokens, first, view.floor):
        quantity = as_compared(quantity, known)
    elif before and figure.bare and figure.number.form == "decimal" and _same_measure(view, figure, before, quantity):
        quantity = evolve(quantity, unit=before.quantity.unit)
    return _placed(view, figure, (first, last), quantity, why, restates)


def _same_measure(view: View, figure: Figure, before: QuantityMention, quantity: Quantity) -> bool:
    """True where a bare decimal measures what the figure before it in the sentence does ("84.75 cents … 74.07")."""
    known = before.quantity
    if known.unit in (None, PERSON) or known.counted or known.per or not known.value:
        return False
    if known.unit == view.t.percent and view.says(figure.first - 1, "level"):
        return False
    near = _ALIKE > quantity.value / known.value > 1 / _ALIKE
    between = range(before.last, figure.first)
    return near and len(between) < _SENTENCE and all(view.word(i) not in _ENDS for i in between)


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
    )
