"""At which site words say that something happened: "at the bus station", "the market bombing", "the Osk derailment"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.happenings.happenings import is_verb
from reconcile.claims.happenings.stretches import Words, is_event
from reconcile.claims.happenings.told import told_in
from reconcile.claims.places import PLACE_CATEGORIES
from reconcile.claims.tables import EVENT_KINDS
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import phrase_table

_BEFORE = 6  # tokens before a site in which the word stands that puts something there ("at the central bus station")
_AFTER = 3  # tokens behind a site in which the event may be named ("the market suicide bombing")
_LABEL = 4  # tokens of a label that is a site ("Old market: 41 dead")
_HEADING = 5  # tokens of a sentence that is but a heading, at most
_LABEL_ENDS = frozenset(",:(–—")


def scenes(words: Words) -> frozenset[str]:
    """The sites and places at which, or by whose name, the words tell of an event; folded."""
    return frozenset((*_sites(words), *_places(words)))


def headed_by(words: Words) -> frozenset[str]:
    """The site that is all a sentence says, as a heading: "The bus station."."""
    tokens, (first, last) = words.analysis.tokens, words.span
    told = [w for w in tokens.words[first : min(last, first + _HEADING + 1)] if w not in _LABEL_ENDS and w != "."]
    sites = word_classes(words.houses)["sites"]
    return sites.intersection(told) if told and len(told) < _HEADING and told[-1] in sites else frozenset()


def named_scenes(words: Words) -> frozenset[str]:
    """Those of them by which the words name an event: "the market bombing"."""
    tokens, last = words.analysis.tokens, words.span[1]
    sites = word_classes(words.houses)["sites"]
    named = {tokens.words[i] for i in tokens.where(sites, *words.span) if _names_event(words, i + 1, last)}
    return frozenset(named.union(n for n, _, end in _proper(words) if _names_event(words, end, last)))


def _sites(words: Words) -> Iterator[str]:
    tokens, (first, last) = words.analysis.tokens, words.span
    for i in tokens.where(word_classes(words.houses)["sites"], first, last):
        labels = i - first < _LABEL and tokens.words[i + 1 : i + 2] and tokens.words[i + 1] in _LABEL_ENDS
        if labels or _is_put_there(words, i) or _names_event(words, i + 1, last):
            yield tokens.words[i]


def _places(words: Words) -> Iterator[str]:
    for name, start, end in _proper(words):
        if _is_put_there(words, start) or _names_event(words, end, words.span[1]):
            yield name


def _proper(words: Words) -> Iterator[tuple[str, int, int]]:
    for name in words.analysis.between(words.analysis.names, *words.span):
        if name.category in PLACE_CATEGORIES:
            yield name.canonical, name.first, name.last


def _is_put_there(words: Words, site: int) -> bool:
    """True where the last word before it that puts something anywhere puts it there: "at", not "far from"."""
    classes, tokens = word_classes(words.houses), words.analysis.tokens.words
    at, off = classes["at-site"], classes["off-site"]
    for i in range(site - 1, max(words.span[0], site - _BEFORE) - 1, -1):
        if tokens[i] in off or tokens[i] in at:
            return tokens[i] in at
    return False


def _names_event(words: Words, first: int, last: int) -> bool:
    """True where the name of an event follows, or of what made it ("the courthouse bomb")."""
    if phrase_table(EVENT_KINDS, words.houses).find(words.analysis.tokens, first, min(last, first + _AFTER)):
        return True
    found = told_in(words.analysis.tokens, words.houses).named((first, min(last, first + _AFTER)))
    return any(is_event(m, words.houses) and not is_verb(words.analysis.tokens, m.start, words.houses) for m in found)


def site_of(words: Words, figure: int, others: tuple[int, int]) -> frozenset[str]:
    """The scene of one figure of several in a sentence that names more than one.

    `figure` is its token, `others` bound the tokens up to the figures beside it: "ten at the market and four at the
    station", "the Osk crash injured 43, the Lund derailment 12".
    """
    first, last = others
    at = word_classes(words.houses)["at-site"]
    tokens = words.analysis.tokens.words
    beside = any(tokens[i] in at for i in range(figure + 1, min(last, figure + _AFTER)))
    beside = beside or not word_classes(words.houses)["gap-place"].isdisjoint(tokens[figure + 1 : figure + 2])
    after, before = _within(words, figure, last), _within(words, first, figure)
    return scenes(after if beside else before) or scenes(before if beside else after)


def _within(words: Words, first: int, last: int) -> Words:
    return Words(words.analysis, words.part, (first, max(first, last)), words.houses)
