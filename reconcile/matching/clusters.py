"""Figures that answer one question: candidates from an inverted index, weighed pair by pair, then clustered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Context, Decimal
from itertools import combinations
from types import MappingProxyType

from attrs import frozen

from reconcile.claims.measuring.measure_table import kinships
from reconcile.claims.tables import thing
from reconcile.language.dimensions import MONEY, is_money
from reconcile.matching.counterparts import counterparts, tied_together
from reconcile.matching.currencies import in_two_currencies
from reconcile.matching.levels import waterfall
from reconcile.matching.linkage import Pair, average_linkage, components
from reconcile.matching.measured import SELDOM
from reconcile.matching.surroundings import story, surroundings
from reconcile.matching.values import digits_of, dimension
from reconcile.matching.weights import weights
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import Waterfall

SMALL_COMPONENT = 120  # figures up to which every pair of a component is weighed
MOST_ALIKE = 30  # figures that say the very same of one story; of more, the rest follow the first one
MOST_IN_BLOCK = 150  # figures under one key up to which each is compared with each
NEIGHBOURS = 40  # in a larger block, how many next by value a figure is compared with
FEW = 30  # claims of a cluster up to which it is told what each pair has for itself
UNRELATED = -6.0  # log-odds of two figures that share no blocking key


Evidence = Mapping[frozenset[str], float]


@frozen
class Cluster:
    """Claims that answer one question, and the waterfalls of the pairs that tie them together.

    `evidence` holds the bits by which each pair of ids passes the threshold by itself, in a cluster of few claims.
    """

    claims: tuple[Claim, ...]
    waterfalls: tuple[Waterfall, ...]
    evidence: Evidence = MappingProxyType({})


def cluster_figures(claims: Sequence[Claim]) -> list[Cluster]:
    """Clusters of two or more figures, in the order of their first claim."""
    place = {c.id: n for n, c in enumerate(claims)}
    figures, twins = stand_ins(claims)
    scores = _Scores(figures)
    candidates = {pair: scores(*pair) for pair in candidate_pairs(figures)}
    edges = [pair for pair, score in candidates.items() if score > scores.threshold]
    parted = (_parted(component, candidates, scores) for component in components(len(figures), edges))
    parts = [members for component in parted for members in component]
    groups = tied_together(parts, scores.ties(candidates), scores, scores.threshold)
    told = (members for members in groups if len(members) > 1)
    clusters = [
        Cluster(tuple(figures[m] for m in members), tuple(scores.spanning(members)), scores.evidence(members))
        for members in told
    ]
    followers = [(home, twin) for home, alike in twins.items() for twin in alike]
    followers += [(c.restates, c) for c in figures if c.restates is not None]
    clusters = [_ordered(k, place) for k in _with_followers(clusters, followers)]
    return sorted((k for k in clusters if not _is_one_sum(k)), key=lambda k: place[k.claims[0].id])


def _is_one_sum(cluster: Cluster) -> bool:
    """True where all there is is one sum of one sentence, given in two currencies."""
    one, other = cluster.claims[0], cluster.claims[-1]
    told_again = other.restates == one.id or one.restates == other.id
    return len(cluster.claims) == 2 and told_again and in_two_currencies(one, other)


def stand_ins(claims: Sequence[Claim]) -> tuple[list[Claim], dict[str, list[Claim]]]:
    """The figures to compare, in an order of their own, and under the id of the first of its kind, each one too many.

    Thousands of reports that say the very same are told by a few of them.
    """
    alike: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for c in sorted((c for c in claims if c.kind is Kind.FIGURE), key=_position):
        said = (
            c.measure,
            c.quantity,
            c.population,
            c.scope,
            c.period,
            c.span,
            c.status,
            c.where,
            c.restates,
            c.note,
            c.replaces,
            c.utterance,
            c.holder,
            c.stage,
        )
        alike[story(c), c.frame.key, c.frame.main, c.frame.days, c.frame.incident, *said].append(c)
    kept = [c for same in alike.values() for c in same[:MOST_ALIKE]]
    twins = {same[0].id: same[MOST_ALIKE:] for same in alike.values() if len(same) > MOST_ALIKE}
    return sorted(kept, key=_position), twins


def _position(claim: Claim) -> tuple[str, bool, int]:
    """Order of reading inside an article, and one for articles that does not hang on how they were handed in."""
    span = claim.mention.span
    return span.article, span.part != "headline", span.start


def _ordered(cluster: Cluster, place: Mapping[str, int]) -> Cluster:
    return evolve(cluster, claims=tuple(sorted(cluster.claims, key=lambda c: place[c.id])))


def _parted(component: list[int], candidates: Mapping[Pair, float], scores: _Scores) -> list[list[int]]:
    """A component cut by average linkage; of a large one only the candidate pairs are weighed."""
    if len(component) <= 2:
        return [component]
    pairs = combinations(component, 2)
    if len(component) <= SMALL_COMPONENT:
        own = {pair: scores(*pair) for pair in pairs}
    else:
        own = {pair: candidates[pair] for pair in pairs if pair in candidates}
    return average_linkage(component, own, scores.threshold, UNRELATED)


def _with_followers(clusters: list[Cluster], followers: Sequence[tuple[str, Claim]]) -> list[Cluster]:
    """Put a figure that says the same, in the same or another unit, beside the one it repeats, named by its id."""
    home = {c.id: n for n, cluster in enumerate(clusters) for c in cluster.claims}
    extra: dict[int, list[Claim]] = defaultdict(list)
    for leader, claim in followers:
        if leader in home and claim.id not in home:
            extra[home[leader]].append(claim)
    return [evolve(k, claims=(*k.claims, *extra[n])) for n, k in enumerate(clusters)]


class _Scores:
    """Log-odds of pairs of figures, each pair weighed once.

    What a note takes back answers the question of what the note puts in its place, so that the likeness of either to
    another figure speaks for both.
    """

    def __init__(self, figures: Sequence[Claim]) -> None:
        self._figures = figures
        self._stand_ins = _stand_ins_of_the_replaced(figures)
        self._around = surroundings(figures)
        self._weights = weights()
        self._falls: dict[Pair, Waterfall] = {}
        self.threshold = self._weights.threshold

    def ties(self, candidates: Mapping[Pair, float]) -> list[Pair]:
        """The candidates that are counterparts of each other; from now on that is weighed with the rest."""
        found = counterparts(self._figures, candidates, self.threshold, self._around)
        weight = self._weights.weigh("counterpart", "one-number")
        for pair in found:
            fall = self.fall(*pair)
            self._falls[pair] = evolve(fall, weights=(*fall.weights, weight))
        return found

    def fall(self, a: int, b: int) -> Waterfall:
        pair = (a, b) if a < b else (b, a)
        if pair not in self._falls:
            one, two = (self._figures[i] for i in pair)
            self._falls[pair] = waterfall(one, two, self._around, self._weights)
        return self._falls[pair]

    def __call__(self, a: int, b: int) -> float:
        ones, others = (a, *self._stand_ins.get(a, ())), (b, *self._stand_ins.get(b, ()))
        return max(self.fall(one, other).total for one in ones for other in others if one != other)

    def evidence(self, members: Sequence[int]) -> Evidence:
        """What each pair of a small cluster has for itself, in bits above the threshold; nothing of a larger one."""
        pairs = combinations(members, 2) if len(members) <= FEW else ()
        return {frozenset((f.a, f.b)): f.total - f.threshold for f in (self.fall(*pair) for pair in pairs)}

    def spanning(self, members: Sequence[int]) -> Iterator[Waterfall]:
        """The strongest link of each member to one before it: enough to explain the cluster."""
        for at, member in enumerate(members[1:], 1):
            yield max((self.fall(other, member) for other in members[:at]), key=lambda f: f.total)


def _stand_ins_of_the_replaced(figures: Sequence[Claim]) -> dict[int, list[int]]:
    """For each figure that a note replaces, those that the note puts in its place."""
    place = {c.id: n for n, c in enumerate(figures)}
    found: dict[int, list[int]] = defaultdict(list)
    for n, claim in enumerate(figures):
        for replaced in claim.replaces:
            if replaced in place:
                found[place[replaced]].append(n)
    return found


def candidate_pairs(figures: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Pairs of figures of one story that share a blocking key, each pair once, in order."""
    pairs: set[tuple[int, int]] = set()
    for members in _blocks(figures):
        pairs.update(combinations(members, 2) if len(members) <= MOST_IN_BLOCK else _nearest(members, figures))
    yield from sorted(pairs)


