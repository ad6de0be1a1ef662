"""Figures that a text gives only to say that they are wrong: "412 stewards, not 640", "412 dead? That is false."."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from reconcile.claims.measuring.measure_table import known_measures
from reconcile.claims.notes.contrasts import contrasted
from reconcile.claims.notes.withdrawals import asked_like
from reconcile.claims.tables import voices
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Frame, Status

_Stretch = tuple[int, int]
OtherTime = Callable[[int, _Stretch], Frame]
_TOLD = 3  # tokens between "figure" and its number ("a figure of about")
_BACK = 3  # sentences of a paragraph in which a figure and "that is false" may stand
_ENDS = frozenset(',.;:!-–—"”’')


def deny(analysis: Analysis, made: dict[int, Claim], another_time: OtherTime, houses: Houses) -> None:
    """Mark in `made` (claims by quantity index) the stated figures that the text itself says are wrong.

    `another_time` gives the frame that a sentence gives a figure: "That is the toll of 2012" leaves it one of 2012.
    """
    for right, wrong, told_as in contrasted(analysis, sorted(made), houses):
        status = _in_headline(made[right], told_as)
        if made[wrong].status is Status.STATED and _rivals(made[right], made[wrong], status):
            told = made[right] if _tells_more(made[right], made[wrong]) else made[wrong]
            made[right] = asked_like(made[right], told)
            made[wrong] = evolve(asked_like(made[wrong], told), status=status)
            if status is Status.WITHDRAWN:
                made[wrong] = evolve(made[wrong], status=Status.WITHDRAWN, note=made[wrong].id)
                made[right] = evolve(made[right], replaces=(made[wrong].id,), note=made[wrong].id)
            elif told_as is Status.WITHDRAWN:
                made[right] = evolve(made[right], replaces=(made[wrong].id,))  # both answer one question
    for wrong, sentence in refuted(analysis, houses):
        if wrong in made and made[wrong].status is Status.STATED and made[wrong].attribution is None:
            frame = another_time(wrong, sentence)
            status = Status.DENIED if frame.main else Status.BACKGROUND
            made[wrong] = evolve(made[wrong], status=status, frame=made[wrong].frame if frame.main else frame)
    for wrong in answered(analysis, houses):
        known = wrong in made and (made[wrong].measure in known_measures(houses) or _is_told(analysis, wrong, houses))
        if known and made[wrong].status is Status.STATED:
            made[wrong] = evolve(made[wrong], status=Status.DENIED)


def _in_headline(right: Claim, status: Status) -> Status:
    """DENIED for "Union: 7,200 must go, not 4,800": a headline sets right what others say, and nothing of its own."""
    headline = right.mention.span.part == "headline"
    return Status.DENIED if headline and status is Status.WITHDRAWN else status


def _tells_more(right: Claim, wrong: Claim) -> bool:
    """True where the first tells the question, or neither does; a unit alone ("EUR") tells none."""
    if right.measure in known_measures() or not wrong.measure:
        return True
    return bool(right.measure) and wrong.measure not in known_measures()


def _rivals(right: Claim, wrong: Claim, status: Status) -> bool:
    """True where the second names no other unit or thing than the first, and nobody who says so.

    What is stated on either side is somebody's, whoever that is.
    """
    one, two = right.quantity, wrong.quantity
    if status is not Status.STATED and wrong.attribution not in (None, right.attribution):
        return False
    return two.unit in (None, one.unit) and two.head in (None, "", one.head)


def refuted(analysis: Analysis, houses: Houses) -> Iterator[tuple[int, tuple[int, int]]]:
    """The last figure before a sentence that says of it "that is false", "that is the toll of 2012"; that sentence."""
    quantities = analysis.quantities
    if not voices(houses, "next").may_stand(analysis.tokens):
        return
    for first, last in analysis.tokens.paragraphs():
        sentences = analysis.sentences_between(first, last)
        for at, sentence in enumerate(sentences):
            if at and voices(houses, "next").at(analysis.tokens, sentence[0]) is not None:
                before = analysis.indices(quantities, sentences[max(0, at - _BACK)][0], sentence[0])
                yield from ((i, sentence) for i in list(before)[-1:])


def answered(analysis: Analysis, houses: Houses) -> Iterator[int]:
    """The last figure before a sentence or clause that says no to it: "Did 300 drown? They did not."."""
    for sentence, reply in _replies(analysis, houses):
        own = list(analysis.indices(analysis.quantities, *sentence))
        if not own:
            continue
        figure = analysis.quantities[own[-1]]
        denied = _closes(analysis, "answer", reply, houses) and _asked_about(analysis, figure, sentence, houses)
        if denied or (_closes(analysis, "reply", reply, houses) and _is_loose(analysis, figure, reply[0], houses)):
            yield own[-1]


def _replies(analysis: Analysis, houses: Houses) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Each sentence with the next one, and what stands before a semicolon or "but" with what stands behind it."""
    yield from pairwise(analysis.sentences)
    for at in analysis.tokens.where(_parting(houses)):
        first, last = analysis.sentences[analysis.sentence_of(at)]
        if first < at:
            yield (first, at), (at + 1, last)


@lru_cache(maxsize=16)
def _parting(houses: Houses) -> frozenset[str]:
    """What may stand before a reply within its sentence."""
    return word_classes(houses)["but"] | {";"}


def _closes(analysis: Analysis, side: str, sentence: tuple[int, int], houses: Houses) -> bool:
    """True for a sentence that opens with such words ("No", "They have not") and a stop; "Police say" may precede."""
    first, last = sentence
    table, words = voices(houses, side), analysis.tokens.words
    if not table.may_stand(analysis.tokens, first, last):
        return False
    spoken = (a.last for a in analysis.attributions_near(first) if a.first == first)
    first = next(spoken, first) if side == "reply" else first
    while first < last and words[first] in _ENDS:
        first += 1
    found = table.at(analysis.tokens, first, last) if first < last else None
    if found is None:
        return False
    stress = (" ".join(words[found.end : found.end + n]) for n in (3, 2, 1))  # "This is not true in the slightest."
    longer = next((len(phrase.split()) for phrase in stress if phrase in word_classes(houses)["not-at-all"]), 0)
    end = found.end + longer
    return end >= last or words[end] in _ENDS


def _is_loose(analysis: Analysis, figure: QuantityMention, reply: int, houses: Houses) -> bool:
    """True for what no source of standing is named for before the reply: a paper, posts, nobody."""
    before = (a for a in analysis.governing(figure.first) if a.first < reply)
    return all(a.role in word_classes(houses)["hearsay"] for a in before)


def _is_told(analysis: Analysis, index: int, houses: Houses) -> bool:
    """True for "a figure of 86 percent", whatever it measures."""
    figure = analysis.quantities[index]
    before = analysis.tokens.words[max(0, figure.first - _TOLD) : figure.number_first]
    return not word_classes(houses)["told-number"].isdisjoint(before)


def _asked_about(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """True where the sentence asks whether there are so many; "the 63 killed" are there whatever is asked of them."""
    words, classes = analysis.tokens.words, word_classes(houses)
    before = words[sentence[0] : figure.first]
    if before and before[-1] in classes["known-before"]:
        return False
    return "?" in words[figure.last : sentence[1]] or stands_among(before, classes["asks-whether"])
