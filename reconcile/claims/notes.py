"""Editor's notes and corrections: which figures a text withdraws, and which replace them."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import Match, PhraseTable

MOST_FIGURES = 60  # a paragraph with more figures is no editor's note
OPENING_REACH = 4  # a note's heading stands within this many tokens of its paragraph's start


@frozen(kw_only=True)
class NoteCue(Entry):
    """A wording of corrections and its role; see the head of notes.toml."""

    role: str


SPEC = TableSpec("notes", "cue", NoteCue, shared_phrases=True)


@frozen
class Note:
    """One note: its token range, the figures it withdraws and those it puts in their place (quantity indices)."""

    first: int
    last: int
    withdrawn: tuple[int, ...]
    replacements: tuple[int, ...]


@lru_cache(maxsize=16)
def _table(houses: Houses, role: str) -> PhraseTable[NoteCue]:
    return PhraseTable((p, e) for e in load(SPEC, houses) if e.role == role for p in e.phrases)


def find_notes(analysis: Analysis, houses: Houses = ()) -> list[Note]:
    """Every paragraph that corrects figures, and every sentence elsewhere that takes one back in passing."""
    notes = []
    for first, last in analysis.tokens.paragraphs():
        sentences = analysis.sentences_between(first, last)
        if _is_note(analysis, first, last, houses):
            note = _read(analysis, first, last, sentences, houses)
        else:
            note = _read_in_passing(analysis, sentences, houses)
        if note is not None and note.withdrawn:
            notes.append(note)
    return notes


def _checkable(analysis: Analysis, first: int, last: int) -> list[int]:
    quantities = analysis.quantities
    return [i for i in analysis.indices(quantities, first, last) if quantities[i].checkable]


def _is_note(analysis: Analysis, first: int, last: int, houses: Houses) -> bool:
    tokens = analysis.tokens
    opening = next(_table(houses, "opens").find(tokens, first, min(last, first + OPENING_REACH + 4)), None)
    if opening is not None and opening.start <= first + OPENING_REACH and _heads(analysis, opening):
        return True
    return any(m.entry.id == "earlier-version" for m in _table(houses, "withdraws").find(tokens, first, last))


def _heads(analysis: Analysis, opening: Match[NoteCue]) -> bool:
    """A heading ends with a mark of its own, or its phrase is a sentence's opening."""
    words = analysis.tokens.words
    after = words[opening.end] if opening.end < len(words) else ""
    return after in (":", "-", "–", "—", ".", ")", "]", "(") or opening.end - opening.start > 3


def _read(
    analysis: Analysis, first: int, last: int, sentences: list[tuple[int, int]], houses: Houses
) -> Note | None:
    figures = _checkable(analysis, first, last)
    withdrawn: list[int] = []
    for start, stop in sentences:
        withdrawn += _withdrawn_in(analysis, start, stop, _checkable(analysis, start, stop), houses)
    if len(figures) > MOST_FIGURES:
        return None
    if not withdrawn:
        withdrawn = _weakly_withdrawn(analysis, sentences, figures, houses)
    if not withdrawn and not figures:
        return None
    return Note(first, last, tuple(withdrawn), tuple(i for i in figures if i not in withdrawn))


def _weakly_withdrawn(
    analysis: Analysis, sentences: list[tuple[int, int]], figures: list[int], houses: Houses
) -> list[int]:
    """In a headed note of several sentences, the figures of the first one that tells what was said before."""
    for at, (start, stop) in enumerate(sentences[:-1]):
        cue = next(_table(houses, "weak").find(analysis.tokens, start, stop), None)
        if cue is None:
            continue
        later = [i for i in figures if analysis.quantities[i].first >= sentences[at + 1][0]]
        behind = [i for i in figures if cue.end <= analysis.quantities[i].first < stop]
        return behind if later else []
    return []


def _withdrawn_in(analysis: Analysis, start: int, stop: int, inside: list[int], houses: Houses) -> list[int]:
    tokens, quantities = analysis.tokens, analysis.quantities
    contrast = next(_table(houses, "contrast").find(tokens, start, stop), None)
    for cue in _table(houses, "withdraws").find(tokens, start, stop):
        behind = [i for i in inside if quantities[i].first >= cue.end]
        if contrast is not None and contrast.start > cue.end:
            return [i for i in behind if quantities[i].first < contrast.start]
        return behind
    revised = _revised(analysis, start, stop, inside, houses)
    if revised:
        return revised
    if contrast is not None:
        return [i for i in inside if contrast.end <= quantities[i].first <= contrast.end + 2]
    return []


def _revised(analysis: Analysis, start: int, stop: int, inside: list[int], houses: Houses) -> list[int]:
    """ "revised … from 212 to 198": the figure after "from" is withdrawn."""
    if next(_table(houses, "revises").find(analysis.tokens, start, stop), None) is None or len(inside) < 2:
        return []
    words, quantities, classes = analysis.tokens.words, analysis.quantities, word_classes(houses)
    for a, b in pairwise(inside):
        between = words[quantities[a].last : quantities[b].first]
        before = words[quantities[a].first - 1]
        if before in classes["change-from"] and len(between) == 1 and between[0] in classes["change-to"]:
            return [a]
    return []


def _read_in_passing(analysis: Analysis, sentences: list[tuple[int, int]], houses: Houses) -> Note | None:
    """A sentence of running text that names the earlier figure: "…, not five as first reported"."""
    for start, stop in sentences:
        inside = _checkable(analysis, start, stop)
        if not inside:
            continue
        tokens = analysis.tokens
        reported = next(_table(houses, "as-reported").find(tokens, start, stop), None)
        wrongly = next(_table(houses, "withdraws").find(tokens, start, stop), None)
        revised = _revised(analysis, start, stop, inside, houses)
        in_contrast = reported is not None and any(_table(houses, "contrast").find(tokens, start, stop))
        if not (in_contrast or revised or (wrongly is not None and wrongly.entry.id == "wrongly-said")):
            continue
        withdrawn = _withdrawn_in(analysis, start, stop, inside, houses)
        if withdrawn:
            return Note(start, stop, tuple(withdrawn), tuple(i for i in inside if i not in withdrawn))
    return None
