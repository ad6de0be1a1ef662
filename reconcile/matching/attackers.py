"""The dead with the attacker and the dead without him, in a story that tells one from the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from decimal import Decimal

from reconcile.claims.people.attackers import KILLED, WITH_HIM
from reconcile.language.grammar import word_classes
from reconcile.model.claim import Claim, Scope
from reconcile.model.quantity import Hedge

MOST_ATTACKERS = 4


def tells_attacker_apart(figures: Sequence[Claim]) -> bool:
    """True where one article of several gives both counts: "18 died. If the bomber is counted it is 19".

    So it is where the attackers of the one count are told, and another article gives it without just so many.
    """
    dead = [c for c in figures if _counts_dead(c)]
    if len({c.mention.span.article for c in dead}) < 2:
        return False
    without = {(c.mention.span.article, c.quantity.value) for c in dead if not c.population}
    counted = [(c.mention.span.article, c.quantity.value) for c in dead if c.population == WITH_HIM]
    if any((article, value - n) in without for article, value in counted for n in range(1, MOST_ATTACKERS + 1)):
        return True
    of_others, attackers = {value for _, value in without}, _attackers(figures)
    return any(value - n in of_others for article, value in counted for n in attackers.get(article, ()))


def _attackers(figures: Sequence[Claim]) -> dict[str, set[Decimal]]:
    """How many attackers each article tells of."""
    found: dict[str, set[Decimal]] = defaultdict(set)
    for c in figures:
        if c.quantity.head in word_classes()["attacker"] and c.quantity.hedge is Hedge.EXACT:
            found[c.mention.span.article].add(c.quantity.value)
    return found


def attacker_apart(a: Claim, b: Claim, told: Collection[str]) -> bool:
    """True for counts of the dead of which just one takes in the attacker, in one of the stories told so."""
    if not (a.measure == b.measure == KILLED) or (a.population == WITH_HIM) == (b.population == WITH_HIM):
        return False
    return (a.event or "").split("@")[0] in told


def _counts_dead(claim: Claim) -> bool:
    whole = claim.scope is Scope.WHOLE and claim.quantity.hedge is Hedge.EXACT
    return whole and claim.measure == KILLED and claim.frame.main
