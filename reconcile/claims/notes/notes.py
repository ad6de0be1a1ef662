"""Editor's notes and corrections: which figures a text withdraws, and which replace them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from reconcile.claims.notes.taken_back import (
    NoteCue,
    TakenBack,
    accepts,
    changed_pairs,
    cues,
    disowned,
    first_cue,
    from_to,
    given_before,
    retracted,
    swapped,
    taken_back,
)
from reconcile.claims.people.scope import is_everyone
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve

MOST_FIGURES = 60  # a paragraph with more figures is no editor's note
OPENING_REACH = 4  # a note's heading stands within this many tokens of its paragraph's start
LONGEST = 10  # tokens of the longest heading
HEADING_REACH = 8  # tokens between "Correction" and the mark that ends the heading ("Correction, 17 September:")
LIKEWISE_REACH = 6  # tokens between "from 37 to 12" and "from 29 to 21"
LONG_HEADING = 3  # words; a longer opening phrase needs no mark behind it
_NOTED = ("starts", "opens", "own-report", "withdraws")  # roles without which a paragraph is no note
# Roles without which a sentence of running text takes no figure back.
_TAKING_BACK = (
    "revises-count", "revises", "takes-back", "takes-it-back", "disowns", "withdraws", "was-wrong", "in-error",
    "as-reported",
)  # fmt: skip
_MARKS = frozenset({":", "-", "–", "—", ".", ")", "]", "("})
_BEFORE = frozenset({"(", "[", "*", "•", "-", "–", "—", "†", '"', "“"})


@frozen
class Note:
    """One correction: its token range, the figures it withdraws and those in their place (quantity indices).

    `own` says that the outlet owns up to a mistake of its own, where else it tells who took a figure back.
    """

    first: int
    last: int
    withdrawn: tuple[int, ...]
    replacements: tuple[int, ...]
    own: bool = False


def find_notes(analysis: Analysis, houses: Houses = ()) -> list[Note]:
    """Every correction in a paragraph that is a note, and every sentence elsewhere that takes a figure back."""
    notes: list[Note] = []
    for first, last in analysis.tokens.paragraphs():
        sentences = analysis.sentences_between(first, last)
        if _is_note(analysis, first, last, houses):
            own = first_cue(analysis, "body-said", first, last, houses) is None
            notes += (evolve(n, own=own) for n in _items(analysis, _behind_heading(analysis, sentences), houses))
        else:
            notes += _in_passing(analysis, sentences, houses)
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


def _checkable(analysis: Analysis, first: int, last: int) -> list[int]:
    quantities = analysis.quantities
    return [i for i in analysis.indices(quantities, first, last) if quantities[i].checkable]


def _is_note(analysis: Analysis, first: int, last: int, houses: Houses) -> bool:
    tokens = analysis.tokens
    if not cues(houses, *_NOTED).may_stand(tokens, first, last):
        return False
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
        old, new = _checkable(analysis, *said), _checkable(analysis, *anew)[:1]
        if not (ours and old and new and cue and analysis.quantities[new[0]].first == cue.end):
            continue
        if not analysis.quantities[new[0]].quantity.head or any(_alike(analysis, i, new[0], houses) for i in old):
            return True
    return False


def _opening(analysis: Analysis, first: int, last: int) -> int:
    """The first word of a paragraph behind brackets, bullets and the time of a live blog's entry."""
    words, at = analysis.tokens.words, first
    while at < last - 1 and words[at] in _BEFORE:
        at += 1
    clock = next((d for d in analysis.between(analysis.dates, at, at + 1) if d.clock is not None), None)
    return min(last - 1, clock.last) if clock is not None else at


def _heads(analysis: Analysis, opening: Match[NoteCue], start: int) -> bool:
    """A heading ends with a mark of its own, stands in brackets, or its phrase is a sentence's opening."""
    words = analysis.tokens.words
    after = words[opening.end : opening.end + HEADING_REACH]
    bracketed = opening.start == start and start > 0 and words[start - 1] in ("(", "[")
    marked = bool(after) and (after[0] in _MARKS or (after[0] == "," and ":" in after))
    return marked or bracketed or opening.end - opening.start > LONG_HEADING


