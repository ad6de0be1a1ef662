"""Somebody has died since: one article tells of people hurt and of nobody dead, a later one of a death."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b

from reconcile.comparing.best import ONLY_FIGURE
from reconcile.comparing.sums import exact_whole
from reconcile.comparing.transfers import SPEC, TransferEntry, is_before
from reconcile.language.lexicon import Houses, load
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.finding import Best, Finding, Relation, Side, Verdict
from reconcile.model.quantity import Hedge
from reconcile.model.text import Article, label_of


def since_findings(
    claims: Sequence[Claim], articles: Mapping[str, Article], houses: Houses = ()
) -> tuple[Finding, ...]:
    """An update for each event of which one article alone tells deaths, and an earlier one only people hurt.

    Where more articles tell of the dead, the finding about these shows how their number moved.
    """
    events: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted((c for c in claims if c.kind is Kind.FIGURE and c.event), key=lambda c: c.id):
        events[claim.event or ""].append(claim)
    entries = load(SPEC, houses)
    return tuple(f for own in events.values() for e in entries for f in _found(own, e, articles))


def _found(own: Sequence[Claim], entry: TransferEntry, articles: Mapping[str, Article]) -> Iterator[Finding]:
    speaking = {c.mention.span.article for c in own if c.measure in entry.into}
    new = next((c for c in own if c.measure in entry.into and _counts(c)), None)
    if new is None or len(speaking) != 1:
        return
    hurt = [c for c in own if c.measure in entry.phrases and exact_whole(c) and c.frame.main]
    olds = [c for c in hurt if c.quantity.value >= new.quantity.value and is_before(c, new, articles)]
    if olds and not speaking.intersection(c.mention.span.article for c in olds):
        yield _finding(olds[0], new, articles)


def _counts(claim: Claim) -> bool:
    sharp = claim.quantity.hedge in (Hedge.EXACT, Hedge.AT_LEAST) and claim.quantity.value > 0
    return sharp and claim.scope is Scope.WHOLE and claim.status is Status.STATED and not claim.period


def _finding(old: Claim, new: Claim, articles: Mapping[str, Article]) -> Finding:
    sides = tuple(_side(c, articles) for c in (old, new))
    value = new.quantity.value
    why = f"{sides[0].label} tells of nobody {new.measure}, later {sides[1].label} does"
    name = f"since|{old.id}|{new.id}".encode("utf-8", "surrogatepass")
    return Finding(
        id=blake2b(name, digest_size=6).hexdigest(),
        kind=Kind.FIGURE,
        measure=new.measure,
        about=f"{new.measure} since",
        verdict=Verdict.UPDATED,
        sides=sides,
        relations=(Relation(0, 1, Verdict.UPDATED, (why,)),),
        best=Best(value, value, value, ONLY_FIGURE, new.quantity.unit),
    )


def _side(claim: Claim, articles: Mapping[str, Article]) -> Side:
    where = label_of(articles, claim.mention.span.article)
    return Side(
        (claim,),
        f"“{' '.join(claim.mention.text.split())}” {claim.measure} ({where})",
        claim.quantity.low,
        claim.quantity.high,
    )
