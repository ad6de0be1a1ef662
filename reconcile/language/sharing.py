"""What a figure counts: from the words behind it, or from the figures beside it."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.language.counting import Counted, compound_after, counted_after, is_plural, one_word, people
from reconcile.language.dimensions import DURATION, MONEY, dimension_of
from reconcile.language.figures import Figure
from reconcile.language.quantity_values import PERSON, as_compared
from reconcile.language.ranges import next_figure
from reconcile.language.units import Unit, rate_after, rate_beyond
from reconcile.language.view import View
from reconcile.model.change import evolve
from reconcile.model.quantity import Quantity

_ALIKE = 3  # values of one measure in one sentence differ by no larger factor
_SAME_ORDER = 4  # times, by which two rates of one flow differ at most
FLOW = "flow"  # a dimension
_SHARE = 100  # a level above it is an index, not a share of votes
_SENTENCE = 16  # tokens that may stand between them
_LABEL = 6  # tokens of a label
_RATES_APART = 3  # tokens between two rates of one thing (", or about")
_AFTER_RATE = frozenset({"", ",", ".", ";", ":", ")", "!", "?", "-", "–", "—", '"'})
_BULLETS = frozenset("-–—*•·")
_GAUGED = frozenset({"length", "temperature"})  # what two places have side by side
_LABELLED = frozenset({"area", "length", "mass", "volume"})
_ENDS = frozenset({".", ";", "!", "?"})
_QUOTES = frozenset({'"', "'"})
_MEASURED = frozenset({"decimal", "grouped"})  # forms of a number that names no unit where one is understood


def count(view: View, figure: Figure) -> None:
    """Read what the figure counts, where it has no unit; a unit inside the phrase counts as one ("six mad minutes")."""
    number = figure.upper or figure.number
    at = figure.last
    if figure.unit is not None or number.form == "part" or (number.form == "slash" and view.says(at, "of")):
        return
    if (compound := compound_after(view, at)) is not None:
        figure.counted = one_word(view, compound)
        figure.last = compound + 1 if compound == at + 1 else at
        return
    if view.starts_number(at) and (aged := next_figure(view, at)) and aged.dimension == "age":
        figure.counted, figure.last = people(view, at, aged.last), aged.last
        return
    if view.word(at) in _QUOTES and view.tokens.glued(at - 1) and not view.tokens.glued(at):
        at += 1
    if view.says(at, "of"):
        if (start := _behind_of(view, figure, at)) is None:
            return
        at = start
    single = number.low == 1 or number.form == "slash"  # "¾ cup"
    plural = not single or figure.upper is not None or at > figure.last
    counted = counted_after(view, at, plural)
    if counted and number.form == "slash" and is_plural(view.words[counted.last - 1], view.t):  # "1/3 voters"
        return
    if counted is None:
        if (view.says(at, "per") or _in_time(view, at)) and (rate := rate_after(view, at)):
            figure.per, figure.last = rate
        return
    figure.last = counted.last
    measure = view.t.units.at(view.tokens, counted.last - 1) if counted.phrase else None
    if measure and measure.end == counted.last:
        figure.unit = Unit(measure.entry.id, measure.entry.dimension, counted.last - 1, counted.last)
    else:
        figure.counted = counted
    _rate(view, figure)


def _in_time(view: View, at: int) -> bool:
    """True for the "a year" of "36,000 a year", where a unit of time and nothing that it would count follows."""
    rate = rate_after(view, at)
    return rate is not None and dimension_of(rate[0]) == DURATION and view.word(rate[1]) in _AFTER_RATE


def _behind_of(view: View, figure: Figure, at: int) -> int | None:
    """Where what is counted begins behind the "of" at token `at`; None where nothing more is to be read."""
    number = figure.upper or figure.number
    if (number.form == "vague" or number.scaled) and (money := _money(view, at + 1)):
        figure.unit, figure.last = money, money.last
        return None
    if view.says(at + 1, "them"):
        counted = counted_after(view, at + (3 if view.says(at + 2, "be") else 2), plural=True)
        if counted and counted.phrase:
            figure.counted, figure.last = counted, counted.last
        return None
    if number.low == 1 and view.says(at + 1, "determiner"):
        return at + 2
    manifold = number.form == "vague" or number.scaled or view.says(number.last - 1, "pair")
    return at + 1 if manifold else None


def _money(view: View, at: int) -> Unit | None:
    """The currency behind "millions of", "pounds" among them."""
    if found := view.t.currencies.at(view.tokens, at):
        return Unit(found.entry.id, MONEY, at, found.end)
    scaled = view.t.scaled_money.get(view.word(at))
    return Unit(scaled.id, MONEY, at, at + 1) if scaled and not view.says(at + 1, "of") else None


def _rate(view: View, figure: Figure) -> None:
    """The denominator behind what is counted: "12 cases per 1,000", "40 cases of theft a week"."""
    if rate := rate_after(view, figure.last):
        figure.per, figure.last = rate
    elif beyond := rate_beyond(view, figure.last):
        figure.per = beyond


def share_noun(view: View, figure: Figure) -> None:
    """Give a bare figure the noun or unit of what it is taken from: "31 of the 45 tanks", "two of the tanks"."""
    if not figure.bare or figure.number.form in {"part", "slash"}:
        return
    at = figure.last + view.says(figure.last, "out of")
    if not view.says(at, "of"):
        if view.says(at, "who"):
            figure.counted = Counted(at, at, person=True)
        elif following := _following(view, figure):
            figure.unit, figure.counted, figure.per = following.unit, following.counted, following.per
        return
    determined = view.says(at + 1, "determiner")
    start = at + 1 + determined
    described = determined and not view.starts_number(start) and view.word(start) not in view.t.nouns["end"]
    owned = view.word(start + 1) == "'s"  # "two of the country's five airports"
    whole = next_figure(view, start) or (next_figure(view, start + 1 + owned) if described else None)
    if whole:
        count(view, whole)
        figure.unit, figure.counted = whole.unit, whole.counted
    elif determined or view.word(at + 2) == "'s":
        figure.counted = counted_after(view, at + 2 + (not determined), plural=True)


def _following(view: View, figure: Figure) -> Figure | None:
    """The figure behind a bare one that names what both measure: "from 9 to 7 cases", "(16,369, up 58 points)"."""
    at = figure.last
    if view.says(at, "to") and view.says(figure.first - 1, "from"):
        other = next_figure(view, at + 1)
        if other:
            count(view, other)
        return other
    change = view.t.changes.at(view.tokens, at + (view.word(at) == ","))
    other = next_figure(view, change.end) if change and figure.number.form in _MEASURED else None
    return other if other and other.unit and other.unit.name == view.t.point else None


def label_unit(view: View, first: int) -> Unit | None:
    """The unit that opens the label of a bare figure in a list of facts: "Acres burned: 12,300"."""
    at = first - 1
    if at < 1 or view.word(at) != ":":
        return None
    start = at - 1
    while start > max(0, at - _LABEL) and not view.opens_line(start):
        start -= 1
    if start < view.floor or not view.opens_line(start):
        return None
    found = view.t.units.at(view.tokens, start + (view.word(start) in _BULLETS))
    if found is None or found.end > at or found.entry.dimension not in _LABELLED:
        return None
    return Unit(found.entry.id, found.entry.dimension, start, found.end)


def alongside(
    view: View, figure: Figure, first: int, quantity: Quantity, before: Sequence[tuple[int, int, Quantity]]
) -> Quantity:
    """The value of a bare figure with the unit or noun it takes from those before it, if it does.

    `first` is the token its mention begins at; `before` holds the tokens of each earlier mention and its value.
    """
    if not before:
        return quantity
    begins, last, known = before[-2] if len(before) > 1 and _in_brackets(view, before[-1]) else before[-1]
    if _at_another_rate(view, first, last, known, quantity):
        return evolve(as_compared(quantity, known), per=quantity.per)
    if view.t.compared.before(view.tokens, first, view.floor) or _parallel(view, figure, first, last, known):
        return as_compared(quantity, known)
    if _is_rate(known) and _goes_on(view, figure, first, last) and _near(known, quantity):
        return as_compared(quantity, known)
    if last == first - 1 and view.says(last, "from") and view.says(begins - 1, "to"):  # "to 15,300 acres from 15,900"
        return as_compared(quantity, known)
    if known.counted and last == first - 1 and view.says(last, "to"):  # "312 votes to 188"
        return as_compared(quantity, known)
    fits = quantity.value <= known.value
    near = _one_sentence(view, last, first) or (known.unit is None and _points_back(view, figure, first, last))
    if (known.counted or known.unit == PERSON) and fits and near and _part(view, figure, first, begins):
        return as_compared(quantity, known)
    level = view.says(first - 1, "level")
    if level and known.unit == view.t.percent:
        _, last, known = before[0]
        if known.unit != view.t.point:
            return quantity
    if figure.number.form not in _MEASURED or not _one_sentence(view, last, figure.first):
        return quantity
    indexed = level and known.unit == view.t.point and quantity.value > _SHARE
    return evolve(quantity, unit=known.unit) if indexed or _alike(figure, known, quantity) else quantity


def _at_another_rate(view: View, first: int, last: int, known: Quantity, quantity: Quantity) -> bool:
    """ "3,000 tonnes a month, or 36,000 a year": the same told by another stretch of time."""
    if not (known.per and quantity.per and known.per != quantity.per) or quantity.unit or quantity.counted:
        return False
    times = dimension_of(known.per) == dimension_of(quantity.per) == DURATION
    return times and first - last <= _RATES_APART and _one_sentence(view, last, first)


def _is_rate(known: Quantity) -> bool:
    """True for so much in a unit of time: "9 litres a second", "900 barrels a day"."""
    unit = dimension_of(known.unit or "")
    return unit == FLOW or (unit in _LABELLED and dimension_of(known.per or "") == DURATION)


def _goes_on(view: View, figure: Figure, first: int, last: int) -> bool:
    """ "900 barrels a day in May and 800 in June": bare, and told when or where."""
    behind = view.says(figure.last, "preposition") or view.word(figure.last) in _AFTER_RATE
    before = view.says(first - 1, "preposition") or view.says(first - 1, "and")
    return figure.bare and before and behind and _one_sentence(view, last, first)


def _near(known: Quantity, quantity: Quantity) -> bool:
    """True for two numbers of one order, as two readings of one flow are."""
    low, high = sorted((abs(known.value), abs(quantity.value)))
    return high <= _SAME_ORDER * low


def _in_brackets(view: View, mention: tuple[int, int, Quantity]) -> bool:
    """ "212 people (88 families), 64 of them": what goes on does so from what stands before the brackets."""
    return view.word(mention[0] - 1) == "(" and view.word(mention[1]) == ")"


def _part(view: View, figure: Figure, first: int, whole: int) -> bool:
    """True for a part of the figure before, which begins at token `whole`.

    "30 houses, 12 of them", "450 beds, of which 30", "Of the 23 arrested, nine".
    """
    if figure.number.form in {"part", "slash"}:
        return False
    if _of_them(view, figure):
        return not view.word(first - 1)[:1].isalnum()
    if view.says(first - 1, "them") and view.says(first - 2, "of"):
        return not view.word(first - 3)[:1].isalnum()
    of = whole - 2 if view.says(whole - 1, "determiner") else whole - 1
    opens = of == 0 or view.word(of - 1) in _ENDS or view.opens_line(of)
    return view.says(of, "of") and opens and view.word(first - 1) == ","


def _of_them(view: View, figure: Figure) -> bool:
    return view.says(figure.last, "of") and view.says(figure.last + 1, "them")


def _points_back(view: View, figure: Figure, first: int, last: int) -> bool:
    """ "They found 212 birds on the shore. Thirty-seven of them died.": of things told in the sentence before."""
    ends = [i for i in range(last, first) if view.word(i) in _ENDS] if first - last < _SENTENCE else []
    return ends == [first - 1] and _of_them(view, figure)


def _one_sentence(view: View, last: int, first: int) -> bool:
    within = range(last, first)
    return len(within) < _SENTENCE and not any(view.word(i) in _ENDS and not view.tokens.glued(i) for i in within)


def _alike(figure: Figure, known: Quantity, quantity: Quantity) -> bool:
    """True where a bare decimal may measure what the figure before it does ("84.75 cents … 74.07")."""
    if figure.number.form != "decimal" or known.unit in (None, PERSON) or known.counted or known.per or not known.value:
        return False
    return _ALIKE > quantity.value / known.value > 1 / _ALIKE


def _parallel(view: View, figure: Figure, first: int, last: int, known: Quantity) -> bool:
    """True for the second of two phrases built alike: "12 homes in Marsk and 14 in Tolle", "3 km from Marsk and 14
    from Tolle".
    """
    measured = dimension_of(known.unit or "") in _GAUGED and figure.bare
    if not (known.counted or measured) or not view.says(figure.last, "preposition") or not view.says(first - 1, "and"):
        return False
    between = (view.word(i) for i in range(last, first - 1))
    return view.word(figure.last) in between and _one_sentence(view, last, first)
