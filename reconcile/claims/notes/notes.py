"""Editor's notes and corrections: which figures a text withdraws, and which replace them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.claims.notes.in_passing import in_passing
from reconcile.claims.notes.note import Note, alike, checkable, other_numbers
from reconcile.claims.notes.set_right import corrected_to, set_right
from reconcile.claims.notes.taken_back import (
    NoteCue,
    TakenBack,
    changed_pairs,
    cues,
    first_cue,
    swapped,
    taken_back,
)
from reconcile.claims.notes.taken_back_later import taken_back_later
from reconcile.claims.notes.taken_out import said_otherwise, taken_out, takes_out
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match
from reconcile.model.change import evolve

MOST_FIGURES = 60  # a paragraph with more figures is no editor's note
OPENING_REACH = 4  # a note's heading stands within this many tokens of its paragraph's start
LONGEST = 10  # tokens of the longest heading
HEADING_REACH = 8  # tokens between "Correction" and the mark that ends the heading ("Correction, 17 September:")
LONG_HEADING = 3  # words; a longer opening phrase needs no mark behind it
_NOTED = ("starts", "opens", "own-report", "withdraws")  # roles without which a paragraph is no note
_PROVING = ("was-wrong", "put-right", "takes-it-back")  # roles that say of the figure before that it was wrong
_MARKS = frozenset({":", "-", "–", "—", ".", ")", "]", "("})
_BEFORE = frozenset({"(", "[", "*", "•", "-", "–", "—", "†", '"', "“"})


def find_notes(analysis: Analysis, houses: Houses = ()) -> list[Note]:
    """Every correction in a paragraph that is a note, and every sentence elsewhere that takes a figure back."""
    notes: list[Note] = []
    tokens, noted = analysis.tokens, cues(houses, *_NOTED)
    for first, last in tokens.paragraphs():
        sentences = analysis.sentences_between(first, last)
        if noted.may_stand(tokens, first, last) and _is_note(analysis, first, last, houses):
            own = first_cue(analysis, "body-said", first, last, houses) is None
            notes += (evolve(n, own=own) for n in _items(analysis, _behind_heading(analysis, sentences), houses))
        else:
            notes += in_passing(analysis, sentences, houses)
    for later in (taken_back_later, set_right, corrected_to):
        told = {i for n in notes for i in (*n.withdrawn, *n.replacements)}
        notes += [n for n in later(analysis, houses) if told.isdisjoint((*n.withdrawn, *n.replacements))]
    return notes


def _behind_heading(analysis: Analysis, sentences: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences without the heading of the first one ("Correction, Sunday, 6.40:"), which corrects nothing."""
    if not sentences:
        return []
    first, last = sentences[0]
    words, tokens = analysis.tokens.words, analysis.tokens
    reach = range(first, min(last - 1, first + OPENING_REACH + HEADING_REACH))
    colon = next((i for i in reach if words[i] == ":" and not tokens.glued(i)), None)
    return [(first if colon is None else colon + 1, last), *sentences[1:]]


def _is_note(analysis: Analysis, first: int, last: int, houses: Houses) -> bool:
    tokens = analysis.tokens
    start = _opening(analysis, first, last)
    if cues(houses, "starts").at(tokens, start) is not None:
        return True
    opening = first_cue(analysis, "opens", start, min(last, start + OPENING_REACH + LONGEST), houses)
    if opening is not None and opening.start <= start + OPENING_REACH and _heads(analysis, opening, start):
        return True
    if cues(houses, "own-report").at(tokens, start) is not None:
        replaced = any(first_cue(analysis, r, first, last, houses) is not None for r in ("replaces", "was-wrong"))
        return replaced or _says_anew(analysis, analysis.sentences_between(first, last), houses)
    return any(m.entry.id == "earlier-version" for m in cues(houses, "withdraws").find(tokens, first, last))


def _says_anew(analysis: Analysis, sentences: Sequence[tuple[int, int]], houses: Houses) -> bool:
    """ "In our report of Monday we said that four ports had refused her. There were two": the same, counted anew."""
    for said, anew in pairwise(sentences):
        cue = cues(houses, "says-anew").at(analysis.tokens, anew[0])
        ours = first_cue(analysis, "we-said", *said, houses) is not None
        old, new = checkable(analysis, *said), checkable(analysis, *anew)[:1]
        if not (ours and old and new and cue and analysis.quantities[new[0]].first == cue.end):
            continue
        if not analysis.quantities[new[0]].quantity.head or any(alike(analysis, i, new[0], houses) for i in old):
            return True
    return False


def _opening(analysis: Analysis, first: int, last: int) -> int:
    """The first word of a paragraph behind brackets, bullets and the time of a live blog's entry."""
    words, at = analysis.tokens.words, first
    while at < last - 1 and words[at] in _BEFORE:
        at += 1
    stamp = at
    while found := analysis.between(analysis.dates, stamp, stamp + 1):  # "Wed 08:05"
        stamp = found[-1].last
    return min(last - 1, stamp) if any(d.clock for d in analysis.between(analysis.dates, at, stamp)) else at


def _heads(analysis: Analysis, opening: Match[NoteCue], start: int) -> bool:
    """A heading ends with a mark of its own, stands in brackets, or its phrase is a sentence's opening."""
    words = analysis.tokens.words
    after = words[opening.end : opening.end + HEADING_REACH]
    goes_on = word_classes()["heading-goes-on"] | {","}  # "Correction, 17 September:"
    bracketed = opening.start == start and start > 0 and words[start - 1] in ("(", "[")
    marked = bool(after) and (after[0] in _MARKS or (after[0] in goes_on and ":" in after))
    return marked or bracketed or opening.end - opening.start > LONG_HEADING


