"""Laws of comparing: symmetry, order, self-agreement, and what a wider hedge can never do."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import attrs
from hypothesis import given
from hypothesis import strategies as st

from reconcile.comparing.compare import Group, compare, cross_check, separate
from reconcile.comparing.origins import origins
from reconcile.model.claim import Attribution, Claim, Kind, Status
from reconcile.model.finding import Finding, Verdict
from reconcile.model.quantity import Hedge, Quantity
from reconcile.model.text import Article

HEDGES = st.sampled_from([Hedge.EXACT, Hedge.ABOUT, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.ALMOST])
TIMES = [None, "2024-05-01", "2024-05-01T08:00:00Z", "2024-05-01T08:30:00", "2024-05-01T20:00:00+02:00", "2024-05-02"]
MEASURES = st.sampled_from(["killed", "missing", "attendance", "storeys"])


@st.composite
def quantities(draw: st.DrawFn, hedges: st.SearchStrategy[Hedge] = HEDGES) -> Quantity:
    value = Decimal(draw(st.integers(0, 60) | st.integers(0, 60).map(lambda n: n * 100)))
    hedge = draw(hedges)
    low = None if hedge is Hedge.AT_MOST else value
    high = None if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) else value
    step = Decimal(10) ** value.normalize().as_tuple().exponent if value else Decimal(1)  # type: ignore[operator]
    unit = draw(st.sampled_from(["person", "percent", "kilometre", "mile", "EUR", "USD", None]))
    return Quantity(low, high, hedge, unit=unit, step=step)


@st.composite
def stories(draw: st.DrawFn, name: str = "a") -> tuple[tuple[Claim, ...], dict[str, Article]]:
    measure = draw(MEASURES)
    times = draw(st.lists(st.sampled_from(TIMES), min_size=1, max_size=3))
    articles = {
        f"{name}{i}": Article(f"{name}{i}", body="In all, 12 were counted. " * (i + 1), source=f"{i}", published=when)
        for i, when in enumerate(times)
    }
    claims: list[Claim] = []
    for i in range(draw(st.integers(1, 7))):
        article = articles[draw(st.sampled_from(sorted(articles)))]
        status = draw(st.sampled_from(Status))
        withdrawn = [c.id for c in claims if c.status is Status.WITHDRAWN]
        replaces = (withdrawn[-1],) if withdrawn and status is Status.STATED and draw(st.booleans()) else ()
        speaker = draw(st.sampled_from([None, "police", "the police", "organisers"]))
        claims.append(
            Claim(
                f"{article.id}#c{i}",
                Kind.FIGURE,
                article.mention("body", 8 + i, 10 + i),
                draw(quantities()),
                measure,
                status=status,
                attribution=Attribution(speaker) if speaker else None,
                event="e",
                replaces=replaces,
            )
        )
    return tuple(claims), articles


def verdicts(finding: Finding) -> dict[frozenset[str], Verdict]:
    found = {frozenset((a.id, b.id)): Verdict.AGREE for side in finding.sides for a, b in combinations(side.claims, 2)}
    for relation in finding.relations:
        for a in finding.sides[relation.a].claims:
            for b in finding.sides[relation.b].claims:
                found[frozenset((a.id, b.id))] = relation.verdict
    return found


@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_articles_does_not_matter(story, random) -> None:  # type: ignore[no-untyped-def]
    claims, articles = story
    shuffled, names = list(claims), list(articles)
    random.shuffle(shuffled)
    random.shuffle(names)
    again = compare(Group(tuple(shuffled), "x"), {n: articles[n] for n in names})
    assert again == compare(Group(claims, "x"), articles)


@given(stories())
def test_every_pair_of_claims_has_one_verdict_with_a_reason(story) -> None:  # type: ignore[no-untyped-def]
    claims, articles = story
    finding = compare(Group(claims, "x"), articles)
    assert sorted(c.id for c in finding.claims) == sorted(c.id for c in claims)
    assert len(verdicts(finding)) == len(claims) * (len(claims) - 1) // 2
    assert all(r.reasons and r.a < r.b for r in finding.relations)


@given(stories())
def test_a_withdrawn_figure_is_in_conflict_with_none_and_a_forecast_with_forecasts_alone(story) -> None:  # type: ignore[no-untyped-def]
    claims, articles = story
    by_id = {c.id: c for c in claims}
    for pair, verdict in verdicts(compare(Group(claims, "x"), articles)).items():
        statuses = {by_id[i].status for i in pair}
        if verdict is Verdict.CONFLICT:
            assert statuses == {Status.FORECAST} or not statuses & {Status.WITHDRAWN, Status.FORECAST}


@given(quantities(), MEASURES, st.sampled_from(TIMES))
def test_an_article_against_itself_agrees(quantity: Quantity, measure: str, when: str | None) -> None:
    articles = {n: Article(n, body="some 12 people", source="Herald", published=when) for n in ("a", "b")}
    pair = tuple(
        Claim(f"{n}#0", Kind.FIGURE, a.mention("body", 5, 7), quantity, measure, event="e") for n, a in articles.items()
    )
    finding = compare(Group(pair, "x"), articles)
    assert finding.verdict is Verdict.AGREE
    assert [s.origins for s in finding.sides] == [1]


@given(quantities(st.just(Hedge.EXACT)), quantities(), MEASURES)
def test_a_wider_hedge_never_makes_a_conflict(exact: Quantity, other: Quantity, measure: str) -> None:
    articles = {n: Article(n, body="some 12 people", source=n, published="2024-05-01T08:00:00Z") for n in ("a", "b")}

    def verdict(quantity: Quantity) -> Verdict:
        values = {"a": quantity, "b": other}
        pair = [Claim(f"{n}#0", Kind.FIGURE, a.mention("body", 5, 7), values[n], measure) for n, a in articles.items()]
        return compare(Group(tuple(pair), "x"), articles).verdict

    before = verdict(exact)
    about = attrs.evolve(exact, hedge=Hedge.ABOUT)
    span = attrs.evolve(exact, low=exact.value - 2, high=exact.value + 3, hedge=Hedge.RANGE)
    for wider in (about, span):
        assert before is Verdict.CONFLICT or verdict(wider) is not Verdict.CONFLICT


@given(stories())
def test_best_lies_between_low_and_high_and_is_somebodys_figure(story) -> None:  # type: ignore[no-untyped-def]
    claims, articles = story
    best = compare(Group(claims, "x"), articles).best
    if best is not None:
        assert best.low is not None and best.high is not None and best.low <= best.high
        assert best.best in {c.quantity.value for c in claims if c.status is Status.STATED}


@given(stories())
def test_an_identity_survives_other_articles(story) -> None:  # type: ignore[no-untyped-def]
    claims, articles = story
    more = attrs.evolve(claims[0], id="zz#9")
    assert compare(Group(claims, "x"), articles).id == compare(Group((*claims, more), "y"), articles).id


@given(stories())
def test_origins_are_never_more_than_the_articles(story) -> None:  # type: ignore[no-untyped-def]
    claims, articles = story
    assert len(set(origins(claims, articles).values())) <= len({c.mention.span.article for c in claims})


@given(stories(), stories(name="b"))
def test_cross_checking_keeps_findings_and_claims(one, two) -> None:  # type: ignore[no-untyped-def]
    findings = [compare(Group(c, "x"), a) for c, a in (one, two)]
    articles = one[1] | two[1]
    checked = cross_check(findings, articles)
    assert [f.claims for f in checked] == [f.claims for f in findings]


@given(stories())
def test_separating_loses_no_claim_and_rests(story) -> None:  # type: ignore[no-untyped-def]
    claims, articles = story
    parts = separate(Group(claims, "x"), articles)
    assert sorted(c.id for p in parts for c in p.claims) == sorted(c.id for c in claims)
    assert separate(Group(claims[::-1], "x"), articles)[0].claims[::-1] == parts[0].claims
