"""Who the victims were: "three women and two men" in one article, "three men and two women" in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import blake2b
from itertools import combinations, pairwise

from attrs import frozen

from reconcile.language.quantity_values import PERSON
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.finding import Finding, Relation, Side, Verdict
from reconcile.model.quantity import Hedge
from reconcile.model.text import Article, label_of

GENDERS = frozenset({"men", "women"})
GENDER = "gender"
NEIGHBOURS = 12  # code points between the two counts of one make-up


@frozen
class Makeup:
    """The men and the women that one passage counts side by side."""

    claims: tuple[Claim, Claim]

    @property
    def numbers(self) -> tuple[tuple[str, Decimal], ...]:
        return tuple(sorted((c.population, c.quantity.value) for c in self.claims))

    @property
    def total(self) -> Decimal:
        return sum((c.quantity.value for c in self.claims), Decimal(0))


def makeup_findings(claims: Sequence[Claim], articles: Mapping[str, Article]) -> tuple[Finding, ...]:
    """A conflict for each two articles on one event whose men and women come to as many, but not to the same."""
    told: dict[tuple[str, str], dict[str, list[Makeup]]] = defaultdict(lambda: defaultdict(list))
    for found in _makeups(claims):
        one = found.claims[0]
        told[one.event or "", one.measure][one.mention.span.article].append(found)
    return tuple(f for by_article in told.values() for f in _conflicts(by_article, articles))


def _makeups(claims: Sequence[Claim]) -> Iterator[Makeup]:
    counts = sorted((c for c in claims if _counts(c)), key=lambda c: c.mention.span)
    for one, two in pairwise(counts):
        a, b = one.mention.span, two.mention.span
        beside = a.article == b.article and a.part == b.part and 0 <= b.start - a.end <= NEIGHBOURS
        if beside and one.measure == two.measure and one.population != two.population:
            yield Makeup((one, two))


def _counts(claim: Claim) -> bool:
    figure = claim.kind is Kind.FIGURE and claim.event is not None and claim.measure != ""
    told = claim.status in (Status.STATED, Status.BACKGROUND) and claim.population in GENDERS
    return figure and told and claim.quantity.unit == PERSON and claim.quantity.hedge is Hedge.EXACT


def _conflicts(by_article: Mapping[str, Sequence[Makeup]], articles: Mapping[str, Article]) -> Iterator[Finding]:
    """One finding for each two make-ups that differ, of articles that give no more than one."""
    single = {a: found[0] for a, found in sorted(by_article.items()) if len({m.numbers for m in found}) == 1}
    seen: set[frozenset[tuple[tuple[str, Decimal], ...]]] = set()
    for one, two in combinations(single.values(), 2):
        pair = frozenset((one.numbers, two.numbers))
        if one.total == two.total and len(pair) > 1 and pair not in seen:
            seen.add(pair)
            yield _finding(one, two, articles)


def _finding(one: Makeup, two: Makeup, articles: Mapping[str, Article]) -> Finding:
    sides = tuple(_side(m, articles) for m in (one, two))
    why = f"as many in all, but {sides[0].label} against {sides[1].label}"
    name = "+".join(c.id for c in (*one.claims, *two.claims))
    return Finding(
        id=blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(),
        kind=Kind.FIGURE,
        measure=GENDER,
        about=f"men and women {one.claims[0].measure}",
        verdict=Verdict.CONFLICT,
        sides=sides,
        relations=(Relation(0, 1, Verdict.CONFLICT, (why,)),),
    )


def _side(makeup: Makeup, articles: Mapping[str, Article]) -> Side:
    where = label_of(articles, makeup.claims[0].mention.span.article)
    words = ", ".join(" ".join(c.mention.text.split()) for c in makeup.claims)
    return Side(makeup.claims, f"“{words}” ({where})", makeup.total, makeup.total)
