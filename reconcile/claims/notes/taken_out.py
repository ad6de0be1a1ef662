"""What a note says of its own text, and what others say there: "We have removed a line. It said that 63 had died." """

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.notes.taken_back import TakenBack, cues, first_cue
from reconcile.language.analysis import Analysis
from reconcile.language.lexicon import Houses
from reconcile.model.change import evolve

_OWN = frozenset({None, "documents", "media", "person"})  # roles of speakers by which a text may mean itself


def takes_out(analysis: Analysis, start: int, stop: int, houses: Houses) -> bool:
    """ "We have removed a line of this story": the next sentence may tell what the line said."""
    return all(first_cue(analysis, role, start, stop, houses) for role in ("takes-out", "own-passage"))


def taken_out(analysis: Analysis, start: int, inside: Sequence[int], read: TakenBack, houses: Houses) -> TakenBack:
    """What the sentence at `start`, with the figures `inside`, says that the text said: "It said that 63 had died"."""
    if not inside or cues(houses, "text-said").at(analysis.tokens, start) is None:
        return read
    return evolve(read, figures=read.figures or tuple(inside[:1]), weak=False)


def said_otherwise(analysis: Analysis, held: TakenBack | None, read: TakenBack, inside: Sequence[int]) -> TakenBack:
    """`read`, or nothing where others than the text say it: "By Friday the ministry put the dead at 58".

    Behind a figure that the note plainly takes back (`held`) that is what takes its place; and what stands before it
    is not what takes its own.
    """
    if held is None or not (read.weak and read.figures):
        return read
    if held.weak if held.figures else len(read.figures) != len(inside):
        return read
    at = analysis.quantities[read.figures[0]].number_first
    others = any(a.role not in _OWN for a in analysis.governing(at))
    return TakenBack() if others else read
