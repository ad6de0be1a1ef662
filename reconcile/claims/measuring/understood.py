"""Units that a figure leaves out because its text tells them elsewhere: "The ministry says 60 billion"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from reconcile.claims.measuring.counting_subject import subject_counts
from reconcile.claims.measuring.in_millions import in_millions
from reconcile.claims.measuring.measure_table import cue_table
from reconcile.claims.measuring.taken_up import ends_here
from reconcile.language.analysis import Analysis, Row
from reconcile.language.dimensions import DURATION, MONEY, dimension_of, is_money
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.text import Part

LARGE = Decimal(1_000_000)
SURE = Decimal(1_000_000_000)  # from here on a number that counts nothing is a sum, whatever stands before it
ALIKE = 4  # times, by which two figures of one unit differ at most
SHARED = frozenset({"share", "speed", "length", "mass", "temperature"})  # understood of a neighbour
TWIN = 8  # tokens between two figures that are told alike
CUE = 4  # tokens of a phrase before a figure
TIMES = 2  # that a currency is told at least, where an article tells several
CONVERTED = 6  # tokens in which a sum is given again ("86 million pounds, that is about 101 million euros")
BEFORE = 2  # tokens in which "a city of" may stand


@frozen
class Sums:
    """In what currency the article tells its large sums, if in one, and which large numbers it counts people by.

    `told` says that what is read follows a sum.
    """

    currency: str
    counted: frozenset[Decimal]
    told: bool

    def may_be(self, figure: QuantityMention, told: bool) -> bool:
        """What leaves out its currency stands behind a sum, or is too much for a count, and nobody is counted by it."""
        value = figure.quantity.value
        return bool(self.currency) and (told or value >= SURE) and value not in self.counted


def with_units(parts: Mapping[Part, Analysis], houses: Houses = ()) -> dict[Part, Analysis]:
    """The parts of one article; "60 billion" is in the currency in which the article tells its other large sums.

    A smaller number has the unit of the figure before it where both are told alike, or by a phrase for such a unit.
    """
    currency = _currency(parts, houses)
    counted = _counted(parts)
    headed = any(is_money(q.quantity.unit) for q in parts["headline"].quantities) if "headline" in parts else False
    return {
        p: _completed(in_millions(a, counted, houses), Sums(currency, counted, headed or p == "headline"), houses)
        for p, a in parts.items()
    }


def _counted(parts: Mapping[Part, Analysis]) -> frozenset[Decimal]:
    """The large numbers of people and things that the article counts."""
    figures = (q.quantity for a in parts.values() for q in a.quantities)
    return frozenset(q.value for q in figures if q.value >= LARGE and (q.counted or q.unit == PERSON))


def _currency(parts: Mapping[Part, Analysis], houses: Houses) -> str:
    """The currency of most of the article's large sums, the first of two told as often; "" where each is told once."""
    told = Counter(unit for a in parts.values() for unit in _told(a, houses))
    (first, most), (_, second) = [*told.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= TIMES or not second else ""


def _told(analysis: Analysis, houses: Houses) -> Iterator[str]:
    """The currencies of the large sums; what gives the large number before it again is left out."""
    words, again, stop = analysis.tokens.words, word_classes(houses)["given-again"], 0
    for figure in analysis.quantities:
        unit = figure.quantity.unit or ""
        if figure.quantity.value < LARGE:
            continue
        gap = words[stop : figure.first]
        converted = (
            stop > 0 and len(gap) <= CONVERTED and "." not in gap and not again.isdisjoint((*gap, words[figure.first]))
        )
        if figure.restates is None and not converted and dimension_of(unit).startswith(MONEY):
            yield unit
        stop = figure.last


def _completed(analysis: Analysis, sums: Sums, houses: Houses) -> Analysis:
    made: list[QuantityMention] = []
    told = sums.told
    last: QuantityMention | None = None  # with a unit that may be shared
    term: QuantityMention | None = None  # the same of times, which a verb alone tells: "must serve 18"
    large: QuantityMention | None = None
    for figure in analysis.quantities:
        if figure.quantity.unit is None and figure.quantity.counted is None:
            if crew := _crew_of(analysis, figure, houses):
                figure = evolve(figure, quantity=evolve(figure.quantity, unit=PERSON, counted=crew, head=crew))
            elif sums.may_be(figure, told) and _is_sum(analysis, large, figure, houses):
                figure = _in(figure, sums.currency)
            else:
                near = (q for q in (last, term) if q is not None and _shares_unit(analysis, q, figure, houses))
                figure = _in(figure, next((q.quantity.unit for q in near), None))
        elif dimension_of(figure.quantity.unit or "") in SHARED:
            last = figure
        elif dimension_of(figure.quantity.unit or "") == DURATION:
            term = figure
        told = told or is_money(figure.quantity.unit)
        large = figure if figure.quantity.value >= LARGE else large
        made.append(figure)
    return evolve(analysis, quantities=Row(made))


def _crew_of(analysis: Analysis, figure: QuantityMention, houses: Houses) -> str:
    """ "A crew of five": the noun before "of", which says who the five are; "" for any other number."""
    words, classes, at = analysis.tokens.words, word_classes(houses), figure.first - 2
    if at < 0 or words[at + 1] not in classes["of"] or words[at] not in classes["crew-of"]:
        return ""
    return "" if words[at - 1] in classes["other-crew"] else words[at]


def _in(figure: QuantityMention, unit: str | None) -> QuantityMention:
    return evolve(figure, quantity=evolve(figure.quantity, unit=unit))


def _shares_unit(analysis: Analysis, before: QuantityMention, figure: QuantityMention, houses: Houses) -> bool:
    """ "Prices rose by 23 percent and wages by 11", "We claim 9 percent. The company offered 4.5"."""
    low, high = sorted((abs(before.quantity.value), abs(figure.quantity.value)))
    if before.quantity.counted or high > ALIKE * low:
        return False
    apart = analysis.sentence_of(figure.first) - analysis.sentence_of(before.first)
    if apart > 1 or not ends_here(analysis, figure, houses):
        return False
    kind = before.quantity.unit or ""
    alike = apart == 0 and dimension_of(kind) != DURATION and _told_alike(analysis, before, figure, houses)
    return alike or _told_in(analysis, figure, kind, houses)


def _told_alike(analysis: Analysis, before: QuantityMention, figure: QuantityMention, houses: Houses) -> bool:
    """ "by 23 percent … and … by 11": one small word before both, and nothing but one more subject between."""
    words = analysis.tokens.words
    gap = words[before.last : figure.first - 1]
    linked = (
        words[before.first - 1] == words[figure.first - 1]
        and words[figure.first - 1] in word_classes(houses)["told-by"]
    )
    return linked and len(gap) <= TWIN and not word_classes(houses)["joining"].isdisjoint((*gap, *gap[:1]))


def _told_in(analysis: Analysis, figure: QuantityMention, unit: str, houses: Houses) -> bool:
    """ "limited to 80", "had demanded 9": the phrase right before the figure tells of what has such a unit."""
    kind, stop = dimension_of(unit).split()[0], figure.first
    found = cue_table(houses).before(analysis.tokens, stop, max(0, stop - CUE))
    return found is not None and any(e.counts == kind for e in found.entry)


def _is_sum(analysis: Analysis, before: QuantityMention | None, figure: QuantityMention, houses: Houses) -> bool:
    """True for "60 billion" that counts nothing; `before` is the last large number.

    Not true in "can build 9 million machines and sold 6.7 million".
    """
    quantity, words, classes = figure.quantity, analysis.tokens.words, word_classes(houses)
    if quantity.value < LARGE or words[figure.number_last - 1] not in tables(houses).numbers["scale"]:
        return False
    if (
        " ".join(words[max(0, figure.first - BEFORE) : figure.first])
        in classes["inhabited-of"] | classes["whole-before"]
    ):
        return False
    if subject_counts(analysis, figure, houses):
        return False
    return quantity.value >= SURE or before is None or not _counts_near(analysis, before, figure)


def _counts_near(analysis: Analysis, before: QuantityMention, figure: QuantityMention) -> bool:
    """True where the figure before, in this sentence or the one before it, counts people or things."""
    apart = analysis.sentence_of(figure.first) - analysis.sentence_of(before.first)
    return apart <= 1 and (before.quantity.counted is not None or before.quantity.unit == PERSON)
