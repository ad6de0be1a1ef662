"""Digits whose own shape says that they are no figure: clock times, versions, telephone numbers, names of models."""

from __future__ import annotations

from reconcile.language.figures import Figure
from reconcile.language.number import Number
from reconcile.language.view import View

_SHARPEST = 5  # decimals of a figure at most; coordinates have more
_YEAR_DIGITS = 4
_CENTURIES = frozenset({"19", "20"})  # the years that news tell of
_PHONE = 7  # digits of a telephone number at least
_MINUTE_DIGITS = 2
_NAME = 5  # tokens back to the word for a result, over a team's name
_RUNS = 1000  # no side scores as many ("291 for 7")


def shape_ends(view: View, number: Number) -> int | None:
    """Where to go on if the number's own shape says that it is no figure (clock, date, version, ordinal, phone)."""
    words, tokens, last = view.words, view.tokens, number.last
    if number.form == "none" or number.decimals > _SHARPEST:
        return last
    if not words[last - 1].isdecimal() or number.scaled:
        return None
    if (end := _phone(view, number)) is not None:
        return end
    if _padded(view, number):
        return last
    if not tokens.glued(last - 1):
        return None
    if view.says(last, "ordinal"):
        return last + 1
    mark = view.word(last)
    if mark == "'" and view.tokens.glued(last) and view.says(last + 1, "ordinal"):
        return last + 2
    goes_on = view.word(last + 1).isdecimal() and tokens.glued(last)
    if goes_on and mark in {":", "/"}:
        return _chain(view, last + 2)
    if goes_on and mark in {"-", "–", "."} and view.word(last + 2) == mark and view.word(last + 3).isdecimal():
        return _chain(view, last + 4) if tokens.glued(last + 1) else None
    if goes_on and mark == view.word(last + 2) == "-" and tokens.glued(last + 2) and tokens.raw(last + 3).isupper():
        return last + 4
    return None


def _padded(view: View, number: Number) -> bool:
    """True for a leading zero: "007", and the clock time "04.15" but not "0.5"."""
    digits = view.words[number.first]
    if digits[0] != "0" or len(digits) == 1:
        return False
    if number.form != "digits":
        return number.decimals == _MINUTE_DIGITS
    joined = view.word(number.last)[:1].isalnum() or view.word(number.last + 1).isdecimal()
    return not (joined and view.tokens.glued(number.last - 1))


def _chain(view: View, at: int) -> int:
    while view.word(at) in {":", "/", "-", "–", "."} and view.word(at + 1).isdecimal() and view.tokens.glued(at):
        at += 2
    return at


def _phone(view: View, number: Number) -> int | None:
    """The end of a telephone number: groups of digits with single spaces or hyphens, too many for a figure."""
    words, tokens, text = view.words, view.tokens, view.tokens.text
    first = number.first
    plus = view.word(first - 1) == "+" and tokens.glued(first - 1)
    zero = words[first][0] == "0"
    end, digits, odd = first + 1, len(words[first]), len(words[first]) > 3
    while end < len(words):
        at = end + 1 if words[end] in {"-", ")"} and view.word(end + 1).isdecimal() else end
        if not words[at].isdecimal() or len(text[tokens.ends[end - 1] : tokens.starts[at]].strip("-)")) > 1:
            break
        odd = odd or len(words[at]) != 3
        digits, end = digits + len(words[at]), at + 1
    if end == first + 2 and not plus and _opens_with_year(view, first):
        return None
    return end if end > first + 1 and digits >= _PHONE and (plus or zero or odd) else None


def _opens_with_year(view: View, first: int) -> bool:
    """ "In 2012 104 people died": a year and a number of its own, where such a word leads to a year."""
    year, gap = view.words[first], view.tokens.text[view.tokens.ends[first] : view.tokens.starts[first + 1]]
    led = any(view.says(first - 1, role) for role in ("year lead", "before year"))
    return led and len(year) == _YEAR_DIGITS and year[:2] in _CENTURIES and gap.isspace()


def named(view: View, number: Number) -> bool:
    """True where the digits are part of a name: "A320", "Su-24", "49ers"."""
    tokens, words, first, last = view.tokens, view.words, number.first, number.last
    if not words[first].isdecimal():
        return False
    if tokens.glued(last - 1) and last < len(words) and words[last][0].isalpha() and words[last - 1].isdecimal():
        return not _suffixed(view, last)
    if first == 0 or not tokens.glued(first - 1):
        return False
    before = words[first - 1]
    if before[0].isalpha():
        return view.t.signs.before(tokens, first, view.floor) is None
    if before == "-" and first > 1 and tokens.glued(first - 2) and words[first - 2][0].isalnum():
        if view.says(first - 2, "minus") or view.says(first - 2, "joined"):
            return False
        hedge = view.t.before.before(tokens, first - 1, view.floor)
        return hedge is None and view.t.leads.before(tokens, first - 1, view.floor) is None
    return before in {"_", "@", "/", ":"} and first > 1 and tokens.glued(first - 2)


def _suffixed(view: View, at: int) -> bool:
    """True where the letters glued to digits are a unit, a scale or a currency ("30km", "40k", "1,200€")."""
    t, word = view.t, view.words[at]
    if word in t.numbers["glued_scale"] or word in t.numbers["scale"] or word in t.words["ordinal"]:
        return True
    return word in t.units or word in t.currencies or view.tokens.raw(at) in t.abbreviations


def descending_ends(view: View, figure: Figure) -> int | None:
    """Where a pair such as "4-2", "291 for 7" or "twenty to six" ends: the second number does not exceed the first."""
    at, number, small = figure.last, figure.number, view.t.words
    after = view.word(at)
    if after not in small["dash"] and after not in small["to"] and after not in small["wickets"]:
        return None
    if figure.unit is not None or figure.upper or not number.whole:
        return None
    dash = view.says(at, "dash") and view.tokens.glued(at - 1) and view.tokens.glued(at)
    clock = view.says(at, "to") and (number.form == "words" or _result(view, number))
    other = view.word(at + 1)
    value = int(other) if other.isdecimal() and len(other) < 4 else view.t.numbers["ones"].get(other)
    wickets = view.says(at, "wickets") and number.form == "digits" and number.low < _RUNS and _last_digits(view, at + 1)
    if not (dash or clock or wickets) or value is None or value > number.low:
        return None
    return at + 2


def _result(view: View, number: Number) -> bool:
    """True for the first score of "beat Port Isen 24 to 19", "were beaten 24 to 19"."""
    if number.form != "digits" or not _last_digits(view, number.last + 1):
        return False
    at = number.first - 1
    while at > number.first - _NAME and view.capital(at) and not view.says(at, "result"):
        at -= 1
    return view.says(at, "result")


def _last_digits(view: View, at: int) -> bool:
    """True for digits behind which nothing that is counted or measured may begin."""
    after = view.word(at + 1)
    if not view.word(at).isdecimal() or (view.tokens.glued(at) and view.word(at + 2).isdecimal()):
        return False
    return not (after[:1].isalnum() or after == "%") or after in view.t.nouns["end"]
