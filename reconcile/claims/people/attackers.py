"""Attackers who died beside those they killed: "killed three people and then himself" is four dead.

The count of all dead is a claim of its own, so that "four people are dead" does not rival the three.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from reconcile.claims.tables import ATTACKER_DEATHS
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope, Status
from reconcile.model.quantity import Hedge, Quantity
from reconcile.model.text import Part

KILLED = "killed"
OTHERS = "others"  # population of those counted beside a single person
ATTACKER_TOO = "attacker too"  # population of a count to which the attacker's own death was added
WITH_HIM = "with-attacker"  # population of a count that by its own words takes in the attacker
WITH_ATTACKER = frozenset({ATTACKER_TOO, WITH_HIM})  # populations of counts that take in the attacker


def all_dead(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> Iterator[Claim]:
    """For each count of those an attacker killed before himself, the count of all the dead."""
    for part, analysis in parts.items():
        told = [c for c in claims if c.mention.span.part == part and _is_count_of_dead(c)]
        for match in phrase_table(ATTACKER_DEATHS, houses).find(analysis.tokens) if told else ():
            if (victims := _victims(told, analysis, match.start, houses)) is not None:
                total = victims.quantity.value + 1
                value = Quantity(total, total, unit=PERSON, counted="people", head=PERSON)
                yield evolve(victims, id=f"{victims.id}-all", value=value, scope=Scope.WHOLE, population=ATTACKER_TOO)


def _is_count_of_dead(claim: Claim) -> bool:
    quantity = claim.quantity
    sharp = quantity.hedge is Hedge.EXACT and quantity.low is not None and quantity.unit == PERSON
    # "killed her and three other people, then himself" are not four, "four dead, including himself" not five
    all_told = claim.scope is Scope.WHOLE and claim.population != OTHERS and claim.population not in WITH_ATTACKER
    return sharp and all_told and claim.measure == KILLED and claim.frame.main and claim.status is Status.STATED


def _victims(told: Sequence[Claim], analysis: Analysis, at: int, houses: Houses) -> Claim | None:
    """The largest count of the dead in the sentence before the words, unless these tell how those died."""
    tokens = analysis.tokens
    start, stop = tokens.starts[analysis.sentences[analysis.sentence_of(at)][0]], tokens.starts[at]
    before = [c for c in told if start <= c.mention.span.start and c.mention.span.end <= stop]
    if not before:
        return None
    victims = max(before, key=lambda c: (c.quantity.value, -c.mention.span.start))
    between = tokens.words[bisect_left(tokens.starts, victims.mention.span.end) : at]
    aftermath = any(w in word_classes(houses)["aftermath"] for w in between)
    return None if aftermath else victims
