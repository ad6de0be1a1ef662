"""Numbers that are no figures (dates, clock times, models), and figures that claim nothing (ages, time frames)."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.language.asides import OLDEST, SCORE, address_ends, age_group, aside_ends, gallery_ends, named_in_words
from reconcile.language.figures import Figure
from reconcile.language.number import Number
from reconcile.language.numbered import (
    aged_in_years,
    by_the_hour,
    hour_lead,
    is_result,
    numbers_as_verb,
    numbers_one_thing,
    numbers_things,
)
from reconcile.language.quantity_tables import RuleEntry
from reconcile.language.stamps import dotted_stamps
from reconcile.language.view import View
from reconcile.language.zeros import zero_counts
from reconcile.model.quantity import Hedge

_LOOK_BACK = 3  # tokens of a fixed phrase before its number
_EARLIEST_YEAR, _LATEST_YEAR = 1500, 2100
_TEN = 10  # "the 1998 report cites" holds a year; "the 1500 homes" may not
_SHORT_YEAR = 2  # digits of "'68"
_HOURS, _MINUTES = 24, 60
_PUT, _PUT_REACH = 3, 12  # tokens from "put" to "number", and to "at"
_ENDS = frozenset({".", "!", "?", '"', ":"})  # what a sentence begins behind
_LISTED = frozenset({"label", "age"})  # kinds of number of which others may follow in a list
_MODERN = 1900  # years before this one are not given with a hedge


def fits(view: View, rule: RuleEntry, start: int, figure: Figure) -> bool:
    """Whether the conditions of a rule whose phrase begins at `start` hold for the figure."""
    number, unit = figure.number, figure.unit
    if rule.capital and (not view.capital(start) or _opening_article(view, start)):
        return False
    match rule.only:
        case "label":
            counted = figure.counted is not None and figure.counted.phrase != ""
            titled = rule.capital or (counted and view.capital(start) and not view.heading(start))
            if view.word(number.first - 1) == ":" and view.says(start - 1, "determiner"):
                return False  # "Persons in the section: 12"
            if numbers_as_verb(view, start, figure):
                return False
            return number.whole and unit is None and (titled or not counted)
        case "digits":
            return number.form == "digits" and not number.scaled
        case "day":
            return number.whole and number.form == "digits" and unit is None and 1 <= number.low <= 31
        case "hour":
            hour = number.low <= _HOURS or (number.form == "digits" and number.low <= _HOURS * 100)
            return number.form in {"digits", "decimal", "words"} and hour
        case "minute":
            timed = unit is None or unit.name == "minute"
            return timed and figure.counted is None and number.whole and number.low < _MINUTES
        case "year":
            return number.whole and 1000 <= number.low <= 2100
        case "counted":
            return figure.counted is not None
        case "duration":
            return figure.dimension == "duration"
        case "millimetre":
            return unit is not None and unit.name == "millimetre"
        case "age of a name":
            named = view.word(figure.first - 1) == "," and view.capital(figure.first - 2)
            return figure.bare and number.low <= OLDEST and named and view.capital(figure.first - 3)
        case "age":
            years = figure.dimension in (None, "age") or (unit is not None and unit.name == "year")
            return years and number.low <= OLDEST and not (figure.counted and figure.counted.phrase)
    return True


def _opening_article(view: View, at: int) -> bool:
    """True for the "A" of "A 500-strong crowd gathered"; in running text "the A 40" is a road."""
    opens = view.opens_line(at) or view.word(at - 1) in _ENDS
    return view.says(at, "article") and (opens or view.heading(at))


def rules_met(view: View, figure: Figure, effect: str, first: int) -> Iterator[tuple[RuleEntry, int]]:
    """The rules of one effect that hold for the figure, with the token where each ends."""
    tokens, rules, number = view.tokens, view.t.rules, figure.number
    lead = first - 1 if view.word(first - 1) == ":" else first
    if found := rules["before"].before(tokens, lead, view.floor):
        told = view.word(number.last) in view.t.nouns["state"]  # "Death train: 53 dead"
        if lead < first and (told or found.entry.only not in ("label", "age")):
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
    lowest, whole = max(view.floor, number.first - _LOOK_BACK), rules["whole"]
    if whole.first.isdisjoint(view.words[lowest : number.first + 1]):
        return
    for start in range(number.first, lowest - 1, -1):
        found = whole.at(tokens, start)
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
    if picture := gallery_ends(view, figure):
        return picture
    if _goes_on(view, figure):
        view.listed = figure.last
        return figure.last
    if number.form == "part" and figure.unit is None and not _share(view, figure):
        return number.last
    if _pronoun(view, figure) or _year(view, figure) or _clock(view, figure) or _compound(view, figure):
        return number.last
    if is_result(view, figure):
        return figure.last
    if figure.upper:
        return figure.last if _score(view, figure) else None
    if numbers_things(view, figure) or numbers_one_thing(view, figure):
        view.listed = figure.last
        return figure.last
    if aged_in_years(view, figure) or age_group(view, figure) or named_in_words(view, figure):
        return figure.last
    if number.form == "digits" and figure.unit is None and not number.scaled:
        return address_ends(view, figure) or aside_ends(view, figure)
    return None


def _goes_on(view: View, figure: Figure) -> bool:
    """True for the further numbers of a labelled list ("tram lines 6, 11 and 13")."""
    if not 0 < figure.first - view.listed <= 2 or not figure.number.whole or figure.unit:
        return False
    between = range(view.listed, figure.first)
    if figure.counted and not (len(between) == 1 and view.says(view.listed, "of")):  # "Image 3 of 9 Bystanders gather"
        return False
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
    by = view.says(number.first - 1, "by") and (not last[:1].isalpha() or last in view.t.nouns["end"])
    hedged = by or view.t.before.before(view.tokens, number.first, view.floor) is not None
    if number.last - number.first == 1:
        return hedged or view.says(number.last, "determiner")
    ordinal = view.says(number.first, "article") and not hedged
    return not ordinal or not (last[:1].isalnum() or last == ",")


def _pronoun(view: View, figure: Figure) -> bool:
    """ "one" without a noun, "not one", and "no" before what is not counted when it is none."""
    number = figure.number
    word = view.words[number.first]
    if number.form == "words" and number.low == 0 and word not in view.t.numbers["ones"]:
        return not zero_counts(view, number)
    if view.says(number.first, "few") and number.last == number.first + 1:
        return not (figure.counted and (figure.counted.person or figure.counted.head in view.t.nouns["toll"]))
    if number.low == 1 and view.t.negations.before(view.tokens, number.first, view.floor):
        return True
    if number.form == "words" and figure.bare and (number.low == 0 or view.says(number.last - 1, "pair")):
        return True
    one = word in view.t.numbers["ones"] and number.low == 1 and number.last == number.first + 1
    return one and figure.bare and not view.says(number.last, "of") and not _harmed(view, number)


def _harmed(view: View, number: Number) -> bool:
    """True for the "one" of "killing one and injuring three": the verb has no other object behind it."""
    after = view.word(number.last)
    ends = not after[:1].isalpha() or after in view.t.nouns["end"]
    return ends and view.says(number.first - 1, "harm")


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
    if number.low % _TEN and not figure.counted.person and view.says(number.first - 1, "before year"):
        return True
    return view.capital(number.last) and not view.heading(number.first)


def _compound(view: View, figure: Figure) -> bool:
    """ "a three-way tie": a number hyphenated to what is neither a unit nor counted."""
    at, tokens = figure.last, view.tokens
    joined = view.word(at) == "-" and tokens.glued(at - 1) and tokens.glued(at) and view.word(at + 1)[:1].isalpha()
    return joined and figure.bare and view.t.after.at(tokens, at + 1) is None


def _clock(view: View, figure: Figure) -> bool:
    """ "at 6.40", "shortly after six": a time of day without a clock word, or an entry's stamp."""
    number = figure.number
    if number.first in dotted_stamps(view.tokens):
        return True
    lead = hour_lead(view, figure)
    if figure.unit or figure.upper or number.scaled or not _clock_lead(view, lead):
        return False
    minutes = view.word(number.last - 1)
    if number.form == "decimal":
        return number.decimals == 2 and number.low < _HOURS + 1 and minutes.isdecimal() and int(minutes) < _MINUTES
    hour = figure.counted is None and number.whole and 0 < number.low <= 12
    return (
        hour and not _is_counted(view, number, lead) and (not view.says(lead, "by") or by_the_hour(view, figure, lead))
    )


