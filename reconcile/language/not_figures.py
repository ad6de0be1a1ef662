"""Numbers that are no figures (dates, clock times, models), and figures that claim nothing (ages, time frames)."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.language.figures import Figure
from reconcile.language.number import Number
from reconcile.language.quantity_tables import RuleEntry
from reconcile.language.ranges import next_figure
from reconcile.language.view import View
from reconcile.model.quantity import Hedge

_LOOK_BACK = 3  # tokens of a fixed phrase before its number
_OLDEST = 120
_SCORE = 40  # neither side of a football score is larger
_EARLIEST_YEAR, _LATEST_YEAR = 1500, 2100
_SHORT_YEAR = 2  # digits of "'68"
_HOURS, _MINUTES = 24, 60
_LISTED = frozenset({"label", "age"})  # kinds of number of which others may follow in a list
_ASIDE = frozenset([",", "–", "—", "-", "("])
_MODERN = 1900  # years before this one are not given with a hedge


def fits(view: View, rule: RuleEntry, start: int, figure: Figure) -> bool:
    """Whether the conditions of a rule whose phrase begins at `start` hold for the figure."""
    number, unit = figure.number, figure.unit
    if rule.capital and not view.capital(start):
        return False
    match rule.only:
        case "label":
            counted = figure.counted is not None and figure.counted.phrase != ""
            titled = rule.capital or (counted and view.capital(start) and not view.heading(start))
            return number.whole and unit is None and (titled or not counted)
        case "digits":
            return number.form == "digits" and not number.scaled
        case "day":
            return number.whole and number.form == "digits" and unit is None and 1 <= number.low <= 31
        case "hour":
            hour = number.low <= _HOURS or (number.form == "digits" and number.low <= _HOURS * 100)
            return number.form in {"digits", "decimal", "words"} and hour
        case "year":
            return number.whole and 1000 <= number.low <= 2100
        case "counted":
            return figure.counted is not None
        case "duration":
            return figure.dimension == "duration"
        case "millimetre":
            return unit is not None and unit.name == "millimetre"
        case "age":
            return figure.dimension in (None, "duration", "age") and number.low <= _OLDEST and figure.counted is None
    return True


def rules_met(view: View, figure: Figure, effect: str, first: int) -> Iterator[tuple[RuleEntry, int]]:
    """The rules of one effect that hold for the figure, with the token where each ends."""
    tokens, rules, number = view.tokens, view.t.rules, figure.number
    lead = first - 1 if view.word(first - 1) == ":" else first
    if found := rules["before"].before(tokens, lead, view.floor):
        if lead < first and found.entry.only not in ("label", "age"):
            return
        if found.entry.effect == effect and fits(view, found.entry, found.start, figure):
            yield found.entry, (figure.upper or number).last
    ends = {(figure.upper or number).last}
    if effect == "unchecked":
        ends.add(figure.last)
    for end in sorted(ends):
        found = rules["after"].at(tokens, end)
        if found and found.entry.effect == effect and fits(view, found.entry, found.start, figure):
            yield found.entry, found.end
    whole = rules["whole"]
    for start in range(number.first, max(view.floor, number.first - _LOOK_BACK) - 1, -1):
        found = whole.at(tokens, start) if view.words[start] in whole.first else None
        if (
            found
            and found.end > number.first
            and found.entry.effect == effect
            and fits(view, found.entry, start, figure)
        ):
            yield found.entry, max(found.end, number.last)


def no_figure_ends(view: View, figure: Figure) -> int | None:
    """Where to go on if the figure's surroundings say that it is none; None where it stands."""
    number = figure.number
    for rule, end in rules_met(view, figure, "none", figure.first):
        view.listed = end if rule.only in _LISTED else view.listed
        return max(end, number.last)
    if _goes_on(view, figure):
        view.listed = figure.last
        return figure.last
    if number.form == "part" and figure.unit is None and not _share(view, figure):
        return number.last
    if _pronoun(view, figure) or _year(view, figure) or _clock(view, figure) or _compound(view, figure):
        return number.last
    if figure.upper:
        return figure.last if _score(view, figure) else None
    if number.form == "digits" and figure.unit is None and not number.scaled:
        return _address(view, figure) or _aside_or_name(view, figure)
    return None


