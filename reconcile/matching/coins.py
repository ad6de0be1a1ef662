"""Pence, cents and crowns as those of the currency that their article, or else its story, is told in.

And names of money that only another article of the story explains: "40 million dorins ($9m)".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from reconcile.language.dimensions import coins_of, is_named_money, named_money
from reconcile.matching.surroundings import story
from reconcile.matching.values import with_unit
from reconcile.model.claim import Claim, Kind


def with_currencies(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims; "412 pence" and "40 cents" say whose they are, where it can be told ("GBP penny"); so do "crowns"."""
    if not any(_names(c) for c in claims):
        return tuple(claims)
    in_article, in_story = _currencies(claims, _article), _currencies(claims, story)
    return tuple(_named(c, in_article[_article(c)], in_story[story(c)]) if _names(c) else c for c in claims)


def money_told_elsewhere(claims: Sequence[Claim]) -> Mapping[str, frozenset[str]]:
    """By article the things it counts of which another one of its story tells that they are money, in the singular."""
    told = {(story(c), unit) for c in claims if c.kind is Kind.FIGURE and is_named_money(unit := c.quantity.unit or "")}
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims if told else ():
        if claim.kind is not Kind.FIGURE or claim.quantity.unit is not None or not claim.quantity.head:
            continue
        single = (claim.quantity.counted or "").isalpha()
        if single and (story(claim), named_money(claim.quantity.head)) in told:
            found[_article(claim)].add(claim.quantity.head)
    return {article: frozenset(names) for article, names in found.items()}


def _names(claim: Claim) -> dict[str, str]:
    return dict(coins_of(claim.quantity.unit)) if claim.kind is Kind.FIGURE else {}


def _article(claim: Claim) -> str:
    return claim.mention.span.article


def _currencies(claims: Sequence[Claim], of: Callable[[Claim], str]) -> dict[str, Counter[str]]:
    """By article or story, how often each currency of coins stands there, equivalents in brackets left out."""
    whole = {currency for c in claims for currency in _names(c)}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        if claim.kind is Kind.FIGURE and claim.restates is None and claim.quantity.unit in whole:
            found[of(claim)][claim.quantity.unit] += 1
    return found


def _named(claim: Claim, *told: Counter[str]) -> Claim:
    """The coin of the only currency it can be of, else of the one told most often; as it is where two are."""
    names = _names(claim)
    likely = list(names) if len(names) == 1 else [c for own in told for c in _foremost(own, names)]
    return with_unit(claim, names[likely[0]]) if likely else claim


def _foremost(told: Counter[str], possible: Iterable[str]) -> list[str]:
    """The one of these currencies that is told most often, if there is one."""
    most = max((told[c] for c in possible), default=0)
    first = [c for c in possible if most and told[c] == most]
    return first if len(first) == 1 else []