def _is_counted(view: View, number: Number, lead: int) -> bool:
    """ "Before five of the boats sank", "after two were hurt": so many, and no hour."""
    some = view.says(number.last, "of") and not view.says(lead, "put at")  # "at six of the evening"
    return some or view.says(number.last, "plural verb")


def _clock_lead(view: View, at: int) -> bool:
    """ "at six", but not "the toll stands at six"."""
    lead = view.says(at, "clock lead") and not view.says(at - 1, "standing") and not _put_at(view, at)
    return lead or view.word(at - 1) in view.t.numbers["part"]


def _put_at(view: View, at: int) -> bool:
    """ "Put the dead at seven", "puts the number saved in the flood at seven": whom is told between the two."""
    putting = next(
        (i for i in range(at - 2, max(view.floor, at - _PUT_REACH) - 1, -1) if view.says(i, "putting")), None
    )
    if putting is None:
        return False
    return view.says(at - 1, "put at") or any(view.says(i, "standing") for i in range(putting + 1, putting + 1 + _PUT))


def _score(view: View, figure: Figure) -> bool:
    """ "2-1": two small numbers glued by a dash with nothing counted."""
    number, upper = figure.number, figure.upper
    dash = view.says(number.last, "dash") and view.tokens.glued(number.last)
    small = upper is not None and upper.low <= SCORE and number.form == upper.form == "digits"
    return dash and small and figure.unit is None and figure.counted is None
