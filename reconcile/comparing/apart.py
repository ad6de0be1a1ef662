"""Figures that one voice tells apart: whoever gives 22,000 and 8,000 in one text speaks of two marches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations, pairwise
from types import MappingProxyType

from reconcile.claims.measuring.dynamics import Moves
from reconcile.comparing.between import text_between
from reconcile.comparing.equivalents import comparable, has_transposed, leaves_out_attacker
from reconcile.comparing.statements import Number, Statement, meet
from reconcile.language.cast import ROLES
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.tokens import Tokens, folded_words, tokenize
from reconcile.model.claim import Status
from reconcile.model.text import Article

Camp = list[Statement]
Key = tuple[str, Number]  # the measure, and the number in its unit
_FAR = 3  # times; an outlet's own figure this far from its speaker's is of something else
_SAYING = 2  # words between them at least: "5 or 10 crowns" is a choice
_BESIDE = 250  # code points between two figures that a text may set against each other
_GAPS = frozenset(",;–—")
_GAPPED = 6  # tokens that may name who gives a figure
_MANY = 12  # figures of one article beyond which it is a table, which this says nothing of


def tell_apart(
    made: Sequence[Statement],
    moving: Moves,
    articles: Mapping[str, Article] = MappingProxyType({}),
    houses: Houses = (),
) -> list[list[Statement]]:
    """The statements of one group in as few parts as keep apart what some article tells apart.

    Figures that its text sets against each other ("5,200 strikers, says the firm, the union 9,000") are rivals.
    The largest part, by articles, comes first. Readings of the moment are left together: one text may give several.
    """
    camps: dict[Key, Camp] = {}
    keys = _keys(made)
    for s in made:
        camps.setdefault(keys[s.claim.id], []).append(s)
    barred = set() if moving is Moves.EITHER else set(_barred(made, keys, camps, moving))
    if moving is Moves.RISES:
        barred |= {frozenset((keys[a.claim.id], keys[b.claim.id])) for a, b in _added_up(made, articles, houses)}
    if barred:
        barred -= {frozenset((keys[a.claim.id], keys[b.claim.id])) for a, b in _set_against(made, articles, houses)}
    if not barred:
        return [list(made)]
    told = Counter(s.claim.measure for s in made)
    parts: list[list[Key]] = []
    for number in sorted(camps, key=lambda k: (-told[k[0]], -len({s.article for s in camps[k]}), camps[k][0].claim.id)):
        fitting = (p for p in parts if not any(frozenset((number, other)) in barred for other in p))
        part = next(fitting, None)
        if part is None:
            parts.append([number])
        else:
            part.append(number)
    return [[s for number in part for s in camps[number]] for part in parts]


def _keys(made: Sequence[Statement]) -> dict[str, Key]:
    """The key of each statement, by claim; a sum that a text gives again in another currency has that of the first."""
    by_id = {s.claim.id: s for s in made}
    again: dict[Key, Key] = {}
    for s in made:
        first = by_id.get(s.claim.restates or "")
        if first is not None and not comparable(first, s):
            again.setdefault(_key(s), _key(first))
    return {s.claim.id: again.get(_key(s), _key(s)) for s in made}


def _key(s: Statement) -> Key:
    return s.claim.measure, s.number


def _barred(
    made: Sequence[Statement], keys: Mapping[str, Key], camps: Mapping[Key, Camp], moving: Moves
) -> Iterator[frozenset[Key]]:
    by_article: dict[str, list[Statement]] = {}
    for s in made:
        if s.status is Status.STATED and not s.claim.replaces and s.claim.mention.span.part == "body":
            by_article.setdefault(s.article, []).append(s)
    for own in by_article.values():
        if len(own) > _MANY:
            continue
        for a, b in combinations(own, 2):
            if leaves_out_attacker(a, b) or has_transposed(a, b):
                continue  # "killed three people and then himself" are three or four dead; 118,400 is 181,400 misread
            if _one_voice(a, b) and comparable(a, b) and not meet(a, b) and a.moment == b.moment:
                lower = a if a.value < b.value else b
                rising = moving is Moves.RISES and _history(lower, camps[keys[lower.claim.id]])
                if not rising:
                    yield frozenset((keys[a.claim.id], keys[b.claim.id]))


def _set_against(
    made: Sequence[Statement], articles: Mapping[str, Article], houses: Houses
) -> Iterator[tuple[Statement, Statement]]:
    """Neighbours of one text that it sets against each other by the words between them; one voice only by few."""
    classes = word_classes(houses)
    ordered = sorted(made, key=lambda s: s.claim.mention.span)
    for a, b in pairwise(ordered):
        text = text_between(a.claim.mention.span, b.claim.mention.span, articles, _BESIDE)
        between = tokenize(text or "")
        words = between.words
        if len(words) < _SAYING:
            continue
        phrases = classes["alternatives"] if a.voice.same_as(b.voice) else classes["set-against"]
        phrases |= classes["another-count"] | classes["earlier-reading"]
        if stands_among(words, phrases) or _names_source(between, houses):
            yield a, b


def _added_up(
    made: Sequence[Statement], articles: Mapping[str, Article], houses: Houses
) -> Iterator[tuple[Statement, Statement]]:
    """ "He killed seven people. With himself, that makes eight dead": the text puts somebody to those it counted."""
    phrases = word_classes(houses)["adds-up"]
    for a, b in pairwise(sorted(made, key=lambda s: s.claim.mention.span)):
        text = text_between(a.claim.mention.span, b.claim.mention.span, articles, _BESIDE)
        if a.moment != b.moment:
            continue  # "22:30 Three more were found. That makes 17": the 14 of the morning have become 17
        if text and not meet(a, b) and stands_among(folded_words(text), phrases):
            yield a, b


def _names_source(between: Tokens, houses: Houses) -> bool:
    """ "The observatory says 6.7, the Seismic Centre 6.8": all that stands between is who gives the second."""
    apart = between.words[0] in _GAPS and len(between) <= _GAPPED
    return apart and phrase_table(ROLES, houses).before(between, len(between)) is not None


def _one_voice(a: Statement, b: Statement) -> bool:
    """True for one speaker, and for figures that nobody could take for rival counts of one thing."""
    if a.voice and b.voice:
        return a.voice.same_as(b.voice)
    far = max(a.value, b.value) >= _FAR * min(a.value, b.value)
    return far or not (a.voice or b.voice)


def _history(lower: Statement, camp: Camp) -> bool:
    """True where another article gave the lower count before: the text tells how it rose."""
    return any(s.article != lower.article and lower.moment.after(s.moment, timedelta(0)) for s in camp)
