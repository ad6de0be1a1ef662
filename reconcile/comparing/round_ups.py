"""Texts that sum up several events ("17 shootings over the weekend") and leave open of which one a count in them is."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import frozen

from reconcile.claims.measuring.measure_table import hit_measures
from reconcile.claims.people.attackers import KILLED
from reconcile.claims.people.scope import SEVERAL
from reconcile.comparing.sides import gravest
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Incident, Kind
from reconcile.model.finding import Finding, Relation, Side, Verdict

_LEAD = 600  # code points of the body in which a text says what it is about
_ALARMS = (Verdict.TENSION, Verdict.CONFLICT)


@frozen
class RoundUps:
    """The articles that open with a count of the victims of several events, and the measures of victims."""

    articles: Collection[str]
    measures: Collection[str]

    @classmethod
    def of(cls, claims: Iterable[Claim], houses: Houses = ()) -> RoundUps:
        """Look through all claims of a run once."""
        victims = hit_measures(houses) | {KILLED}
        told = (c for c in claims if c.kind is Kind.FIGURE and c.period == SEVERAL and c.measure in victims)
        return cls(frozenset(c.mention.span.article for c in told if _opens(c) and not _adds_up(c)), victims)

    def settled(self, finding: Finding) -> Finding:
        """The finding; a count of victims that only such texts give, of some event among several, rivals nothing."""
        if finding.verdict not in _ALARMS or finding.measure not in self.measures or not self.articles:
            return finding
        relations = tuple(_settled(r, finding.sides, self.articles) for r in finding.relations)
        if relations == finding.relations:
            return finding
        return evolve(finding, relations=relations, verdict=gravest(relations))


def _adds_up(claim: Claim) -> bool:
    """True for a sum over events that the text tells apart by day or site: then it is known of which one a count is."""
    return claim.frame.incident == Incident()


def _opens(claim: Claim) -> bool:
    span = claim.mention.span
    return span.part == "headline" or span.start < _LEAD


def _settled(relation: Relation, sides: tuple[Side, ...], articles: Collection[str]) -> Relation:
    if relation.verdict not in _ALARMS:
        return relation
    open_ones = [sides[at] for at in (relation.a, relation.b) if all(_of_one(c, articles) for c in sides[at].claims)]
    if not open_ones:
        return relation
    why = f"“{open_ones[0].label}”: its text tells of several events"
    return Relation(relation.a, relation.b, Verdict.COMPATIBLE, (why, *relation.reasons))


def _of_one(claim: Claim, articles: Collection[str]) -> bool:
    people = claim.quantity.unit == PERSON and claim.period != SEVERAL
    return people and claim.mention.span.article in articles
