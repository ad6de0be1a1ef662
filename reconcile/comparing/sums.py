"""Parts that must add up to their whole: rescued, missing and dead to all aboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from reconcile.claims.people.attackers import WITH_ATTACKER
from reconcile.claims.people.whereabouts import ON_THE_GROUND
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.quantity import Hedge
from reconcile.model.text import Article


@frozen(kw_only=True)
class SumEntry(Entry):
    """A whole (its measure ids are the phrases) and the measure ids of its parts."""

    parts: tuple[str, ...]


SPEC = TableSpec("sums", "sum", SumEntry)
Counts = Mapping[tuple[str, str, str], frozenset[Decimal]]  # by article, event and measure


@frozen
class BrokenSum:
    """Parts given in one article that do not add up to the whole it gives, or is known to have.

    `culprit` is the part that another article gives with the value that makes the sum right, with that other claim.
    """

    whole: Claim
    parts: tuple[Claim, ...]
    culprit: tuple[Claim, Claim] | None = None

    @property
    def exceeds(self) -> bool:
        """True where the parts come to more than the whole."""
        return sum((c.quantity.value for c in self.parts), Decimal(0)) > self.whole.quantity.value

    def words(self, articles: Mapping[str, Article]) -> str:
        """The sum in figures: "28 killed + 31 missing + 163 rescued = 222, not 212 aboard"."""
        total = sum((c.quantity.value for c in self.parts), Decimal(0))
        terms = " + ".join(f"{c.quantity.value:f} {c.measure}" for c in self.parts)
        article = articles.get(self.parts[0].mention.span.article)
        where = f" ({article.label})" if article else ""
        text = f"{terms} = {total:f}, not {self.whole.quantity.value:f} {self.whole.measure}{where}"
        if self.culprit is None:
            return text
        wrong, right = self.culprit
        return f"{text}; with {right.quantity.value:f} {right.measure} in place of {wrong.quantity.value:f} it adds up"


def broken_sums(claims: Iterable[Claim], houses: Houses = ()) -> Iterator[BrokenSum]:
    """Every sum of one event and one article that does not come out, in the order of the claims."""
    exact: dict[tuple[str | None, str], list[Claim]] = {}
    claims = list(claims)
    beyond = {c.event for c in claims if c.population == ON_THE_GROUND}  # not all of the dead were aboard
    for claim in claims:
        if exact_whole(claim) and claim.event not in beyond:
            exact.setdefault((claim.event, claim.measure), []).append(claim)
    for entry in load(SPEC, houses):
        for (event, measure), wholes in exact.items():
            if measure in entry.phrases and event is not None:
                yield from _broken(wholes, [exact.get((event, part), []) for part in entry.parts])


def exact_whole(claim: Claim) -> bool:
    """True for a sharp figure that is stated of all of its event."""
    return _whole(claim) and claim.quantity.hedge is Hedge.EXACT


def _whole(claim: Claim, of_whom: bool = False) -> bool:
    return (
        claim.kind is Kind.FIGURE
        and claim.status is Status.STATED
        and claim.scope is Scope.WHOLE
        and (of_whom or not claim.population)
        and not claim.period
    )


def counts_of(claims: Iterable[Claim], least: bool = False) -> Counts:
    """By article, event and measure, the sharp figures given of the whole.

    `least` takes in lower bounds as well, and those of whom the text says who they are ("three men were killed").
    """
    hedges = (Hedge.EXACT, Hedge.AT_LEAST) if least else (Hedge.EXACT,)
    found: dict[tuple[str, str, str], set[Decimal]] = {}
    for claim in claims:
        whole = _whole(claim) or (least and claim.population not in WITH_ATTACKER and _whole(claim, of_whom=True))
        if whole and claim.event and claim.quantity.hedge in hedges:
            key = claim.mention.span.article, claim.event, claim.measure
            found.setdefault(key, set()).add(claim.quantity.value)
    return {key: frozenset(values) for key, values in found.items()}


def _broken(wholes: Sequence[Claim], parts: Sequence[Sequence[Claim]]) -> Iterator[BrokenSum]:
    for article in dict.fromkeys(c.mention.span.article for c in parts[0]):
        own = [_only(p, article) for p in parts]
        whole = _only(wholes, article) or _settled(wholes)
        chosen = tuple(c for c in own if c is not None)
        if whole is None or len(chosen) < len(parts):
            continue
        total = sum((c.quantity.value for c in chosen), Decimal(0))
        if total != whole.quantity.value:
            yield BrokenSum(whole, chosen, _culprit(chosen, parts, whole.quantity.value - total))


def _only(claims: Sequence[Claim], article: str) -> Claim | None:
    """The article's figure, if it gives one and no other."""
    own = [c for c in claims if c.mention.span.article == article]
    return own[-1] if own and _settled(own) else None


def _settled(claims: Sequence[Claim]) -> Claim | None:
    """The figure all claims agree on."""
    agreed = all(a.quantity.value == b.quantity.value for a, b in pairwise(claims))
    return claims[0] if claims and agreed else None


def _culprit(chosen: Sequence[Claim], parts: Sequence[Sequence[Claim]], gap: Decimal) -> tuple[Claim, Claim] | None:
    """The one part that another article gives as the sum needs it; None where none or several would do."""
    found = []
    for own, others in zip(chosen, parts, strict=True):
        wanted = own.quantity.value + gap
        found += [(own, other) for other in others if other.quantity.value == wanted][:1]
    return found[0] if len(found) == 1 else None