def _items(analysis: Analysis, sentences: Sequence[tuple[int, int]], houses: Houses) -> Iterator[Note]:
    """A note's corrections one by one: a sentence takes figures back, its other ones or the next sentence's replace."""
    held: _Item | None = None
    total = 0
    for start, stop in sentences:
        inside = _checkable(analysis, start, stop)
        total += len(inside)
        read = _with_verdict(analysis, start, stop, held, taken_back(analysis, start, stop, inside, houses), houses)
        if total > MOST_FIGURES:
            return
        if both := _one_for_the_other(analysis, start, stop, held, inside, houses):
            held = _Item(held.first if held and not inside else start, stop, TakenBack(both), [])
        elif read.figures:
            own = [i for i in inside if i not in (*read.figures, *read.names)]
            if len(read.figures) == 1:  # two that were mixed up take each other's place
                own = _other_numbers(analysis, own, read.figures)
            given = held.replacements if held is not None and not held.old.figures else []
            yield from _closed(held)
            held = _Item(start, stop, read, own or given)
        elif held is not None and (better := _instead(analysis, held, inside, houses)):
            held.last, held.replacements = stop, better
        elif held is not None and not held.replacements:
            lives = first_cue(analysis, "lives", start, stop, houses) is not None
            held.last, held.replacements = stop, [] if lives else _other_numbers(analysis, inside, held.old.figures)
            proved = any(first_cue(analysis, r, start, stop, houses) for r in ("was-wrong", "put-right"))
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
    if first_cue(analysis, "swapped", start, stop, houses) is None:
        return ()
    if inside or held is None:
        return swapped(analysis, start, stop, inside, houses)
    return swapped(analysis, held.first, held.last, _checkable(analysis, held.first, held.last), houses)


def _instead(analysis: Analysis, held: _Item, inside: Sequence[int], houses: Houses) -> list[int]:
    """ "Nine dead were wrong. They came of two messages. Correct is seven": the messages took nobody's place."""
    old, quantities = held.old.figures, analysis.quantities
    if not old or len(inside) != 1 or not all(quantities[i].quantity.head for i in held.replacements):
        return []
    if any(_alike(analysis, i, j, houses) for i in old for j in held.replacements):
        return []
    at = quantities[inside[0]].first
    cue = first_cue(analysis, "replaces", max(held.last, at - LONGEST), at, houses)
    return list(inside) if held.replacements and cue is not None and cue.end == at else []


def _other_numbers(analysis: Analysis, figures: Sequence[int], old: Sequence[int]) -> list[int]:
    """The figures but those of a number that is taken back: "17, that is, were injured" puts nothing in its place.

    Nor do "two others" beside those who do.
    """
    quantities, words, rest = analysis.quantities, analysis.tokens.words, word_classes()["remainder"]
    taken = {(q.value, unit) for q in (quantities[i].quantity for i in old) for unit in (q.unit, None)}
    new = [i for i in figures if (quantities[i].quantity.value, quantities[i].quantity.unit) not in taken]
    return [i for n, i in enumerate(new) if not n or rest.isdisjoint(words[quantities[i].first : quantities[i].last])]


class _Item:
    """A correction that is still being read."""

    def __init__(self, first: int, last: int, old: TakenBack, replacements: list[int]) -> None:
        self.first, self.last, self.old, self.replacements = first, last, old, replacements


def _with_verdict(
    analysis: Analysis, start: int, stop: int, held: _Item | None, read: TakenBack, houses: Houses
) -> TakenBack:
    """ "The figure of 212 … It is withdrawn.": a sentence without figures speaks of the first one before it."""
    if read.figures or held is None or held.old.figures or _checkable(analysis, start, stop):
        return read
    if first_cue(analysis, "was-wrong", start, stop, houses) is None:
        return read
    wrong, held.replacements = TakenBack(tuple(held.replacements[:1])), []
    return wrong


def _closed(item: _Item | None) -> Iterator[Note]:
    if item is not None and item.old.figures and (item.replacements or not item.old.weak):
        yield Note(item.first, item.last, item.old.figures, tuple(item.replacements), own=True)


def _in_passing(analysis: Analysis, sentences: Sequence[tuple[int, int]], houses: Houses) -> Iterator[Note]:
    """Sentences of running text that name the earlier figure: "…, not five as first reported"."""
    signs = cues(houses, *_TAKING_BACK)
    for at, (start, stop) in enumerate(sentences):
        inside = _checkable(analysis, start, stop) if signs.may_stand(analysis.tokens, start, stop) else []
        old = _taken_back_in_passing(analysis, start, stop, inside, houses) if inside else ()
        if not old:
            continue
        new = [i for i in inside if i not in old and _alike(analysis, old[0], i, houses)]
        new = _other_numbers(analysis, new, old) if len(old) == 1 else new
        new = _of_its_size(analysis, new, old[0]) or _held_against(analysis, inside, old[0])
        new = [i for i in new if not _too_many(analysis, i, stop, houses)]
        pairs = changed_pairs(analysis, inside)
        if pairs and pairs[0][0] in old:
            new = [pairs[0][1]]  # "to 18 from 19, as one victim was listed twice"
        takes_back = first_cue(analysis, "takes-it-back", start, stop, houses) is not None
        if takes_back and disowned(analysis, start, stop, houses) is None:
            new = []  # somebody took it back, and others stand in their own right
        elif not new:
            new = _elsewhere(analysis, sentences, at, old[0], houses)
        yield Note(start, stop, old, tuple(new))
        if new == [b for _, b in pairs[:1]]:
            yield from (Note(start, stop, (a,), (b,)) for a, b in _likewise(analysis, pairs))
        return


