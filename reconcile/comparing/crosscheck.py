"""What only several findings together show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

from reconcile.comparing.mistaken import families_of, with_mistaken
from reconcile.comparing.mixups import mixup_notes
from reconcile.comparing.named_parts import as_parts, parts_of
from reconcile.comparing.parts import too_large
from reconcile.comparing.round_ups import RoundUps
from reconcile.comparing.sides import gravest
from reconcile.comparing.sums import BrokenSum, broken_sums, counts_of
from reconcile.comparing.swapped import with_swaps
from reconcile.comparing.transfers import explained
from reconcile.comparing.with_dead import toll_of, with_dead
from reconcile.language.lexicon import Houses
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import Best, Finding, Relation, Side, Verdict
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article, label_of

_SUM_RULE = "the only figure with which the sum comes out"


def cross_check(
    findings: Sequence[Finding],
    articles: Mapping[str, Article],
    lexicon: Houses = (),
    claims: Sequence[Claim] = (),
) -> tuple[Finding, ...]:
    """The findings with remarks on likely mix-ups and broken sums, in the same order.

    Where a sum shows which part is wrong, the update between the two readings of that part becomes a conflict; where
    a count fell by as many as another rose (one of the injured has died), the conflict becomes an update; where it
    differs by the dead or the attacker only, it is none; where two counts changed places, both are in conflict, and so
    is a count of people that has the number of the families.
    `claims` are all claims of the run; without them only those of the findings are looked at.
    """
    known = claims or [c for f in findings for c in f.claims]
    counts = counts_of(known, least=True)  # "a victim has died" explains a fall by one
    parts = parts_of(known)
    toll = toll_of(known, counts, articles, lexicon)
    moved = (explained(f, counts, articles, lexicon) for f in findings)
    several = RoundUps.of(known, lexicon)
    families = families_of(known)
    settled = [several.settled(with_dead(as_parts(f, parts), toll)) for f in moved]
    checked = with_swaps([with_mistaken(f, families) for f in settled])
    notes = mixup_notes(checked, articles)
    for broken in broken_sums(known, lexicon):
        words = broken.words(articles)
        for at, finding in enumerate(checked):
            if _concerned(finding, broken):
                notes.setdefault(at, []).append(words)
                checked[at] = _contested(finding, broken, words)
    return tuple(evolve(f, notes=(*f.notes, *notes.get(at, ()))) for at, f in enumerate(checked))


def sum_findings(claims: Sequence[Claim], articles: Mapping[str, Article], lexicon: Houses = ()) -> tuple[Finding, ...]:
    """A finding for each whole that its parts exceed or do not add up to, where no other finding can show it.

    What exceeds its whole is a conflict. Parts that come to less are in tension with it: somebody may be uncounted.
    """
    found = [
        _sum_finding(large.whole, large.parts, large.words(), Verdict.CONFLICT, articles)
        for large in too_large(claims, articles, lexicon)
    ]
    for broken in broken_sums(claims, lexicon):
        if broken.culprit is None:
            verdict = Verdict.CONFLICT if broken.exceeds else Verdict.TENSION
            found.append(_sum_finding(broken.whole, broken.parts, broken.words(articles), verdict, articles))
    return tuple({f.id: f for f in found}.values())


def _sum_finding(
    whole: Claim, parts: Sequence[Claim], words: str, verdict: Verdict, articles: Mapping[str, Article]
) -> Finding:
    sides = tuple(_sum_side(c, articles) for c in (whole, *parts))
    reason = f"the sum does not come out: {words}"
    relations = tuple(Relation(0, at, verdict, (reason,)) for at in range(1, len(sides)))
    return Finding(
        id=blake2b("+".join(c.id for c in (whole, *parts)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(),
        kind=Kind.FIGURE,
        measure=whole.measure,
        about=f"a whole and its parts: {whole.measure}",
        verdict=verdict,
        sides=sides,
        relations=relations,
    )


def _sum_side(claim: Claim, articles: Mapping[str, Article]) -> Side:
    where = label_of(articles, claim.mention.span.article)
    quantity = claim.quantity
    return Side((claim,), f"{' '.join(claim.mention.text.split())} ({where})", quantity.low, quantity.high)


def _concerned(finding: Finding, broken: BrokenSum) -> bool:
    """The finding of the whole, and that of the part at fault where it is known."""
    ids = {c.id for c in finding.claims}
    return broken.whole.id in ids or (broken.culprit is not None and broken.culprit[0].id in ids)


def _contested(finding: Finding, broken: BrokenSum, words: str) -> Finding:
    if broken.culprit is None:
        return finding
    wrong, right = (_side_of(finding, c) for c in broken.culprit)
    if wrong is None or right is None:
        return finding
    relations = tuple(
        Relation(r.a, r.b, Verdict.CONFLICT, (f"the sum does not come out: {words}", *r.reasons))
        if {r.a, r.b} == {wrong, right} and r.verdict in (Verdict.UPDATED, Verdict.TENSION, Verdict.COMPATIBLE)
        else r
        for r in finding.relations
    )
    best = _with_the_sum(finding.best, broken.culprit[1].quantity)
    return evolve(finding, relations=relations, verdict=gravest(relations), best=best)


def _with_the_sum(best: Best | None, sum_of: Quantity) -> Best:
    value, unit = sum_of.value, sum_of.unit
    if best is None:
        return Best(value, value, value, _SUM_RULE, unit)
    if best.best is None:
        return best  # none is to be chosen
    low, high = (value if bound is None else bound for bound in (best.low, best.high))
    return Best(min(low, value), value, max(high, value), _SUM_RULE, unit)


def _side_of(finding: Finding, claim: Claim) -> int | None:
    return next((at for at, side in enumerate(finding.sides) if any(c.id == claim.id for c in side.claims)), None)
