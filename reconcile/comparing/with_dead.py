"""Counts that may take in those who died, or the attacker: "nine people were shot" of whom one died, eight wounded.

A difference that is just the dead, or just the attacker, sets nobody against anybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from reconcile.claims.measuring.measure_table import becoming, hit_measures
from reconcile.claims.people.attackers import KILLED, WITH_ATTACKER
from reconcile.comparing.between import text_between
from reconcile.comparing.equivalents import is_added, is_remainder
from reconcile.comparing.settled import ALARMS, settled
from reconcile.comparing.sums import Counts
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.language.tokens import folded_words
from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import Finding, Side
from reconcile.model.text import Article, Span

_BESIDE = 80  # code points between the dead and the injured of one clause
_STOPS = frozenset({".", "!", "?", ";"})


@frozen
class Toll:
    """What a run tells of the dead: `deaths` by article, event and measure, `told` the figures that stand at one place.

    `apart` holds ids of counts of the injured that stand beside the dead of their sentence, and so leave them out, as
    "nine were shot and one was killed" may not; `fallen` the events whose attacker died, `hit` the measures of people
    who were hit.
    """

    deaths: Counts
    told: Mapping[Span, Sequence[Claim]]
    apart: Collection[str]
    fallen: Collection[str]
    hit: Collection[str]


def toll_of(claims: Iterable[Claim], deaths: Counts, articles: Mapping[str, Article], houses: Houses = ()) -> Toll:
    """Look through all claims of a run once."""
    hit = hit_measures(houses)
    hurt = hit - becoming(houses).keys()
    people = [c for c in claims if c.kind is Kind.FIGURE and c.quantity.unit == PERSON]
    told: dict[Span, list[Claim]] = defaultdict(list)
    for c in people:
        told[c.mention.span].append(c)
    fallen = frozenset(c.event for c in people if c.event and c.population in WITH_ATTACKER)
    return Toll(deaths, told, frozenset(_apart(people, articles, hurt)), fallen, hit - {KILLED})


def _apart(people: Sequence[Claim], articles: Mapping[str, Article], hurt: Collection[str]) -> Iterator[str]:
    ordered = sorted((c for c in people if c.measure in hurt or c.measure == KILLED), key=lambda c: c.mention.span)
    for at, one in enumerate(ordered):
        for two in ordered[at + 1 : at + 4]:
            if (one.measure == KILLED) != (two.measure == KILLED) and in_one_clause(one, two, articles):
                yield from (one.id, two.id)


def in_one_clause(one: Claim, two: Claim, articles: Mapping[str, Article]) -> bool:
    """True where the second of two counts follows on the first before a stop."""
    between = text_between(one.mention.span, two.mention.span, articles, _BESIDE)
    return between is not None and _STOPS.isdisjoint(folded_words(between))


def with_dead(finding: Finding, toll: Toll) -> Finding:
    """The finding; sides that differ by the dead, or by the attacker, are compatible."""
    if finding.measure not in toll.hit and finding.measure != KILLED:
        return finding
    return settled(finding, lambda most, fewer: _why(most, fewer, toll), ALARMS)


def _why(most: Side, fewer: Side, toll: Toll) -> str:
    gap = most.claims[0].quantity.value - fewer.claims[0].quantity.value
    if all(_is_victims(c, toll) for c in fewer.claims) and _differ_by_attacker(most, gap, toll):
        return f"“{most.label}” and “{fewer.label}”: one may count the attacker, too"
    if not _is_dead(fewer) and _differ_by_dead(most, fewer, gap, toll):
        return f"“{most.label}” and “{fewer.label}”: one may count those who died, too"
    return ""


def _is_dead(side: Side) -> bool:
    return side.claims[0].measure == KILLED


def _is_victims(claim: Claim, toll: Toll) -> bool:
    return claim.measure == KILLED and claim.population not in WITH_ATTACKER and claim.event in toll.fallen


def _differ_by_attacker(most: Side, gap: Decimal, toll: Toll) -> bool:
    """True unless the higher count is known to leave the attacker out, as one to which he was added does."""
    return gap == 1 and not any(_also_told(c, c.quantity.value + 1, toll) for c in most.claims)


def _differ_by_dead(most: Side, fewer: Side, gap: Decimal, toll: Toll) -> bool:
    """True where one article tells of just as many dead, and the higher count does not stand beside the dead."""
    inferred = any(_also_told(c, c.quantity.value + gap, toll) for c in fewer.claims)
    if not inferred and any(_leaves_out(c, toll) for c in most.claims):
        return False
    return any(_dead(c, toll) == {gap} for c in (*most.claims, *fewer.claims))


def _also_told(claim: Claim, value: Decimal, toll: Toll) -> bool:
    """True where the same words give that number, too: "4 shot, 1 killed" leaves three."""
    return any(c.quantity.value == value for c in toll.told.get(claim.mention.span, ()))


def _leaves_out(claim: Claim, toll: Toll) -> bool:
    return claim.id in toll.apart or is_remainder(claim) or is_added(claim)


def _dead(claim: Claim, toll: Toll) -> frozenset[Decimal]:
    return toll.deaths.get((claim.mention.span.article, claim.event or "", KILLED), frozenset())
