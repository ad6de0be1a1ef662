"""Reading numbers: digits as any house groups them, words, scales, fractions, and their mixtures."""

from __future__ import annotations

from decimal import Decimal

from reconcile.language.number import Number, place_value
from reconcile.language.number_words import WordReader
from reconcile.language.quantity_tables import Tables
from reconcile.language.tokens import Tokens
from reconcile.model.change import evolve

_SPACES = " \u00a0\u2009\u202f\u2007\u2008"
_SLASH = "\u2044"
_LONGEST = 24  # digits of a figure at most; longer ones are codes
_YEARS = 1000  # the first number that may be a year
_SCALES = 3  # scale words behind one number at most
_CUSTOMARY = frozenset({2, 3, 4, 5, 8, 10, 16, 32, 64})  # denominators of fractions written with a slash


def read_number(tokens: Tokens, i: int, t: Tables) -> Number | None:
    """The number that begins at token `i` (or just before it, with an article), as far as it reaches."""
    words = tokens.words
    word = words[i]
    if word.isdecimal():
        return _with_scale(tokens, _fraction(tokens, read_digits(tokens, i)), t)
    if _SLASH in word:
        return _vulgar(tokens, i)
    if vague := t.vague.at(tokens, i) or t.vague.before(tokens, i + 1):
        low, high = map(Decimal, vague.entry)
        end = vague.end - (words[vague.end - 1] in t.nouns["state"])  # "scores missing": a state is not the number's
        return Number(vague.start, end, low, low, "vague", plausible=high)
    return WordReader(words, t).read(i)


def read_digits(tokens: Tokens, i: int) -> Number:
    """A number in digits with its grouping; its form is "none" where no house groups so (versions, addresses)."""
    words = tokens.words
    groups, marks, at = [words[i]], [], i + 1
    while at + 1 < len(words) and words[at] in {",", ".", "'"} and words[at + 1].isdecimal():
        if not (tokens.glued(at - 1) and tokens.glued(at)):
            break
        marks.append(words[at])
        groups.append(words[at + 1])
        at += 2
    if not marks:
        return _spaced(tokens, i)
    whole, part = _grouping(groups, marks)
    if whole is None or len(whole) + len(part) > _LONGEST:
        return Number(i, at, Decimal(0), form="none")
    value = Decimal(f"{whole}.{part}" if part else whole)
    form = "decimal" if part else "grouped"
    comma = bool(part) and marks[-1] == ","
    return Number(i, at, value, place_value(whole, part), form, decimals=len(part), comma=comma)


def _grouping(groups: list[str], marks: list[str]) -> tuple[str | None, str]:
    """Whole digits and decimals as the marks group them; None where they fit no custom."""
    last = marks[-1]
    kinds = set(marks)
    if len(kinds) == 1:
        if _triples(groups) and (len(marks) > 1 or last != "."):
            return "".join(groups), ""
        if len(marks) == 1 and last != "'":
            return groups[0], groups[1]
        if last == "," and len(groups[-1]) == 3 and all(len(g) == 2 for g in groups[1:-1]):
            return "".join(groups), ""
        return None, ""
    if len(kinds) == 2 and marks.count(last) == 1 and _triples(groups[:-1]):
        return "".join(groups[:-1]), groups[-1]
    return None, ""


def _triples(groups: list[str]) -> bool:
    return 1 <= len(groups[0]) <= 3 and groups[0] != "0" and all(len(g) == 3 for g in groups[1:])


def _spaced(tokens: Tokens, i: int) -> Number:
    """Digits grouped by single spaces ("41 300"), or a plain run of digits."""
    words, text = tokens.words, tokens.text
    digits, at = words[i], i + 1
    if len(digits) <= 3 and digits[0] != "0":
        while at < len(words) and len(words[at]) == 3 and words[at].isdecimal():
            gap = text[tokens.ends[at - 1] : tokens.starts[at]]
            if len(gap) != 1 or gap not in _SPACES:
                break
            digits += words[at]
            at += 1
        follows = at < len(words) and words[at].isdecimal()
        if at > i + 1 and (follows or (tokens.glued(at - 1) and words[at] in "-/")):
            digits, at = words[i], i + 1
    if len(digits) > _LONGEST:
        return Number(i, at, Decimal(0), form="none")
    form = "grouped" if at > i + 1 else "digits"
    return Number(i, at, Decimal(digits), place_value(digits, ""), form)


