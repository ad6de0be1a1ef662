"""Families taken for people: where one text has 2,150 families (8,740 people), a later one has 2,150 people.

Nobody has gone home; somebody took the number of the families, and what would be an update is a conflict.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from reconcile.claims.people.scope import FAMILIES
from reconcile.comparing.swapped import contested
from reconcile.language.quantity_values import PERSON
from reconcile.model.claim import Claim, Status
from reconcile.model.finding import Finding, Relation, Side, Verdict
from reconcile.model.quantity import Hedge

_TELLING_DIGITS = 3  # significant digits of a number that does not come back by chance
_RULE = "none: families may have been taken for people"

Families = Mapping[Decimal, Mapping[str, Claim]]  # by number and article


def families_of(claims: Sequence[Claim]) -> Families:
    """The exact, telling numbers of families or households that each article gives."""
    found: dict[Decimal, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.population == FAMILIES and claim.status is Status.STATED and _is_telling(claim):
            found[claim.quantity.value].setdefault(claim.mention.span.article, claim)
    return found


def with_mistaken(finding: Finding, families: Families) -> Finding:
    """The finding; what it has for an update between people and as many people as there were families is a conflict."""
    mistaken = {n: told for n, side in enumerate(finding.sides) if (told := _taken(side, finding, families))}
    if not mistaken:
        return finding
    changed = {
        r: _words(finding.sides[n], mistaken[n])
        for r in finding.relations
        for n in (r.a, r.b)
        if n in mistaken and _is_update(r, finding)
    }
    return contested(finding, changed, _RULE)


def _taken(side: Side, finding: Finding, families: Families) -> Claim | None:
    """The families whose number the side has, of another article that gives more people for the same question."""
    told = families.get(side.claims[0].quantity.value, {})
    own = {c.mention.span.article for c in side.claims}
    if not told or not own.isdisjoint(told) or any(not _counts_people(c) for c in side.claims):
        return None
    return next((told[a] for a in _with_more(side, finding) if a in told), None)


def _with_more(side: Side, finding: Finding) -> list[str]:
    """The articles that give more people."""
    value = side.claims[0].quantity.value
    larger = (s for s in finding.sides if s.claims[0].quantity.value > value)
    return [c.mention.span.article for s in larger for c in s.claims if _counts_people(c)]


def _is_update(relation: Relation, finding: Finding) -> bool:
    both = (c for n in (relation.a, relation.b) for c in finding.sides[n].claims)
    return relation.verdict is Verdict.UPDATED and all(map(_counts_people, both))


def _counts_people(claim: Claim) -> bool:
    return claim.quantity.unit == PERSON and claim.population != FAMILIES


def _is_telling(claim: Claim) -> bool:
    value = claim.quantity.value
    return claim.quantity.hedge is Hedge.EXACT and len(value.normalize().as_tuple().digits) >= _TELLING_DIGITS


def _words(side: Side, told: Claim) -> str:
    said, there = (" ".join(c.mention.text.split()) for c in (side.claims[0], told))
    return f"“{said}” has the number of “{there}”"
