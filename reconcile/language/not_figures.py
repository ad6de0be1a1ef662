"""Numbers that are no figures (dates, clock times, models), and figures that claim nothing (ages, time frames)."""

from __future__ import annotations

from reconcile.language.numerals import Number
from reconcile.language.quantity_tables import RuleEntry, Tables
from reconcile.language.tokens import Tokens

_ORDINAL = {"st", "nd", "rd", "th", "s"}


def skip_to(tokens: Tokens, number: Number, t: Tables) -> int | None:
    """Where to go on where the number's own shape says that it is no figure; None where it may be one."""
    words, first, last = tokens.words, number.first, number.last
    if number.form == "none":
        return last
    if found := t.rules["whole"].at(tokens, first):
        if found.entry.effect == "none" and found.end >= last:
            return found.end
    if not words[first][0].isdigit():
        return None
    nxt = words[last] if last < len(words) else ""
    glued = tokens.glued(last - 1)
    if glued and nxt in _ORDINAL:
        return last + 1
    if glued and nxt in {":", "/", "-", "–"} and last + 1 < len(words) and words[last + 1].isdecimal() and tokens.glued(last):
        if nxt in ":/":
            return _chain(tokens, last + 2)
        if last + 3 < len(words) and words[last + 2] == nxt and words[last + 3].isdecimal() and tokens.glued(last + 1):
            return _chain(tokens, last + 4)
    if len(words[first]) > 1 and words[first][0] == "0" and number.form == "digits":
        return last
    return None


def _chain(tokens: Tokens, at: int) -> int:
    words = tokens.words
    while at + 1 < len(words) and words[at] in {":", "/", "-", "."} and words[at + 1].isdecimal() and tokens.glued(at):
        at += 2
    return at


def named(tokens: Tokens, number: Number) -> bool:
    """True where the digits are part of a name: "A320", "Su-24", "Covid-19"."""
    words, first = tokens.words, number.first
    if first == 0 or not tokens.glued(first - 1):
        return False
    before = words[first - 1]
    if before[0].isalpha():
        return True
    if before == "-" and first > 1 and tokens.glued(first - 2):
        return words[first - 2][0].isalnum()
    return before in {"/", "_", "#", "@", ":"} and first > 1 and tokens.glued(first - 2)


def fits(rule: RuleEntry, tokens: Tokens, number: Number, dimension: str | None) -> bool:
    """Whether a rule's condition holds for this number."""
    plain = number.form == "digits" and not number.scaled and dimension is None
    match rule.only:
        case "label":
            return (plain or number.form == "words" and number.low < 13) and number.low == number.low.to_integral_value()
        case "day":
            return plain and 1 <= number.low <= 31
        case "hour":
            return number.form in {"digits", "decimal"} and number.low < 25
        case "year":
            return plain and 1000 <= number.low <= 2100
        case "duration":
            return dimension == "duration"
        case "age":
            return dimension in (None, "duration", "age") and number.low < 130
    return True