def _fraction(tokens: Tokens, number: Number) -> Number:
    """A fraction after a whole number ("3½") or made of two ("1/16")."""
    words, at = tokens.words, number.last
    if number.form != "digits" or at >= len(words):
        return number
    if _SLASH in words[at] and len(words[at]) > 1:
        half = _vulgar(tokens, at)
        return (
            evolve(number, last=at + 1, low=number.low + half.low, step=half.step, form="decimal") if half else number
        )
    if words[at] == "-" and tokens.glued(at - 1) and tokens.glued(at) and words[at + 1].isdecimal():
        return _mixed(tokens, number)
    slash = words[at] == _SLASH
    if (slash or words[at] == "/") and at + 1 < len(words) and tokens.glued(at - 1) and tokens.glued(at):
        below = Decimal(words[at + 1]) if words[at + 1].isdecimal() and len(words[at + 1]) < _LONGEST else Decimal(0)
        if 0 < number.low < below and (slash or below in _CUSTOMARY):
            return Number(number.first, at + 2, number.low / below, Decimal("0.01"), "slash")
    return number


def _mixed(tokens: Tokens, number: Number) -> Number:
    """A fraction behind a hyphen ("2-1/4 cents"), as American markets write it."""
    half = _fraction(tokens, read_digits(tokens, number.last + 1))
    if half.form != "slash" or half.low >= 1:
        return number
    return evolve(number, last=half.last, low=number.low + half.low, step=half.step, form="decimal")


def _vulgar(tokens: Tokens, i: int) -> Number | None:
    above, _, below = tokens.words[i].partition(_SLASH)
    if not (above.isdecimal() and below.isdecimal()) or max(len(above), len(below)) > _SCALES or not Decimal(below):
        return None
    return Number(i, i + 1, Decimal(above) / Decimal(below), Decimal("0.01"), "slash")


def _with_scale(tokens: Tokens, number: Number, t: Tables) -> Number:
    """Multiply by the scale words that follow ("4 hundred million", "1.2bn", "3-million")."""
    words, at, factor = tokens.words, number.last, 1
    n = t.numbers
    for _ in range(_SCALES):
        if at >= len(words):
            break
        here = at + 1 if words[at] == "-" and at == number.last and at + 1 < len(words) else at
        size = n["scale"].get(words[here]) or n["hundred"].get(words[here]) or n["group"].get(words[here])
        size = size or (_plural_scale(tokens, number, here, t) if words[here] in t.words["plural scale"] else None)
        if size is None:
            break
        factor, at = factor * size, here + 1
    if factor == 1 or number.form == "none":
        return number
    return evolve(number, last=at, low=number.low * factor, step=number.step * factor, scaled=True)


def _plural_scale(tokens: Tokens, number: Number, at: int, t: Tables) -> int | None:
    """What "millions" at token `at` multiplies by in "40 millions of dollars", "1.5 millions"; not behind a date."""
    if number.decimals:
        return t.words["plural scale"][tokens.words[at]]
    of = at + 1 < len(tokens) and tokens.words[at + 1] in t.words["of"]
    dated = number.low >= _YEARS or t.rules["before"].before(tokens, number.first) is not None
    return t.words["plural scale"][tokens.words[at]] if of and not dated else None


def regrouped(number: Number) -> Number:
    """The number with its point read as a mark of thousands: "22.000" is 22000, "3.420 million" 3420 million."""
    return evolve(number, low=number.low * 1000, step=number.step * 1000, form="grouped", decimals=0)
