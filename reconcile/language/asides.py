"""Numbers in names and asides: addresses, ages behind a name, results, "Hall 3", "Theatre Two", "under-19 coach"."""

from __future__ import annotations

from reconcile.language.counting import is_plural
from reconcile.language.figures import Figure
from reconcile.language.number import Number
from reconcile.language.ranges import next_figure
from reconcile.language.view import View

OLDEST = 120
SCORE = 40  # neither side of a football score is larger
_ASIDE = frozenset([",", "–", "—", "-", "("])
_CHANNELS = 100
_LISTED_NAME = 9  # tokens between the ages of two who are listed
_NAME = 4  # words of a team's name
_AREA = 3  # digits of an area code, and of the exchange after it
_AFTER_AREA = 4  # tokens of ") 555-TIPS"
_TALLY = 60  # tokens of a list of who has how many
_LIST_MARKS = frozenset([":", ",", ";", ".", "(", ""])
_APOSTROPHES = frozenset(["'", "'s"])


def age_group(view: View, figure: Figure) -> bool:
    """ "the under-19 coach"."""
    at = figure.first - 1
    joined = view.word(at) == "-" and view.tokens.glued(at) and view.says(at - 1, "age group")
    return joined and figure.unit is None and figure.number.low <= OLDEST


def named_in_words(view: View, figure: Figure) -> bool:
    """ "Theatre Two", "Platform Nine": a capital on both words in running text."""
    at = figure.first
    if not figure.bare or figure.number.form != "words" or at != figure.number.first or view.opens_line(at):
        return False
    if view.says(figure.last, "plural verb"):
        return False
    return view.capital(at) and view.capital(at - 1) and not view.opens_line(at - 1) and not view.heading(at)


def address_ends(view: View, figure: Figure) -> int | None:
    """The end of "88 Elm Street", "40 Chandlers' Street", "9 E 71st St", "22 Ave Morel"."""
    at = figure.number.last
    if figure.bare and view.says(figure.first - 1, "address lead") and view.capital(at) and not view.heading(at):
        return at
    if view.word(at) in view.t.streets and view.capital(at) and view.capital(at + 1) and not view.heading(at):
        return at + 1
    for i in range(at, at + 5):
        if i > at and view.word(i) in view.t.streets and not _ordinal_ending(view, i):
            return i + 1
        inner = view.word(i).isdecimal() or view.word(i) in _APOSTROPHES or _ordinal_ending(view, i)
        named = view.capital(i) or (i > at and inner)
        if not named or (i > at and view.opens_line(i)):
            return None
    return None


def _ordinal_ending(view: View, at: int) -> bool:
    """True for the "st" of "71st"."""
    return view.says(at, "ordinal") and view.word(at - 1).isdecimal() and view.tokens.glued(at - 1)


def aside_ends(view: View, figure: Figure) -> int | None:
    """Ages and names around a bare number: "Dacre, 68, said", "Lind (50)", "Hall 3", "1. Profits are huge"."""
    number = figure.number
    first, last = number.first, number.last
    if not figure.bare:
        return last if _station(view, figure) else None
    if _tallied(view, first, last):
        return None
    if _footnote(view, number) or _in_code(view, number):
        return last
    if _area_code(view, number):
        return last + _AFTER_AREA
    before, after = view.word(first - 1), view.word(last)
    if view.opens_line(first) and after in {".", ")"} and not view.opens_line(last) and view.capital(last + 1):
        return last
    if number.low <= OLDEST and _age(view, number, before, after):
        return last
    if number.low <= SCORE and after == "," and view.capital(first - 1) and _other_score(view, last + 1):
        return last
    return last if _label(view, first, last) else None


