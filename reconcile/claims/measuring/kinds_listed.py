"""Things of another kind in one list share its verb: "118 buildings were destroyed, including 71 homes"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from reconcile.claims.measuring.clause import Clause, Measured
from reconcile.language.grammar import stands_among
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve

THINGS = "thing"
PART_REACH = 6  # tokens between a whole and its part
SUM_REACH = 12  # tokens between a part and its sum ("together with sheds, garages and stables")
SAID_REACH = 3  # tokens that may say that a figure is a sum
_ENDS = frozenset(",.;:)(–—")


def kinds_listed(clause: Clause, found: Mapping[int, Measured], named: Mapping[int, str]) -> dict[int, Measured]:
    """The measures found in a sentence, with those of things that a list counts beside things whose verb is told.

    `named` holds the things that figures count by nouns of their own. All homes among the buildings destroyed are
    all homes destroyed: `of` is set for a part that is a kind of its own, and so the whole of that kind.
    """
    told = dict(found)
    for before, index in pairwise(clause.figures):
        source, thing = told.get(before), named.get(index, "")
        if source is None or source.counts != THINGS or not thing:
            continue
        whole, figure = clause.figure(before), clause.figure(index)
        some = clause.shares.get(whole.first) == figure.first or clause.fronted.get(whole.first) == figure.first
        part = (_is_part(clause, figure) or some) and figure.first - whole.last <= PART_REACH
        if index not in told and (part or _is_sum(clause, whole, figure)):
            told[index] = evolve(source, thing=thing, of=None)
        if part and index in told and told[index].counts == THINGS and thing != source.thing:
            told[index] = evolve(told[index], of=before if _says_no_more(clause, figure) else None)
    return told


def _is_part(clause: Clause, figure: QuantityMention) -> bool:
    """ "including 71 homes", "71 of them homes"."""
    inside = clause.words[figure.number_last : figure.last]
    return clause.part(figure) or stands_among(inside, clause.classes["part-before"])


def _is_sum(clause: Clause, before: QuantityMention, figure: QuantityMention) -> bool:
    """ "83 homes and 151 structures in all", "71 homes, together with barns 130 buildings": it takes in the other."""
    gap = clause.words[before.last : figure.first]
    if figure.quantity.value <= before.quantity.value or len(gap) > SUM_REACH or clause.broken(gap):
        return False
    said = clause.words[figure.last : min(clause.last, figure.last + SAID_REACH)]
    return stands_among(said, clause.classes["in-all"]) or stands_among(gap, clause.classes["counted-with"])


def _says_no_more(clause: Clause, figure: QuantityMention) -> bool:
    """True for "71 homes." and "71 of them homes", not for "12 homes on Mill Road", which are some of them."""
    at = figure.last
    return at >= clause.last or clause.words[at] in _ENDS or clause.words[at] in clause.classes["coordination"]
