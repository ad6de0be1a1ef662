"""Which articles tell of the same event: stories linked across articles, each claim given its event's id."""

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

SMALL = 30  # articles up to which every pair is compared and a shared name counts the same
WIDEST_BLOCK = 60  # articles that may share one name before it is too common to suggest a pair
NAME_BITS = 5.0
WORD_BITS = 6.0
WORD_DEFAULT = 3.0  # weight of a word where the articles are too few to tell its rarity
FADE = 0.7  # each further shared name tells less than the one before
CEILING = 14.0


def assign_events(
    claims: Sequence[Claim], stories: Mapping[str, Frame], articles: Mapping[str, Article]
) -> tuple[Claim, ...]:
    """The claims with `event` set: equal ids mean one event as far as the texts tell.

    `stories` gives the frame of each article's own event, by article id.
    """
    ids = sorted(stories)
    groups = story_groups([stories[i] for i in ids], [articles[i].published_day for i in ids])
    event_of = {ids[m]: _event_id([ids[n] for n in group]) for group in groups for m in group}
    scenes: dict[str, frozenset[str]] = defaultdict(frozenset)
    for article, event in event_of.items():
        scenes[event] |= stories[article].places
    return tuple(_placed(c, event_of[c.mention.span.article], scenes) for c in claims)


def _placed(claim: Claim, event: str, scenes: Mapping[str, frozenset[str]]) -> Claim:
    """The claim with its event; a place that any article of the event names as the scene restricts nothing."""
    return attrs.evolve(claim, event=_of(claim, event), where=claim.where - scenes[event])


def _of(claim: Claim, event: str) -> str:
    """Claims of another time than the story's belong to an event of their own, named by that time."""
    return event if claim.frame.main else f"{event}@{claim.frame.key}"


def _event_id(members: Sequence[str]) -> str:
    return "e" + blake2b(min(members).encode(), digest_size=4).hexdigest()


def story_groups(frames: Sequence[Frame], days: Sequence[date | None]) -> list[list[int]]:
    """Indices of the stories that tell of one event; `days` are the days of publication."""
    rarity = _rarity(frames)
    prior = -math.log2(max(8, len(frames)))
    scores: dict[tuple[int, int], float] = {}

    def score(a: int, b: int) -> float:
        pair = (a, b) if a < b else (b, a)
        if pair not in scores:
            scores[pair] = prior + link_bits(frames[a], frames[b], days[a], days[b], rarity)
        return scores[pair]

    edges = [(a, b) for a, b in _candidates(frames) if score(a, b) > 0]
    groups: list[list[int]] = []
    for component in components(len(frames), edges):
        groups += average_linkage(component, score, 0.0) if len(component) > 2 else [component]
    return groups


def _candidates(frames: Sequence[Frame]) -> Iterator[tuple[int, int]]:
    """Pairs that share a name which is not too common; every pair where there are few articles."""
    if len(frames) <= SMALL:
        yield from combinations(range(len(frames)), 2)
        return
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, frame in enumerate(frames):
        for name in frame.names:
            blocks[name].append(i)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= WIDEST_BLOCK:
            pairs.update(combinations(members, 2))
    yield from sorted(pairs)


def _rarity(frames: Sequence[Frame]) -> dict[str, float]:
    """Bits that sharing a name or word is worth: the rarer among these articles, the more."""
    if len(frames) <= SMALL:
        return {}
    counts = Counter(w for f in frames for w in (*f.names, *f.words))
    return {w: math.log2((len(frames) + 1) / n) for w, n in counts.items()}


def link_bits(a: Frame, b: Frame, day_a: date | None, day_b: date | None, rarity: Mapping[str, float]) -> float:
    """Evidence in bits that two articles tell of one event."""
    return time_bits(a, b, day_a, day_b) + _kind_bits(a, b) + _name_bits(a, b, rarity) + _word_bits(a, b, rarity)


def time_bits(a: Frame, b: Frame, day_a: date | None, day_b: date | None) -> float:
    """A shared day speaks for one event, days far apart against it; follow-ups come weeks later."""
    if a.days and b.days:
        gap = a.days.gap(b.days)
        if gap <= 1:
            return 4.0 - gap
        if a.days in b.other_days or b.days in a.other_days or set(a.other_days) & set(b.other_days):
            return 2.0
        return -1.0 if gap <= 3 else -3.0
    if day_a is None or day_b is None:
        return 0.0
    gap = abs((day_a - day_b).days)
    return 2.0 if gap <= 3 else 0.5 if gap <= 30 else -1.0


def _kind_bits(a: Frame, b: Frame) -> float:
    if not a.kinds or not b.kinds:
        return 0.0
    return 1.5 if a.kind == b.kind else 0.5 if set(a.kinds) & set(b.kinds) else -1.5


def _name_bits(a: Frame, b: Frame, rarity: Mapping[str, float]) -> float:
    shared = sorted((min(rarity.get(n, NAME_BITS), NAME_BITS + 3) for n in a.names & b.names), reverse=True)
    if not shared:
        return -2.0 if a.names and b.names else 0.0
    return min(CEILING, sum(bits * FADE**i for i, bits in enumerate(shared)))


def _word_bits(a: Frame, b: Frame, rarity: Mapping[str, float]) -> float:
    """Weighted overlap of the leads' content words."""
    smaller = min(sum(rarity.get(w, WORD_DEFAULT) for w in f.words) for f in (a, b))
    if not smaller:
        return 0.0
    return WORD_BITS * sum(rarity.get(w, WORD_DEFAULT) for w in a.words & b.words) / smaller
