"""Units, currencies and rates beside a number."""

from __future__ import annotations

from attrs import frozen

from reconcile.language.number import Number
from reconcile.language.view import View

_OF = 3  # words that may stand behind "of" before a rate
_FLOW = 8  # tokens between a volume and "every day" behind its verb
_RATED = frozenset({"duration", "mass", "volume", "area", "length", "energy"})


@frozen(eq=False)
class Unit:
    """A unit in the text: its name, dimension, and the tokens `[first, last)` it takes."""

    name: str
    dimension: str
    first: int
    last: int


def currency_before(view: View, number: Number) -> Unit | None:
    """The currency sign or code that stands before the number."""
    tokens, end = view.tokens, number.first
    found = view.t.signs.before(tokens, end, view.floor)
    if found and view.says(found.start, "article") and not (view.capital(found.start) and tokens.glued(found.start)):
        found = view.t.signs.before(tokens, end, found.start + 1)
    if found is None:
        return None
    first = found.start
    sign = tokens.text[tokens.starts[first] : tokens.ends[end - 1]]
    if first > 0 and sign[0].isalpha() and tokens.glued(first - 1) and tokens.words[first - 1][-1].isalnum():
        return None
    if sign.isalpha() and not _code_fits(view, sign, number):
        return None
    return Unit(found.entry.id, "money", first, end)


def unit_before(view: View, number: Number) -> Unit | None:
    """The unit that stands before its number ("magnitude 6.8")."""
    hyphen = view.word(number.first - 1) == "-" and view.tokens.glued(number.first - 1)
    found = view.t.leads.before(view.tokens, number.first - hyphen, view.floor)
    return Unit(found.entry.id, found.entry.dimension, found.start, number.first) if found else None


def _code_fits(view: View, sign: str, number: Number) -> bool:
    """A code in letters must look like one: capitals, and a lone letter only before a sum ("P15,000", "R2m")."""
    glued = view.tokens.glued(number.first - 1)
    if len(sign) == 1:
        follows = view.word(number.last)
        scale = follows in view.t.numbers["glued_scale"]
        return sign.isupper() and glued and (number.scaled or number.form in {"grouped", "decimal"} or scale)
    if (sign.isupper() and len(sign) > 2) or sign[-1].islower():
        return True
    return sign[0].isupper() and (glued or number.form != "digits" or number.low >= 100)


def unit_after(view: View, at: int, number: Number) -> Unit | None:
    """The unit or currency name that begins at token `at`, perhaps behind a hyphen."""
    tokens, t = view.tokens, view.t
    if at >= len(tokens) or (tokens.raw(at)[:1].isupper() and view.opens_label(at)):
        return None
    joined = tokens.words[at] == "-" and tokens.glued(at - 1) and tokens.glued(at)
    start = at + 1 if joined else at
    short = _abbreviation(view, start, number)
    if short and not tokens.raw(start).islower():
        return short
    found, money = t.units.at(tokens, start), t.currencies.at(tokens, start)
    if found and tokens.words[found.end - 1].isdecimal() and not _power(view, found.end - 1):
        found = t.units.at(tokens, start, found.end - 1)
    if money and (found is None or money.end > found.end):
        letter = money.end - start == 1 and len(tokens.words[start]) == 1 and tokens.words[start].isalpha()
        if not letter or (number.form != "words" and not _continued(view, start)):
            return Unit(money.entry.id, "money", start, money.end)
    if number.scaled and not joined and (scaled := t.scaled_money.get(tokens.words[start])):
        return Unit(scaled.id, "money", start, start + 1)
    if found and not _continued(view, found.end - 1) and not _is_no_unit(view, start, found.end):
        return Unit(found.entry.id, found.entry.dimension, start, found.end)
    return short


def _power(view: View, at: int) -> bool:
    """True for the 2 of "ft2", not of "6 ft 2" or "6ft-2"."""
    return view.tokens.glued(at - 1) and view.words[at - 1] != "-"


def _abbreviation(view: View, at: int, number: Number) -> Unit | None:
    """The unit that is written exactly like the token ("m", "W"), behind digits."""
    if at >= len(view.tokens) or number.form == "words" or _continued(view, at):
        return None
    initial = len(view.words[at]) == 1 and view.word(at + 1) == "." and view.tokens.raw(at).isupper()
    if initial and not view.tokens.glued(at - 1) and (view.capital(at + 2) or view.word(at + 2).isdecimal()):
        return None  # "3116 W. Vogel" is an address, but "at 6,120 m. The slab" ends a sentence
    short = view.t.abbreviations.get(view.tokens.raw(at))
    if short is None and view.tokens.glued(at - 1):
        short = view.t.glued_units.get(view.words[at])
    return Unit(short.id, short.dimension, at, at + 1) if short else None


def _continued(view: View, at: int) -> bool:
    """True where letters or digits are glued to the token ("5 m2x")."""
    return view.tokens.glued(at) and view.tokens.words[at].isalnum() and view.tokens.words[at + 1][0].isalnum()


