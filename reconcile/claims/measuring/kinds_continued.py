"""Things of a kind, told of the things counted before: "74 buildings are gone. That includes 43 houses"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.measuring.measure_table import deed_of, is_said_of
from reconcile.claims.tables import thing
from reconcile.language.lexicon import Houses
from reconcile.model.change import evolve
from reconcile.model.claim import UNNAMED, Claim, Scope
from reconcile.model.text import Article

REACH = 160  # characters between a whole and the kinds in it
NEAR = 4  # figures back among which the whole stands


def with_kinds_continued(claims: Sequence[Claim], article: Article, houses: Houses = ()) -> list[Claim]:
    """The figures of one article in order; a part that says no more than its noun shares what was done to the whole.

    All homes among the buildings destroyed are all homes destroyed, and a whole of their own; but "49 of the homes" are
    some of those that were counted before.
    """
    made = list(claims)
    told: set[str] = set()
    for at, claim in enumerate(claims):
        deed = _done_to(claim, made[max(0, at - NEAR) : at], article, houses) if _is_kind_only(claim, houses) else ""
        measure = f"{claim.measure} {deed}"
        if is_said_of(deed, claim.measure, houses) and measure not in told:
            made[at] = evolve(claim, measure=measure, scope=Scope.WHOLE, population="")
        told.add(made[at].measure)
    return made


def _is_kind_only(claim: Claim, houses: Houses) -> bool:
    """True for "43 of them houses": part of what was told before, by the noun alone."""
    noun = thing(claim.quantity.head, houses) if claim.quantity.head else claim.measure
    alone = claim.measure == noun and not deed_of(noun, houses)
    return bool(noun) and alone and claim.population == UNNAMED and claim.quantity.unit is None


def _done_to(part: Claim, before: Sequence[Claim], article: Article, houses: Houses) -> str:
    """What was done to the nearest figure before that is not lower, in the same paragraph; "" where nothing was."""
    own = (c for c in reversed(before) if c.mention.span.part == part.mention.span.part)
    whole = next((c for c in own if c.quantity.value >= part.quantity.value), None)
    if whole is None:
        return ""
    gap = article.part(part.mention.span.part)[whole.mention.span.end : part.mention.span.start]
    return deed_of(whole.measure, houses) if len(gap) <= REACH and "\n" not in gap else ""
