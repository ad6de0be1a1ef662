"""Parts that rise while their whole stands still: 11 children of 34 dead here, 14 children of 34 dead there."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from reconcile.comparing.sides import gravest
from reconcile.comparing.transfers import Counts
from reconcile.comparing.voices import voice
from reconcile.language.lexicon import Houses
from reconcile.model.claim import Claim, Scope
from reconcile.model.finding import Finding, Relation, Side, Verdict
from reconcile.model.quantity import Hedge


def with_steady_wholes(finding: Finding, counts: Counts, houses: Houses = ()) -> Finding:
    """The finding, in which a part that two authorities count otherwise, out of one and the same whole, is no update.

    One authority may come to know its dead better; two who agree on the whole disagree about the part.
    """
    relations = tuple(_judged(r, finding.sides, counts, houses) for r in finding.relations)
    if relations == finding.relations:
        return finding
    return attrs.evolve(finding, relations=relations, verdict=gravest(relations))


def _judged(relation: Relation, sides: Sequence[Side], counts: Counts, houses: Houses) -> Relation:
    if relation.verdict is not Verdict.UPDATED:
        return relation
    a, b = (sides[at].claims[0] for at in (relation.a, relation.b))
    whole = _whole(a, counts)
    if whole is None or whole != _whole(b, counts) or not _rivals(a, b, houses):
        return relation
    why = f"both cannot be true: both texts count {whole} {a.measure} in all, and another number of these among them"
    return Relation(relation.a, relation.b, Verdict.CONFLICT, (why, *relation.reasons))


def _whole(part: Claim, counts: Counts) -> str | None:
    """The one sharp figure that the part's article gives of the whole."""
    given = counts.get((part.mention.span.article, part.event or "", part.measure), frozenset())
    return f"{next(iter(given)):f}" if len(given) == 1 else None


def _rivals(a: Claim, b: Claim, houses: Houses) -> bool:
    """True for two sharp counts of one part that two authorities give."""
    one, two = voice(a.attribution, houses), voice(b.attribution, houses)
    sharp = all(c.scope is Scope.PART and c.quantity.hedge is Hedge.EXACT for c in (a, b))
    return sharp and a.population == b.population and bool(one and two) and not one.same_as(two)