def _is_no_unit(view: View, start: int, end: int) -> bool:
    """True for a name, and for what only tells the kind of the things behind it: "14 degree programmes"."""
    behind = end + (view.word(end) == "-")  # "three day-care centres"
    kind = end - start == 1 and f"{view.words[start]} {view.word(behind)}" in view.t.nouns["unit compound"]
    return kind or _is_name(view, start, end)


def _is_name(view: View, start: int, end: int) -> bool:
    """True where a whole word for a unit stands with a capital in running text ("2016 Stone"), or names a model.

    A model's name goes on in digits behind a hyphen: "two Mi-8 helicopters".
    """
    hyphen = view.word(end) == "-" and view.tokens.glued(end - 1) and view.tokens.glued(end)
    if hyphen and view.word(end + 1).isdecimal() and view.capital(start):
        return True
    return (
        end - start == 1
        and len(view.words[start]) > 3
        and view.tokens.raw(start).istitle()
        and not view.heading(start)
        and view.word(start) not in view.t.words["unit name"]
    )


def rate_beyond(view: View, at: int) -> str | None:
    """The denominator behind what a measure is of: "9 barrels of oil per day", "1.5 GW of solar panels a year"."""
    if not view.says(at, "of"):
        return None
    for i in range(at + 2, at + 2 + _OF):
        if not view.word(i - 1)[:1].isalpha() or view.word(i - 1) in view.t.nouns["end"]:
            return None
        if rate := rate_after(view, i):
            return rate[0]
    return None


def rate_of_flow(view: View, at: int) -> str | None:
    """The time behind the verb of what flows: "20 barrels of oil have been escaping every day"; else None."""
    for i in range(at, at + _FLOW):
        if not view.word(i)[:1].isalpha():
            return None
        if view.says(i, "every") and (rate := rate_after(view, i)):
            return rate[0]
    return None


def exchange_after(view: View, at: int) -> tuple[str, int] | None:
    """The currency that a sum is the price of, and where it ends: "11.8 kroner to the euro", but "to the euro zone"."""
    found = view.t.units.at(view.tokens, at)
    if not found or not found.entry.priced:
        return None
    behind = view.word(found.end)
    return None if behind.isalpha() and behind not in view.t.nouns["end"] else (found.entry.priced, found.end)


def rate_after(view: View, at: int) -> tuple[str, int] | None:
    """The denominator of a rate and where it ends: "per day", "a head", "per 100,000", "/kg", "monthly"."""
    words, tokens, t = view.words, view.tokens, view.t
    if every := t.rate_adverbs.get(view.word(at)):
        return None if view.word(at + 1)[:1].isalpha() and view.word(at + 1) not in t.nouns["end"] else (every, at + 1)
    if view.word(at) == "-" and tokens.glued(at):
        at += 1
    at, start = _after_link(view, at)
    if start >= len(words):
        return None
    found = t.units.at(tokens, start)
    if words[at] in t.words["article"] or view.says(at, "every"):
        if found and found.entry.dimension in _RATED and not view.says(found.end, "ended"):
            return found.entry.id, found.end
        return (words[start], start + 1) if words[start] in t.nouns["denominator"] else None
    if not view.says(at, "per") or (words[at] == "/" and not tokens.glued(at)):
        return None
    if found and found.entry.dimension != "share":
        return found.entry.id, found.end
    if short := t.abbreviations.get(tokens.raw(start)):
        return short.id, start + 1
    if words[at] == "/":
        rated = t.rated_units.get(tokens.raw(start))
        return (rated.id, start + 1) if rated else None
    if words[start].isdecimal():
        return None if view.word(start + 1) == "-" else _counted_off(view, start)
    return (words[start], start + 1) if words[start].isalpha() and words[start] not in t.nouns["end"] else None


def _after_link(view: View, at: int) -> tuple[int, int]:
    """Where "a" or "each" and the unit behind it stand: also in "for each month", "in a typical month"."""
    if view.says(at, "rate link"):
        if view.says(at + 1, "every"):
            return at + 1, at + 2
        if view.word(at + 1) in view.t.words["article"] and view.says(at + 2, "typical"):
            return at + 1, at + 3
    return at, at + 2 if view.word(at + 1) == "-" else at + 1


def _counted_off(view: View, start: int) -> tuple[str, int]:
    """The "100,000" of "per 100,000"."""
    end, digits = start + 1, view.words[start]
    while view.word(end) == "," and view.word(end + 1).isdecimal() and view.tokens.glued(end):
        digits, end = digits + view.words[end + 1], end + 2
    return digits, end


def smaller_unit(view: View, unit: str) -> tuple[str, int] | None:
    """The unit that may follow this one in "6 feet 2 inches", and how many of it make one."""
    entry = view.t.unit_by_id.get(unit)
    return (entry.smaller, entry.parts) if entry and entry.smaller else None
