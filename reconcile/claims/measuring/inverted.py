"""Verbs that open their clause and have their subject behind them: "Have died 12 persons", "Were sown 300 trees"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

GAP_REACH = 5  # tokens of "to the sea" between the verb and the subject behind it

Classes = Mapping[str, frozenset[str]]


def is_inverted(words: Sequence[str], first: int, cue: tuple[int, int], figure: int, classes: Classes) -> bool:
    """True where the verb at `cue` (its first and last token, half open) has the figure behind it for its subject.

    No subject stands before it in the sentence that opens at `first`: nothing does, or a word of time or a place.
    """
    start, stop = cue
    if figure < stop:
        return False
    gap = words[stop:figure]
    if len(gap) > GAP_REACH or not classes["no-inversion"].isdisjoint(gap):
        return False
    opens = _auxiliaries_open(words, first, start, classes)
    if gap and (opens == start or gap[-1] in classes["opens-phrase"]):
        return False  # "Uncounted blessings fell on 31 villages"
    before = words[first:opens]
    if not before or (len(before) == 1 and before[0] in classes["before-inversion"]):
        return True
    another = classes["no-inversion"] | (classes["clause-break"] - {before[0]})  # "in the house where she was killed"
    return not gap and before[0] in classes["opens-phrase"] and another.isdisjoint(before)


def _auxiliaries_open(words: Sequence[str], first: int, start: int, classes: Classes) -> int:
    """Where the auxiliaries right before a verb begin; they are all that the clause has where they open it."""
    auxiliaries = classes["passive-auxiliary"] | classes["active-auxiliary"]
    while start > first and words[start - 1] in auxiliaries:
        start -= 1
    return start
