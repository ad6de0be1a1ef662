"""Totals that a text leaves to its reader: groups added up ("three women and one man"), all shot and none killed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import attrs

from reconcile.claims.measures import MeasureEntry, becoming
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import tokenize
from reconcile.model.claim import Claim, Scope, Status
from reconcile.model.quantity import Hedge, Quantity
from reconcile.model.text import Article

KILLED = "killed"
PERSON = "person"
OTHERS = "others"  # those counted beside a single person


def settle_survivors(claims: Sequence[Claim], houses: Houses = ()) -> list[Claim]:
    """Where an article tells of nobody killed, those shot are the injured; the table says what becomes what."""
    told = {c.measure for c in claims}
    changes: Mapping[str, MeasureEntry] = becoming(houses)
    if KILLED in told:
        settled = [_as_survivors(c, changes, houses) for c in claims]
        return [*settled, *_survivors(settled, changes)]
    return [
        attrs.evolve(c, measure=changes[c.measure].becomes) if c.measure in changes and c.quantity.unit == PERSON else c
        for c in claims
    ]


def _as_survivors(claim: Claim, changes: Mapping[str, MeasureEntry], houses: Houses) -> Claim:
    """ "One man was killed and three others were shot": the others are the injured."""
    rest = word_classes(houses)["remainder"] | word_classes(houses)["increment"]
    if claim.measure not in changes or not rest.intersection(tokenize(claim.mention.text).words):
        return claim
    return attrs.evolve(claim, measure=changes[claim.measure].becomes)


def _survivors(claims: Sequence[Claim], changes: Mapping[str, MeasureEntry]) -> Iterator[Claim]:
    """What is left of all those shot after the one count of the dead, where no count of the injured is given."""
    own = [c for c in claims if c.status is Status.STATED and c.frame.main and c.quantity.unit == PERSON]
    dead = {c.quantity.low for c in own if c.measure == KILLED and c.quantity.hedge in (Hedge.EXACT, Hedge.AT_LEAST)}
    whole = {c.measure for c in own if c.scope is Scope.WHOLE}
    gone = dead.pop() if len(dead) == 1 else None
    for measure, entry in changes.items():
        shot = [c for c in own if c.measure == measure and c.scope is Scope.WHOLE and not c.period]
        totals = {c.quantity.low for c in shot if c.quantity.hedge is Hedge.EXACT}
        if gone is None or entry.becomes in whole or len(totals) != 1:
            continue
        left = (totals.pop() or Decimal(0)) - gone
        if left > 0:
            value = Quantity(left, left, unit=PERSON, counted="people", head="person")
            yield attrs.evolve(shot[0], id=f"{shot[0].id}-{gone}", measure=entry.becomes, value=value)


def add_up_groups(
    claims: Sequence[Claim], article: Article, houses: Houses = (), companions: frozenset[str] = frozenset()
) -> list[Claim]:
    """The claims, joined by the sum of neighbouring groups where the article gives no whole of its own.

    `companions` are the ids of single people told without a number ("a man and two others"); only the sum keeps them.
    """
    runs = [run for run in _runs(claims, article, houses, companions) if len(run) > 1]
    members = {c.id for run in runs for c in run if companions.intersection(m.id for m in run)}
    whole = {c.measure for c in claims if c.scope is Scope.WHOLE and not c.population and c.id not in members}
    parts = {
        c.id: attrs.evolve(c, scope=Scope.PART, population=c.population or OTHERS) for c in claims if c.id in members
    }
    joined = [parts.get(c.id, c) for c in claims if c.id not in companions]
    for run in runs:
        measure = run[0].measure
        apart = run[0].id in members or len({c.population for c in run}) == len(run)
        if measure not in whole and apart:
            whole.add(measure)
            joined.append(_sum(run, article))
    return in_order(joined)


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims as they stand in the article, headline first."""
    return sorted(claims, key=lambda c: (c.mention.span.part != "headline", c.mention.span.start, c.mention.span.end))


def _runs(
    claims: Sequence[Claim], article: Article, houses: Houses, companions: frozenset[str]
) -> Iterator[list[Claim]]:
    """Neighbouring exact counts of groups by one measure, nothing but "and" or commas between them."""
    links = word_classes(houses)["coordination"] | {","}
    run: list[Claim] = []
    for claim in claims:
        single = companions.intersection(c.id for c in (*run, claim))
        if run and _joins(run[-1], claim, article, links) and (_is_group(claim) or single):
            run.append(claim)
            continue
        yield run or [claim]
        run = [claim] if _is_group(claim) or _is_exact(claim) else []
    if run:
        yield run


def _is_group(claim: Claim) -> bool:
    named = claim.population not in ("", "part", "increment")
    return _is_exact(claim) and named


def _is_exact(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity.hedge is Hedge.EXACT and quantity.low is not None and quantity.unit == PERSON


def _joins(before: Claim, claim: Claim, article: Article, links: frozenset[str]) -> bool:
    one, two = before.mention.span, claim.mention.span
    if not _is_exact(claim) or before.measure != claim.measure or not claim.measure or one.part != two.part:
        return False
    gap = tokenize(article.part(one.part)[one.end : two.start]).words
    return 0 < len(gap) <= 2 and all(w in links for w in gap)


def _sum(run: Sequence[Claim], article: Article) -> Claim:
    first, last = run[0], run[-1]
    total = sum((c.quantity.value for c in run), Decimal(0))
    span = first.mention.span
    return attrs.evolve(
        first,
        id=f"{first.id}+{len(run)}",
        mention=article.mention(span.part, span.start, last.mention.span.end),
        value=Quantity(total, total, unit="person", counted="people", head="person"),
        scope=Scope.WHOLE,
        population="",
    )
