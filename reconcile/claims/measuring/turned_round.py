"""Orders of words in which a predicate stands before what it is said of: "have died 12 people", "the number of those
who perished rose to 12".
"""

from __future__ import annotations

from reconcile.claims.measuring.clause import Clause, Cue
from reconcile.language.counting import is_plural
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables

FRONTED_REACH = 10  # tokens of "as a result of the flood in the valley" that may open a clause
INVERTED_REACH = 5  # tokens of "to the sea" between the verb and the subject behind it
NUMBERED_REACH = 14  # tokens between "the number of" and the predicate of those numbered
THOSE_REACH = 5  # tokens of "those who have so far been" before what befell them
FRONTED_WORDS = 3  # tokens of "as a result"
_OPENS_CLAUSE = frozenset(";:•")
_ENDS = frozenset(".,;:!?)")


def is_inverted(clause: Clause, figure: QuantityMention, cue: Cue) -> bool:
    """True for "Have died 12 persons", "In the park were sown 300 trees": the verb has its subject behind it.

    No subject stands before it in its sentence: nothing does, or a word of time or a place.
    """
    words, first, classes = clause.words, clause.first, clause.classes
    if figure.first < cue.end:
        return False
    gap = words[cue.end : figure.first]
    if len(gap) > INVERTED_REACH or not classes["no-inversion"].isdisjoint(gap):
        return False
    opens = _auxiliaries_open(clause, cue.start)
    if gap and (opens == cue.start or gap[-1] in classes["opens-phrase"]):
        return False  # "Uncounted blessings fell on 31 villages"
    before = words[first:opens]
    if not before or (len(before) == 1 and before[0] in classes["before-inversion"]):
        return True
    another = classes["no-inversion"] | (classes["clause-break"] - {before[0]})  # "in the house where she was killed"
    return not gap and before[0] in classes["opens-phrase"] and another.isdisjoint(before)


def _auxiliaries_open(clause: Clause, start: int) -> int:
    """Where the auxiliaries right before a verb begin; they are all that the clause has where they open it."""
    auxiliaries = clause.classes["passive-auxiliary"] | clause.classes["active-auxiliary"]
    while start > clause.first and clause.words[start - 1] in auxiliaries:
        start -= 1
    return start


def is_turned_round(clause: Clause, figure: QuantityMention, cue: Cue) -> bool:
    """True for "Have died 12 people", "Under the mud perished 12 of them": the subject follows its verb."""
    after = clause.words[figure.last] if figure.last < clause.last else "."
    next_to = cue.end <= figure.first and all(w.endswith("ly") for w in clause.words[cue.end : figure.first])
    if not next_to or not (after in _ENDS or after in clause.classes["label-link"]):
        return False
    start = _clause_start(clause, cue.start)
    stop, loose = cue.start, clause.classes["verb-first"] | clause.classes["passive-auxiliary"]
    loose |= clause.classes["active-auxiliary"]
    while stop > start and (clause.words[stop - 1] in loose or clause.words[stop - 1].endswith("ly")):
        stop -= 1
    front = clause.words[start:stop]
    return len(front) <= FRONTED_REACH and (not front or _is_fronted(clause, front))


def _clause_start(clause: Clause, stop: int) -> int:
    """The first token of the clause that ends at `stop`, behind its "and"."""
    starts = (i + 1 for i in range(stop - 1, clause.first - 1, -1) if clause.words[i] in _OPENS_CLAUSE)
    start = max(next(starts, clause.first), _behind_comma(clause, stop))
    return start + (clause.words[start] in clause.classes["coordination"])


def _behind_comma(clause: Clause, stop: int) -> int:
    return next((i + 1 for i in range(stop - 1, clause.first, -1) if clause.words[i] == ","), clause.first)


def _is_fronted(clause: Clause, front: list[str]) -> bool:
    """True for "in the flood", "as a result of the quake"; "after the man" and "of those" open no such clause."""
    opens = any(" ".join(front[:n]) in clause.classes["fronted"] for n in range(1, FRONTED_WORDS + 1))
    clean = clause.classes["relative-subject"] | clause.classes["clause-break"]
    return opens and clean.isdisjoint(front[FRONTED_WORDS:])


def is_numbered(clause: Clause, figure: QuantityMention, cue: Cue) -> bool:
    """True for "the number of those who perished rose to 12": the predicate is of those numbered.

    "The number stranded since the flood began has reached 12" too: "since" begins no clause of its own.
    """
    bare = figure.quantity.unit is None and figure.quantity.counted is None
    if not bare or cue.end >= figure.first:
        return False
    gap = clause.words[cue.end : figure.first]
    links = clause.classes["value-link"] | clause.classes["count-moves"] | clause.classes["numbers-them"]
    joined = [w for w in gap if w not in clause.classes["since"]]
    if links.isdisjoint(gap) or clause.broken(joined) or clause.rival(cue.end, figure.first):
        return False
    named = _number_of(clause, cue.start)
    return named is not None and _is_first_said(clause, clause.words[named : cue.start])


def _is_first_said(clause: Clause, gap: list[str]) -> bool:
    """True for "of people who [died]"; in "of people wounded who [survive]" an earlier participle tells of them."""
    at = next((i for i, w in enumerate(gap) if w in clause.classes["relative-subject"]), 0)
    who = gap[at - 1] if at else ""
    named = not at or who in clause.classes["pronoun-antecedent"] or is_plural(who, tables(clause.houses))
    return named and not clause.broken(gap)


def _number_of(clause: Clause, stop: int) -> int | None:
    """The token behind the "number of" nearest before `stop`, or that of "those who" at the sentence's head."""
    words, classes = clause.words, clause.classes
    if " ".join(words[clause.first : clause.first + 2]) in classes["those-who"] and stop - clause.first <= THOSE_REACH:
        return clause.first
    reach = range(stop, max(clause.first + 1, stop - NUMBERED_REACH), -1)
    return next((i for i in reach if words[i - 1] in classes["of"] and words[i - 2] in classes["taken-up-noun"]), None)
