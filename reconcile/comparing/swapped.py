"""Two counts that changed places: one text has 3 dead and 14 hurt, a later one 14 dead and 3 hurt.

Neither count moved: somebody took the one for the other, and what would be an update is a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from reconcile.claims.people.attackers import KILLED
from reconcile.claims.tables import states
from reconcile.comparing.sides import gravest
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope, Status
from reconcile.model.finding import Best, Finding, Relation, Side, Verdict

_TELLING = 10  # the larger of the two: small numbers change places by chance
_TIMES = 2  # how much larger it is than the other, where nothing else says that one of them is wrong
_UNSETTLED = (Verdict.UPDATED, Verdict.COMPATIBLE)  # "14 hurt, then 3": so few might have been only some of them
_AGAINST = (*_UNSETTLED, Verdict.CONFLICT)
_CONTESTED = (Verdict.CONFLICT,)
_RULE = "none: two figures changed places"

Place = tuple[str, Decimal, str]  # an event, a number and the article that gives it
Places = Mapping[Place, set[tuple[int, int]]]  # by finding and side


def with_swaps(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, in the same order; an update between two counts that changed places is a conflict in both."""
    places: dict[Place, set[tuple[int, int]]] = defaultdict(set)
    for at, finding in enumerate(findings):
        for n, side in enumerate(finding.sides):
            for event, article in _where(side):
                places[event, side.claims[0].quantity.value, article].add((at, n))
    return [contested(f, _changed(at, findings, places), _RULE) for at, f in enumerate(findings)]


def _changed(at: int, findings: Sequence[Finding], places: Places) -> dict[Relation, str]:
    finding = findings[at]
    return {r: _words(r, finding.sides) for r in finding.relations if _swapped(at, r, findings, places)}


def _swapped(at: int, relation: Relation, findings: Sequence[Finding], places: Places) -> bool:
    """True where another question has the numbers of this relation the other way round, in the same articles.

    Numbers that are much alike may come to lie so, as when two of 14 injured have died, but no dead come back: 17 dead
    and 14 missing, then 14 dead and 17 missing.
    """
    if relation.verdict not in _UNSETTLED:
        return False
    one, two = (findings[at].sides[n] for n in (relation.a, relation.b))
    low, high = sorted(s.claims[0].quantity.value for s in (one, two))
    if low <= 0 or high < _TELLING:
        return False
    alike = high < _TIMES * low
    if alike and relation.verdict is Verdict.COMPATIBLE:
        return False
    if alike and any(x.quantity.possible.meets(y.quantity.possible) for x in one.claims for y in two.claims):
        return False  # "at least 17" and 22
    against = _CONTESTED if alike else _AGAINST
    here, there = (_sides(s, other, places) for s, other in ((one, two), (two, one)))
    rivals = ((g, m, n) for g, m in here for h, n in there if g == h and (not alike or findings[g].measure == KILLED))
    return any(_is_rival(at, rival, findings, against) for rival in rivals)


def _sides(side: Side, other: Side, places: Places) -> set[tuple[int, int]]:
    """Where the articles of a side have the number of the other."""
    number = other.claims[0].quantity.value
    return {found for event, article in _where(side) for found in places.get((event, number, article), ())}


def _is_rival(at: int, found: tuple[int, int, int], findings: Sequence[Finding], against: Collection[Verdict]) -> bool:
    """True for two sides of another question that a relation of such a verdict sets against each other."""
    g, m, n = found
    mine, its = findings[at], findings[g]
    if g == at or _question(its) == _question(mine) or its.sides[m].claims[0].quantity.unit != _unit(mine):
        return False
    return any({r.a, r.b} == {m, n} and r.verdict in against for r in its.relations)


def _question(finding: Finding) -> tuple[str, str]:
    """What is counted, and of the hurt in which state: severe and slight injuries are two questions."""
    return finding.measure, finding.sides[0].claims[0].population


def _unit(finding: Finding) -> str | None:
    return finding.sides[0].claims[0].quantity.unit


def _where(side: Side) -> Iterator[tuple[str, str]]:
    for claim in side.claims:
        if claim.event and _stands(claim):
            yield claim.event, claim.mention.span.article


def _stands(claim: Claim) -> bool:
    return claim.status is Status.STATED and (claim.scope is Scope.WHOLE or claim.population in states(()))


def contested(finding: Finding, changed: Mapping[Relation, str], rule: str) -> Finding:
    """The finding with each of the relations a conflict for the reason in words; `rule` tells why no figure is best."""
    if not changed:
        return finding
    relations = tuple(_conflict(r, changed[r]) if r in changed else r for r in finding.relations)
    best = _open(finding.best, finding, changed, rule)
    return evolve(finding, relations=relations, verdict=gravest(relations), best=best)


def _conflict(relation: Relation, words: str) -> Relation:
    return Relation(relation.a, relation.b, Verdict.CONFLICT, (words, *relation.reasons))


def _words(relation: Relation, sides: Sequence[Side]) -> str:
    said = " and ".join(f"“{' '.join(sides[n].claims[0].mention.text.split())}”" for n in (relation.a, relation.b))
    return f"{said} stand the other way round for another question in the same articles"


def _open(best: Best | None, finding: Finding, changed: Collection[Relation], rule: str) -> Best | None:
    """Nothing tells which of the two is right, so that both stand and none is best."""
    if best is None:
        return None
    numbers = [finding.sides[n].claims[0].quantity.value for r in changed for n in (r.a, r.b)]
    low = min(numbers if best.low is None else [best.low, *numbers])
    high = max(numbers if best.high is None else [best.high, *numbers])
    return Best(low, None, high, rule, best.unit)
