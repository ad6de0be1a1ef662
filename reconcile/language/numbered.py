"""Numbers of things, ages and results: "Buses 4 and 11", "Rehn, of 58 years,", "the game, 24 to 19"."""

from __future__ import annotations

from reconcile.language.asides import OLDEST
from reconcile.language.counting import is_plural
from reconcile.language.figures import Figure
from reconcile.language.ranges import next_figure
from reconcile.language.view import View
from reconcile.model.quantity import Hedge

_MOST = 999  # no line or house of a list has a higher number
_LONGEST = 8  # numbers of such a list
_SCORE_REACH = 8  # tokens between "the last game" and its result
_HIGHEST = 200  # points of a side
_TWELVE = 12
_SUBJECT, _OPENING = 14, 3  # tokens of the subject of "number", and of those its noun is among
_SHORT = 3  # letters of a noun
_NO_NOUNS = ("ing", "ed", "ly")
_CHANGE_REACH = 5  # tokens between "rose" and "by"


def numbers_things(view: View, figure: Figure) -> bool:
    """ "Buses 4 and 11 will run", "Schools 7, 12 and 31 closed": a list of numbers right behind a plural noun."""
    first = figure.first
    if not _is_number(figure) or first - 1 < view.floor or view.opens_line(first):
        return False
    noun = view.word(first - 1)
    if not is_plural(noun, view.t) or view.says(first - 1, "harm") or view.says(first - 1, "tallied"):
        return False
    at, last = figure.last, False
    for _ in range(_LONGEST):
        last = view.says(at, "and") or view.word(at) == "&"
        if not (last or view.word(at) == ",") or not view.word(at + 1).isdecimal():
            return False
        other = next_figure(view, at + 1)
        if other is None or not _is_number(other):
            return False
        at = other.last
        if last:
            return not (view.says(at, "plural verb") or view.word(at) == "-")
    return False


def numbers_one_thing(view: View, figure: Figure) -> bool:
    """ "On longwall 17", "from carriage 6": a noun without an article."""
    first = figure.first
    if not _is_number(figure) or first - 2 < view.floor or view.says(figure.last, "plural verb"):
        return False
    noun, lead = view.word(first - 1), first - 2
    if not (view.says(lead, "label lead") and len(noun) >= _SHORT and noun.isalpha()) or view.capital(first - 1):
        return False
    other = view.says(first - 1, "no label") or is_plural(noun, view.t) or noun.endswith(_NO_NOUNS)
    hedged = view.t.before.before(view.tokens, first, view.floor) or view.t.changes.before(
        view.tokens, first, view.floor
    )
    return not (other or hedged or view.starts_number(first - 1))


def numbers_as_verb(view: View, at: int, figure: Figure) -> bool:
    """ "Deaths caused by the heat number 21", "the German team numbers 48": token `at` is the verb of its sentence."""
    closes = not view.word(figure.last)[:1].isalnum() or view.says(figure.last, "and")
    if not (closes and view.says(at, "numbering")):
        return False
    if view.says(at - 1, "collective"):
        return True
    settled = view.says(at - 1, "now")
    first = at - 1
    while first > max(view.floor, at - _SUBJECT) and view.word(first - 1)[:1].isalnum() and not view.opens_line(first):
        first -= 1
    subject = range(first, min(first + _OPENING, at - 1))
    named = settled or view.capital(at - 1) or view.says(at - 2, "determiner")
    many = any(is_plural(view.word(i), view.t) or view.word(i) in view.t.nouns["state"] for i in subject)
    return named and many and not any(view.says(i, "be") for i in range(first, at))


def _is_number(figure: Figure) -> bool:
    number = figure.number
    return figure.bare and number.form == "digits" and number.whole and not number.scaled and number.low <= _MOST


def aged_in_years(view: View, figure: Figure) -> bool:
    """ "Rehn, of 58 years, is": how an age stands behind a name in other tongues."""
    of = figure.first - 1
    if not view.says(of, "of") or view.word(of - 1) != "," or figure.number.low > OLDEST or not _in_years(figure):
        return False
    named = view.capital(of - 2) or view.word(of - 2) in view.t.nouns["person"]
    return named and (view.word(figure.last) in {",", ".", ")", ";", ""} or view.says(figure.last, "and"))


def _in_years(figure: Figure) -> bool:
    return figure.unit is not None and figure.unit.name == "year"


def is_result(view: View, figure: Figure) -> bool:
    """ "On the score board of the last game, 24 to 19": both sides of it."""
    if figure.unit or figure.counted or figure.number.low > _HIGHEST or figure.number.form != "digits":
        return False
    to = view.says(figure.number.last, "to") and figure.upper is not None
    to = to or (view.says(figure.last, "to") and view.word(figure.last + 1).isdecimal())
    second = view.says(figure.first - 1, "to") and view.word(figure.first - 2).isdecimal()
    return (to or second) and any(view.says(i, "game") for i in range(figure.first - _SCORE_REACH, figure.first))


def hour_lead(view: View, figure: Figure) -> int:
    """The token before an hour, a hedge between or not: the "at" of "at about three"."""
    first = figure.number.first
    hedge = view.t.before.before(view.tokens, first, view.floor)
    return hedge.start - 1 if hedge and hedge.entry.effect is Hedge.ABOUT else first - 1


def by_the_hour(view: View, figure: Figure, by: int) -> bool:
    """ "Had voted by six", "by eight on Saturday", "By ten there was a stall"; but not "rose by six", "won by six"."""
    number, behind = figure.number, figure.number.last
    if number.form != "words" or number.low > _TWELVE or view.says(behind, "to"):
        return False
    if any(view.t.changes.before(view.tokens, i, view.floor) for i in range(by - _CHANGE_REACH, by + 1) if i > 0):
        return False
    opens = by == 0 or view.opens_line(by) or not view.word(by - 1)[:1].isalnum() or view.says(by - 1, "and")
    return view.says(by - 1, "done") or view.says(behind, "day behind") or (opens and view.says(behind, "subject"))
