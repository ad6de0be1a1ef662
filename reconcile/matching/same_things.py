"""Two nouns of one story that count the same: "all 80 flats", where others write of 80 dwellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.claims.tables import broader_things
from reconcile.matching.surroundings import story
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind


def with_one_noun(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims; a narrower noun gives way to the broader one that others use, where no text of the story has both."""
    broader = broader_things(())
    told: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        if noun := _noun(claim, broader):
            told[story(claim)][claim.mention.span.article].add(noun)
    swaps = {(s, n) for s, texts in told.items() for n, b in broader.items() if _are_one(n, b, texts)}
    return tuple(_with(c, broader) if (story(c), _noun(c, broader)) in swaps else c for c in claims)


def _are_one(narrow: str, broad: str, texts: Mapping[str, set[str]]) -> bool:
    """True where some texts have the one noun, some the other, and none has both."""
    found = [nouns & {narrow, broad} for nouns in texts.values()]
    return {narrow} in found and {broad} in found and {narrow, broad} not in found


def _noun(claim: Claim, broader: Mapping[str, str]) -> str:
    """The noun that the measure begins with, if it is one of a pair."""
    if claim.kind is not Kind.FIGURE:
        return ""
    noun = claim.measure.partition(" ")[0]
    return noun if noun in broader or noun in broader.values() else ""


def _with(claim: Claim, broader: Mapping[str, str]) -> Claim:
    noun, gap, deed = claim.measure.partition(" ")
    return evolve(claim, measure=f"{broader[noun]}{gap}{deed}") if noun in broader else claim
