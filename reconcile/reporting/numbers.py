"""Decimals as JSON numbers and as people write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from reconcile.language.dimensions import plain_name
from reconcile.language.lexicon import load
from reconcile.language.quantity_tables import UNITS
from reconcile.model.claim import Claim
from reconcile.model.quantity import Quantity

_LARGEST = 300  # powers of ten beyond this fit no JSON reader's numbers


def as_number(value: Decimal | None) -> int | float | None:
    """An int where the value is integral, else a float; None for None, infinities and what no reader can hold."""
    if value is None or not value.is_finite() or value.adjusted() > _LARGEST:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def plain(value: Decimal | None) -> str:
    """As an English text prints it: "1,150", "4.5", "120 million"; "open" for None."""
    if value is None or not value.is_finite():
        return "open"
    if abs(value.adjusted()) > _LARGEST:
        return f"{value:.3E}"
    for scale, word in ((12, "trillion"), (9, "billion"), (6, "million")):
        if value.adjusted() >= scale and len(value.normalize().as_tuple().digits) <= value.adjusted() - scale + 4:
            return f"{value.scaleb(-scale).normalize():,f} {word}"
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def common_unit(claims: Iterable[Claim]) -> str | None:
    """The unit most of these claims use; a named one before none where two are as common."""
    units = Counter(c.value.unit for c in claims if isinstance(c.value, Quantity))
    return max(units, key=lambda u: (units[u], u is not None, u or ""), default=None)


def printed(unit: str | None) -> str:
    """A unit as it is printed behind a figure; empty for counts and people."""
    if unit is None or unit == "person":
        return ""
    return "%" if unit == "percent" else plain_name(unit)


@lru_cache(maxsize=1)
def _plurals() -> dict[str, str]:
    """The plural of each unit whose table entry has it right behind the singular."""
    pairs = [(e.id, e.phrases[1]) for e in load(UNITS) if e.phrases[0] == e.id and len(e.phrases) > 1]
    return {one: many for one, many in pairs if one[0] == many[0] and len(one) <= len(many)}


def plural(unit: str) -> str:
    """A unit as it stands behind other numbers than one: "miles per hour", "feet"."""
    for tie in (" per ", " of "):
        head, found, rest = unit.partition(tie)
        if found:
            return f"{plural(head)}{tie}{rest}"
    return _plurals().get(unit, unit)


def with_unit(value: Decimal | None, unit: str) -> str:
    """A figure with its unit: "99%", "USD 100 billion", "19 miles"."""
    text = plain(value)
    if value is None or not unit:
        return text
    if unit == "%":
        return text + unit
    return f"{unit} {text}" if unit.isupper() and len(unit) == 3 else f"{text} {unit if value == 1 else plural(unit)}"
