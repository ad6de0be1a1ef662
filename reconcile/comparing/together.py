"""Figures that one sentence tells side by side: "four adults and one teenager were arrested" are no rival counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.comparing.between import text_between
from reconcile.comparing.statements import Number, Statement
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import folded_words
from reconcile.model.claim import Status
from reconcile.model.text import Article

Together = frozenset[tuple[str, frozenset[Number]]]  # by article, two numbers of one sentence
_BESIDE = 160  # code points between two figures of one clause
_NEXT = 3  # figures of the group behind a figure that are looked at
_STOPS = frozenset({".", "!", "?"})


def told_together(made: Sequence[Statement], articles: Mapping[str, Article], houses: Houses = ()) -> Together:
    """The pairs of numbers that some sentence gives in one voice and does not set against each other."""
    return frozenset(_pairs(made, articles, houses))


def _pairs(
    made: Sequence[Statement], articles: Mapping[str, Article], houses: Houses
) -> Iterator[tuple[str, frozenset[Number]]]:
    ordered = sorted((s for s in made if s.status is not Status.WITHDRAWN), key=lambda s: s.claim.mention.span)
    for at, one in enumerate(ordered):
        for two in ordered[at + 1 : at + 1 + _NEXT]:
            if one.number != two.number and _one_voice(one, two) and _in_one_sentence(one, two, articles, houses):
                yield one.article, frozenset((one.number, two.number))


def _one_voice(a: Statement, b: Statement) -> bool:
    return a.voice.same_as(b.voice) or not (a.voice and b.voice)


def _in_one_sentence(a: Statement, b: Statement, articles: Mapping[str, Article], houses: Houses) -> bool:
    between = text_between(a.claim.mention.span, b.claim.mention.span, articles, _BESIDE)
    if not between:
        return False
    words = folded_words(between)
    return (
        "\n" not in between
        and _STOPS.isdisjoint(words)
        and not stands_among(words, word_classes(houses)["alternatives"])
    )