def _blocks(figures: Sequence[Claim]) -> Iterable[list[int]]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, claim in enumerate(figures):
        for key in blocking_keys(claim):
            blocks[story(claim), key].append(index)
    return blocks.values()


def _nearest(members: Sequence[int], figures: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Of a block too large to compare each with each, every figure and those next to it by value."""
    ordered = sorted(members, key=lambda m: (figures[m].quantity.value, figures[m].id))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + NEIGHBOURS]:
            yield min(one, other), max(one, other)


def crowded(claims: Sequence[Claim]) -> frozenset[str]:
    """Ids of the figures that were not compared with all others under their keys, because these are too many."""
    figures, twins = stand_ins(claims)
    inside = {figures[m].id for members in _blocks(figures) if len(members) > MOST_IN_BLOCK for m in members}
    return frozenset(inside | {c.id for leader, alike in twins.items() if leader in inside for c in alike})


def blocking_keys(claim: Claim) -> set[str]:
    """What two figures must share, at least one of, to be compared: note, dimension, measure, thing or count."""
    quantity = claim.quantity
    keys = {f"note {claim.note}"} if claim.note else set()
    if claim.utterance:
        keys.add(f"utterance {claim.utterance}")
    unit = dimension(claim)
    if unit is not None:
        return keys | {f"unit {unit}"} | ({MONEY} if is_money(quantity.unit) else set())
    if quantity.head:
        keys.add(f"thing {thing(quantity.head)}")
    if claim.measure:
        keys.add(f"measure {claim.measure}")
        keys.update(f"measure {m}" for pair in kinships() if claim.measure in pair for m in pair)
    if abs(quantity.value) >= SELDOM or not claim.measure:
        keys.update(f"count {each}" for each in _roundings(quantity.value))
        keys.add(f"digits {digits_of(quantity.value)}")
    return keys


def _roundings(value: Decimal) -> set[Decimal]:
    """A number and what it becomes when written with one, two or three significant digits."""
    return {value.normalize(), *(Context(digits).create_decimal(value).normalize() for digits in (1, 2, 3))}