def _tallied(view: View, first: int, last: int) -> bool:
    """True for the 31 and 28 of "seats: Rural Union 31, Civic List 28", "12 seats, the Greens 9": what each one has."""
    ends = view.word(last) in _LIST_MARKS or view.opens_line(last)
    if not (ends or view.says(last, "and") or view.says(last, "instead")):
        return False
    at = first - 1
    while at > first - 1 - _NAME and (view.capital(at) or view.word(at) in _APOSTROPHES):
        at -= 1
    listed = view.word(at) in _LIST_MARKS or view.says(at, "and") or view.says(at, "determiner")
    if at == first - 1 or not (listed or _next_has(view, last)):
        return False
    linked = at - view.says(at, "determiner")
    shared = view.word(linked) in _LIST_MARKS or view.says(linked, "and")  # ", the Liberals 30"; not "in the CAC 40"
    ended = False  # a sentence before tells of a vote ("Exit poll. Varda 42, Rehn 38"), not of what there is to have
    for i in range(at, max(-1, at - _TALLY), -1):
        if view.says(i, "polled") or (view.says(i, "tallied") and not ended):
            return True
        if shared and not ended and view.says(i, "share unit"):
            return True
        if view.opens_line(i):
            return False
        ended = ended or (view.word(i) == "." and not view.tokens.glued(i))
    return False


def _next_has(view: View, last: int) -> bool:
    """True where the next one of a list has a number, too: ", Kline 38" behind "The poll has Marrow 42"."""
    end = last + 1
    while end <= last + _NAME and view.capital(end):
        end += 1
    return (view.word(last) == "," or view.says(last, "and")) and end > last + 1 and view.word(end).isdecimal()


def _age(view: View, number: Number, before: str, after: str) -> bool:
    """ "Dacre, 68, said", "Lind (50)", "a woman of 34", "two men, 18 and 20"."""
    named = view.word(number.first - (3 if view.word(number.first - 2) == "." else 2))
    if view.says(number.first - 1, "of"):
        return named in view.t.nouns["person"] and not is_plural(named, view.t)
    if _each_aged(view, number):
        return True
    if _ages_follow(view, number, named in view.t.nouns["person"] and before in _ASIDE):
        view.listed = number.last
        return True
    if not named[:1].isalpha():
        return False
    if before == "(":
        return after == ")"
    ends = after in {",", ".", "–", "—", ")", ";", "", "("} or view.opens_line(number.last)
    ends = ends or (after == "-" and not view.tokens.glued(number.last - 1))  # "Ruiz, 16 - who was hurt"; "16-foot"
    next_named = view.says(number.last, "and") and view.capital(number.last + 1)
    return before == "," and (ends or next_named or _in_list_of_ages(view, number.first))


def _in_list_of_ages(view: View, first: int) -> bool:
    """ "Ida Maro, 24, and Tobias Kin, 32 were hurt": the last of several names with an age behind each."""
    for i in range(first - 3, max(view.floor, first - _LISTED_NAME), -1):
        if not (view.capital(i) or view.word(i) in _ASIDE | {";"} or view.says(i, "and")):
            return view.word(i).isdecimal() and view.word(i - 1) == "," and view.capital(i - 2)
    return False


def gallery_ends(view: View, figure: Figure) -> int | None:
    """The end of "2 of 12 CLOSE" and "1 / 3 Back to Gallery": which picture of how many."""
    of, total = figure.number.last, figure.number.last + 1
    after = total + 1
    if figure.number.form != "digits" or not view.word(total).isdecimal() or after >= len(view.words):
        return None
    shouted = view.tokens.raw(after).isupper() and len(view.word(after)) > 1 and not view.heading(after)
    if view.says(of, "of") and (shouted or view.opens_line(after)) and not view.opens_line(total):
        return after
    apart = view.word(of) == "/" and not view.tokens.glued(of - 1) and not view.tokens.glued(of)
    return after if apart and (view.capital(after) or view.opens_line(after)) else None


