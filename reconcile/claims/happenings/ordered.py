"""Which of the two events of an article a figure tells of by their order: "five for the first, two for the second"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reconcile.claims.happenings.stretches import Words, names_event
from reconcile.language.grammar import word_classes
from reconcile.model.when import DayRange

_NAMED = 2  # tokens behind "the first" in which its event is named ("bomb attack")


def ordered_days(words: Words, figures: Sequence[int], days: Collection[DayRange]) -> dict[int, DayRange]:
    """By figure (token) the day of its event, where the article tells of two days and the sentence of their order.

    `figures` are the tokens of the sentence's figures, in order. What tells the order stands behind the figure, where
    a word like "for" leads to it, else before it; in either case with no other figure in between.
    """
    if len(days) != 2:
        return {}
    found: dict[int, DayRange] = {}
    first, last = words.span
    leads = word_classes(words.houses)["gap-place"]
    bounds = [first, *(token + 1 for token in figures)], [*figures[1:], last]
    at: int | None = None
    for token, start, stop in zip(figures, *bounds, strict=False):
        behind, before = _order(words, token + 1, stop, leads), _order(words, start, token, frozenset())
        at = behind if behind is not None else before if before is not None else at
        if at is not None:
            found[token] = sorted(days, key=lambda d: d.first)[at]
    return found


def _order(words: Words, start: int, stop: int, leads: frozenset[str]) -> int | None:
    """0 for "the first attack", 1 for "the second"; with `leads` only where one of these stands before it."""
    tokens, classes = words.analysis.tokens, word_classes(words.houses)
    for at in range(start + 1, stop):
        order = next(
            (n for n, name in enumerate(("first-event", "second-event")) if tokens.words[at] in classes[name]), None
        )
        if order is None or tokens.words[at - 1] not in classes["definite"]:
            continue
        led = not leads or (at - 2 >= start and tokens.words[at - 2] in leads)
        if led and (_ends(words, at + 1) or names_event(words, at + 1, min(words.span[1], at + 1 + _NAMED))):
            return order
    return None


def _ends(words: Words, token: int) -> bool:
    tokens = words.analysis.tokens.words
    return token >= words.span[1] or tokens[token] in word_classes(words.houses)["gap-end"]
