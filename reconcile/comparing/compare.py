"""Claims that answer one question, laid against each other: the finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from hashlib import blake2b

from attrs import frozen

from reconcile.comparing.best import best_of
from reconcile.comparing.crosscheck import cross_check
from reconcile.comparing.dynamics import Moves, moves
from reconcile.comparing.figures import Scene, scene
from reconcile.comparing.origins import origins
from reconcile.comparing.sides import gravest, lay_out
from reconcile.comparing.statements import Statement, statements
from reconcile.language.lexicon import Houses
from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import Finding, Waterfall
from reconcile.model.text import Article

SHARE = "percent"
__all__ = ["Group", "Policy", "compare", "cross_check"]


@frozen
class Group:
    """What matching hands over: figures that answer one question, the question in words, and why they were joined."""

    claims: tuple[Claim, ...]
    about: str
    waterfalls: tuple[Waterfall, ...] = ()


@frozen
class Policy:
    """Choices of casualty recorders.

    `conservative` takes the lowest standing figure for best; `later` is how much later than another a report must
    be published to count as a later one; `lexicon` holds folders of house tables.
    """

    conservative: bool = False
    later: timedelta = timedelta(hours=1)
    lexicon: Houses = ()


def compare(group: Group, articles: Mapping[str, Article], policy: Policy = Policy()) -> Finding:
    """Lay the figures of one group against each other. Raises ValueError for an empty group."""
    if not group.claims:
        raise ValueError("a group holds at least one claim")
    claims = sorted(group.claims, key=lambda c: c.id)
    made = statements(claims, articles, policy.lexicon)
    measure = _commonest(c.measure for c in claims)
    here = scene(made, _moves(measure, made, policy.lexicon), policy.later, articles)
    rests_on = origins(claims, articles)
    sides, relations = lay_out(made, here, rests_on)
    by_id = {s.claim.id: s for s in made}
    return Finding(
        id=_stable_id(claims[0]),
        kind=Kind.FIGURE,
        measure=measure,
        about=group.about,
        verdict=gravest(relations),
        sides=sides,
        relations=relations,
        best=best_of(sides, relations, by_id, rests_on, policy.conservative),
        notes=_carried_on(here),
        waterfalls=group.waterfalls,
    )


def _carried_on(here: Scene) -> tuple[str, ...]:
    """Who still states a figure that a note has withdrawn, each outlet once."""
    notes: dict[tuple[str, str], str] = {}
    for withdrawal in here.corrections.withdrawals:
        old = withdrawal.withdrawn
        for carrier in withdrawal.carriers.values():
            by = "its own note withdraws" if carrier.article == old.article else f"{old.source} has withdrawn"
            words = f"{carrier.source} still says “{carrier.says}”, which {by}"
            notes.setdefault((carrier.article, old.article), words)
    return tuple(notes.values())


def _moves(measure: str, made: Sequence[Statement], lexicon: Houses) -> Moves:
    """As the table says; but a share of a count that rises may fall."""
    moving = moves(measure, lexicon)
    shares = any(s.claim.quantity.unit == SHARE for s in made)
    return Moves.EITHER if moving is Moves.RISES and shares else moving


def _commonest(measures: Iterable[str]) -> str:
    counted = Counter(measures)
    return min(counted, key=lambda m: (-counted[m], m))


def _stable_id(first: Claim) -> str:
    """Twelve hexadecimal digits made of the smallest claim id, which articles added later seldom change."""
    name = f"{first.kind}|{first.measure}|{first.id}"
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