def _goes_on(view: View, figure: Figure) -> bool:
    """True for the further numbers of a labelled list ("tram lines 6, 11 and 13")."""
    if not 0 < figure.first - view.listed <= 2 or not figure.number.whole or not figure.bare:
        return False
    between = range(view.listed, figure.first)
    return view.listed > 0 and all(
        view.word(i) in {",", "&", "/"} or any(view.says(i, role) for role in ("and", "or", "of")) for i in between
    )


def _share(view: View, figure: Figure) -> bool:
    """A part is a share before "of" or the end of a phrase, or hedged; "half" also before "the"."""
    number = figure.number
    last = view.word(number.last)
    if view.says(number.last, "of"):
        return True
    if last == "-":
        return False
    hedged = view.t.before.before(view.tokens, number.first, view.floor) is not None
    if number.last - number.first == 1:
        return hedged or view.says(number.last, "determiner")
    ordinal = view.says(number.first, "article") and not hedged
    return not ordinal or not (last[:1].isalnum() or last == ",")


def _pronoun(view: View, figure: Figure) -> bool:
    """ "one" without a noun, and "no" before what is not counted when it is none."""
    number = figure.number
    word = view.words[number.first]
    if view.says(number.first, "no"):
        return view.t.zero.at(view.tokens, number.last) is None
    if view.says(number.first, "few"):
        return not (figure.counted and (figure.counted.person or figure.counted.head in view.t.nouns["toll"]))
    if number.form == "words" and figure.bare and (number.low == 0 or view.says(number.last - 1, "pair")):
        return True
    one = word in view.t.numbers["ones"] and number.low == 1 and number.last == number.first + 1
    return one and figure.bare and not view.says(number.last, "of")


def _year(view: View, figure: Figure) -> bool:
    return _short_year(view, figure) or _full_year(view, figure)


def _short_year(view: View, figure: Figure) -> bool:
    """ "the class of '68": two digits behind an apostrophe that opens no quotation."""
    number, at = figure.number, figure.number.first - 1
    if not figure.bare or view.word(at) != "'" or not view.tokens.glued(at) or (at > 0 and view.tokens.glued(at - 1)):
        return False
    two = number.form == "digits" and len(view.words[number.first]) == _SHORT_YEAR
    return two and (view.tokens.raw(at) == "’" or view.says(at - 1, "year lead"))


def _full_year(view: View, figure: Figure) -> bool:
    number = figure.number
    if (
        number.form != "digits"
        or number.scaled
        or not _EARLIEST_YEAR <= number.low <= _LATEST_YEAR
        or view.word(number.first - 1) == "$"
    ):
        return False
    if figure.unit is not None:
        return False
    hedge = view.t.before.before(view.tokens, figure.first, view.floor)
    if hedge and ((hedge.entry.effect is Hedge.EXACT and hedge.end - hedge.start > 1) or number.low < _MODERN):
        return False
    dated = view.word(number.first - 1) == "," and view.word(number.first - 2).isdecimal()
    if figure.counted is None or dated or view.says(number.first - 1, "year lead"):
        return True
    return view.capital(number.last) and not view.heading(number.first)


def _compound(view: View, figure: Figure) -> bool:
    """ "a three-way tie": a number hyphenated to what is neither a unit nor counted."""
    at, tokens = figure.last, view.tokens
    joined = view.word(at) == "-" and tokens.glued(at - 1) and tokens.glued(at) and view.word(at + 1)[:1].isalpha()
    return joined and figure.bare and view.t.after.at(tokens, at + 1) is None


def _clock(view: View, figure: Figure) -> bool:
    """ "at 6.40", "shortly after six": a time of day without a clock word."""
    number = figure.number
    if figure.unit or figure.upper or number.scaled or not _clock_lead(view, number.first - 1):
        return False
    minutes = view.word(number.last - 1)
    if number.form == "decimal":
        return number.decimals == 2 and number.low < _HOURS + 1 and minutes.isdecimal() and int(minutes) < _MINUTES
    return figure.counted is None and number.whole and 0 < number.low <= 12 and not view.says(number.first - 1, "by")


