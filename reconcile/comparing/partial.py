"""Counts of people that by their own words may leave others out: "officers found two men", "three remain there"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from reconcile.claims.measuring.dynamics import of_the_moment
from reconcile.comparing.statements import Statement
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.language.tokens import folded_words
from reconcile.model.text import Article

_MOST = 100  # people that somebody may come upon; a survey finds more
_LOOK = 40  # code points before and behind a figure
_NEAR = 3  # words of them


def partial_counts(made: Sequence[Statement], articles: Mapping[str, Article], houses: Houses = ()) -> frozenset[str]:
    """The ids of such counts; of what only grows, wherever their article repeats them."""
    few = [s for s in made if s.claim.quantity.unit == PERSON and abs(s.value) <= _MOST]
    found = [s for s in few if _leaves_out(s, articles, houses)]
    told = {(s.article, s.claim.measure, s.number) for s in found if not of_the_moment(s.claim.measure, houses)}
    again = (s for s in few if (s.article, s.claim.measure, s.number) in told)
    return frozenset(s.claim.id for s in (*found, *again))


def _leaves_out(s: Statement, articles: Mapping[str, Article], houses: Houses) -> bool:
    span, article, classes = s.claim.mention.span, articles.get(s.article), word_classes(houses)
    if article is None:
        return False
    text = article.part(span.part)
    before = folded_words(text[max(0, span.start - _LOOK) : span.start])[-_NEAR:]
    behind = folded_words(text[span.end : span.end + _LOOK])[:_NEAR]
    clause = classes["relative-subject"]
    after = list(takewhile(lambda w: w.isalpha() and w not in clause, behind))  # not "152 dead, 52 still missing"
    if " ".join(before[-2:]) in classes["of-the"]:
        after = []  # "of the 31 hurt only six remain in hospital": it is the six who remain
    inside = folded_words(text[span.start : span.end])
    if not (classes["come-upon"].isdisjoint(before) and classes["unborn"].isdisjoint(behind)):
        return True
    if not classes["badly"].isdisjoint(behind):
        return True  # "two dead and three critically injured": others may be hurt less
    return stands_among((*inside, *after), classes["left-over"])
