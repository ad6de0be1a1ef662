"""Running the examples and counter-examples of the quantity tables: what `reconcile lexicon check` reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from attrs import frozen

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.quantities import QuantityMention, find_quantities
from reconcile.language.quantity_tables import CHANGES, CURRENCIES, HEDGES, NOUNS, NUMERALS, RULES, UNITS, WORDS
from reconcile.language.tokens import folded_words
from reconcile.model.quantity import Hedge

_HEDGES = {h.value for h in Hedge}
_UNCHECKED = "unchecked"
_NEAR = Decimal("0.005")


@frozen
class Reading:
    """What an example promises: "12.. more_than person", "5..7 range", "-22 celsius", "0.3 percent down".

    The bounds come first, `LOW..HIGH` with either end left out, or one number; then, each only if wanted, a hedge
    (exact or range where none is named), `up` or `down`, `unchecked`, and the unit with its rate.
    """

    low: Decimal | None
    high: Decimal | None
    hedge: str
    direction: str | None
    unchecked: bool
    unit: str

    @classmethod
    def parse(cls, text: str) -> Reading:
        """Read the notation; raises ValueError where the bounds are no numbers."""
        bounds, *rest = text.split()
        low, dots, high = bounds.partition("..")
        hedges = [w for w in rest if w in _HEDGES]
        ways = [w for w in rest if w in ("up", "down")]
        unit = [w for w in rest if w not in (*_HEDGES, "up", "down", _UNCHECKED)]
        default = "range" if dots and low and high else "exact"
        return cls(
            low=_number(low),
            high=_number(high if dots else low),
            hedge=hedges[0] if hedges else default,
            direction=ways[0] if ways else None,
            unchecked=_UNCHECKED in rest,
            unit=" ".join(unit),
        )

    def fits(self, mention: QuantityMention) -> bool:
        """True where the mention says what the example promises."""
        q = mention.quantity
        unit = f"{q.unit} per {q.per}" if q.per and " per " in self.unit and q.unit else q.unit
        return (
            _same(self.low, q.low)
            and _same(self.high, q.high)
            and self.hedge == q.hedge
            and self.direction in (None, q.direction)
            and (not self.unchecked or not mention.checkable)
            and self.unit in ("", unit)
        )


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        raise ValueError(f"{text!r} is no number") from None


def _same(wanted: Decimal | None, found: Decimal | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return abs(wanted - found) <= _NEAR * max(Decimal(1), abs(wanted))


Found = tuple[QuantityMention, ...]
Breaks = Callable[[Any, Found], bool]


def check_examples(houses: Houses = ()) -> list[str]:
    """One line for every example that does not hold and every counter-example in which its entry applies."""
    return [fault for spec, breaks in _CHECKS for fault in _check(spec, breaks, houses)]


def _check(spec: TableSpec[Any], breaks: Breaks, houses: Houses) -> Iterator[str]:
    for entry in load(spec, houses):
        where = f"{entry.begins}: {entry.id}"
        for example in entry.examples:
            found = find_quantities(example.text, houses)
            try:
                held = _holds(example.reading, found)
            except ValueError as fault:
                yield f"{where}: the reading {example.reading!r} of {example.text!r} is malformed: {fault}"
                continue
            if not held:
                yield f"{where}: {example.text!r} should read {example.reading or 'nothing'!r}, reads {_shown(found)}"
        for text in entry.counter:
            found = find_quantities(text, houses)
            if breaks(entry, found):
                yield f"{where}: must not apply in {text!r}, which reads {_shown(found)}"


def _holds(reading: str, found: Found) -> bool:
    """An empty reading promises that nothing is found."""
    if not reading:
        return not found
    wanted = Reading.parse(reading)
    return any(wanted.fits(m) for m in found)


def _shown(found: Found) -> str:
    shown = []
    for m in found:
        q = m.quantity
        bounds = (
            f"{q.low}" if q.low == q.high else f"{'' if q.low is None else q.low}..{'' if q.high is None else q.high}"
        )
        words = [bounds, q.hedge.value, q.unit or q.counted, q.direction, None if m.checkable else _UNCHECKED]
        shown.append(" ".join(str(w) for w in words if w))
    return ", ".join(shown) or "nothing"


def _holds_phrase(entry: Entry, text: str) -> bool:
    words = f" {' '.join(folded_words(text))} "
    return any(f" {' '.join(folded_words(p))} " in words for p in entry.phrases)


def _number_holds(entry: Any, found: Found) -> bool:
    return any(_holds_phrase(entry, m.text[m.number_start - m.start : m.number_end - m.start]) for m in found)


def _hedge_holds(entry: Any, found: Found) -> bool:
    return any(m.quantity.hedge is entry.effect and _holds_phrase(entry, m.text) for m in found)


def _unit_holds(entry: Any, found: Found) -> bool:
    return any(m.quantity.unit == entry.id for m in found)


def _noun_holds(entry: Any, found: Found) -> bool:
    if entry.role in ("person", "state", "state of many"):
        return any(m.quantity.unit == "person" for m in found)
    return any(_holds_phrase(entry, (m.quantity.counted or "").rpartition(" ")[2]) for m in found)


def _rule_holds(entry: Any, found: Found) -> bool:
    return not any(m.checkable or entry.effect == "none" for m in found)


def _readings_hold(entry: Any, found: Found) -> bool:
    return any(_holds(e.reading, found) for e in entry.examples)


_CHECKS: tuple[tuple[TableSpec[Any], Breaks], ...] = (
    (NUMERALS, _number_holds),
    (HEDGES, _hedge_holds),
    (CHANGES, lambda _, found: any(m.quantity.direction for m in found)),
    (UNITS, _unit_holds),
    (CURRENCIES, _unit_holds),
    (NOUNS, _noun_holds),
    (WORDS, _readings_hold),
    (RULES, _rule_holds),
)
