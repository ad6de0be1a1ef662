"""The data a report shows, built once; text, Markdown and HTML only lay it out. Every string here is safe to show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from attrs import frozen

from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.decision import Decision
from reconcile.model.finding import GRAVITY, Best, Finding, Results, Step, Verdict, Waterfall
from reconcile.model.text import Article
from reconcile.reporting.numbers import printed, with_unit
from reconcile.reporting.safe import REACH, Passage, location, passage, safe

# Sections of a report for people, gravest first; the last one is shown only where everything is asked for.
SECTIONS: tuple[tuple[str, frozenset[Verdict]], ...] = (
    ("Conflicts and corrections", frozenset({Verdict.CONFLICT, Verdict.CORRECTED})),
    ("Altered quotations and figures in tension", frozenset({Verdict.ALTERED, Verdict.TENSION})),
    ("Updates", frozenset({Verdict.UPDATED})),
    ("In agreement", frozenset({Verdict.COMPATIBLE, Verdict.TRIMMED, Verdict.AGREE, Verdict.SAME})),
)
IN_AGREEMENT = SECTIONS[-1][1]
DISMISSED = "Dismissed"
_FIRST_STEPS, _LAST_STEPS = 4, 4  # of a trajectory, that are shown
_LONGEST = 60  # code points of a mention that stand for it outside its passage; quotations are cut
NAMES = {Kind.FIGURE: "figure", Kind.DATE: "date", Kind.QUOTE: "quotation", Kind.NAME: "name"}


@frozen
class Row:
    """One claim as a line of a table: who published what, when, in which words, and where that stands."""

    claim: Claim
    side: int
    source: str
    published: str
    stated: str
    attributed: str
    passage: Passage
    place: str
    url: str

    @property
    def withdrawn(self) -> bool:
        return self.claim.status is Status.WITHDRAWN


@frozen
class Reason:
    """Why two sides relate as they do; the words name both."""

    verdict: Verdict
    words: str


@frozen
class FindingView:
    """One finding, laid out: rows in the order of its sides, and everything that explains it."""

    finding: Finding
    about: str
    rows: tuple[Row, ...]
    best: str
    notes: tuple[str, ...]
    reasons: tuple[Reason, ...]
    decision: str = ""
    trajectory: str = ""

    @property
    def id(self) -> str:
        return self.finding.id

    @property
    def verdict(self) -> Verdict:
        return self.finding.verdict

    @property
    def waterfalls(self) -> tuple[Waterfall, ...]:
        return self.finding.waterfalls


@frozen
class Section:
    title: str
    findings: tuple[FindingView, ...]


@frozen
class Tally:
    """How many claims of one kind were found, compared, found agreeing, and left uncompared for which reasons."""

    name: str
    found: int
    compared: int
    agreed: int
    left_out: tuple[tuple[str, int], ...]

    def __str__(self) -> str:
        some = self.name if self.found == 1 else f"{self.name}s"
        line = f"{self.found} {some} found, {self.compared} compared, {self.agreed} in agreement"
        rest = self.found - self.compared
        reasons = ", ".join(f"{count} {reason}" for reason, count in self.left_out)
        return f"{line}, {rest} left uncompared" + (f" ({reasons})" if reasons else "") + "."


@frozen
class View:
    """A whole report, ready to be laid out. What an editor has dismissed stands apart and in no section or count."""

    sections: tuple[Section, ...]
    dismissed: tuple[FindingView, ...]
    verdicts: tuple[tuple[Verdict, int], ...]
    hidden: int
    counts: tuple[str, ...]
    problems: tuple[str, ...]


def make_view(results: Results, *, everything: bool = False) -> View:
    """Lay out `results`; findings in agreement are counted, and shown where `everything` is asked for."""
    sections = []
    shown = SECTIONS if everything else SECTIONS[:-1]
    ordered = sorted(results.findings, key=_gravest_first)
    for title, verdicts in shown:
        found = [f for f in ordered if f.verdict in verdicts and not f.dismissed]
        if found:
            sections.append(Section(title, tuple(view_finding(f, results) for f in found)))
    counted = Counter(f.verdict for f in results.findings if not f.dismissed)
    return View(
        sections=tuple(sections),
        dismissed=tuple(view_finding(f, results) for f in ordered if f.dismissed),
        verdicts=tuple((v, counted[v]) for v in reversed(GRAVITY) if counted[v]),
        hidden=0 if everything else sum(counted[v] for v in IN_AGREEMENT),
        counts=tuple(_counts(results)),
        problems=tuple(safe(str(p)) for p in results.problems),
    )


def _gravest_first(finding: Finding) -> int:
    return -GRAVITY.index(finding.verdict)


def view_finding(finding: Finding, results: Results) -> FindingView:
    """One finding, laid out."""
    rows = [
        view_claim(claim, results.articles_by_id[claim.mention.span.article], index)
        for index, side in enumerate(finding.sides)
        for claim in side.claims
    ]
    return FindingView(
        finding=finding,
        about=safe(finding.about or finding.measure),
        rows=tuple(rows),
        best=_best_line(finding.best),
        notes=tuple(safe(n) for n in finding.notes),
        reasons=tuple(_reasons(finding)),
        decision=_decision_line(finding.decision),
        trajectory=_trajectory_line(finding.trajectory),
    )


def _trajectory_line(steps: Sequence[Step]) -> str:
    """ "12 (2025-03-03 05:40, Halden News) → 24 (as of 2025-03-03 12:00, Radio Velmara)"."""
    shown = [*steps[:_FIRST_STEPS], *steps[-_LAST_STEPS:]] if len(steps) > _FIRST_STEPS + _LAST_STEPS else steps
    words = [f"{s.says} ({'as of ' if s.told else ''}{_published(s.at)}, {s.source})" for s in shown]
    if len(shown) < len(steps):
        words.insert(_FIRST_STEPS, f"{len(steps) - len(shown)} more")
    return safe(" → ".join(words))


def _decision_line(made: Decision | None) -> str:
    if made is None:
        return ""
    state = ", but the finding has changed since" if made.outdated else ""
    signed = ", ".join(t for t in (made.by, made.at) if t)
    words = "; ".join(t for t in (made.reason, made.note) if t)
    line = made.choice.replace("-", " ") + (f" ({signed})" if signed else "") + state
    return safe(f"{line}: {words}" if words else line)


def view_claim(claim: Claim, article: Article, side: int = 0, reach: int = REACH) -> Row:
    """One claim, laid out, with at most `reach` code points of its sentence on either side."""
    return Row(
        claim=claim,
        side=side,
        source=safe(article.label),
        published=_published(article.published),
        stated=_stated(claim),
        attributed=safe(claim.attribution.speaker) if claim.attribution else "",
        passage=passage(article, claim.mention, reach),
        place=location(article, claim.mention),
        url=safe(article.url),
    )


def _stated(claim: Claim) -> str:
    words = safe(claim.mention.text)
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition(" ")[0] + " …"
    return words if claim.status is Status.STATED else f"{words} ({claim.status})"


def _published(when: date | datetime | None) -> str:
    if when is None:
        return ""
    return f"{when:%Y-%m-%d %H:%M}" if isinstance(when, datetime) else f"{when:%Y-%m-%d}"


def _best_line(best: Best | None) -> str:
    if best is None:
        return ""
    low, middle, high = (with_unit(v, printed(best.unit)) for v in (best.low, best.best, best.high))
    if best.best is None:
        return f"low {low} · no best · high {high} — {safe(best.rule)}"
    ends = "" if low == middle == high else f"low {low} · high {high} · "
    return f"{ends}best {middle} — {safe(best.rule)}"


def _reasons(finding: Finding) -> Iterable[Reason]:
    """Reasons of every relation that is not plain agreement, gravest first; of all where there is nothing else."""
    telling = [r for r in finding.relations if r.verdict not in IN_AGREEMENT] or finding.relations
    words = [(r.verdict, "; ".join(safe(reason) for reason in r.reasons)) for r in telling]
    for verdict, said in sorted(dict.fromkeys(words), key=lambda pair: -GRAVITY.index(pair[0])):
        if said:
            yield Reason(verdict, said)


def _counts(results: Results) -> Iterable[str]:
    """What was found, compared and left out, a line for each kind of claim, the articles before the first."""
    number = len(results.articles)
    articles = "1 article" if number == 1 else f"{number} articles"
    for at, tally in enumerate(tallies(results)):
        yield str(tally) if at else f"{articles}: {tally}"


def tallies(results: Results) -> Iterable[Tally]:
    """One tally for each kind of claim that was found, figures always first."""
    compared = {c.id for f in results.findings for c in f.claims}
    agreed = {c.id for f in results.findings if f.verdict in IN_AGREEMENT for c in f.claims}
    reasons = {left.claim: safe(left.reason) for left in results.left_out}
    for kind, name in NAMES.items():
        ids = [c.id for c in results.claims if c.kind is kind]
        if not ids and kind is not Kind.FIGURE:
            continue
        why = Counter(reasons.get(i, "without a counterpart") for i in ids if i not in compared)
        ordered = tuple(sorted(why.items(), key=lambda pair: (-pair[1], pair[0])))
        yield Tally(name, len(ids), len(compared & set(ids)), len(agreed & set(ids)), ordered)