def _clock_lead(view: View, at: int) -> bool:
    return view.says(at, "clock lead") or view.word(at - 1) in view.t.numbers["part"]


def _score(view: View, figure: Figure) -> bool:
    """ "2-1": two small numbers glued by a dash with nothing counted."""
    number, upper = figure.number, figure.upper
    dash = view.says(number.last, "dash") and view.tokens.glued(number.last)
    small = upper is not None and upper.low <= _SCORE and number.form == upper.form == "digits"
    return dash and small and figure.unit is None and figure.counted is None


def _address(view: View, figure: Figure) -> int | None:
    """The end of "88 Elm Street", "9 E 71st St", "22 Ave Morel"."""
    at = figure.number.last
    if view.word(at) in view.t.streets and view.capital(at) and view.capital(at + 1) and not view.heading(at):
        return at + 1
    for i in range(at, at + 5):
        if i > at and view.word(i) in view.t.streets and not _ordinal_ending(view, i):
            return i + 1
        named = view.capital(i) or (i > at and (view.word(i).isdecimal() or _ordinal_ending(view, i)))
        if not named or (i > at and view.opens_line(i)):
            return None
    return None


def _ordinal_ending(view: View, at: int) -> bool:
    """True for the "st" of "71st"."""
    return view.says(at, "ordinal") and view.word(at - 1).isdecimal() and view.tokens.glued(at - 1)


def _aside_or_name(view: View, figure: Figure) -> int | None:
    """Ages and names around a bare number: "Dacre, 68, said", "Lind (50)", "Hall 3", "1. Profits are huge"."""
    number = figure.number
    first, last = number.first, number.last
    if not figure.bare:
        return None
    before, after = view.word(first - 1), view.word(last)
    if view.opens_line(first) and after in {".", ")"} and not view.opens_line(last) and view.capital(last + 1):
        return last
    if number.low <= _OLDEST and _age(view, number, before, after):
        return last
    return last if _label(view, first) else None


def _age(view: View, number: Number, before: str, after: str) -> bool:
    """ "Dacre, 68, said", "Lind (50)", "a woman of 34", "two men, 18 and 20"."""
    named = view.word(number.first - (3 if view.word(number.first - 2) == "." else 2))
    if view.says(number.first - 1, "of"):
        return named in view.t.nouns["person"]
    if _ages_follow(view, number, named in view.t.nouns["person"] and before in _ASIDE):
        view.listed = number.last
        return True
    if not named[:1].isalpha():
        return False
    if before == "(":
        return after == ")"
    ends = after in {",", ".", "–", "—", ")", ";", "", "("} or view.opens_line(number.last)
    return before == "," and (ends or (view.says(number.last, "and") and view.capital(number.last + 1)))


def _ages_follow(view: View, number: Number, people: bool) -> bool:
    """ "two men, 18 and 20", "an 18 and 15 year old": the number before another one that is an age."""
    at = number.last
    if not (view.says(at, "and") or view.word(at) == ","):
        return False
    other = next_figure(view, at + 1) if view.word(at + 1).isdecimal() else None
    if other is None:
        return False
    return other.dimension == "age" or (people and other.bare and other.number.low <= _OLDEST)


def _label(view: View, first: int) -> bool:
    """True where a capitalised word in running text stands directly before the bare number ("Hall 3")."""
    at = first - 1
    if at < view.floor or not view.capital(at) or view.opens_line(first):
        return False
    if view.tokens.raw(at).isupper() and len(view.words[at]) > 1 and not view.heading(at):
        return True
    if view.opens_line(at):
        return False
    word = view.words[at]
    if word in view.t.nouns["end"] or view.t.changes.before(view.tokens, first, view.floor) or view.heading(at):
        return False
    return view.word(at - 1) not in {".", "!", "?", '"', ":"}
