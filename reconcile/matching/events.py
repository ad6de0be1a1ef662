"""Which articles tell of the same event: frames linked across articles, each claim given its event's id."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from itertools import combinations

import attrs

from reconcile.matching.linkage import average_linkage, components
from reconcile.model.claim import Claim, Frame
from reconcile.model.text import Article

SMALL = 30  # articles up to which every pair is compared
WIDEST_BLOCK = 60  # articles that may share one name before it is too common to suggest a pair
NAME_BITS = {"people": 6.0, "places": 4.0}
WORD_BITS = 5.0
FADE = 0.7  # each further shared name tells less than the one before
CEILING = 14.0


def assign_events(claims: Sequence[Claim], articles: Mapping[str, Article]) -> tuple[Claim, ...]:
    """The claims with `event` set: equal ids mean one event as far as the texts tell."""
    mains = {c.mention.span.article: c.frame for c in claims if c.frame.main}
    for claim in claims:
        mains.setdefault(claim.mention.span.article, attrs.evolve(claim.frame, main=True))
    ids = sorted(mains)
    groups = _groups(ids, mains, articles)
    event_of = {article: _event_id([ids[m] for m in group]) for group in groups for article in (ids[m] for m in group)}
    return tuple(attrs.evolve(c, event=_of(c, event_of[c.mention.span.article])) for c in claims)


def _of(claim: Claim, event: str) -> str:
    """Claims of another time than the story's belong to an event of their own, named by that time."""
    return event if claim.frame.main else f"{event}@{claim.frame.key}"


def _event_id(members: Sequence[str]) -> str:
    return "e" + blake2b(min(members).encode(), digest_size=4).hexdigest()


def _groups(ids: Sequence[str], mains: Mapping[str, Frame], articles: Mapping[str, Article]) -> list[list[int]]:
    frames = [mains[i] for i in ids]
    days = [articles[i].published_day for i in ids]
    rarity = _rarity(frames)
    scores: dict[tuple[int, int], float] = {}

    def score(a: int, b: int) -> float:
        pair = (a, b) if a < b else (b, a)
        if pair not in scores:
            scores[pair] = link_bits(frames[a], frames[b], days[a], days[b], rarity)
        return scores[pair]

    edges = [(a, b) for a, b in _candidates(frames) if score(a, b) > 0]
    groups: list[list[int]] = []
    for component in components(len(ids), edges):
        groups += average_linkage(component, score, 0.0) if len(component) > 2 else [component]
    return groups


def _candidates(frames: Sequence[Frame]) -> Iterator[tuple[int, int]]:
    """Pairs that share a name which is not too common; every pair where there are few articles."""
    if len(frames) <= SMALL:
        yield from combinations(range(len(frames)), 2)
        return
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, frame in enumerate(frames):
        for name in frame.people | frame.places:
            blocks[name].append(i)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= WIDEST_BLOCK:
            pairs.update(combinations(members, 2))
    yield from sorted(pairs)


def _rarity(frames: Sequence[Frame]) -> dict[str, float]:
    """Bits that sharing a name or word is worth: the rarer among these articles, the more."""
    total = len(frames)
    counts = Counter(w for f in frames for w in (*f.people, *f.places, *f.words))
    if total <= SMALL:
        return {}
    return {w: math.log2((total + 1) / n) for w, n in counts.items()}


def link_bits(
    a: Frame, b: Frame, day_a: date | None, day_b: date | None, rarity: Mapping[str, float]
) -> float:
    """Log-odds in bits that two articles tell of one event."""
    prior = -math.log2(max(8, len(rarity) / 40))
    return prior + _time_bits(a, b, day_a, day_b) + _kind_bits(a, b) + _name_bits(a, b, rarity) + _word_bits(a, b, rarity)


def _time_bits(a: Frame, b: Frame, day_a: date | None, day_b: date | None) -> float:
    if a.days and b.days:
        gap = a.days.gap(b.days)
        return 4.0 if gap == 0 else 1.5 if gap == 1 else -3.0 if gap <= 3 else -7.0
    if day_a is None or day_b is None:
        return 0.0
    gap = abs((day_a - day_b).days)
    return 1.5 if gap <= 3 else 0.0 if gap <= 30 else -2.0


def _kind_bits(a: Frame, b: Frame) -> float:
    if a.kind is None or b.kind is None:
        return 0.0
    return 1.5 if a.kind == b.kind else -1.5


def _name_bits(a: Frame, b: Frame, rarity: Mapping[str, float]) -> float:
    shared = [min(rarity.get(n, bits) , bits + 2) for field, bits in NAME_BITS.items() for n in getattr(a, field) & getattr(b, field)]
    if not shared and a.places and b.places:
        return -3.0
    return min(CEILING, sum(bits * FADE**i for i, bits in enumerate(sorted(shared, reverse=True))))


def _word_bits(a: Frame, b: Frame, rarity: Mapping[str, float]) -> float:
    """Weighted overlap of the leads' content words."""
    if not a.words or not b.words:
        return 0.0
    common = sum(rarity.get(w, 3.0) for w in a.words & b.words)
    smaller = min(sum(rarity.get(w, 3.0) for w in f.words) for f in (a, b))
    return WORD_BITS * common / smaller if smaller else 0.0
