"""Where people were, told of the subject of another verb: "three people in the car were killed" counts the killed."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.measuring.clause import Clause, Cue
from reconcile.claims.measuring.measure_table import MeasureEntry, befell, cue_table
from reconcile.language.quantities import QuantityMention

FATE_REACH = 8  # tokens behind "in the car" in which the verb stands that tells what befell them
PLACE_REACH = 4  # tokens between those counted and "in the car" ("who were travelling")
_STOPS = frozenset(",;:.()–—")


def only_places(clause: Clause, cue: Cue) -> bool:
    """True for a phrase that says where the people were of whom the clause tells what befell them.

    "A bus with 40 people aboard was hit" tells how many it carried: there the bus is the subject.
    """
    if not any(e.measure in clause.classes["present"] and e.counts == "person" for e in cue.entry):
        return False
    before = [f for f in map(clause.figure, clause.figures) if f.number_last <= cue.start]
    if not before or not _is_subject(clause, before[-1], cue):
        return False
    return _has_fate(clause, cue.end) or _is_listed(clause, before)


def _is_listed(clause: Clause, before: Sequence[QuantityMention]) -> bool:
    """ "Eight are dead: seven who were travelling on the train and …": some of those before the colon."""
    one = before[-1]
    bare = one.last == one.number_last and clause.words[one.first - 1] == ":"
    return bare and any(_has_fate(clause, whole.last) for whole in before[:-1])


def _is_subject(clause: Clause, figure: QuantityMention, cue: Cue) -> bool:
    """True where the phrase stands right behind those counted, who begin their clause."""
    gap = clause.words[figure.last : cue.start]
    relative = gap[:1] != [] and gap[0] in clause.classes["relative-subject"]
    if len(gap) > PLACE_REACH or not _opens_clause(clause, figure):
        return False
    return _STOPS.isdisjoint(gap) and (relative or not any(map(clause.is_auxiliary, gap)))


def _opens_clause(clause: Clause, figure: QuantityMention) -> bool:
    """True for "three people" and not for "all 40 people" and "the 40", which tell how many there were."""
    at, classes = figure.first - 1, clause.classes
    links = classes["coordination"] | classes["clause-opening"] | classes["clause-break"] | classes["says-number"]
    return at < clause.first or clause.words[at] in links | _STOPS


def _has_fate(clause: Clause, start: int) -> bool:
    """True where the next finite verb of the clause tells what befell people."""
    words, stop = clause.words, min(clause.last, start + FATE_REACH)
    verb = False  # an auxiliary stands before: "were", "have been"
    for at in range(start, stop):
        if words[at] in _STOPS or words[at] in clause.classes["relative-subject"] | clause.classes["clause-break"]:
            return False
        found = cue_table(clause.houses).at(clause.analysis.tokens, at)
        if found is not None and any(_tells_fate(clause, e, verb) for e in found.entry):
            return True
        verb = verb or clause.is_auxiliary(words[at])
    return False


def _tells_fate(clause: Clause, entry: MeasureEntry, verb: bool) -> bool:
    """ "Died" needs no auxiliary; "killed" without one may be a participle, or have an object of its own."""
    if not befell(entry, clause.houses) or entry.measure in clause.classes["present"]:
        return False
    return "subject" in entry.takes and (verb or "object" not in entry.takes)
