"""Findings: claims that answer one question, laid against each other, and the report that holds them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from attrs import define, frozen

from reconcile.errors import Problem
from reconcile.model.claim import Claim, Kind
from reconcile.model.decision import Choice, Decision
from reconcile.model.text import Article, Mention


class Verdict(StrEnum):
    """What two claims (or a whole finding) come to."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    TENSION = "tension"
    UPDATED = "updated"
    CORRECTED = "corrected"
    CONFLICT = "conflict"
    SAME = "same"
    TRIMMED = "trimmed"
    ALTERED = "altered"


# How much an editor must look: the later, the more. A finding takes the gravest verdict of its relations.
GRAVITY: tuple[Verdict, ...] = (
    Verdict.SAME,
    Verdict.AGREE,
    Verdict.TRIMMED,
    Verdict.COMPATIBLE,
    Verdict.UPDATED,
    Verdict.TENSION,
    Verdict.ALTERED,
    Verdict.CORRECTED,
    Verdict.CONFLICT,
)


class Severity(StrEnum):
    """A coarse ordering for filters and exit codes."""

    NONE = "none"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


SEVERITY: dict[Verdict, Severity] = {
    Verdict.SAME: Severity.NONE,
    Verdict.AGREE: Severity.NONE,
    Verdict.TRIMMED: Severity.NONE,
    Verdict.COMPATIBLE: Severity.NONE,
    Verdict.UPDATED: Severity.NOTE,
    Verdict.TENSION: Severity.WARNING,
    Verdict.ALTERED: Severity.WARNING,
    Verdict.CORRECTED: Severity.ERROR,
    Verdict.CONFLICT: Severity.ERROR,
}


@frozen
class Side:
    """Claims of one finding that say the same and stand in the same relation to all others.

    `origins` counts independent origins: a wire story printed by five papers is one.
    """

    claims: tuple[Claim, ...]
    label: str
    low: Decimal | None = None
    high: Decimal | None = None
    origins: int = 1


@frozen
class Relation:
    """The verdict between two sides (by index) and the reasons for it, most telling first."""

    a: int
    b: int
    verdict: Verdict
    reasons: tuple[str, ...] = ()


class BestRule(StrEnum):
    """How the best of several figures that stand is chosen; the conventions of those who record casualties."""

    ORIGINS = "origins"  # most independent origins first (UCDP)
    LATEST = "latest"  # the latest first
    AUTHORITY = "authority"  # the most authoritative source first (broadcasters)
    LOWEST = "lowest"  # the lowest figure that stands (ACLED)
    NONE = "none"  # none: lowest and highest only (Iraq Body Count)


@frozen
class Best:
    """Lowest, best and highest figure that still stand, all in `unit`, and the rule that chose the best.

    `unit` is named as that of a quantity: None for a bare count.
    """

    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    rule: str
    unit: str | None = None


@frozen
class Step:
    """One figure on the way of what moved: its claim, when it speaks of, and its words and source.

    `told` says that the text itself gives the time; else it is that of publication. A bare day stands for all of it.
    """

    claim: str
    at: datetime | date
    told: bool
    says: str
    source: str


@frozen
class Weight:
    """One comparison of two claims: what was compared, the level that fitted, and its evidence in bits."""

    comparison: str
    level: str
    bits: float


@frozen
class Waterfall:
    """Why two claims were put together: a prior, one weight a comparison, and the threshold their sum passed."""

    a: str
    b: str
    prior: float
    weights: tuple[Weight, ...]
    threshold: float

    @property
    def total(self) -> float:
        """Log-odds in bits that both claims answer the same question."""
        return self.prior + sum(w.bits for w in self.weights)


@frozen
class Finding:
    """Two or more claims that answer one question, with what separates them.

    `about` states the question for people; `notes` are further remarks (who still carries a withdrawn figure,
    a likely mix-up, a sum that does not add up). `decision` is what an editor has made of it, if anything.
    `trajectory` has the figures that were updated in order of time. `silent_change` says that a figure changed between
    two versions of one article and no note says so.
    """

    id: str
    kind: Kind
    measure: str
    about: str
    verdict: Verdict
    sides: tuple[Side, ...]
    relations: tuple[Relation, ...]
    best: Best | None = None
    notes: tuple[str, ...] = ()
    waterfalls: tuple[Waterfall, ...] = ()
    decision: Decision | None = None
    silent_change: bool = False
    trajectory: tuple[Step, ...] = ()

    @property
    def dismissed(self) -> bool:
        """Whether an editor has dismissed the finding as it is now."""
        made = self.decision
        return made is not None and made.choice is Choice.DISMISSED and not made.outdated

    @property
    def severity(self) -> Severity:
        return SEVERITY[self.verdict]

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(c for side in self.sides for c in side.claims)

    def passages(self) -> tuple[Mention, ...]:
        """The exact words behind the finding, in the order of its sides."""
        return tuple(c.mention for c in self.claims)


@frozen
class LeftOut:
    """A claim that was found but not compared, and why."""

    claim: str
    reason: str


@define(frozen=True, slots=False)
class Results:
    """Everything one run found, in a stable order; `reconcile.Report` adds the output formats."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def claims_by_id(self) -> dict[str, Claim]:
        return {c.id: c for c in self.claims}

    @cached_property
    def articles_by_id(self) -> dict[str, Article]:
        return {a.id: a for a in self.articles}

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """The findings an editor must look at first: conflicts and corrections."""
        return tuple(f for f in self.findings if f.verdict in (Verdict.CONFLICT, Verdict.CORRECTED))
