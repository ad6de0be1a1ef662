"""From a figure and its surroundings to its value: hedge, bounds, unit, direction, and whether it claims anything."""

from __future__ import annotations

from decimal import Decimal

from reconcile.language.counting import counted_after
from reconcile.language.figures import Figure
from reconcile.language.hedges import BOUNDS, changes_before, direction_before, hedge_after, hedge_before
from reconcile.language.not_figures import rules_met
from reconcile.language.units import unit_after
from reconcile.language.view import View
from reconcile.model.change import evolve
from reconcile.model.quantity import Direction, Hedge, Quantity

_HUNDRED = Decimal(100)
_CENT = Decimal("0.01")
_FEW_POINTS = 50  # a change in points behind a percentage is one in percentage points if it is small and whole
_SENTENCE = 16  # tokens back in which that percentage must stand
AGE = "ages"  # id of the rule that marks ages
PERSON = "person"  # the unit of people
IDLE = "idle"  # id of the nouns that count nothing that happened


def read_hedge(view: View, figure: Figure) -> tuple[Hedge, int, int]:
    """The hedge of the figure on either side, and the tokens it makes the mention reach to."""
    kinds = (figure.dimension or "", figure.counted.head if figure.counted else "")
    before = hedge_before(view, figure.first, kinds)
    hedged = before.effect is not Hedge.EXACT
    if hedged and not figure.bare:
        return before.effect, before.reach, figure.last
    number = figure.upper or figure.number
    after = hedge_after(view, number.last) or hedge_after(view, figure.last)
    if after is None:
        return before.effect, before.reach, figure.last
    if figure.bare and after.reach > figure.last:
        _read_on(view, figure, after.reach)
    return before.effect if hedged else after.effect, before.reach, max(after.reach, figure.last)


def _read_on(view: View, figure: Figure, at: int) -> None:
    """Read the unit, or what is counted, behind a hedge: "40-odd per cent", "500 or more boats"."""
    figure.unit = unit_after(view, at, figure.number)
    figure.counted = None if figure.unit else counted_after(view, at, plural=True)
    told = figure.unit or figure.counted
    figure.last = told.last if told else figure.last


def quantity_of(view: View, figure: Figure, hedge: Hedge, unit: str | None, direction: Direction | None) -> Quantity:
    """The value of the figure: its bounds as its hedge leaves them, and a share of a whole in percent."""
    number, counted = figure.number, figure.counted
    low, high, step = number.low, (figure.upper or number).low, number.step
    if _is_share(figure):
        low = high = round(number.low * _HUNDRED, 2)
        step = _CENT
    effect = _effect(figure, hedge)
    return Quantity(
        low=None if effect in (Hedge.AT_MOST, Hedge.LESS_THAN) else low,
        high=None if effect in (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.VAGUE) else high,
        hedge=effect,
        unit=unit,
        counted=(counted.phrase or None) if counted else None,
        head=(counted.head or None) if counted else None,
        per=figure.per,
        direction="down" if low < 0 and unit in view.t.shares else direction,
        step=step,
        plausible_high=number.plausible,
    )


def _is_share(figure: Figure) -> bool:
    alone = figure.unit is None and (figure.number.form == "part" or figure.counted is None)
    return figure.number.form in {"part", "slash"} and alone and figure.number.low < 1


def _effect(figure: Figure, effect: Hedge) -> Hedge:
    """The hedge of the whole: vague words and round ones hedge themselves, two ends make a range."""
    if figure.number.form == "vague":
        return Hedge.VAGUE
    if figure.upper and effect not in BOUNDS:
        return Hedge.RANGE
    return Hedge.ABOUT if figure.number.soft and effect is Hedge.EXACT else effect


def unit_of(view: View, figure: Figure, why: str | None) -> str | None:
    """The name of the unit: "person" for people, years of age for ages, percent for shares."""
    unit = figure.unit.name if figure.unit else None
    if _is_share(figure):
        return view.t.percent
    if unit == view.t.point and figure.number.low <= _FEW_POINTS and _follows_percent(view, figure):
        return view.t.percentage_point
    if unit is None and figure.counted and figure.counted.person:
        unit = PERSON
    return view.t.ages if why == AGE and (unit is None or figure.dimension == "duration") else unit


def _follows_percent(view: View, figure: Figure) -> bool:
    """True where a percentage stands just before in the sentence: a few whole points are percentage points."""
    if figure.number.decimals or view.word(figure.number.last) == "-":
        return False
    for at in range(figure.first - 1, max(-1, figure.first - _SENTENCE), -1):
        if view.word(at) == ".":
            return False
        if found := view.t.units.at(view.tokens, at):
            return found.entry.id == view.t.percent
    return False


def direction_of(view: View, figure: Figure, first: int, last: int, before: Quantity | None) -> Direction | None:
    """A change beside the figure, which begins with its hedge at `first`; `before` is what ends at token `last`.

    "By 12, or 3%" is one change; in "from X to Y" behind a verb of change the direction is Y's. Of things and people
    only "by" tells a change: "the army lost 40 men".
    """
    if before and view.says(first - 1, "or") and (first - 1 == last or (first - 2 == last and view.word(last) == ",")):
        return before.direction
    if view.says(first - 1, "to") and first - 1 == view.floor:
        return changes_before(view, first)
    if figure.counted and not view.says(first - 1, "by"):
        return None
    return direction_before(view, first, figure.unit is not None)


def unchecked(view: View, figure: Figure, first: int, hedge: Hedge) -> str | None:
    """The id of what says that the figure claims nothing about an event; None where it may be a claim."""
    if figure.dimension == "age":
        return AGE
    for begin in dict.fromkeys((first, figure.first)):
        for rule, _ in rules_met(view, figure, "unchecked", begin):
            return rule.id
    counted = figure.counted
    if counted and not counted.person and counted.phrase.split()[-1] in view.t.nouns["idle"]:
        return IDLE
    people_before = view.word(first - 1) in view.t.nouns["person"] or view.says(first - 1, "age holder")
    return AGE if hedge in BOUNDS and figure.bare and people_before and figure.number.low < _HUNDRED else None


def as_compared(quantity: Quantity, before: Quantity) -> Quantity:
    """What a bare figure is compared with tells what it counts ("3.9 million headsets, up from 2.4 million")."""
    return evolve(quantity, unit=before.unit, counted=before.counted, head=before.head, per=before.per)


def as_hedged(quantity: Quantity, before: Quantity) -> Quantity:
    """A bound holds for the figure in brackets too ("more than 100 km (60 miles)")."""
    if quantity.hedge is not Hedge.EXACT or before.hedge not in BOUNDS:
        return quantity
    low = None if before.low is None else quantity.low
    high = None if before.high is None else quantity.high
    return evolve(quantity, hedge=before.hedge, low=low, high=high)