def _ages_follow(view: View, number: Number, people: bool) -> bool:
    """ "two men, 18 and 20", "an 18- and 15-year-old": the number before another one that is an age."""
    at = number.last + (view.word(number.last) == "-")
    if not (view.says(at, "and") or view.word(at) == ","):
        return False
    other = next_figure(view, at + 1) if view.word(at + 1).isdecimal() else None
    if other is None:
        return False
    return other.dimension == "age" or (people and other.bare and other.number.low <= OLDEST)


def _each_aged(view: View, number: Number) -> bool:
    """ "two brothers, one 17 and the other 21": both numbers."""
    first, last = number.first, number.last
    if view.says(first - 1, "one aged"):
        at = last + (view.word(last) == ",")
        at += view.says(at, "and")
        return at > last and view.says(at + 1, "other aged") and view.word(at + 2).isdecimal()
    if not view.says(first - 1, "other aged"):
        return False
    at = first - 3  # before "the other"
    at -= view.says(at, "and")
    at -= view.word(at) == ","
    return at < first - 3 and view.word(at).isdecimal() and view.says(at - 1, "one aged")


def _other_score(view: View, at: int) -> bool:
    """True where the other side of a result begins: the "Port Isen 1" of "Chelworth 2, Port Isen 1"."""
    end = at
    while end < at + _NAME and view.capital(end):
        end += 1
    goals = view.word(end)
    if not goals.isdecimal() or view.word(end + 1)[:1].isalnum():
        return False
    grouped = view.tokens.glued(end) and view.word(end + 2).isdecimal()  # "LEAVE 2,000 HOMELESS"
    return end > at and not grouped and int(goals[:3]) <= SCORE


def _footnote(view: View, number: Number) -> bool:
    """True for "[13]" set close behind a word, as encyclopedias do; "[13] people" is an insertion."""
    opens, closes = number.first - 1, number.last
    if view.word(opens) != "[" or view.word(closes) != "]" or opens < 1:
        return False
    return all(view.tokens.glued(i) for i in (opens - 1, opens, closes - 1))


def _in_code(view: View, number: Number) -> bool:
    """True for a digit among letters, as the addresses of pages hold them ("x.example/2beO4t1")."""
    before, after = view.word(number.first - 1), view.word(number.last)
    letters = before[-1:].isalnum() and after[:1].isalnum()
    return letters and view.tokens.glued(number.first - 1) and view.tokens.glued(number.last - 1)


def _area_code(view: View, number: Number) -> bool:
    """ "(210) 555-TIPS": the number before a telephone number that may end in letters."""
    last = number.last
    three = len(view.word(last - 1)) == _AREA and view.word(number.first - 1) == "(" and view.word(last) == ")"
    at = last + 2 if view.word(last + 1) == "-" else last + 1
    local = view.word(at)
    return three and local.isdecimal() and len(local) == _AREA and view.word(at + 1) == "-"


def _station(view: View, figure: Figure) -> bool:
    """ "WQRX 3 News reported": initials, a small number and a capital, in running text."""
    first, last = figure.number.first, figure.number.last
    if first < 1 or view.opens_line(first) or not view.capital(last) or (figure.counted and figure.counted.person):
        return False
    initials = view.tokens.raw(first - 1)
    return initials.isupper() and len(initials) > 1 and figure.number.low <= _CHANNELS and not view.heading(first)


def _label(view: View, first: int, last: int) -> bool:
    """True where a capitalised word in running text stands directly before the bare number ("Hall 3").

    "In Marsk 12 were hurt" counts people.
    """
    at = first - 1
    if at < view.floor or not view.capital(at) or view.opens_line(first) or view.says(last, "plural verb"):
        return False
    if view.tokens.raw(at).isupper() and len(view.words[at]) > 1 and not view.heading(at):
        return True
    if view.opens_line(at):
        return False
    word = view.words[at]
    if word in view.t.nouns["end"] or view.t.changes.before(view.tokens, first, view.floor) or view.heading(at):
        return False
    return view.word(at - 1) not in {".", "!", "?", '"', ":"}
