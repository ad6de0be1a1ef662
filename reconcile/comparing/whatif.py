"""What would have changed a verdict: each pair judged again with one thing different."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from reconcile.comparing.compare import Group, Policy, pace_of, ready
from reconcile.comparing.figures import judge
from reconcile.comparing.scene import scene
from reconcile.comparing.statements import Statement, statement
from reconcile.comparing.sums import Counts, counts_of
from reconcile.matching.rates import Rates, rates_of
from reconcile.matching.surroundings import story
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.finding import GRAVITY, Finding, Verdict
from reconcile.model.quantity import Hedge
from reconcile.model.text import Article

_MOST_PAIRS = 12  # relations of one finding that are judged again, gravest first


@frozen
class Alternative:
    """Two claims of a finding, their verdict, what is taken to be otherwise, and the verdict they would have then."""

    a: Claim
    b: Claim
    verdict: Verdict
    change: str
    instead: Verdict


@frozen
class _Court:
    """What a pair is judged among: the statements of its group, and what they were judged by."""

    made: tuple[Statement, ...]
    articles: Mapping[str, Article]
    policy: Policy
    counts: Counts
    rates: Rates

    def judged(self, pair: tuple[Statement, Statement]) -> Verdict:
        """The verdict of two statements that take their own place among the others."""
        inside = {s.claim.id: s for s in pair}
        group = [inside.get(s.claim.id, s) for s in self.made]
        here = scene(group, pace_of(group, self.policy), self.articles, self.counts, self.rates)
        return judge(*pair, here).verdict


def alternatives(
    finding: Finding, articles: Mapping[str, Article], policy: Policy = Policy(), claims: Iterable[Claim] = ()
) -> list[Alternative]:
    """For the gravest relations of a finding on figures, every single change that would give another verdict.

    `claims` are all claims of the run. A relation that more than the two figures decided (a sum) has none.
    """
    if finding.kind is not Kind.FIGURE or finding.best is None:
        return []
    made = tuple(ready(Group(finding.claims, finding.about), articles, policy))
    claims = tuple(claims)
    own = [c for c in claims if c.kind is Kind.FIGURE and story(c) == story(finding.claims[0])]
    court = _Court(made, articles, policy, counts_of(claims), rates_of(own))
    by_id = {s.claim.id: s for s in made}
    found: list[Alternative] = []
    for relation in sorted(finding.relations, key=lambda r: -GRAVITY.index(r.verdict))[:_MOST_PAIRS]:
        a, b = (by_id[finding.sides[side].claims[0].id] for side in (relation.a, relation.b))
        found += _of_pair(relation.verdict, (a, b), court)
    return found


def _of_pair(verdict: Verdict, pair: tuple[Statement, Statement], court: _Court) -> Iterator[Alternative]:
    if court.judged(pair) is not verdict:
        return
    told = set()
    for words, changed in _changes(*pair, court.articles, court.policy):
        instead = court.judged(changed)
        if instead is not verdict and (words, instead) not in told:
            told.add((words, instead))
            yield Alternative(pair[0].claim, pair[1].claim, verdict, words, instead)


def _changes(
    a: Statement, b: Statement, articles: Mapping[str, Article], policy: Policy
) -> Iterator[tuple[str, tuple[Statement, Statement]]]:
    """Each single thing that may have decided, in words, with the pair as it would be then."""
    for one, other in ((a, b), (b, a)):
        for words, changed in _own_changes(one, articles, policy):
            yield words, (changed, other)
    if a.moment != b.moment:
        yield "both spoke of the same time", (a, evolve(b, moment=a.moment))
    if a.voice and b.voice and not a.voice.same_as(b.voice):
        yield "both came from one authority", (a, evolve(b, voice=a.voice))


def _own_changes(s: Statement, articles: Mapping[str, Article], policy: Policy) -> Iterator[tuple[str, Statement]]:
    quantity = s.claim.quantity
    if quantity.hedge not in (Hedge.EXACT, Hedge.RANGE, Hedge.VAGUE):
        sharp = evolve(quantity, low=quantity.value, high=quantity.value, hedge=Hedge.EXACT)
        claim = evolve(s.claim, value=sharp)
        yield f"“{s.says}” were exact", statement(claim, articles.get(s.article), policy.lexicon)
    if s.status is not Status.STATED:
        claim = evolve(s.claim, status=Status.STATED)
        yield f"“{s.says}” were stated, not {s.status}", evolve(s, claim=claim, status=Status.STATED)
    if s.superseded:
        yield f"“{s.says}” stood in the latest version", evolve(s, superseded=False)
