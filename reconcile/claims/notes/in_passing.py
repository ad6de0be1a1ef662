"""Sentences of running text that take a figure back: “…, not five as first reported”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.claims.notes.given_otherwise import given_otherwise
from reconcile.claims.notes.note import Note, alike, checkable, is_bare, other_numbers
from reconcile.claims.notes.owned_up import gave_then, owned_up
from reconcile.claims.notes.taken_back import (
    NoteCue,
    accepts,
    changed_pairs,
    cues,
    disowned,
    first_cue,
    from_to,
    given_before,
    retracted,
    taken_back,
    told_as_number,
)
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match

OWNED_REACH = 8  # tokens between "accepted that their figure of" and its number
LIKEWISE_REACH = 6  # tokens between "from 37 to 12" and "from 29 to 21"
# Roles without which a sentence of running text takes no figure back.
_TAKING_BACK = (
    "revises-count", "revises", "takes-back", "takes-it-back", "disowns", "withdraws", "was-wrong", "in-error",
    "as-reported", "gives", "was-short", "had-been-short", "said-till-then", "prints-over",
)  # fmt: skip
_THEIRS = ("takes-back", "takes-it-back", "disowns")  # roles of what somebody else takes back


def in_passing(analysis: Analysis, sentences: Sequence[tuple[int, int]], houses: Houses) -> Iterator[Note]:
    """Sentences of running text that name the earlier figure: "…, not five as first reported"."""
    signs = cues(houses, *_TAKING_BACK)
    for at, (start, stop) in enumerate(sentences):
        inside = checkable(analysis, start, stop)
        signed = inside and signs.may_stand(analysis.tokens, start, stop)
        old = _taken_back_in_passing(analysis, start, stop, inside, houses) if signed else ()
        old = old or owned_up(analysis, sentences, at, inside, houses)
        old = old or gave_then(analysis, sentences, at, inside, houses)
        if not old:
            continue
        new = [i for i in inside if i not in old and alike(analysis, old[0], i, houses)]
        new = other_numbers(analysis, new, old) if len(old) == 1 else new
        new = _of_its_size(analysis, new, old[0]) or _held_against(analysis, inside, old[0])
        new = [i for i in new if not (_too_many(analysis, i, stop, houses) or _counted_in(analysis, start, i, houses))]
        new = [i for i in new if not _is_cause(analysis, old[-1], i, houses)]
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
    if len(new) < 2 or not is_bare(analysis, old):
        return list(new)
    gone, values = analysis.quantities[old].quantity.value, {i: analysis.quantities[i].quantity.value for i in new}
    return [i for i in new if gone <= 2 * values[i] and values[i] <= 2 * gone] or list(new)


def _too_many(analysis: Analysis, figure: int, stop: int, houses: Houses) -> bool:
    """ "some 7,100 had been entered twice": by how much the figure taken back was too high is none in its place."""
    why = first_cue(analysis, "lives", analysis.quantities[figure].last, stop, houses)
    return why is not None and not analysis.between(analysis.quantities, analysis.quantities[figure].last, why.start)


def _counted_in(analysis: Analysis, start: int, figure: int, houses: Houses) -> bool:
    """ "The first count had included six people twice": those by whom it was wrong take no place of it."""
    at = analysis.quantities[figure].first
    short = cues(houses, "was-short", "had-been-short")
    return any(0 <= at - m.end <= 1 for m in short.find(analysis.tokens, start, at))


def _is_cause(analysis: Analysis, old: int, figure: int, houses: Houses) -> bool:
    """ "The figure of 171 was too high, because seven persons …": why it was wrong."""
    between = analysis.tokens.words[analysis.quantities[old].last : analysis.quantities[figure].first]
    return not word_classes(houses)["for-the-reason"].isdisjoint(between)


def _elsewhere(
    analysis: Analysis, sentences: Sequence[tuple[int, int]], at: int, old: int, houses: Houses
) -> list[int]:
    """What may stand in for a figure whose sentence gives no other: the first of the next one, else the last before.

    "Police accepted that and withdrew their figure of 48" puts the last one before it in its place, and so does a bare
    number: "The ministry speaks of four gunmen. We earlier reported three."
    """
    if at and accepts(analysis, *sentences[at], houses):
        given = checkable(analysis, *sentences[at - 1])[-1:]
        return [i for i in given if is_bare(analysis, old) or alike(analysis, old, i, houses)]
    given = checkable(analysis, *sentences[at + 1])[:1] if at + 1 < len(sentences) else []
    given = [i for i in given if alike(analysis, old, i, houses) and not _of_those(analysis, i, houses)]
    if given and (is_bare(analysis, given[0]) or not is_bare(analysis, old)):
        return given
    theirs = any(first_cue(analysis, role, *sentences[at], houses) for role in _THEIRS)
    before = checkable(analysis, *sentences[at - 1])[-1:] if at and not theirs else []
    before = [i for i in before if is_bare(analysis, old) or alike(analysis, old, i, houses)]
    return other_numbers(analysis, before, (old,)) or given


def _of_those(analysis: Analysis, figure: int, houses: Houses) -> bool:
    """ "It took back its figure of 121. Three of those on it were elsewhere": some, and not the right number."""
    words, last = analysis.tokens.words, analysis.quantities[figure].last
    return " ".join(words[last : last + 2]) in word_classes(houses)["of-them-before"]


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


def _held_against(analysis: Analysis, inside: Sequence[int], old: int) -> list[int]:
    """ "Six paintings were stolen, not seven as we said": what a bare number is held against stands right before it."""
    at = inside.index(old)
    return [inside[at - 1]] if at and is_bare(analysis, old) else []


def _called_wrong(
    analysis: Analysis, inside: Sequence[int], wrong: Match[NoteCue] | None, houses: Houses
) -> tuple[int, ...]:
    """ "The 640 million it announced last week had been wrong": the last figure before is one that was given.

    What is wrong that was given by somebody who is named is denied, and not taken back.
    """
    before = [i for i in inside if wrong is not None and analysis.quantities[i].last <= wrong.start]
    if wrong is None or not before:
        return ()
    figure, words = analysis.quantities[before[-1]], analysis.tokens.words
    at, classes = figure.first, word_classes(houses)
    named = words[at - 1] in classes["of"] and words[at - 2] in classes["told-number"]  # "the figure of 3,000"
    definite = words[at - 1] in classes["definite"] or named
    given = first_cue(analysis, "gives", figure.last, wrong.start, houses) is not None
    given = given and classes["change-by"].isdisjoint(words[figure.last : wrong.start])
    return (before[-1],) if (definite and given) or (named and _owns_up_to(analysis, at, houses)) else ()


def _owns_up_to(analysis: Analysis, figure: int, houses: Houses) -> bool:
    """ "Prosecutors have accepted that their figure of 11.4 million was wrong": whoever gave it says so."""
    first = max(0, figure - OWNED_REACH)
    whose = first_cue(analysis, "whose-count", first, figure, houses)
    return whose is not None and first_cue(analysis, "accepts", first, whose.start, houses) is not None


def _had_been_short(analysis: Analysis, inside: Sequence[int], short: Match[NoteCue], houses: Houses) -> bool:
    """ "Its figure of 61% had included the office staff": what it had in it before it was put right."""
    before = [i for i in inside if analysis.quantities[i].last <= short.start]
    return bool(before) and told_as_number(analysis, before[-1], houses)


def _contrasted(analysis: Analysis, start: int, stop: int, inside: Sequence[int], houses: Houses) -> tuple[int, ...]:
    """ "The toll was overstated: 214 died, not 241": the figure right behind the word of contrast is the wrong one."""
    ends = {match.end for match in cues(houses, "contrast").find(analysis.tokens, start, stop)}
    return tuple(i for i in inside if analysis.quantities[i].first in ends)[:1]


def _taken_back_in_passing(
    analysis: Analysis, start: int, stop: int, inside: list[int], houses: Houses
) -> tuple[int, ...]:
    def cue(role: str) -> Match[NoteCue] | None:
        return first_cue(analysis, role, start, stop, houses)

    until = analysis.quantities[inside[-1]].first
    counts = cue("revises-count") is not None and first_cue(analysis, "count-word", start, until, houses) is not None
    if (cue("revises") is not None or counts) and cue("prospect") is None:
        verb = cue("revises") or cue("revises-count")
        near = [i for i in inside if verb is None or analysis.quantities[i].first >= verb.start]
        revised = from_to(analysis, near[:2]) or given_before(analysis, start, stop, inside, houses)
        if revised:
            return tuple(revised)
    if anew := given_otherwise(analysis, start, inside, houses):
        return anew
    if cue("prospect") is None and (gone := retracted(analysis, start, stop, inside, houses)):
        return tuple(gone)
    wrongly = cue("withdraws")
    misreported = wrongly is not None and wrongly.entry.id == "wrongly-said"
    earlier, wrong = cue("earlier"), cue("was-wrong")
    proved = earlier is not None and wrong is not None and earlier.start < wrong.start
    had_short = cue("had-been-short")
    short = had_short or cue("was-short")
    proved = proved or (earlier is not None and short is not None and earlier.start < short.start)
    proved = proved or (had_short is not None and _had_been_short(analysis, inside, had_short, houses))
    proved = proved or cue("in-error") is not None
    if called := _called_wrong(analysis, inside, wrong, houses):
        return called
    end = min(c.start for c in (short, wrong) if c is not None) if short is not None else 0
    if short is not None and proved and (counted := [i for i in inside if analysis.quantities[i].last <= end]):
        return (counted[-1],)
    if proved and (contrast := _contrasted(analysis, start, stop, inside, houses)):
        return contrast
    if misreported or proved or (cue("as-reported") is not None and cue("contrast") is not None):
        read = taken_back(analysis, start, stop, inside, houses)
        return () if read.weak and not (proved or cue("as-reported")) else read.figures
    return ()
