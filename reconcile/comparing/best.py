"""Lowest, best and highest figure that still stand, with the rule that chose the best."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from reconcile.claims.people.attackers import WITH_ATTACKER
from reconcile.comparing.statements import Statement, meet
from reconcile.model.claim import Status
from reconcile.model.finding import Best, BestRule, Relation, Side, Verdict
from reconcile.model.quantity import Hedge
from reconcile.model.text import PARTS

ONLY_FIGURE = "the only figure that stands"
SERIES = 2  # earlier figures that make a series: one alone may be as wrong as its successor
_FLOORS = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_SHARPNESS = {Hedge.EXACT: 3, Hedge.ABOUT: 2, Hedge.ALMOST: 2, Hedge.RANGE: 1, Hedge.VAGUE: -1}


@frozen
class Candidate:
    """One number that stands, all statements that give it, and on how many independent origins they rest."""

    value: Decimal
    statements: tuple[Statement, ...]
    origins: int

    @property
    def numbered(self) -> bool:
        """False for vague words alone."""
        return any(s.hedge is not Hedge.VAGUE for s in self.statements)

    @property
    def authority(self) -> int:
        return max(s.voice.rank for s in self.statements)

    @property
    def latest(self) -> float:
        """Seconds since the epoch of the latest statement; the distant past where no time is known."""
        return max(s.moment.order.timestamp() for s in self.statements)

    @property
    def sharpness(self) -> int:
        return max(_SHARPNESS.get(s.hedge, 0) for s in self.statements)


# UCDP's order, with two rules more: words give way to numbers, and among equally many origins the figure that they
# repeat most often is the one they stand by. Superseded figures are set aside before, so that a stale toll is never
# best, and so is what cannot be true beside the replacement of a withdrawn figure.
_Rule = tuple[Callable[[Candidate], float], str]
_NUMBERED: _Rule = (lambda c: c.numbered, "a number rather than a word")
_AUTHORITY: _Rule = (lambda c: c.authority, "most authoritative source")
_LATEST: _Rule = (lambda c: c.latest, "latest")
_RULES: tuple[_Rule, ...] = (
    _NUMBERED,
    (lambda c: c.origins, "most independent origins"),
    (lambda c: len(c.statements), "given most often"),
    _AUTHORITY,
    _LATEST,
    (lambda c: c.sharpness, "most specific"),
)
_FIRST: dict[BestRule, tuple[_Rule, ...]] = {
    BestRule.LATEST: (_NUMBERED, _LATEST),
    BestRule.AUTHORITY: (_NUMBERED, _AUTHORITY),
}


def best_of(
    sides: Sequence[Side],
    relations: Sequence[Relation],
    statements: Mapping[str, Statement],
    origins: Mapping[str, str],
    rule: BestRule = BestRule.ORIGINS,
) -> Best | None:
    """Low, best and high over what is stated and not superseded, in the unit most claims use; None if nothing stands.

    `rule` says how the best is chosen, as different recorders of casualties do.
    """
    owns = [[statements[c.id] for c in side.claims] for side in sides]
    standing = _in_one_unit(_standing(owns, relations))
    if not standing:
        return None
    quantities = [s.claim.quantity for s in standing]
    unit = quantities[0].unit
    low = min(v for q in quantities if (v := q.high if q.low is None else q.low) is not None)
    high = max(v for q in quantities if (v := q.low if q.high is None else q.high) is not None)
    if rule is BestRule.LOWEST:
        return Best(low, low, high, "the lowest figure that stands", unit)
    if rule is BestRule.NONE:
        return Best(low, None, high, "lowest and highest, none chosen", unit)
    candidates = _candidates(standing, origins, _led_up(owns, relations, standing, origins))
    value, words = _choose(candidates, (*_FIRST.get(rule, ()), *_RULES))
    return Best(low, value, high, words, unit)


def _standing(owns: Sequence[Sequence[Statement]], relations: Sequence[Relation]) -> list[Statement]:
    """The stated figures that nobody denies and no later report or correction has replaced; all, if none is left."""
    gone = {_older(r, owns) for r in relations if r.verdict is Verdict.UPDATED}
    gone |= {_taken_back(r, owns) for r in relations if r.verdict is Verdict.CORRECTED}
    stated = [(at, own) for at, own in enumerate(owns) if own[0].status is Status.STATED]
    denied = {own[0].number for own in owns if own[0].status is Status.DENIED}
    left = [own for at, own in stated if at not in gone and own[0].number not in denied] or [own for _, own in stated]
    return _with_the_attacker(_beside_replacement(_current([s for own in left for s in own])))


def _current(standing: list[Statement]) -> list[Statement]:
    """Without what older versions say, for which the latest speak."""
    return [s for s in standing if not s.superseded] or standing


def _with_the_attacker(standing: list[Statement]) -> list[Statement]:
    """Without the counts that leave out an attacker whom another count takes in."""
    without = {s.value - 1 for s in standing if s.claim.population in WITH_ATTACKER}
    return [s for s in standing if s.claim.population in WITH_ATTACKER or s.value not in without]


def _beside_replacement(standing: list[Statement]) -> list[Statement]:
    new = [s for s in standing if s.claim.replaces]
    return [s for s in standing if any(s.unit != n.unit or meet(s, n) for n in new)] if new else standing


def _older(relation: Relation, owns: Sequence[Sequence[Statement]]) -> int:
    def age(at: int) -> tuple[object, ...]:
        forecast = owns[at][0].status is Status.FORECAST
        return not forecast, max(s.moment.order for s in owns[at]), at

    return min(relation.a, relation.b, key=age)


def _taken_back(relation: Relation, owns: Sequence[Sequence[Statement]]) -> int:
    """The side that a correction takes back: the withdrawn one, else the one that replaces nothing."""
    a, b = relation.a, relation.b
    if Status.WITHDRAWN in (owns[a][0].status, owns[b][0].status):
        return a if owns[a][0].status is Status.WITHDRAWN else b
    return b if any(s.claim.replaces for s in owns[a]) else a


def _in_one_unit(standing: Sequence[Statement]) -> list[Statement]:
    units = Counter(s.claim.quantity.unit for s in standing)
    most = max(units, key=lambda u: (units[u], u is not None, u or ""), default=None)
    return [s for s in standing if s.claim.quantity.unit == most]


def _led_up(
    owns: Sequence[Sequence[Statement]],
    relations: Sequence[Relation],
    standing: Sequence[Statement],
    origins: Mapping[str, str],
) -> dict[Decimal, set[str]]:
    """By number, the origins of the series that leads up to it: two figures or more that gave way to it."""
    stands = {s.number for s in standing}
    before: dict[int, set[int]] = defaultdict(set)
    for relation in relations:
        if relation.verdict is Verdict.UPDATED:
            older = _older(relation, owns)
            if owns[older][0].number not in stands:
                before[relation.b if older == relation.a else relation.a].add(older)
    found: dict[Decimal, set[str]] = defaultdict(set)
    for newer, earlier in before.items():
        if len(earlier) >= SERIES:
            for s in owns[newer]:
                found[s.claim.quantity.value] |= {origins[e.claim.id] for at in earlier for e in owns[at]}
    return found


def _candidates(
    standing: Sequence[Statement], origins: Mapping[str, str], led_up: Mapping[Decimal, set[str]]
) -> list[Candidate]:
    """The numbers that stand; a word ("several") lends its least number no support, an origin stands by one number.

    "At least three" speaks for a sharp four, too, unless somebody says three.
    """
    by_value: dict[tuple[Decimal, bool], list[Statement]] = {}
    by_origin: dict[str, list[Statement]] = {}
    for s in standing:
        by_origin.setdefault(origins[s.claim.id], []).append(s)
        by_value.setdefault((s.claim.quantity.value, s.hedge is Hedge.VAGUE), []).append(s)
    principals = [_principal(told) for told in by_origin.values()]
    given = {s.value for s in standing if s.hedge is Hedge.EXACT}
    bounds = [s for s in standing if s.hedge in _FLOORS and s.value not in given]
    found = []
    for (value, vague), own in sorted(by_value.items(), key=lambda item: item[0]):
        sharp = not vague and any(s.hedge is Hedge.EXACT for s in own)
        told = own + [b for b in bounds if b.value < value <= b.likely.high] if sharp else own
        stand_by = {origins[s.claim.id] for s in told if s in principals}
        found.append(Candidate(value, tuple(told), len(stand_by | led_up.get(value, set()))))
    return found


def _principal(told: Sequence[Statement]) -> Statement:
    """What an origin stands by: the number that it gives most often, where first given, headline before text."""
    times = Counter(s.number for s in told)

    def order(s: Statement) -> tuple[object, ...]:
        span = s.claim.mention.span
        return -times[s.number], PARTS.index(span.part), span.start

    return min(told, key=order)


def _choose(candidates: Sequence[Candidate], rules: Sequence[_Rule]) -> tuple[Decimal, str]:
    """The first rule that leaves one number decides, and gives the words; the lowest number where none does."""
    left = list(candidates)
    if len(left) == 1:
        return left[0].value, ONLY_FIGURE
    for measure, words in rules:
        top = max(measure(c) for c in left)
        left = [c for c in left if measure(c) == top]
        if len(left) == 1:
            return left[0].value, words
    return left[0].value, "nothing tells the figures apart; the lowest"
