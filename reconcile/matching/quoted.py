"""Figures inside quotations of one utterance: at one place of it they answer one question, whatever their numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from reconcile.language.tokens import tokenize
from reconcile.matching.quotations import Utterances
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article

SIDE = 5  # words on either side of a figure, inside its quotation, that tell its place
LEAST_SHARED = 3  # of them that two figures of one place share
MOST_IN_UTTERANCE = 40  # figures of one utterance; of more, the rest are left alone


@frozen
class _Quoted:
    claim: Claim
    before: frozenset[str]
    after: frozenset[str]

    def same_place(self, other: _Quoted) -> bool:
        """True where the words around both figures are the same ones, and they are of one kind of unit."""
        if (self.claim.quantity.unit is None) != (other.claim.quantity.unit is None):
            return False
        shared = len(self.before & other.before) + len(self.after & other.after)
        own = min(len(q.before) + len(q.after) for q in (self, other))
        return shared >= min(LEAST_SHARED, own) and shared > 1


def with_utterances(
    claims: Sequence[Claim], articles: Mapping[str, Article], utterances: Utterances
) -> tuple[Claim, ...]:
    """The claims; figures at one place of one of these utterances share an `utterance`."""
    figures = _by_place(claims)
    named: dict[str, str] = {}
    for group in utterances.groups:
        quotes = [c for i in group.speeches for c in utterances.speeches[i].claims]
        quoted = [q for quote in quotes for q in _inside(quote, figures, articles)][:MOST_IN_UTTERANCE]
        for place in _places(quoted):
            named.update(dict.fromkeys((q.claim.id for q in place), place[0].claim.id))
    return tuple(evolve(c, utterance=named[c.id]) if c.id in named else c for c in claims)


def _by_place(claims: Sequence[Claim]) -> dict[tuple[str, str], list[Claim]]:
    """Figures by article and part, in order."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.kind is Kind.FIGURE:
            found[claim.mention.span.article, claim.mention.span.part].append(claim)
    return {key: sorted(own, key=lambda c: c.mention.span.start) for key, own in found.items()}


def _inside(
    quote: Claim, figures: Mapping[tuple[str, str], Sequence[Claim]], articles: Mapping[str, Article]
) -> Iterator[_Quoted]:
    span = quote.mention.span
    own = figures.get((span.article, span.part), ())
    text = articles[span.article].part(span.part)
    at = bisect_left(own, span.start, key=lambda c: c.mention.span.start)
    for claim in own[at:]:
        if claim.mention.span.end > span.end:
            return
        before = tokenize(text[span.start : claim.mention.span.start]).words[-SIDE:]
        after = tokenize(text[claim.mention.span.end : span.end]).words[:SIDE]
        yield _Quoted(claim, _words(before), _words(after))


def _words(words: Sequence[str]) -> frozenset[str]:
    return frozenset(w for w in words if w[0].isalpha())


def _places(quoted: Sequence[_Quoted]) -> list[list[_Quoted]]:
    """Figures that stand at one place of the utterance, where two articles give one there."""
    places: list[list[_Quoted]] = []
    for one in quoted:
        home = next((p for p in places if p[0].same_place(one)), None)
        if home is None:
            places.append([one])
        else:
            home.append(one)
    return [p for p in places if len({q.claim.mention.span.article for q in p}) > 1]
