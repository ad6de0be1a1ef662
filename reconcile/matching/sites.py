"""Stories of two scenes: "four were killed in Ostrel and two in Vanning" gives each city a toll of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reconcile.claims.measuring.continued import LESSER
from reconcile.language.quantity_values import PERSON
from reconcile.language.tokens import tokenize
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.text import Article

_ALL = frozenset({"", LESSER})  # populations of a count that is a place's own
Key = tuple[str, str]  # an event and a measure
_MANY = 40  # counts said of a place, in one article, beyond which it is a table


def with_sites(
    claims: Sequence[Claim], scenes: Mapping[str, frozenset[str]], articles: Mapping[str, Article]
) -> list[Claim]:
    """The claims, each count of people restricted to its site where an article counts two scenes of its event apart.

    `scenes` are the places that the openings of an event's articles name, by event. An article that names one of the
    sites only speaks of that one throughout.
    """
    sites = _sites(claims, scenes)
    texts = {i: _words(a) for i, a in articles.items()} if sites else {}
    return [_at_site(c, sites[key], texts) if (key := (c.event or "", c.measure)) in sites else c for c in claims]


def _sites(claims: Sequence[Claim], scenes: Mapping[str, frozenset[str]]) -> dict[Key, frozenset[str]]:
    """By event and measure, the scenes of which an article gives different counts."""
    counts: dict[tuple[Key, str], list[Claim]] = defaultdict(list)
    for c in claims:
        if _is_count(c) and c.status is Status.STATED and c.population in _ALL and len(c.said_in) == 1:
            counts[(c.event or "", c.measure), c.mention.span.article].append(c)
    found: dict[Key, frozenset[str]] = {}
    for (key, _), same in counts.items():
        for pair in _apart(same):
            if pair <= scenes.get(key[0], frozenset()):
                found[key] = found.get(key, frozenset()) | pair
    return found


def _is_count(claim: Claim) -> bool:
    return claim.kind is Kind.FIGURE and claim.frame.main and claim.quantity.unit == PERSON and bool(claim.measure)


def _apart(counts: Sequence[Claim]) -> Iterator[frozenset[str]]:
    for a, b in combinations(counts[:_MANY], 2):
        if a.said_in != b.said_in and a.quantity.value != b.quantity.value:
            yield a.said_in | b.said_in


def _words(article: Article) -> str:
    """The folded words of both parts, a space before and after each."""
    return f" {' '.join(word for _, text in article.parts() for word in tokenize(text).words)} "


def _only_site(text: str, sites: frozenset[str]) -> frozenset[str]:
    """The one of the sites that the text names; none where it names several."""
    named = frozenset(s for s in sites if f" {s} " in text)
    return named if len(named) == 1 else frozenset()


def _at_site(claim: Claim, sites: frozenset[str], texts: Mapping[str, str]) -> Claim:
    if not _is_count(claim):
        return claim
    at = claim.said_in & sites or _only_site(texts[claim.mention.span.article], sites)
    return evolve(claim, where=claim.where | at)