def _of_its_size(analysis: Analysis, new: Sequence[int], old: int) -> list[int]:
    """ "15,300 acres and 12 homes, withdrawing the 15,900 it gave": a bare number was no more than twice too much."""
    bare = analysis.quantities[old].quantity
    if len(new) < 2 or bare.unit is not None or bare.head is not None:
        return list(new)
    values = {i: analysis.quantities[i].quantity.value for i in new}
    return [i for i in new if bare.value <= 2 * values[i] and values[i] <= 2 * bare.value] or list(new)


def _too_many(analysis: Analysis, figure: int, stop: int, houses: Houses) -> bool:
    """ "some 7,100 had been entered twice": by how much the figure taken back was too high is none in its place."""
    why = first_cue(analysis, "lives", analysis.quantities[figure].last, stop, houses)
    return why is not None and not analysis.between(analysis.quantities, analysis.quantities[figure].last, why.start)


def _elsewhere(
    analysis: Analysis, sentences: Sequence[tuple[int, int]], at: int, old: int, houses: Houses
) -> list[int]:
    """What may stand in for a figure whose sentence gives no other: the first of the next one.

    "Police accepted that and withdrew their figure of 48" puts the last one before it in its place.
    """
    if at and accepts(analysis, *sentences[at], houses):
        given = _checkable(analysis, *sentences[at - 1])[-1:]
        bare = analysis.quantities[old].quantity.unit is None and analysis.quantities[old].quantity.counted is None
        return [i for i in given if bare or _alike(analysis, old, i, houses)]
    given = _checkable(analysis, *sentences[at + 1])[:1] if at + 1 < len(sentences) else []
    return [i for i in given if _alike(analysis, old, i, houses)]


def _likewise(analysis: Analysis, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """ "July was revised from 37 to 12, that of June from 29 to 21": the pairs that share the first one's verb."""
    quantities, words, classes = analysis.quantities, analysis.tokens.words, word_classes()
    links = classes["coordination"] | {",", ";"}
    for before, pair in pairwise(pairs):
        left = max(quantities[i].last for i in before)
        gap = words[left : min(quantities[i].first for i in pair)]
        if not 0 < len(gap) <= LIKEWISE_REACH or gap[0] not in links or classes["shares-verb"].isdisjoint(gap[1:3]):
            return
        yield pair


def _alike(analysis: Analysis, old: int, new: int, houses: Houses) -> bool:
    """True where one may take the other's place: they count the same, or one does not say what."""
    one, other = analysis.quantities[old].quantity, analysis.quantities[new].quantity
    heads = [q.head for q in (one, other) if q.head and not is_everyone(q.head, houses)]
    units = [q.unit for q in (one, other) if q.unit and not (q.unit == PERSON and not q.head)]
    return len(set(units)) < 2 and (not heads or one.head == other.head)


def _held_against(analysis: Analysis, inside: Sequence[int], old: int) -> list[int]:
    """ "Six paintings were stolen, not seven as we said": what a bare number is held against stands right before it."""
    at, quantity = inside.index(old), analysis.quantities[old].quantity
    bare = quantity.unit is None and quantity.counted is None
    return [inside[at - 1]] if bare and at else []


def _taken_back_in_passing(
    analysis: Analysis, start: int, stop: int, inside: list[int], houses: Houses
) -> tuple[int, ...]:
    def cue(role: str) -> Match[NoteCue] | None:
        return first_cue(analysis, role, start, stop, houses)

    counts = cue("revises-count") is not None and cue("count-word") is not None
    if (cue("revises") is not None or counts) and cue("prospect") is None:
        verb = cue("revises") or cue("revises-count")
        near = [i for i in inside if verb is None or analysis.quantities[i].first >= verb.start]
        revised = from_to(analysis, near[:2]) or given_before(analysis, start, stop, inside, houses)
        if revised:
            return tuple(revised)
    if cue("prospect") is None and (gone := retracted(analysis, start, stop, inside, houses)):
        return tuple(gone)
    wrongly = cue("withdraws")
    misreported = wrongly is not None and wrongly.entry.id == "wrongly-said"
    earlier, wrong = cue("earlier"), cue("was-wrong")
    proved = earlier is not None and wrong is not None and earlier.start < wrong.start
    proved = proved or cue("in-error") is not None
    if misreported or proved or (cue("as-reported") is not None and cue("contrast") is not None):
        read = taken_back(analysis, start, stop, inside, houses)
        return () if read.weak and not (proved or cue("as-reported")) else read.figures
    return ()
