"""A count that its counters put right: with the one number that a text takes back all others of that count are new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal

from reconcile.claims.people.holders import same_holder
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.text import Article

Recounts = frozenset[tuple[str, str]]  # the ids of two articles: one with the old count, one with the new


def is_reckoned(measure: str, houses: Houses = ()) -> bool:
    """True for what one count gives together: votes, shares, seats and the lead."""
    return measure in word_classes(houses)["reckoned-together"]


def recounts_of(claims: Iterable[Claim], articles: Mapping[str, Article], houses: Houses = ()) -> Recounts:
    """Which articles give the old count that another one says was put right.

    An article gives it where it states the very number that the other, later one withdraws for somebody else.
    """
    stated: dict[tuple[str, Decimal], list[Claim]] = defaultdict(list)
    withdrawn: list[Claim] = []
    for claim in claims:
        if claim.kind is not Kind.FIGURE or not is_reckoned(claim.measure, houses):
            continue
        if claim.status is Status.STATED:
            stated[claim.measure, claim.quantity.value].append(claim)
        elif claim.status is Status.WITHDRAWN and not claim.own_slip:
            withdrawn.append(claim)
    return frozenset(
        (old.mention.span.article, gone.mention.span.article)
        for gone in withdrawn
        for old in stated[gone.measure, gone.quantity.value]
        if _is_same(old, gone) and _came_before(old, gone, articles)
    )


def _is_same(old: Claim, gone: Claim) -> bool:
    named = bool(old.holder) == bool(gone.holder)
    return named and same_holder(old.holder, gone.holder) and old.where == gone.where


def _came_before(old: Claim, gone: Claim, articles: Mapping[str, Article]) -> bool:
    one, other = (articles.get(c.mention.span.article) for c in (old, gone))
    if one is None or other is None or one.published_day is None or other.published_day is None:
        return False
    if isinstance(one.published, datetime) and isinstance(other.published, datetime):
        return one.published < other.published
    return one.published_day < other.published_day
