"""Figures that a text gives only to say that they are wrong: "412 stewards, not 640", "412 dead? That is false."."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from reconcile.claims.happenings.happening_table import words_of
from reconcile.claims.measuring.measure_table import known_measures
from reconcile.claims.notes.withdrawals import asked_like
from reconcile.claims.tables import voices
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_among, stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Frame, Status

_Stretch = tuple[int, int]
OtherTime = Callable[[int, _Stretch], Frame]
_CONTRAST = 6  # tokens between a figure and the one it is held against
_PAST_VOICE = 20  # the same where it is said between them who says so
_CLAIMED = 2  # tokens behind a figure at which those who claim it are named
_TOLD = 3  # tokens between "figure" and its number ("a figure of about")
_BACK = 3  # sentences of a paragraph in which a figure and "that is false" may stand
_ENDS = frozenset(',.;:!-–—"”’')


def deny(analysis: Analysis, made: dict[int, Claim], another_time: OtherTime, houses: Houses) -> None:
    """Mark in `made` (claims by quantity index) the stated figures that the text itself says are wrong.

    `another_time` gives the frame that a sentence gives a figure: "That is the toll of 2012" leaves it one of 2012.
    """
    for right, wrong, status in contrasted(analysis, sorted(made), houses):
        if made[wrong].status is Status.STATED and _rivals(made[right], made[wrong], status):
            told = made[right] if _tells_more(made[right], made[wrong]) else made[wrong]
            made[right] = asked_like(made[right], told)
            made[wrong] = evolve(asked_like(made[wrong], told), status=status)
            over = status is Status.WITHDRAWN or any(_took_over(made[right], made[wrong], c) for c in made.values())
            if status in (Status.DENIED, Status.WITHDRAWN) and over:
                made[wrong] = evolve(made[wrong], status=Status.WITHDRAWN, note=made[wrong].id)
                made[right] = evolve(made[right], replaces=(made[wrong].id,), note=made[wrong].id)
    for wrong, sentence in refuted(analysis, houses):
        if wrong in made and made[wrong].status is Status.STATED and made[wrong].attribution is None:
            frame = another_time(wrong, sentence)
            status = Status.DENIED if frame.main else Status.BACKGROUND
            made[wrong] = evolve(made[wrong], status=status, frame=made[wrong].frame if frame.main else frame)
    for wrong in answered(analysis, houses):
        known = wrong in made and (made[wrong].measure in known_measures(houses) or _is_told(analysis, wrong, houses))
        if known and made[wrong].status is Status.STATED:
            made[wrong] = evolve(made[wrong], status=Status.DENIED)


def contrasted(analysis: Analysis, figures: Sequence[int], houses: Houses) -> Iterator[tuple[int, int, Status]]:
    """Neighbours of one sentence with a word of contrast right before the second, and what it makes of that.

    What somebody else stands by ("not the 420,000 announced by the government") is stated all the same; what was
    announced earlier is withdrawn, and so is all that a text contrasts which says that a count was put right.
    """
    quantities, tokens = analysis.quantities, analysis.tokens
    for a, b in pairwise(figures):
        first, then = quantities[a], quantities[b]
        if not _held_against(analysis, first, then, houses) or analysis.sentence_of(
            first.first
        ) != analysis.sentence_of(then.first):
            continue
        if _not_but(analysis, first, then, houses):
            yield b, a, Status.DENIED
            continue
        for match in voices(houses, "between").find(tokens, first.last, then.first):
            status = _as_stood_by(analysis, then, Status(match.entry.status), houses)
            known = status is not Status(match.entry.status) or status is Status.STATED
            known = known and tokens.words[then.first - 1] in word_classes(houses)["definite"]
            if match.end == then.first - known:
                yield a, b, Status.WITHDRAWN if _is_mended(analysis, then, status, houses) else status


def _held_against(analysis: Analysis, first: QuantityMention, then: QuantityMention, houses: Houses) -> bool:
    """True for figures close to each other, or with no more than who says so between: "151, the firm said, not 143"."""
    gap, words = then.first - first.last, analysis.tokens.words
    if 0 < gap <= _CONTRAST:
        return True
    denied = gap > 0 and words[then.first - 2] == "," and words[then.first - 1] in word_classes(houses)["negation"]
    return denied and gap <= _PAST_VOICE and not words_of(houses, "said").isdisjoint(words[first.last : then.first])


def _is_mended(analysis: Analysis, then: QuantityMention, status: Status, houses: Houses) -> bool:
    """ "The office put it right: 41 tonnes instead of 14": up to here the text has told that a count was put right."""
    stop = analysis.sentences[analysis.sentence_of(then.first)][1]
    mends = word_classes(houses)["puts-right"]
    return status is not Status.STATED and stands_between(analysis.tokens, 0, stop, mends)


def _as_stood_by(analysis: Analysis, figure: QuantityMention, status: Status, houses: Houses) -> Status:
    """STATED for "not the 420,000 announced by the ministry" and "and not 100,000 as the organisers claim".

    WITHDRAWN for "not the 420,000 announced on Monday", which nobody is said to stand by any more.
    """
    words, told = analysis.tokens.words, word_classes(houses)["stood-by"]
    announced = status is Status.DENIED and not told.isdisjoint(words[figure.last : figure.last + 1])
    if announced and _announced_before(analysis, figure.last + 1, houses):
        return Status.WITHDRAWN
    return Status.STATED if announced or _claimed(analysis, figure) else status


def _announced_before(analysis: Analysis, token: int, houses: Houses) -> bool:
    """True where a day or "earlier" follows, and nobody by whom it was said."""
    words, classes = analysis.tokens.words, word_classes(houses)
    end = next((i for i in range(token, len(words)) if words[i] in _ENDS), len(words))
    if not classes["change-by"].isdisjoint(words[token:end]):
        return False
    days = analysis.between(analysis.dates, token, token + 2)
    on_a_day = bool(days) and days[0].when.days is not None and days[0].when.days.first == days[0].when.days.last
    return on_a_day or any(" ".join(words[token : token + n]) in classes["said-earlier"] for n in (1, 2))


def _not_but(analysis: Analysis, first: QuantityMention, then: QuantityMention, houses: Houses) -> bool:
    """ "Not 70 but 40 of them came back": the first is the one that is wrong."""
    words, classes = analysis.tokens.words, word_classes(houses)
    gap = [w for w in words[first.last : then.first] if w != ","]
    return len(gap) == 1 and gap[0] in classes["but"] and words[max(0, first.first - 1)] in classes["negation"]


def _claimed(analysis: Analysis, figure: QuantityMention) -> bool:
    """ "… and not 100,000 as the organisers claim": somebody stands by it; ", the police said" stands by it all."""
    words = analysis.tokens.words
    near = analysis.attributions_near(figure.first)
    return any(figure.last <= a.first <= figure.last + _CLAIMED and words[a.first - 1] != "," for a in near)


def _took_over(right: Claim, wrong: Claim, earlier: Claim) -> bool:
    """True where an earlier entry of a live page stated what this one denies: it has been taken back since."""
    if earlier.as_of is None or right.as_of is None or not earlier.as_of < right.as_of:
        return False
    same = (earlier.measure, earlier.quantity.value) == (wrong.measure, wrong.quantity.value)
    return same and earlier.status is Status.STATED and earlier.frame.main and right.frame.main


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
    words, but = analysis.tokens.words, word_classes(houses)["but"]
    for at, word in enumerate(words):
        if word == ";" or word in but:
            first, last = analysis.sentences[analysis.sentence_of(at)]
            if first < at:
                yield (first, at), (at + 1, last)


def _closes(analysis: Analysis, side: str, sentence: tuple[int, int], houses: Houses) -> bool:
    """True for a sentence that opens with such words ("No", "They have not") and a stop; "Police say" may precede."""
    first, last = sentence
    words = analysis.tokens.words
    spoken = (a.last for a in analysis.attributions_near(first) if a.first == first)
    first = next(spoken, first) if side == "reply" else first
    while first < last and words[first] in _ENDS:
        first += 1
    found = voices(houses, side).at(analysis.tokens, first, last) if first < last else None
    return found is not None and (found.end >= last or words[found.end] in _ENDS)


def _is_loose(analysis: Analysis, figure: QuantityMention, reply: int, houses: Houses) -> bool:
    """True for what no source of standing is named for before the reply: a paper, posts, nobody."""
    near = (a for a in analysis.attributions_near(figure.first) if a.first < reply)
    governing = (a for a in near if a.scope_first <= figure.first < a.scope_last)
    return all(a.role in word_classes(houses)["hearsay"] for a in governing)


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
