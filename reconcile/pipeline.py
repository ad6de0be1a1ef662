"""The whole run: read claims, tie them to events, match, compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from attrs import frozen

from reconcile.claims.extract import Extracted, extract
from reconcile.comparing.all_hit import total_findings
from reconcile.comparing.compare import Group, Policy, compare, counts_of, cross_check, separate, sum_findings
from reconcile.comparing.dates import date_findings
from reconcile.comparing.makeup import makeup_findings
from reconcile.comparing.names import name_findings
from reconcile.comparing.quotations import quote_findings
from reconcile.comparing.recounts import recounts_of
from reconcile.comparing.since import since_findings
from reconcile.errors import Problem
from reconcile.matching.adopt import adopt_measures
from reconcile.matching.by_nation import with_nations
from reconcile.matching.clusters import cluster_figures
from reconcile.matching.coins import money_told_elsewhere, with_currencies
from reconcile.matching.dollars import with_own_dollars
from reconcile.matching.events import assign_events
from reconcile.matching.everyone_hit import told_together
from reconcile.matching.narrower import with_one_measure
from reconcile.matching.questions import left_out, question
from reconcile.matching.quotations import utterances_of
from reconcile.matching.quoted import with_utterances
from reconcile.matching.rates import rates_of
from reconcile.matching.same_things import with_one_noun
from reconcile.matching.scales import with_scales
from reconcile.matching.shares_by_place import with_shares_by_place
from reconcile.matching.surroundings import story
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.finding import Finding, LeftOut, Results
from reconcile.model.text import Article
from reconcile.reading import WORTH_SHARING, Input, Reading, ReadOptions, gather, inputs, read_input
from reconcile.settings import Settings
from reconcile.workers import Progress, shared, silent

_FIGURES_WORTH_SHARING = 500
_OLDER = "it stands in an older version, for which the latest speaks"
_AS_USUAL = ReadOptions()


@frozen
class Material:
    """Articles, what each of them says on its own, and what could not be read."""

    articles: tuple[Article, ...]
    extracted: tuple[Extracted, ...]
    problems: tuple[Problem, ...] = ()


@frozen
class EventFigures:
    """The figures of one event, and its articles."""

    claims: tuple[Claim, ...]
    articles: tuple[Article, ...]


def take_in(
    paths: Iterable[str | Path],
    settings: Settings = Settings(),
    options: ReadOptions = _AS_USUAL,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> Material:
    """Read inputs and the claims of their articles; faults in the input become problems.

    With many inputs one task reads a file and its claims, so that texts cross between processes once.
    """
    found = inputs(paths, options, stdin)
    if len(found) < WORTH_SHARING:
        reading = gather(read_input(one, options) for one in found)
        return read_claims(reading.articles, settings, reading.problems, progress)
    task = partial(_take_in_one, options=options, settings=settings)
    parts = list(shared(task, found, settings.jobs, progress))
    reading = gather(part for part, _ in parts)
    before = [a for part, _ in parts for a in part.articles]
    made = [e for _, extracted in parts for e in extracted]
    # Only an older version of an item gets another id than its file gives it; its claims are made anew under that.
    named = zip(reading.articles, before, made, strict=True)
    extracted = tuple(own if now is then else _extract(now, settings) for now, then, own in named)
    return Material(reading.articles, extracted, reading.problems)


def _take_in_one(found: Input, options: ReadOptions, settings: Settings) -> tuple[Reading, tuple[Extracted, ...]]:
    reading = read_input(found, options)
    return reading, tuple(_extract(a, settings) for a in reading.articles)


def _extract(article: Article, settings: Settings) -> Extracted:
    return extract(article, settings.kinds, settings.lexicon)


def read_claims(
    articles: Iterable[Article],
    settings: Settings = Settings(),
    problems: Sequence[Problem] = (),
    progress: Progress = silent,
) -> Material:
    """What each article says on its own."""
    articles = tuple(articles)
    jobs = settings.jobs if len(articles) >= WORTH_SHARING else 1
    made = shared(partial(_extract, settings=settings), articles, jobs, progress)
    return Material(articles, tuple(made), tuple(problems))


def claims_of(material: Material, settings: Settings = Settings()) -> tuple[Claim, ...]:
    """Every claim of every article, each tied to an event.

    An article is read anew where another one of its story tells that what it counts is money.
    """
    read = _tied(material)
    if named := money_told_elsewhere(read):
        pairs = zip(material.articles, material.extracted, strict=True)
        anew = tuple(
            extract(a, settings.kinds, settings.lexicon, named[a.id]) if a.id in named else made for a, made in pairs
        )
        read = _tied(evolve(material, extracted=anew))
    claims = with_own_dollars(read)
    in_one_noun = with_one_measure(with_one_noun(with_scales(with_currencies(claims))))
    return with_nations(adopt_measures(told_together(with_shares_by_place(in_one_noun))))


def _tied(material: Material) -> tuple[Claim, ...]:
    """What the articles say, each claim tied to its event."""
    by_id = {a.id: a for a in material.articles}
    stories = {a.id: e.story for a, e in zip(material.articles, material.extracted, strict=True)}
    return tuple(assign_events([c for made in material.extracted for c in made.claims], stories, by_id))


def extract_claims(articles: Sequence[Article], settings: Settings = Settings()) -> tuple[Claim, ...]:
    """Every claim of these articles, each tied to an event."""
    return claims_of(read_claims(articles, settings), settings)


def reconcile(
    articles: Iterable[Article], settings: Settings = Settings(), problems: Sequence[Problem] = ()
) -> Results:
    """Read the claims of all articles, match those that answer one question, and compare them."""
    return compare_all(read_claims(articles, settings, problems), settings)


def compare_all(material: Material, settings: Settings = Settings(), progress: Progress = silent) -> Results:
    """Match the claims that answer one question, and compare them."""
    by_id = {a.id: a for a in material.articles}
    # The latest version speaks for its source; only of figures it matters what an older one gave.
    read = claims_of(material, settings)
    utterances = utterances_of(_latest(read, by_id), settings.lexicon)
    claims = with_utterances(read, by_id, utterances)
    latest = _latest(claims, by_id)
    findings = (
        *figure_findings(claims, by_id, settings, progress),
        *quote_findings(utterances, by_id, settings.lexicon),
        *date_findings(latest, by_id),
        *name_findings(latest, by_id, settings.lexicon),
    )
    compared = {c.id for f in findings for c in f.claims}
    current = {c.id for c in latest}
    alone = (c for c in claims if c.kind is Kind.FIGURE and c.id not in compared and c.id not in current)
    left = (*left_out(latest, compared), *(LeftOut(c.id, _OLDER) for c in alone))
    return Results(material.articles, claims, findings, left, material.problems)


def figure_findings(
    claims: Sequence[Claim], articles: Mapping[str, Article], settings: Settings, progress: Progress = silent
) -> tuple[Finding, ...]:
    """Figures put together by question, those that cannot be of one question parted again, the rest compared."""
    figures = [c for c in claims if c.kind is Kind.FIGURE]
    jobs = settings.jobs if len(figures) >= _FIGURES_WORTH_SHARING else 1
    task = partial(_event_findings, policy=policy_of(settings))
    made = [pair for event in shared(task, _by_event(figures, articles), jobs, progress) for pair in event]
    place = {c.id: (_aside(c), n) for n, c in enumerate(figures)}
    made.sort(key=lambda pair: place[pair[0]])
    latest = _latest(claims, articles)
    checked = cross_check([f for _, f in made], articles, settings.lexicon, latest)
    lexicon = settings.lexicon
    sums, since = sum_findings(latest, articles, lexicon), since_findings(latest, articles, lexicon)
    found = (*checked, *sums, *since, *makeup_findings(latest, articles))
    return total_findings(found, latest, articles, lexicon)


def _latest(claims: Iterable[Claim], articles: Mapping[str, Article]) -> list[Claim]:
    return [c for c in claims if not articles[c.mention.span.article].version_of]


def policy_of(settings: Settings) -> Policy:
    """How figures are compared under these settings."""
    return Policy(best=settings.best, lexicon=settings.lexicon)


def _aside(claim: Claim) -> bool:
    """Questions about the whole of a story come before those about parts of it and about its background."""
    return claim.scope is Scope.PART or claim.status is Status.BACKGROUND


def _by_event(figures: Sequence[Claim], articles: Mapping[str, Article]) -> list[EventFigures]:
    """Figures of different events are never compared, so each event can be worked on alone."""
    by_event: dict[str, list[Claim]] = defaultdict(list)
    for claim in figures:
        by_event[story(claim)].append(claim)
    return [
        EventFigures(
            tuple(own),
            tuple(articles[i] for i in dict.fromkeys(c.mention.span.article for c in own)),
        )
        for own in by_event.values()
    ]


def _event_findings(event: EventFigures, policy: Policy) -> list[tuple[str, Finding]]:
    """The findings of one event, each with the first claim of the cluster it comes from."""
    by_id = {a.id: a for a in event.articles}
    counts, rates = counts_of(event.claims), rates_of(event.claims)
    recounts = recounts_of(event.claims, by_id, policy.lexicon)
    found = []
    for cluster in cluster_figures(event.claims):
        about = question(cluster.claims)
        group = Group(cluster.claims, about, cluster.waterfalls, counts, rates, recounts, cluster.evidence)
        parted = separate(group, by_id, policy)
        found += [(cluster.claims[0].id, compare(g, by_id, policy)) for g in parted if len(g.claims) > 1]
    return found