def _items(analysis: Analysis, sentences: Sequence[tuple[int, int]], houses: Houses) -> Iterator[Note]:
    """A note's corrections one by one: a sentence takes figures back, its other ones or the next sentence's replace."""
    held: _Item | None = None
    total, out = 0, False
    for start, stop in sentences:
        inside = checkable(analysis, start, stop)
        total += len(inside)
        read = _with_verdict(analysis, start, stop, held, taken_back(analysis, start, stop, inside, houses), houses)
        read = said_otherwise(analysis, held.old if held else None, read, inside)
        read = taken_out(analysis, start, inside, read, houses) if out else read
        gone = not inside and takes_out(analysis, start, stop, houses)
        out = gone and not (held and held.old.figures)  # "It has withdrawn that figure" is of the one before
        if total > MOST_FIGURES:
            return
        if both := _one_for_the_other(analysis, start, stop, held, inside, houses):
            held = _Item(held.first if held and not inside else start, stop, TakenBack(both), [])
        elif read.figures:
            own = [i for i in inside if i not in (*read.figures, *read.names)]
            own = [new for old, new in changed_pairs(analysis, inside) if old in read.figures] or own
            if len(read.figures) == 1:  # two that were mixed up take each other's place
                own = other_numbers(analysis, own, read.figures)
            given = held.replacements if held is not None and not held.old.figures else []
            if held is not None and (late := _first_behind(analysis, held, own, read.figures[0], houses)):
                held.replacements, own = late, [i for i in own if i not in late]
            yield from _closed(held)
            held = _Item(start, stop, read, own or given)
        elif held is not None and (better := _instead(analysis, held, inside, houses)):
            held.last, held.replacements = stop, better
        elif held is not None and not held.replacements:
            lives = first_cue(analysis, "lives", start, stop, houses) is not None
            held.replacements = [] if lives else _in_their_place(analysis, held, start, inside, houses)
            held.last = stop
            proved = gone or any(first_cue(analysis, r, start, stop, houses) for r in _PROVING)
            proved = proved or (not inside and cues(houses, "was-another").at(analysis.tokens, start) is not None)
            if lives or proved:
                held.old = evolve(held.old, weak=False)  # "That was the total of both.", "It is now right above."
        elif held is None and inside:
            held = _Item(start, stop, TakenBack(), inside)
    yield from _closed(held)


def _one_for_the_other(
    analysis: Analysis, start: int, stop: int, held: _Item | None, inside: Sequence[int], houses: Houses
) -> tuple[int, ...]:
    """ "We gave 17 dead for the market and 31 for the station, the wrong way round": both are taken back.

    Where a sentence without figures says so, it speaks of those of the sentence before it.
    """
    if first_cue(analysis, "swapped", start, stop, houses) is None or _of_digits(analysis, start, stop, houses):
        return ()
    if inside or held is None:
        return swapped(analysis, start, stop, inside, houses)
    return swapped(analysis, held.first, held.last, checkable(analysis, held.first, held.last), houses)


def _in_their_place(analysis: Analysis, held: _Item, start: int, inside: Sequence[int], houses: Houses) -> list[int]:
    """The other figures of a sentence behind; "they were transposed: 14 were dead and 63 hurt" gives the same again."""
    first = analysis.quantities[inside[0]].first if inside else start
    if first_cue(analysis, "swapped", start, first, houses) is not None:
        return list(inside)
    return other_numbers(analysis, inside, held.old.figures)


def _of_digits(analysis: Analysis, start: int, stop: int, houses: Houses) -> bool:
    """ "We swapped the digits" of one figure, and not two figures."""
    return not word_classes(houses)["digits"].isdisjoint(analysis.tokens.words[start:stop])


def _instead(analysis: Analysis, held: _Item, inside: Sequence[int], houses: Houses) -> list[int]:
    """ "Nine dead were wrong. They came of two messages. Correct is seven": the messages took nobody's place."""
    old, quantities = held.old.figures, analysis.quantities
    if not old or len(inside) != 1 or not all(quantities[i].quantity.head for i in held.replacements):
        return []
    if any(alike(analysis, i, j, houses) for i in old for j in held.replacements):
        return []
    at = quantities[inside[0]].first
    cue = first_cue(analysis, "replaces", max(held.last, at - LONGEST), at, houses)
    return list(inside) if held.replacements and cue is not None and cue.end == at else []


def _first_behind(analysis: Analysis, held: _Item, own: Sequence[int], old: int, houses: Houses) -> list[int]:
    """ "We gave the profit as 1.86bn. It was 148m, up 18%, not 6%": the 148m take its place."""
    if held.replacements or len(held.old.figures) != 1:
        return []
    fits = (i for i in own if alike(analysis, held.old.figures[0], i, houses) and not alike(analysis, old, i, houses))
    return list(fits)[:1]


class _Item:
    """A correction that is still being read."""

    def __init__(self, first: int, last: int, old: TakenBack, replacements: list[int]) -> None:
        self.first, self.last, self.old, self.replacements = first, last, old, replacements


def _with_verdict(
    analysis: Analysis, start: int, stop: int, held: _Item | None, read: TakenBack, houses: Houses
) -> TakenBack:
    """ "The figure of 212 … It is withdrawn.": a sentence without figures speaks of the first one before it."""
    if read.figures or held is None or held.old.figures or checkable(analysis, start, stop):
        return read
    if first_cue(analysis, "was-wrong", start, stop, houses) is None:
        return read
    wrong, held.replacements = TakenBack(tuple(held.replacements[:1])), []
    return wrong


def _closed(item: _Item | None) -> Iterator[Note]:
    if item is not None and item.old.figures and (item.replacements or not item.old.weak):
        yield Note(item.first, item.last, item.old.figures, tuple(item.replacements), own=True)
