"""Claims that answer one question, laid against each other: the finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from hashlib import blake2b
from itertools import combinations
from types import MappingProxyType

from attrs import frozen

from reconcile.claims.measuring.dynamics import Moves, Pace, is_listed, moves
from reconcile.claims.measuring.measure_table import known_measures
from reconcile.claims.people.weekly import is_weekly
from reconcile.claims.tables import states
from reconcile.comparing.apart import tell_apart
from reconcile.comparing.best import best_of
from reconcile.comparing.crosscheck import cross_check, sum_findings
from reconcile.comparing.figures import changed
from reconcile.comparing.origins import origins
from reconcile.comparing.recounts import Recounts
from reconcile.comparing.scene import Scene, scene
from reconcile.comparing.sides import gravest, lay_out
from reconcile.comparing.statements import Statement, meet, statements
from reconcile.comparing.sums import Counts, counts_of
from reconcile.comparing.trajectory import trajectory
from reconcile.language.lexicon import Houses
from reconcile.matching.rates import NO_RATES, Rates
from reconcile.matching.times import VICTIMS
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import BestRule, Finding, Waterfall
from reconcile.model.text import Article

_YEAR, _HALF_DAY = timedelta(days=365), timedelta(hours=12)
SHARE = "percent"
FEW_TEXTS = 2  # articles, of which no third one bears out that they speak of the same
LOOSE, WEAK = 3.0, 2.0  # bits that two figures of such texts need for a conflict, and those of some pair of any group
SURE = 99.0  # bits of a pair of which it is not told
__all__ = ["Group", "Policy", "compare", "counts_of", "cross_check", "separate", "sum_findings"]


@frozen
class Group:
    """What matching hands over: figures that answer one question, the question in words, and why they were joined.

    `counts` holds what each article gives of the whole, for questions about parts, `rates` what currencies are worth,
    `recounts` which articles give a count that others say was put right, `evidence` the bits that each pair has for
    itself.
    """

    claims: tuple[Claim, ...]
    about: str
    waterfalls: tuple[Waterfall, ...] = ()
    counts: Counts = MappingProxyType({})
    rates: Rates = NO_RATES
    recounts: Recounts = frozenset()
    evidence: Mapping[frozenset[str], float] = MappingProxyType({})


@frozen
class Policy:
    """Choices of casualty recorders.

    `best` says how the best of the figures that stand is chosen; `later` is how much later than another a report must
    be published to count as a later one; `lexicon` holds folders of house tables.
    """

    best: BestRule = BestRule.ORIGINS
    later: timedelta = timedelta(hours=1)
    lexicon: Houses = ()


def separate(group: Group, articles: Mapping[str, Article], policy: Policy = Policy()) -> tuple[Group, ...]:
    """The group in as few parts as keep apart the figures that some article tells apart; largest part first."""
    made = ready(group, articles, policy)
    parts = tell_apart(made, pace_of(made, policy).moves, articles, policy.lexicon)
    if len(parts) < 2:
        return (group,)
    return tuple(_part(group, frozenset(s.claim.id for s in part)) for part in parts)


def _part(group: Group, ids: frozenset[str]) -> Group:
    claims = tuple(c for c in group.claims if c.id in ids)
    waterfalls = tuple(w for w in group.waterfalls if w.a in ids and w.b in ids)
    return evolve(group, claims=claims, waterfalls=waterfalls)


def ready(group: Group, articles: Mapping[str, Article], policy: Policy) -> list[Statement]:
    if not group.claims:
        raise ValueError("a group holds at least one claim")
    return statements(sorted(group.claims, key=lambda c: c.id), articles, policy.lexicon)


def compare(group: Group, articles: Mapping[str, Article], policy: Policy = Policy()) -> Finding:
    """Lay the figures of one group against each other. Raises ValueError for an empty group."""
    made = ready(group, articles, policy)
    claims = [s.claim for s in made]
    here = scene(made, pace_of(made, policy), articles, group.counts, group.rates)
    here = evolve(here, recounts=group.recounts, loose=_loose(made, group.evidence))
    rests_on = origins(claims, articles)
    sides, relations = lay_out(made, here, rests_on)
    by_id = {s.claim.id: s for s in made}
    silent = _silent_changes(made, here)
    return Finding(
        id=_stable_id(claims[0]),
        kind=Kind.FIGURE,
        measure=_measure(made),
        about=group.about,
        verdict=gravest(relations),
        sides=sides,
        relations=relations,
        best=best_of(sides, relations, by_id, rests_on, policy.best),
        notes=(*_carried_on(here), *silent),
        silent_change=bool(silent),
        trajectory=trajectory(made, sides, relations),
        waterfalls=group.waterfalls,
    )


def _loose(made: Sequence[Statement], evidence: Mapping[frozenset[str], float]) -> frozenset[frozenset[str]]:
    """The pairs of ids that too little ties together for a conflict: of two texts, and where no rivals are tied more.

    Of stories that the rules had not been tried on, 6 of 63 such conflicts of two texts were right, and 2 of 54 of the
    findings in which no pair had more for itself. Counts of those whom one event hit need no more: texts differ there.
    """
    if not evidence or _measure(made) in VICTIMS:
        return frozenset()
    differing = (frozenset((a.claim.id, b.claim.id)) for a, b in combinations(made, 2) if not meet(a, b))
    strongest = max((evidence.get(pair, SURE) for pair in differing), default=SURE)
    least = LOOSE if len({s.article for s in made}) <= FEW_TEXTS else -SURE
    return frozenset(pair for pair, bits in evidence.items() if bits <= least or strongest <= WEAK)


def _carried_on(here: Scene) -> tuple[str, ...]:
    """Who still states a figure that a note has withdrawn, each outlet once."""
    notes: dict[tuple[str, str], str] = {}
    for withdrawal in here.corrections.withdrawals:
        old = withdrawal.withdrawn
        for carrier in withdrawal.carriers.values():
            if carrier.superseded:
                continue
            by = "its own note withdraws" if carrier.article == old.article else f"{old.source} has withdrawn"
            words = f"{carrier.source} still says “{carrier.says}”, which {by}"
            notes.setdefault((carrier.article, old.article), words)
    return tuple(notes.values())


def _silent_changes(made: Sequence[Statement], here: Scene) -> tuple[str, ...]:
    """What versions of one article give otherwise than the one before, with no note that says so, each once."""
    by_item: dict[str, list[Statement]] = {}
    for s in made:
        by_item.setdefault(s.item, []).append(s)
    words: dict[str, None] = {}
    for own in by_item.values():
        for old in (s for s in own if s.superseded):
            for new in own:
                if changed(old, new, here) and not _noted(old, new, here) and not new.superseded:
                    words[f"{new.source} changed “{old.says}” to “{new.says}” without a note"] = None
    return tuple(words)


def _noted(old: Statement, new: Statement, here: Scene) -> bool:
    return here.corrections.between(old, new) is not None


def pace_of(made: Sequence[Statement], policy: Policy) -> Pace:
    """How what these figures measure moves, and how much later a report must be to tell of it.

    Of counts that no table knows ("60 oiled birds") most rise from one day to the next, and few within a day.
    """
    moves = _moving(made, policy)
    unknown = moves is Moves.FIXED and all(_is_unknown_count(s, policy) for s in made)
    return Pace(Moves.RISES, max(policy.later, _HALF_DAY)) if unknown else Pace(moves, policy.later)


def _is_unknown_count(s: Statement, policy: Policy) -> bool:
    measure = s.claim.measure
    listed = measure in known_measures(policy.lexicon) or is_listed(measure, policy.lexicon)
    untold = not s.measured or measure in ("", s.claim.quantity.unit)
    return untold and not listed and not _is_history(s)


def _moving(made: Sequence[Statement], policy: Policy) -> Moves:
    """As the table says of what most claims measure, by its own name where any has one ("killed" before "children").

    But a share of a count that rises may fall, and what a text calls unfinished ("the bill so far") rises. What is told
    of another year stands: nobody dies of a past disaster from one report of it to the next. So does the new of a week.
    """
    if made and (all(map(_is_history, made)) or all(is_weekly(s.claim) for s in made)):
        return Moves.FIXED
    known = [s for s in made if s.claim.measure in known_measures(policy.lexicon)]
    listed = [s for s in made if is_listed(s.claim.measure, policy.lexicon)]
    moving = moves(_measure(known or listed or made), policy.lexicon)
    if moving in (Moves.FIXED, Moves.REVISED) and any(s.claim.so_far for s in made):
        return Moves.RISES
    shares = any(s.claim.quantity.unit == SHARE for s in made)
    shares = shares or all(s.claim.population in states(policy.lexicon) for s in made)
    return Moves.EITHER if moving is Moves.RISES and shares else moving


def _is_history(s: Statement) -> bool:
    days, told = s.claim.frame.days, s.moment.earliest
    return not s.claim.frame.main and days is not None and told is not None and told.date() - days.last > _YEAR


def _measure(made: Sequence[Statement]) -> str:
    counted = Counter(s.claim.measure for s in made)
    return min(counted, key=lambda m: (-counted[m], m))


def _stable_id(first: Claim) -> str:
    """Twelve hexadecimal digits made of the smallest claim id, which articles added later seldom change."""
    name = f"{first.kind}|{first.measure}|{first.id}"
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
