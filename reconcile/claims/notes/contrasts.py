"""Figures that a text holds against each other, of which one is wrong: "412 stewards, not 640", "not 70 but 40"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.claims.tables import Voice, voices
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.model.claim import Status

_CONTRAST = 6  # tokens between a figure and the one it is held against
_FAR = 30  # tokens between them where a comma sets off the second
_CLAIMED = 2  # tokens behind a figure at which those who claim it are named
_WHEN = 2  # tokens behind "announced" at which begins when
_BEFORE_SPEAKER = frozenset(',"')  # between what is said and "the police said"
_ENDS = frozenset(',.;:!-–—"”’)')
_QUOTE_MARK = frozenset('"')


def contrasted(analysis: Analysis, figures: Sequence[int], houses: Houses) -> Iterator[tuple[int, int, Status]]:
    """Neighbours of one sentence with a word of contrast right before the second, and what it makes of that.

    What a text sets right was given before, and is withdrawn: so it was for 39 of 41 in labelled stories. But what
    somebody else stands by ("not the 420,000 announced by the government") is stated all the same, and what was
    planned ("rather than the 620 announced") was so once, unless the text says that a count was put right.
    """
    quantities, tokens = analysis.quantities, analysis.tokens
    for a, b in pairwise(figures):
        first, then = quantities[a], quantities[b]
        near = 0 < then.first - first.last <= _FAR
        if not near or analysis.sentence_of(first.first) != analysis.sentence_of(then.first):
            continue
        if _not_but(analysis, first, then, houses):
            yield b, a, Status.WITHDRAWN if _is_regretted(analysis, then, houses) else Status.DENIED
            continue
        for match in voices(houses, "between").find(tokens, first.last, then.first):
            given = _as_given(analysis, then, match.entry, houses)
            status = given or _of_whoever_speaks(analysis, then, Status(match.entry.status))
            known = given is not None and tokens.words[then.first - 1] in word_classes(houses)["definite"]
            if match.end == then.first - known and _belongs(analysis, first, then, match.start, houses):
                yield a, b, Status.WITHDRAWN if _is_mended(analysis, then, status, houses) else status


def _of_whoever_speaks(analysis: Analysis, figure: QuantityMention, status: Status) -> Status:
    """DENIED for "We laid out 23 bodies, not nineteen": who says so gave neither number before, as a text does."""
    opens, _ = analysis.tokens.line_of(figure.first)
    quoted = len(analysis.tokens.where(_QUOTE_MARK, opens, figure.first)) % 2 == 1
    return Status.DENIED if quoted and status is Status.WITHDRAWN else status


def _belongs(analysis: Analysis, first: QuantityMention, then: QuantityMention, contrast: int, houses: Houses) -> bool:
    """True where the two stand close together, or a comma sets off the second, which has no noun of its own.

    "There were 151 people in the pit, the company now says, not 143."
    """
    if then.first - first.last <= _CONTRAST:
        return True
    words, classes = analysis.tokens.words, word_classes(houses)
    bare = then.quantity.counted is None and then.quantity.unit in (None, first.quantity.unit)
    behind = words[then.last] if then.last < len(words) else "."
    closes = behind in _ENDS or behind in classes["stood-by"] or behind in classes["as-said"]
    return bare and closes and words[contrast - 1] == ","


def _is_mended(analysis: Analysis, then: QuantityMention, status: Status, houses: Houses) -> bool:
    """ "The office put it right: 41 tonnes instead of 14": up to here the text has told so."""
    at = analysis.sentence_of(then.first)
    puts_right = word_classes(houses)["puts-right"]
    return status is Status.BACKGROUND and stands_between(analysis.tokens, 0, analysis.sentences[at][1], puts_right)


def _as_given(analysis: Analysis, figure: QuantityMention, contrast: Voice, houses: Houses) -> Status | None:
    """STATED for "not the 420,000 announced by the ministry" and "and not 100,000 as the organisers claim".

    WITHDRAWN for "not the 420,000 announced on Monday", which nobody is said to stand by any more; None where nobody
    is said to have given it.
    """
    words, told = analysis.tokens.words, word_classes(houses)["stood-by"]
    announced = contrast.status == Status.WITHDRAWN and not told.isdisjoint(words[figure.last : figure.last + 1])
    if announced and _announced_before(analysis, figure.last + 1, houses):
        return Status.WITHDRAWN
    return Status.STATED if announced or _claimed(analysis, figure, houses) else None


def _announced_before(analysis: Analysis, token: int, houses: Houses) -> bool:
    """True where a day or "earlier" follows, and nobody by whom it was said."""
    words, classes = analysis.tokens.words, word_classes(houses)
    end = next((i for i in range(token, len(words)) if words[i] in _ENDS), len(words))
    if not classes["change-by"].isdisjoint(words[token:end]):
        return False
    days = analysis.between(analysis.dates, token, token + 2)
    on_a_day = bool(days) and days[0].when.days is not None and days[0].when.days.first == days[0].when.days.last
    near = range(token, min(end, token + _WHEN))  # "given out that night"
    return on_a_day or any(" ".join(words[i : i + n]) in classes["said-earlier"] for i in near for n in (1, 2))


def _not_but(analysis: Analysis, first: QuantityMention, then: QuantityMention, houses: Houses) -> bool:
    """ "Not 70 but 40 of them came back": the first is the one that is wrong."""
    words, classes = analysis.tokens.words, word_classes(houses)
    gap = [w for w in words[first.last : then.first] if w != ","]
    return len(gap) == 1 and gap[0] in classes["but"] and words[max(0, first.first - 1)] in classes["negation"]


def _is_regretted(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "Not 197 but 29 people fell ill. We regret the error.": the first had been given by the same hand."""
    at = analysis.sentence_of(figure.first)
    _, stop = analysis.sentences[min(at + 1, len(analysis.sentences) - 1)]
    return stands_between(analysis.tokens, figure.last, stop, word_classes(houses)["regrets"])


def _claimed(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "… and not 100,000 as the organisers claim": somebody stands by it; ", the police said" stands by it all.

    Nobody does of what was given "as it first announced".
    """
    words, earlier = analysis.tokens.words, word_classes(houses)["said-earlier"]
    near = (a for a in analysis.attributions_near(figure.first) if figure.last <= a.first <= figure.last + _CLAIMED)
    return any(
        words[a.first - 1] not in _BEFORE_SPEAKER and earlier.isdisjoint(words[a.first : a.last + 1]) for a in near
    )
