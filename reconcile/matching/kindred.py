"""Kindred measures that one text tells side by side: "341 fell ill, 94 of them tested positive"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from reconcile.claims.measuring.measure_table import is_among, kinships
from reconcile.language.grammar import word_classes
from reconcile.model.claim import Claim, Status

Answers = Mapping[tuple[str, str, str], frozenset[Decimal]]  # values by article, measure and population


def answers_of(figures: Sequence[Claim]) -> Answers:
    """What each article states of its own event for each measure that has kindred ones."""
    kindred = {measure for pair in kinships() for measure in pair}
    found: dict[tuple[str, str, str], set[Decimal]] = defaultdict(set)
    for c in figures:
        if c.measure in kindred and c.frame.main and c.status is Status.STATED:
            found[c.mention.span.article, c.measure, c.population].add(c.quantity.value)
    return {asked: frozenset(values) for asked, values in found.items()}


def told_apart(a: Claim, b: Claim, answers: Answers) -> bool:
    """True for unequal figures of kindred measures, of which each text has another figure for the other's.

    The dead, the injured and those in hospital are mixed up so often that two figures of a text tell nothing.
    """
    mixed = word_classes()["mixed-up"]
    if a.quantity.value == b.quantity.value or a.measure in mixed or b.measure in mixed:
        return False
    if not (is_among(a.measure, b.measure) or is_among(b.measure, a.measure)):
        return False
    return _answers_itself(a, b, answers) and _answers_itself(b, a, answers)


def _answers_itself(one: Claim, other: Claim, answers: Answers) -> bool:
    own = answers.get((one.mention.span.article, other.measure, other.population), frozenset())
    return bool(own) and one.quantity.value not in own
