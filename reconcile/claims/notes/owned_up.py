"""A figure that its sentence calls an earlier one of the same speaker, beside a word of the mistake."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.notes.note import alike, checkable, is_bare
from reconcile.claims.notes.taken_back import first_cue
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention

_SAYING = 5  # tokens before a figure in which "after initially reporting" may stand
_SPEAKER = 3  # tokens behind a figure in which "they had reported" may stand


def owned_up(
    analysis: Analysis, sentences: Sequence[tuple[int, int]], at: int, inside: Sequence[int], houses: Houses
) -> tuple[int, ...]:
    """The figure (quantity index) of sentence `at` that it takes back; `inside` are the sentence's figures.

    "22 bodies rather than the 27 they had reported", "in its earlier report of 93", "after initially reporting 120".
    """
    classes, tokens = word_classes(houses), analysis.tokens
    near = sentences[max(0, at - 1)][0], sentences[min(at + 1, len(sentences) - 1)][1]
    for index in inside:
        figure = analysis.quantities[index]
        if not any(_may_replace(analysis, index, i, houses) for i in inside if i != index):
            continue
        if _was_first_said(analysis, sentences[at][0], figure, houses):
            return (index,)
        if _is_called_earlier(analysis, figure, houses) and stands_between(tokens, *near, classes["owns-up"]):
            return (index,)
        verb, contrast = _own_verb(analysis, figure, houses), _contrast_before(analysis, figure, houses)
        if not verb or (contrast in classes["once-planned"] and verb in classes["plans-too"]):
            continue  # "1,900 posts, rather than the 2,400 it announced": a plan may have changed since
        if contrast or stands_between(tokens, *near, classes["owns-up"]):
            return (index,)
    return ()


def gave_then(
    analysis: Analysis, sentences: Sequence[tuple[int, int]], at: int, inside: Sequence[int], houses: Houses
) -> tuple[int, ...]:
    """The figure of "It's 17. At 07:55 we said 22": given by the text itself at a time of day, beside another now."""
    start, stop = sentences[at]
    said = first_cue(analysis, "we-said", start, stop, houses) if at and inside else None
    if said is None:
        return ()
    opening = (d for d in analysis.between(analysis.dates, start, said.start) if d.clock and d.first <= start + 1)
    if not any(said.start - d.last <= 1 for d in opening):
        return ()
    old = [i for i in inside if 0 <= analysis.quantities[i].first - said.end <= _SAYING][:1]
    now = checkable(analysis, *sentences[at - 1])[-1:]
    values = {analysis.quantities[i].quantity.value for i in (*old, *now)}
    return tuple(i for i in old if len(values) > 1 and _may_replace(analysis, i, now[0], houses))


def _may_replace(analysis: Analysis, old: int, new: int, houses: Houses) -> bool:
    """True for counts of the same, for a bare number beside any, and for one number in two units."""
    one, other = analysis.quantities[old].quantity, analysis.quantities[new].quantity
    return is_bare(analysis, old) or alike(analysis, old, new, houses) or one.value == other.value


def _was_first_said(analysis: Analysis, start: int, figure: QuantityMention, houses: Houses) -> bool:
    """ "After initially reporting 120", "having first said 120"."""
    first = max(start, figure.first - _SAYING)
    return stands_between(analysis.tokens, first, figure.first, word_classes(houses)["having-said-first"])


def _is_called_earlier(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "Its earlier report of 93"."""
    words, classes, at = analysis.tokens.words, word_classes(houses), figure.first
    return (
        at > 2
        and words[at - 1] in classes["of"]
        and words[at - 2] in classes["told-number"]
        and words[at - 3] in classes["earlier-one"]
    )


def _own_verb(analysis: Analysis, figure: QuantityMention, houses: Houses) -> str:
    """The verb of "the 27 they had reported", "120,000 as it told customers"; "" where nobody named before gave it."""
    words, classes = analysis.tokens.words, word_classes(houses)
    behind = words[figure.last : figure.last + _SPEAKER + 1]
    behind = behind[1:] if behind[:1] and behind[0] in classes["as-said"] else behind
    if not behind or behind[0] not in classes["speaker-pronoun"]:
        return ""
    verb = next((w for w in behind[1:] if w not in classes["auxiliary-have"]), "")
    return verb if any(verb in classes[k] for k in ("stood-by", "says-number", "told-them")) else ""


def _contrast_before(analysis: Analysis, figure: QuantityMention, houses: Houses) -> str:
    """ "Rather than" the 27, "not" 27, closer to 80 "than to" the 270; "" where nothing is set against the figure."""
    words, classes, at = analysis.tokens.words, word_classes(houses), figure.first
    before = words[max(0, at - 3) : at]
    before = before[:-1] if before and before[-1] in classes["definite"] else before
    told = (" ".join(before[-n:]) for n in (2, 1))
    return next((phrase for phrase in told if phrase in classes["contrasting"]), "")
