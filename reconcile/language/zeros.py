"""Where "no", "none" and "not one" count: "no deaths", "none survived", "not one of the crew lived"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.language.counting import counted_after
from reconcile.language.number import Number
from reconcile.language.view import View
from reconcile.model.change import evolve

_REACH = 10  # tokens from "none" to the word that says what became of them
_ADVERBS = 1  # words between "were" and "hurt"


def nothing_at(view: View, number: Number) -> Number:
    """The number read as zero where it is the "one" of "not one of the crew lived"."""
    if number.form != "words" or number.low != 1:
        return number
    at = number.first - 1
    if at < view.floor or not view.says(at, "denial") or not _fate_follows(view, number.last):
        return number
    return evolve(number, first=at, low=Decimal(0))


def zero_counts(view: View, number: Number) -> bool:
    """True where the word for zero counts something that happened."""
    if view.says(number.first, "no"):
        return view.t.zero.at(view.tokens, number.last) is not None
    if view.word(number.first - 1) == ":":
        return view.word(number.first - 2) in view.t.nouns["toll"]
    return _fate_follows(view, number.last)


def _fate_follows(view: View, at: int) -> bool:
    """True where the clause behind token `at` says what became of people: "… of the crew survived", "was hurt"."""
    if view.says(at, "of") and not _several(view, at + 1):
        return False
    for i in range(at, at + _REACH):
        if view.says(i, "fate"):
            return True
        if view.word(i) in view.t.nouns["state"]:
            if any(view.says(j, "be") for j in range(max(at, i - 1 - _ADVERBS), i)):
                return True
        elif not view.word(i)[:1].isalnum() or view.says(i, "who"):
            return False
    return False


def _several(view: View, at: int) -> bool:
    """True for "the 64 people", "the crew", "them", not for "the archive"."""
    at += view.says(at, "determiner")
    return view.starts_number(at) or view.says(at, "them") or counted_after(view, at, plural=True) is not None
