"""Two figures, each of them by far the likeliest in its article to answer the question of the other.

What two desks call a thing may differ so much that nothing but its number shows it to be one: "4,120 customers were cut
off", "the lamps of 4,120 subscribers went out". An article has one answer to a question, so that the best pair of two
articles tells more than the sum of its own weights.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from reconcile.matching.levels import levels, roles_swapped
from reconcile.matching.linkage import Pair
from reconcile.matching.surroundings import Surroundings
from reconcile.matching.values import is_fraction
from reconcile.model.claim import Claim

LEAD = 2.0  # bits by which a counterpart is likelier than any other of the two articles
MOST_JOINING = 2  # members of a group that a tie joins to another
ALIKE = frozenset(
    {
        "rare", "telling", "equal", "rounded", "converted", "meets", "meets-converted", "hedged", "exchanged",
        "slip", "unconverted",
    }
)  # fmt: skip
SURE = frozenset({"rare", "telling", "equal", "converted", "exchanged"})  # asked for of two different measures
TOLD_APART = ("holder", "population", "place")  # comparisons in which two figures say that they are of two

Best = Mapping[tuple[int, str], Sequence[tuple[float, int]]]


def counterparts(
    figures: Sequence[Claim], scores: Mapping[Pair, float], threshold: float, around: Surroundings
) -> list[Pair]:
    """The pairs of counterparts of one number that their `scores`, in bits, leave below the threshold."""
    best = _best(figures, scores)
    refused = (pair for pair, score in scores.items() if score <= threshold)
    leading = (pair for pair in refused if _lead(pair, figures, best) >= LEAD)
    return [(a, b) for a, b in leading if _of_one_number(figures[a], figures[b], around)]


def _best(figures: Sequence[Claim], scores: Mapping[Pair, float]) -> Best:
    """For each figure and each other article the two likeliest there, the likeliest first."""
    best: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (a, b), score in scores.items():
        for one, other in ((a, b), (b, a)):
            rivals = best[one, _article(figures[other])]
            rivals.append((score, other))
            rivals.sort(reverse=True)
            del rivals[2:]
    return best


def _lead(pair: Pair, figures: Sequence[Claim], best: Best) -> float:
    """How far the pair leads before the next best of either figure; below 0 where it leads not for both."""
    if _article(figures[pair[0]]) == _article(figures[pair[1]]):
        return -1.0
    leads = []
    for one, other in (pair, pair[::-1]):
        (score, likeliest), *next_best = best[one, _article(figures[other])]
        leads.append(-1.0 if likeliest != other else score - next_best[0][0] if next_best else float("inf"))
    return min(leads)


def _of_one_number(a: Claim, b: Claim, around: Surroundings) -> bool:
    """True where the numbers tell: many things come in halves, 200 injured are no 200 dead, and two parties got no one
    result."""
    if is_fraction(a) or is_fraction(b) or roles_swapped(a, b):
        return False
    found = levels(a, b, around)
    alike = SURE if found["measure"] == "rivals" else ALIKE
    return found["value"] in alike and all(found[comparison] != "else" for comparison in TOLD_APART)


def _article(claim: Claim) -> str:
    return claim.mention.span.article


def tied_together(
    groups: Sequence[Sequence[int]], ties: Sequence[Pair], score: Callable[[int, int], float], threshold: float
) -> list[list[int]]:
    """The groups, members ascending, after the ties, the strongest first, have each joined two of them.

    They do where the mean score of all pairs of both passes the threshold and one of them has but a few members.
    """
    found = [list(members) for members in groups]
    home = {member: members for members in found for member in members}
    for a, b in sorted(ties, key=lambda tie: (-score(*tie), tie)):
        few, many = sorted((home[a], home[b]), key=len)
        if few is many or len(few) > MOST_JOINING:
            continue
        if sum(score(one, other) for one in few for other in many) > threshold * len(few) * len(many):
            many += few
            home |= dict.fromkeys(few, many)
            few.clear()
    return [sorted(members) for members in found if members]
