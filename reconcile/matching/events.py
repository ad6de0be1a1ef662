"""Which articles tell of the same event: stories linked across articles, each claim given its event's id."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from itertools import combinations

from reconcile.language.grammar import word_classes
from reconcile.matching.common_figures import Told, common_bits, figures_told
from reconcile.matching.incidents import with_days_by_site
from reconcile.matching.linkage import average_linkage, components
from reconcile.matching.sites import with_sites
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Frame, Kind
from reconcile.model.text import Article

SMALL = 30  # articles up to which every pair is compared and a shared name counts the same
WIDEST_BLOCK = 60  # articles that may share one name before it is too common to suggest a pair
NAME_BITS = 5.0
PART_BITS = 3.0
SHORT_NAME = 2  # words; a longer one is often half a sentence in capitals
WORD_BITS = 6.0
WORD_DEFAULT = 3.0  # weight of a word where the articles are too few to tell its rarity
FADE = 0.7  # each further shared name tells less than the one before
CEILING = 14.0
# Days between two stories, up to which they have these bits. Of 995 articles on 343 shootings, pairs that all else ties
# together were of one in 6 of 10 cases where their days lay up to a month apart, and in 3 of 100 beyond a year.
DAYS_APART = ((3, -1.0), (30, -3.0), (90, -4.5), (400, -6.5), (math.inf, -8.0))
PUBLISHED_APART = ((3, 2.0), (30, 0.5), (90, -2.0), (400, -4.0), (math.inf, -6.0))
UNRELATED = -8.0  # log-odds of two stories that share no telling name


def assign_events(
    claims: Sequence[Claim], stories: Mapping[str, Frame], articles: Mapping[str, Article]
) -> tuple[Claim, ...]:
    """The claims with `event` set: equal ids mean one event as far as the texts tell.

    `stories` gives the frame of each article's own event, by article id.
    """
    ids = sorted(stories)
    told = figures_told(claims)
    figures = [told.get(i, frozenset()) for i in ids]
    groups = story_groups([stories[i] for i in ids], [articles[i].published_day for i in ids], figures)
    event_of = {ids[m]: _event_id([ids[n] for n in group]) for group in groups for m in group}
    scenes: dict[str, frozenset[str]] = defaultdict(frozenset)
    for article, event in event_of.items():
        scenes[event] |= stories[article].places
    named = Counter((e, place) for a, e in event_of.items() for place in stories[a].places)
    size = Counter(event_of.values())
    core = {e: frozenset(p for p in places if named[e, p] >= min(2, size[e])) for e, places in scenes.items()}
    at_one_place = word_classes()["counted-at-one-place"]
    placed = [
        _placed(c, event_of[c.mention.span.article], core if c.measure in at_one_place else scenes) for c in claims
    ]
    return with_days_by_site(with_sites(placed, scenes, articles), scenes)


def _placed(claim: Claim, event: str, scenes: Mapping[str, frozenset[str]]) -> Claim:
    """The claim with its event; a place that any article of the event names as the scene restricts nothing.

    But a share of the vote in the capital is not that of all, which its article tells, too.
    """
    where = claim.where if claim.kind is Kind.DATE or claim.local else claim.where - scenes[event]
    return evolve(claim, event=_of(claim, event), where=where)


def _of(claim: Claim, event: str) -> str:
    """Claims of another time than the story's belong to an event of their own, named by that time."""
    return event if claim.frame.main else f"{event}@{claim.frame.key}"


def _event_id(members: Sequence[str]) -> str:
    return "e" + blake2b(min(members).encode(), digest_size=4).hexdigest()


def story_groups(
    frames: Sequence[Frame], days: Sequence[date | None], figures: Sequence[frozenset[Told]] = ()
) -> list[list[int]]:
    """Indices of the stories that tell of one event; `days` are the days of publication, `figures` what each states."""
    evidence = _Evidence(frames, figures or [frozenset()] * len(frames))
    prior = -math.log2(max(8, len(frames)))
    scores = {(a, b): prior + evidence.link_bits(a, b, days[a], days[b]) for a, b in _candidates(frames)}
    groups: list[list[int]] = []
    for component in components(len(frames), [pair for pair, score in scores.items() if score > 0]):
        inside = set(component)
        own = {pair: score for pair, score in scores.items() if inside.issuperset(pair)}
        groups += average_linkage(component, own, 0.0, UNRELATED)
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


def time_bits(a: Frame, b: Frame, day_a: date | None, day_b: date | None) -> float:
    """A shared day speaks for one event, days far apart against it; follow-ups come weeks later."""
    if a.days and b.days:
        gap = a.days.gap(b.days)
        if gap <= 1:
            return 4.0 - gap
        if a.days in b.other_days or b.days in a.other_days or set(a.other_days) & set(b.other_days):
            return 2.0
        return _bits_at(gap, DAYS_APART)
    if day_a is None or day_b is None:
        return 0.0
    return _bits_at(abs((day_a - day_b).days), PUBLISHED_APART)


def _bits_at(gap: int, table: Sequence[tuple[float, float]]) -> float:
    return next(bits for most, bits in table if gap <= most)


class _Evidence:
    """What two stories have in common, in bits; rarer names and words weigh more among many articles."""

    def __init__(self, frames: Sequence[Frame], figures: Sequence[frozenset[Told]]) -> None:
        self._frames, self._figures = frames, figures
        counts = Counter(w for f in frames for w in (*f.names, *f.words)) if len(frames) > SMALL else Counter()
        self._rarity = {w: math.log2((len(frames) + 1) / n) for w, n in counts.items()}
        self._totals = [math.fsum(self._rarity.get(w, WORD_DEFAULT) for w in f.words) for f in frames]

    def link_bits(self, a: int, b: int, day_a: date | None, day_b: date | None) -> float:
        """Evidence in bits that two articles tell of one event."""
        one, two = self._frames[a], self._frames[b]
        bits = time_bits(one, two, day_a, day_b) + _kind_bits(one, two) + self._name_bits(one, two)
        return bits + self._word_bits(a, b) + min(CEILING, common_bits(self._figures[a], self._figures[b]))

    def _name_bits(self, a: Frame, b: Frame) -> float:
        bits = [min(self._rarity.get(n, NAME_BITS), NAME_BITS + 3) for n in a.names & b.names]
        bits += [min(self._rarity.get(w, PART_BITS), PART_BITS) for w in _half_named(a, b)]
        if not bits:
            return -2.0 if a.names and b.names else 0.0
        return min(CEILING, sum(each * FADE**i for i, each in enumerate(sorted(bits, reverse=True))))

    def _word_bits(self, a: int, b: int) -> float:
        """Weighted overlap of the leads' content words."""
        smaller = min(self._totals[a], self._totals[b])
        if not smaller:
            return 0.0
        common = self._frames[a].words & self._frames[b].words
        return WORD_BITS * math.fsum(self._rarity.get(w, WORD_DEFAULT) for w in common) / smaller


def _half_named(a: Frame, b: Frame) -> frozenset[str]:
    """Words of a name that one story gives and that the other's lead has, too, in whatever role ("Brodno")."""
    short = ((n.split(), two) for one, two in ((a, b), (b, a)) for n in one.names - two.names)
    return frozenset(w for words, two in short if len(words) <= SHORT_NAME for w in words if w in two.words)


def _kind_bits(a: Frame, b: Frame) -> float:
    if not a.kinds or not b.kinds:
        return 0.0
    return 1.5 if a.kind == b.kind else 0.5 if set(a.kinds) & set(b.kinds) else -1.5
