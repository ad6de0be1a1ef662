"""Counts that by their own words were told at first, before another: "police initially said that six were shot"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reconcile.comparing.statements import Statement
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import folded_words
from reconcile.model.claim import Status
from reconcile.model.text import Article

_LOOK = 120  # code points before a figure in which its sentence may say so
_LONG = (2, 3)  # words of "initially said", "had initially said"
_ENDS = re.compile(r"[.!?;:\n]")


def told_at_first(made: Sequence[Statement], articles: Mapping[str, Article], houses: Houses = ()) -> frozenset[str]:
    """The ids of such claims, where more than one number is told."""
    if len({s.number for s in made}) < 2:
        return frozenset()
    return frozenset(s.claim.id for s in made if s.status is Status.STATED and _is_first(s, articles, houses))


def _is_first(s: Statement, articles: Mapping[str, Article], houses: Houses) -> bool:
    span, article = s.claim.mention.span, articles.get(s.article)
    if article is None:
        return False
    before, classes = article.part(span.part)[max(0, span.start - _LOOK) : span.start], word_classes(houses)
    words = folded_words(_ENDS.split(before)[-1])
    if stands_among(words, classes["first-reports"]):
        return True
    behind = _behind_last(words, classes["told-at-first"])
    return behind is not None and "," not in behind  # "police, who first said it was an accident, counted 12 dead"


def _behind_last(words: Sequence[str], phrases: frozenset[str]) -> Sequence[str] | None:
    """The words behind the last of these phrases; None where none stands among them."""
    ends = range(len(words), 1, -1)
    last = next((i for i in ends if any(" ".join(words[i - n : i]) in phrases for n in _LONG)), None)
    return None if last is None else words[last:]
