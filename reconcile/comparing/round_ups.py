"""Texts that sum up several events ("17 shootings over the weekend") and leave open of which one a count in them is."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import frozen

from reconcile.claims.measuring.measure_table import hit_measures
from reconcile.claims.people.attackers import KILLED
from reconcile.claims.people.periods import SEVERAL
from reconcile.comparing.settled import ALARMS, settled
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.model.claim import Claim, Incident, Kind
from reconcile.model.finding import Finding, Side

_LEAD = 600  # code points of the body in which a text says what it is about


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
        if finding.measure not in self.measures or not self.articles:
            return finding
        return settled(finding, self._reason, ALARMS)

    def _reason(self, *sides: Side) -> str:
        open_ones = [side for side in sides if all(_of_one(c, self.articles) for c in side.claims)]
        return f"“{open_ones[0].label}”: its text tells of several events" if open_ones else ""


def _adds_up(claim: Claim) -> bool:
    """True for a sum over events that the text tells apart by day or site: then it is known of which one a count is."""
    return claim.frame.incident == Incident()


def _opens(claim: Claim) -> bool:
    span = claim.mention.span
    return span.part == "headline" or span.start < _LEAD


def _of_one(claim: Claim, articles: Collection[str]) -> bool:
    people = claim.quantity.unit == PERSON and claim.period != SEVERAL
    return people and claim.mention.span.article in articles
