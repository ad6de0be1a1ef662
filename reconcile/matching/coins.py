"""Pence, cents and crowns as those of the currency that their article, or else its story, is told in.

So are names of money that only another article of the story explains: "40 million dorins ($9m)".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence

from reconcile.language.dimensions import coins_of, is_named_money, named_money
from reconcile.matching.surroundings import story
from reconcile.matching.values import with_unit
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind


def with_currencies(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims; "412 pence" and "40 cents" say whose they are, where it can be told ("GBP penny"); so do "crowns"."""
    claims = _with_names(claims)
    if not any(_names(c) for c in claims):
        return tuple(claims)
    in_article, in_story = _currencies(claims, _article), _currencies(claims, story)
    return tuple(_named(c, in_article[_article(c)], in_story[story(c)]) if _names(c) else c for c in claims)


def _with_names(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Counts of what another article of their story tells to be money are sums, too."""
    told = {(story(c), unit) for c in claims if c.kind is Kind.FIGURE and is_named_money(unit := c.quantity.unit or "")}
    return [_as_named(c, told) if c.kind is Kind.FIGURE and c.quantity.head else c for c in claims] if told else claims


def _as_named(claim: Claim, told: Collection[tuple[str, str]]) -> Claim:
    quantity = claim.quantity
    unit = named_money(quantity.head or "")
    if quantity.unit is not None or not (quantity.counted or "").isalpha() or (story(claim), unit) not in told:
        return claim
    measure = unit if claim.measure == quantity.head else claim.measure
    return evolve(claim, measure=measure, value=evolve(quantity, unit=unit, counted=None, head=None))


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
