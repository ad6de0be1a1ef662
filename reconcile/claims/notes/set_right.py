"""A figure that words behind it set right: "It showed 3.1 billion. The correct amount is 2.8 billion".

Or in one sentence: "it put them at 84 and later corrected this to 91".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reconcile.claims.notes.note import Note, alike, checkable, is_bare, other_numbers
from reconcile.claims.notes.taken_back import cues, told_as_number
from reconcile.language.analysis import Analysis
from reconcile.language.lexicon import Houses


def set_right(analysis: Analysis, houses: Houses) -> Iterator[Note]:
    """Each pair of sentences, of which the first gives one figure of the kind and the second the right one.

    What somebody else holds to be correct is a dispute: "The correct figure is 40, the union says".
    """
    table, tokens = cues(houses, "sets-right"), analysis.tokens
    if not table.may_stand(tokens, 0, len(tokens)):
        return
    for (first, last), (start, stop) in pairwise(analysis.sentences):
        cue = table.at(tokens, start)
        if cue is None or tokens.opens_line(start) or analysis.between(analysis.attributions, start, stop):
            continue
        old, new = _replaced(analysis, first, last, cue.end, houses)
        if len(old) == 1:
            yield Note(first, stop, tuple(old), tuple(new))


def corrected_to(analysis: Analysis, houses: Houses) -> Iterator[Note]:
    """Each figure that somebody gave and corrected to the one behind "corrected this to"."""
    for cue in cues(houses, "corrects-it").find(analysis.tokens):
        at = analysis.sentence_of(cue.start)
        (first, stop), (before, end) = analysis.sentences[at], analysis.sentences[max(0, at - 1)]
        old, new = _replaced(analysis, first, cue.start, cue.end, houses)
        if not old and not analysis.tokens.opens_line(first):
            old, new = _replaced(analysis, before, end, cue.end, houses)
        if old:
            yield Note(first, stop, (old[-1],), tuple(new))


def _replaced(analysis: Analysis, first: int, last: int, token: int, houses: Houses) -> tuple[list[int], list[int]]:
    """The figures of a token range that the one at `token` may stand in for, and that one.

    Those told as a number where some are: of "last week's figure of 197 had eight patients in it" the 197.
    """
    new = [i for i in checkable(analysis, token, token + 1) if analysis.quantities[i].first == token]
    old = other_numbers(analysis, checkable(analysis, first, last), new) if new else []
    old = [i for i in old if is_bare(analysis, new[0]) or alike(analysis, i, new[0], houses)]
    return [i for i in old if told_as_number(analysis, i, houses)] or old, new
