"""Units, currencies and rates beside a number."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from reconcile.language.numerals import Number
from reconcile.language.quantity_tables import CurrencyEntry, Tables, UnitEntry
from reconcile.language.tokens import Tokens


@frozen
class Unit:
    """A unit in the text: its name, dimension, and the tokens `[first, last)` it takes."""

    name: str
    dimension: str
    first: int
    last: int


def currency_before(tokens: Tokens, number: Number, floor: int, t: Tables) -> Unit | None:
    """The currency sign or code that stands before the number."""
    end = number.first
    if end > floor and tokens.words[end - 1] == "." and end - 1 > floor:
        dotted = t.signs.before(tokens, end, floor)
        if dotted:
            return Unit(dotted.entry.id, "money", dotted.start, end)
    found = t.signs.before(tokens, end, floor)
    if found is None or (tokens.words[end - 1] == "-"):
        return None
    sign = tokens.text[tokens.starts[found.start] : tokens.ends[end - 1]]
    if found.start > 0 and sign[0].isalpha() and tokens.glued(found.start - 1) and tokens.raw(found.start - 1).isalnum():
        return None
    if sign.isalpha() and not _code_fits(tokens, sign, number):
        return None
    return Unit(found.entry.id, "money", found.start, end)


def _code_fits(tokens: Tokens, sign: str, number: Number) -> bool:
    """A code in letters must look like one: capitals, and a lone letter only before a sum ("P15,000", "R2m")."""
    if len(sign) == 1:
        return sign.isupper() and tokens.glued(number.first - 1) and (number.scaled or number.form in {"grouped"})
    if len(sign) == 2 and not tokens.glued(number.first - 1):
        return sign[0].isupper() and sign.lower() not in {"ps", "sh"}
    return sign.isupper() or (len(sign) <= 3 and sign[0].isupper())


def unit_after(tokens: Tokens, at: int, number: Number, t: Tables) -> Unit | None:
    """The unit or currency name that begins at token `at`, perhaps behind a hyphen."""
    words = tokens.words
    if at >= len(words):
        return None
    start = at
    if words[at] == "-" and tokens.glued(at - 1) and tokens.glued(at):
        start = at + 1
    found = t.units.at(tokens, start)
    money = t.currencies.at(tokens, start)
    if money and (found is None or money.end > found.end or money.entry.id in {"penny"}):
        return _money(tokens, money.start, money.end, money.entry, number)
    if found:
        return Unit(found.entry.id, found.entry.dimension, start, found.end)
    if start < len(words) and (short := t.abbreviations.get(tokens.raw(start))):
        if _abbreviation_fits(tokens, start, number, short):
            return Unit(short.id, short.dimension, start, start + 1)
    return None


def _money(tokens: Tokens, start: int, end: int, entry: CurrencyEntry, number: Number) -> Unit | None:
    if end - start == 1 and len(tokens.words[start]) == 1 and tokens.words[start].isalpha() and number.form == "words":
        return None
    return Unit(entry.id, "money", start, end)


def _abbreviation_fits(tokens: Tokens, at: int, number: Number, unit: UnitEntry) -> bool:
    if number.form == "words" or number.scaled and unit.id in {"metre"} and tokens.glued(at - 1):
        return False
    after = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    return not (tokens.glued(at) and after.isalnum())


def rate_after(tokens: Tokens, at: int, t: Tables) -> tuple[str, int] | None:
    """The denominator of a rate and where it ends: "per day", "a head", "per 100,000", "/kg"."""
    words = tokens.words
    if at < len(words) and words[at] == "-" and tokens.glued(at):
        at += 1
    if at + 1 >= len(words):
        return None
    word = words[at]
    start = at + 2 if words[at + 1] == "-" else at + 1
    if start >= len(words):
        return None
    if word in t.numbers["article"]:
        found = t.units.at(tokens, start)
        if found and (found.entry.dimension in {"duration", "mass", "volume", "area", "length"}):
            return found.entry.id, found.end
        if words[start] in t.nouns["denominator"]:
            return words[start], start + 1
        return None
    if word not in t.numbers["per"]:
        return None
    if word == "/" and not tokens.glued(at):
        return None
    found = t.units.at(tokens, start)
    if found and found.entry.dimension not in {"share"}:
        return found.entry.id, found.end
    if short := t.abbreviations.get(tokens.raw(start)):
        return short.id, start + 1
    if words[start].isdecimal() and word != "/":
        end, digits = start + 1, words[start]
        while end + 1 < len(words) and words[end] == "," and words[end + 1].isdecimal():
            digits, end = digits + words[end + 1], end + 2
        return digits, end
    if words[start].isalpha() and word != "/" and words[start] not in t.nouns["end"]:
        return words[start], start + 1
    return None


def smaller_unit(unit: str, t: Tables) -> tuple[str, int] | None:
    """The unit that may follow this one in "6 feet 2 inches", and how many of it make one."""
    entry = t.unit_by_id.get(unit)
    return (entry.smaller, entry.parts) if entry and entry.smaller else None


def in_base(unit: str, t: Tables) -> tuple[str, Decimal] | None:
    """Dimension and size in that dimension's base unit; None for currencies and unknown units."""
    entry = t.unit_by_id.get(unit)
    return (entry.dimension, entry.factor) if entry else None
