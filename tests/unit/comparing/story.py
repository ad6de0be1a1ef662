"""A newsroom in miniature: outlets say figures, and the tests ask what they come to."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from reconcile.comparing.compare import Group, Policy, compare
from reconcile.model.claim import Attribution, Claim, Kind, Moved, Scope, Status
from reconcile.model.finding import Finding, Relation
from reconcile.model.quantity import Hedge, Quantity
from reconcile.model.text import Article, Part


def number(value: str | int, hedge: Hedge = Hedge.EXACT, unit: str | None = "person", **more: object) -> Quantity:
    """A quantity as the language stage would read it; "at least 40" has no upper bound."""
    digits = Decimal(str(value).replace(",", ""))
    low = None if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN) else digits
    high = None if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.VAGUE) else digits
    step = Decimal(10) ** digits.normalize().as_tuple().exponent if digits else Decimal(1)
    quantity = Quantity(low, high, hedge, unit=unit, step=step)
    return attrs.evolve(quantity, **more)


@attrs.define
class Story:
    """Collects claims of one question, each in an article of its own unless told otherwise."""

    measure: str = "killed"
    claims: list[Claim] = attrs.field(factory=list)
    articles: dict[str, Article] = attrs.field(factory=dict)

    def says(
        self,
        outlet: str,
        value: int | str | Quantity,
        when: str | None = "2024-05-01T12:00:00Z",
        *,
        by: str | None = None,
        status: Status = Status.STATED,
        replaces: tuple[Claim, ...] = (),
        part: Part = "body",
        measure: str | None = None,
        words: str | None = None,
        scope: Scope = Scope.WHOLE,
        own_slip: bool = False,
        moved: str | None = None,
        as_of: str | None = None,
    ) -> Claim:
        quantity = value if isinstance(value, Quantity) else number(value)
        figure = words or f"{quantity.value:f}"
        article = self.articles.get(outlet) or Article(outlet, body="", source=outlet, published=when)
        text = f"{article.part(part)}{outlet} prints {len(self.claims)}: {figure}"
        article = attrs.evolve(article, **{part: text + ".\n"})
        self.articles[outlet] = article
        claim = Claim(
            id=f"{outlet}#{part}{len(text) - len(figure)}",
            kind=Kind.FIGURE,
            mention=article.mention(part, len(text) - len(figure), len(text)),
            value=quantity,
            measure=measure or self.measure,
            status=status,
            scope=scope,
            attribution=Attribution(by) if by else None,
            as_of=datetime.fromisoformat(as_of) if as_of else None,
            event="e1",
            replaces=tuple(c.id for c in replaces),
            own_slip=own_slip,
            moved=Moved(moved) if moved else None,
        )
        self.claims.append(claim)
        return claim

    def finding(self, policy: Policy | None = None) -> Finding:
        return compare(Group(tuple(self.claims), self.measure), self.articles, policy or Policy())

    def verdict(self, a: Claim, b: Claim) -> str:
        return verdict_in(self.finding(), a, b)

    def reasons(self, a: Claim, b: Claim) -> str:
        relation = relation_in(self.finding(), a, b)
        return "; ".join(relation.reasons) if relation else ""


def relation_in(finding: Finding, a: Claim, b: Claim) -> Relation | None:
    at = {c.id: i for i, side in enumerate(finding.sides) for c in side.claims}
    pair = {at[a.id], at[b.id]}
    return next((r for r in finding.relations if {r.a, r.b} == pair), None)


def verdict_in(finding: Finding, a: Claim, b: Claim) -> str:
    relation = relation_in(finding, a, b)
    return relation.verdict.value if relation else "agree"
