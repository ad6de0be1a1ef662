"""Dates that an editor's note takes back, and those it puts in their place."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.happenings.happening_table import own_kinds
from reconcile.claims.notes.notes import OPENING_REACH
from reconcile.claims.notes.taken_back import cues, first_cue
from reconcile.language.analysis import Analysis, Row
from reconcile.language.dates import DateMention
from reconcile.language.lexicon import Houses
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope, Status

_AFTER_NOT = 2  # tokens between "not" and the date it denies
_Range = tuple[int, int]


def withdrawn_dates(analysis: Analysis, dates: Sequence[DateMention], houses: Houses = ()) -> dict[int, int | None]:
    """For each date (by index) that a note withdraws, the date that replaces it, None where the note gives none.

    A note withdraws the date it says to be wrong ("not on Tuesday"), and the dates of a sentence on what an earlier
    version said, where that sentence holds no figure that may have been the fault.
    """
    found: dict[int, int | None] = {}
    row = Row(dates)
    for first, last in analysis.tokens.paragraphs():
        inside = [i for i in analysis.indices(row, first, last) if dates[i].when.days]
        if inside and _is_note(analysis, (first, last), houses):
            wrong = _denied(analysis, dates, inside, houses) or _of_earlier_version(analysis, dates, inside, houses)
            right = [i for i in inside if i not in wrong and i > min(wrong, default=0) - 2]
            found.update(dict.fromkeys(wrong, right[-1] if right else None))
    return found


def _is_note(analysis: Analysis, paragraph: _Range, houses: Houses) -> bool:
    first, last = paragraph
    if cues(houses, "withdraws").find(analysis.tokens, first, last):
        return True
    opens = first_cue(analysis, "opens", first, min(last, first + 2 * OPENING_REACH), houses)
    return opens is not None and opens.start <= first + OPENING_REACH


def _denied(analysis: Analysis, dates: Sequence[DateMention], inside: Sequence[int], houses: Houses) -> list[int]:
    """Dates right after "not", "rather than" and their like."""
    contrasts = cues(houses, "contrast")
    return [
        i
        for i in inside
        if any(contrasts.before(analysis.tokens, dates[i].first - gap) for gap in range(_AFTER_NOT + 1))
    ]


def _of_earlier_version(
    analysis: Analysis, dates: Sequence[DateMention], inside: Sequence[int], houses: Houses
) -> list[int]:
    """The dates after "incorrectly said" in a sentence without figures, where a later sentence gives another."""
    wrong: list[int] = []
    for i in inside:
        first, last = analysis.sentences[analysis.sentence_of(dates[i].first)]
        cue = max((m.end for m in cues(houses, "withdraws").find(analysis.tokens, first, last)), default=None)
        figures = any(q.checkable for q in analysis.between(analysis.quantities, first, last))
        if cue is not None and cue <= dates[i].first and not figures and inside[-1] > i:
            wrong.append(i)
    return wrong if len(wrong) < len(inside) else []


def with_notes(
    claims: Sequence[Claim], analysis: Analysis, dates: Sequence[DateMention], houses: Houses = ()
) -> list[Claim]:
    """The date claims of one part, those that a note withdraws marked so and tied to what replaces them.

    Both then date the same happening: the one that either names, else what the story is about.
    """
    out = list(claims)
    at = {c.mention.span.start: n for n, c in enumerate(out)}
    for wrong, right in withdrawn_dates(analysis, dates, houses).items():
        old = at.get(dates[wrong].start)
        new = at.get(dates[right].start) if right is not None else None
        if old is None:
            continue
        measure = _happening([out[n] for n in (old, new) if n is not None], houses)
        note = out[old].id
        out[old] = evolve(out[old], status=Status.WITHDRAWN, measure=measure, scope=Scope.WHOLE, note=note)
        if new is not None:
            replaced = (*out[new].replaces, note)
            out[new] = evolve(out[new], measure=measure, scope=Scope.WHOLE, replaces=replaced, note=note)
    return out


def _happening(claims: Sequence[Claim], houses: Houses) -> str:
    known = [c.measure for c in claims if c.measure in own_kinds(houses)]
    story = claims[0].frame.kinds
    return known[0] if known else story[0] if story else claims[0].measure
