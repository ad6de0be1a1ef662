"""Votes told as bare numbers: "Provisional result: Barrow 11,902, Wren 11,871", "Wren leads by 6,480 to 6,105"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from reconcile.claims.people.holders import leader_of, listed_holder, same_holder
from reconcile.claims.people.shares_listed import ELECTION, LEAD
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import Claim
from reconcile.model.text import Part

VOTES = "votes"
LEAST = 101  # votes; fewer may be shares or seats
_OPEN = frozenset({"", VOTES, LEAD})


@frozen
class _Number:
    """A number of a sentence that may be votes, its claim, and whose it is; "" where the words name nobody."""

    figure: QuantityMention
    claim: Claim
    holder: str


def with_listed_votes(
    claims: Sequence[Claim], parts: Mapping[Part, Analysis], kinds: Collection[str], houses: Houses = ()
) -> list[Claim]:
    """The claims of one article; in one on an election, large bare numbers behind two names or more are their votes.

    So is one behind a name of which votes are told before, and the two of "Wren leads by 6,480 to 6,105".
    """
    if ELECTION not in kinds:
        return list(claims)
    by_start = {(c.mention.span.part, c.mention.span.start): c for c in claims}
    changed: dict[str, Claim] = {}
    for part, analysis in parts.items():
        known: list[str] = []  # of whom votes are told so far
        for sentence in analysis.sentences:
            numbers = list(_numbers(analysis, sentence, part, by_start, houses))
            told = _of_leader(analysis, sentence, numbers, known, houses) or _of_names(numbers, known)
            changed |= {c.id: c for c in told}
            known += [c.holder for c in told if c.holder]
    return [changed.get(c.id, c) for c in claims]


def _numbers(
    analysis: Analysis,
    sentence: tuple[int, int],
    part: Part,
    by_start: Mapping[tuple[Part, int], Claim],
    houses: Houses,
) -> Iterator[_Number]:
    """The figures of a sentence that may be votes: whole, large, and told without what they count."""
    for figure in analysis.between(analysis.quantities, *sentence):
        claim = by_start.get((part, figure.start))
        if claim is None or claim.measure not in _OPEN or claim.quantity.unit is not None:
            continue
        value = claim.quantity.value
        if value >= LEAST and value == value.to_integral_value() and not claim.quantity.counted:
            yield _Number(figure, claim, claim.holder or listed_holder(analysis, figure, sentence, houses))


def _of_names(numbers: Sequence[_Number], known: Sequence[str]) -> list[Claim]:
    """Those of a list of at least two names, or of one who has votes already."""
    own = [n for n in numbers if n.holder]
    apart = len({n.holder for n in own}) == len(own)
    again = any(same_holder(n.holder, name) for n in own for name in known)
    return [_as_votes(n, n.holder) for n in own] if apart and (len(own) > 1 or again) else []


def _of_leader(
    analysis: Analysis, sentence: tuple[int, int], numbers: Sequence[_Number], known: Sequence[str], houses: Houses
) -> list[Claim]:
    """The votes of who leads, and of the only other who is known to have some."""
    for one, two in pairwise(numbers):
        gap = analysis.tokens.words[one.figure.last : two.figure.first]
        if len(gap) != 1 or gap[0] not in word_classes(houses)["other-side"]:
            continue
        leader = leader_of(analysis, one.figure, sentence, houses)
        if not leader or one.claim.quantity.value < two.claim.quantity.value:
            return []
        rivals = {name for name in known if not same_holder(name, leader)}
        return [_as_votes(one, leader), _as_votes(two, rivals.pop() if len(rivals) == 1 else two.holder)]
    return []


def _as_votes(number: _Number, holder: str) -> Claim:
    return evolve(number.claim, measure=VOTES, holder=holder)
