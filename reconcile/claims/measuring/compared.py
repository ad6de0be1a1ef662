"""What a sum or length is compared with ("up from 2.1 billion"), and by how much it moved ("rose $1.10 to $74")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reconcile.claims.measuring.clause import Measured
from reconcile.claims.measuring.measure_table import shares_of
from reconcile.language.analysis import Analysis
from reconcile.language.dimensions import MONEY, dimension_of
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve

CHANGE = "change in {}"
SHARE = "share"
APPOSED_REACH = 6  # tokens between a count and the share that says it in other words
COMPARED = 3  # tokens of "weaker than first", "above that of"
BETWEEN = 2  # figures from one to what it is compared with, that one included: "94 million, half the 187 million"


def with_compared(
    measured: Mapping[int, Measured], analysis: Analysis, figures: Sequence[int], houses: Houses = ()
) -> dict[int, Measured]:
    """The measures of a sentence; a figure behind "up from" or "compared with" measures what the one before it does.

    A sum by which another one moved measures the change alone.
    """
    found = {i: _as_change(m, analysis, analysis.quantities[i], houses) for i, m in measured.items()}
    for at, index in enumerate(figures):
        two = analysis.quantities[index]
        near = reversed(figures[max(0, at - BETWEEN) : at])
        before = next((i for i in near if _of_one_kind(analysis.quantities[i], two)), None)
        if before is None:
            _bring_about(found, analysis, figures[max(0, at - 1)], index, houses)
            continue
        one = analysis.quantities[before]
        source = found.get(index) or found.get(before)
        if is_baseline(analysis, two, houses) and before in found:
            found[index] = evolve(found[before], of=before)
        elif source and _moves_to(analysis, one, two, houses):
            found[index] = source
            found[before] = _change(source)
    return found


def _bring_about(found: dict[int, Measured], analysis: Analysis, before: int, index: int, houses: Houses) -> None:
    """ "The toll rose by 12 to 45": the number behind a change in a count is the count."""
    one, two = analysis.quantities[before], analysis.quantities[index]
    change = found.get(before)
    if change is None or index in found or not (_is_bare(one) and _is_bare(two)):
        return
    level = change.measure.removeprefix(CHANGE.format(""))
    if level != change.measure and _moves_to(analysis, one, two, houses):
        found[index] = evolve(change, measure=level)


def with_apposed(
    measured: Mapping[int, Measured], analysis: Analysis, figures: Sequence[int], houses: Houses = ()
) -> dict[int, Measured]:
    """The measures of a sentence; a share behind a count tells how much of all that is: "600 jobs, one in ten"."""
    found, words, classes = dict(measured), analysis.tokens.words, word_classes(houses)
    for before, index in pairwise(figures):
        one, two = analysis.quantities[before], analysis.quantities[index]
        share = shares_of(houses).get(found[before].measure) if before in found else None
        if share is None or index in found or dimension_of(two.quantity.unit or "") != SHARE:
            continue
        gap, after = words[one.last : two.first], words[two.last : two.last + 2]
        opens = bool(gap) and (gap[-1] == "," or gap[-1] in classes["in-other-words"])
        narrowed = " ".join(after) in classes["part-after"] and classes["definite"].isdisjoint(after)
        if opens and len(gap) <= APPOSED_REACH and not narrowed and classes["increment"].isdisjoint(after[:1]):
            found[index] = evolve(found[before], measure=share, counts=SHARE)
    return found


def _change(measured: Measured) -> Measured:
    return evolve(measured, measure=CHANGE.format(measured.measure))


def _as_change(measured: Measured, analysis: Analysis, figure: QuantityMention, houses: Houses) -> Measured:
    """ "cut its debt by 300 million euros" tells no debt; "beat forecasts by 14 million" is told as what it is."""
    if measured.cue_first < figure.first and is_difference(analysis, figure, houses):
        return _change(measured)
    by = figure.first - 1
    sum_of = dimension_of(figure.quantity.unit or "").startswith(MONEY)
    rate = " per " in (figure.quantity.unit or "")  # "output fell by 300,000 barrels a day"
    moved = (_is_bare(figure) or rate) and figure.quantity.direction is not None  # "the toll was cut by almost 100"
    if not (sum_of or moved) or measured.cue_last > by:
        return measured
    if analysis.tokens.words[by] not in word_classes(houses)["change-by"]:
        return measured
    return _change(measured)


def is_difference(analysis: Analysis, figure: QuantityMention, houses: Houses = ()) -> bool:
    """ "Two tenths above that of July", "33,000 jobs weaker than first thought": by how much, and no level of its own.

    "Forty ships bigger than that" are counted; what is thought of is what a count is held against. So is another
    number: "almost 100 fewer than the 359 given out yesterday".
    """
    words, classes = analysis.tokens.words, word_classes(houses)
    after = words[figure.last : figure.last + COMPARED]
    if len(after) < COMPARED:
        return False
    if after[0] in classes["comparative"] and after[1] in classes["than"]:
        measured_in = figure.quantity.unit not in (None, PERSON)
        against = _is_bare(figure) and analysis.between(analysis.quantities, figure.last + 2, figure.last + 5)
        return measured_in or bool(against) or after[2] in classes["thought-of"] | classes["first-thought"]
    beside = after[1] in classes["that-one"] or " ".join(after[1:]) in classes["level-before"]
    return after[0] in classes["above-or-below"] and beside


def _is_bare(figure: QuantityMention) -> bool:
    return figure.quantity.unit is None and figure.quantity.counted is None


def is_baseline(analysis: Analysis, figure: QuantityMention, houses: Houses = ()) -> bool:
    """True for a figure that another one is compared with: "up from 2.1 billion", "(previous year: 44)"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    labelled = words[max(0, figure.first - 1)] == ":"
    at, cues = (figure.first - 1, classes["baseline-label"]) if labelled else (figure.first, classes["baseline"])
    led = words[max(0, at - 2) : at]
    if not labelled and len(led) > 1 and led[0] in classes["change-from"] and led[1] in classes["definite"]:
        at -= 1  # "up from the 241 billion approved in May"
    return any(" ".join(words[max(0, at - n) : at]) in cues for n in (1, 2))


def _moves_to(analysis: Analysis, one: QuantityMention, two: QuantityMention, houses: Houses) -> bool:
    """ "rose $1.10 to $74.30", "fell by 300 million euros to 2.1 billion": the first is a change."""
    between = analysis.tokens.words[one.last : two.first]
    behind = between[1:] if between[:1] == [","] else between
    return one.quantity.direction is not None and len(behind) == 1 and behind[0] in word_classes(houses)["change-to"]


def _of_one_kind(one: QuantityMention, two: QuantityMention) -> bool:
    a, b = one.quantity.unit, two.quantity.unit
    return a is not None and b is not None and a != PERSON and dimension_of(a) == dimension_of(b)
