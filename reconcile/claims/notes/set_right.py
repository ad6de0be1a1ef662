"""A figure that the next sentence sets right: "The table showed 3.1 billion. The correct amount is 2.8 billion"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reconcile.claims.notes.note import Note, alike, checkable, is_bare, other_numbers
from reconcile.claims.notes.taken_back import cues
from reconcile.language.analysis import Analysis
from reconcile.language.lexicon import Houses


def set_right(analysis: Analysis, houses: Houses) -> Iterator[Note]:
    """Each such pair of sentences, of which the first gives one figure of the kind.

    What somebody else holds to be correct is a dispute: "The correct figure is 40, the union says".
    """
    table, tokens = cues(houses, "sets-right"), analysis.tokens
    if not table.may_stand(tokens, 0, len(tokens)):
        return
    for (first, last), (start, stop) in pairwise(analysis.sentences):
        cue = table.at(tokens, start)
        if cue is None or analysis.tokens.opens_line(start) or analysis.between(analysis.attributions, start, stop):
            continue
        new = [i for i in checkable(analysis, start, stop) if analysis.quantities[i].first == cue.end]
        old = other_numbers(analysis, checkable(analysis, first, last), new)
        old = [i for i in old if new and (is_bare(analysis, new[0]) or alike(analysis, i, new[0], houses))]
        if len(old) == 1:
            yield Note(first, stop, tuple(old), tuple(new))
