"""Why the claims of one finding were matched, and what decided its verdict, in words and bits."""

from __future__ import annotations

from collections.abc import Iterator

from tabulate import tabulate

from reconcile.comparing.compare import Policy
from reconcile.comparing.whatif import alternatives
from reconcile.errors import UsageError
from reconcile.matching.nearby import carrying, near_misses
from reconcile.model.claim import Claim, Kind
from reconcile.model.finding import Finding, Results, Waterfall
from reconcile.reporting.safe import safe
from reconcile.reporting.text import Paper
from reconcile.reporting.view import FindingView, view_finding

_MOST_OTHERWISE = 12


def find(results: Results, prefix: str) -> Finding:
    """The finding with this id, or the only one whose id begins so; raises UsageError otherwise."""
    exact = [f for f in results.findings if f.id == prefix]
    found = exact or [f for f in results.findings if f.id.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{len(found)} findings begin with {prefix!r}: {', '.join(f.id for f in found[:8])}")
    known = ", ".join(f.id for f in results.findings[:8]) or "none"
    raise UsageError(f"no finding begins with {prefix!r}; there are: {known}")


def to_text(
    finding: Finding, results: Results, *, width: int = 100, colour: bool = False, policy: Policy = Policy()
) -> str:
    """The explanation of one finding as text; `policy` is that under which it was compared."""
    paper = Paper(max(width, 40), colour)
    lines = [*_explain(view_finding(finding, results), paper)]
    otherwise = [*_other_verdicts(finding, results, policy), *_other_matches(finding, results)]
    if otherwise:
        lines += ["", paper.paint("What would have changed it", bold=True), *(paper.wrap(safe(w)) for w in otherwise)]
    return "\n".join(lines) + "\n"


def _explain(view: FindingView, paper: Paper) -> Iterator[str]:
    yield f"{paper.paint(view.verdict.upper(), bold=True)}  {view.about}  [{view.id}]"
    names = {row.claim.id: f"{number}" for number, row in enumerate(view.rows, 1)}
    yield ""
    yield paper.paint("Claims", bold=True)
    for row in view.rows:
        side = f"side {row.side + 1}"
        where = " · ".join(t for t in (row.source, row.published, row.attributed) if t)
        yield paper.wrap(f"{names[row.claim.id]}. {row.stated} ({side}) · {where}")
        yield paper.wrap(f"{row.passage.marked()} ({row.place})", indent="     ")
    yield ""
    yield paper.paint("Why they answer one question", bold=True)
    if not view.waterfalls:
        yield paper.wrap("They stand in one sentence or share their question by rule; no weights were needed.")
    for waterfall in view.waterfalls:
        yield _waterfall(waterfall, names)
        yield ""
    yield paper.paint("Why this verdict", bold=True)
    for reason in view.reasons:
        yield paper.wrap(f"{reason.verdict} — {reason.words}")
    for extra in (*view.notes, view.trajectory, view.best, view.decision):
        if extra:
            yield paper.wrap(extra)


def _waterfall(waterfall: Waterfall, names: dict[str, str]) -> str:
    """Prior, one signed line a comparison, sum and threshold; all in bits."""
    a, b = (names.get(i, i) for i in (waterfall.a, waterfall.b))
    lines = [("prior", "", f"{waterfall.prior:+.2f}")]
    lines += [(safe(w.comparison), safe(w.level), f"{w.bits:+.2f}") for w in waterfall.weights]
    lines += [("sum", "", f"{waterfall.total:+.2f}"), ("threshold", "", f"{waterfall.threshold:+.2f}")]
    table = tabulate(
        lines,
        headers=(f"{a} and {b}", "level", "bits"),
        tablefmt="simple",
        colalign=("left", "left", "right"),
        disable_numparse=True,
    )
    return "\n".join("  " + line for line in table.splitlines())


def _other_verdicts(finding: Finding, results: Results, policy: Policy) -> Iterator[str]:
    """Each pair judged again with one thing changed: the changes that give another verdict."""
    for other in alternatives(finding, results.articles_by_id, policy, results.claims)[:_MOST_OTHERWISE]:
        pair = f"{_named(other.a, results)} and {_named(other.b, results)}"
        yield f"{pair}: if {other.change}, {other.instead} rather than {other.verdict}"


def _other_matches(finding: Finding, results: Results) -> Iterator[str]:
    """What carries a match that stands on little, and which figures were nearly put with these."""
    claims = results.claims_by_id
    for fall in finding.waterfalls:
        weak = carrying(fall)
        if len(weak) == 1 and fall.a in claims and fall.b in claims:
            why = f"{weak[0].comparison} ({weak[0].level}, {weak[0].bits:+.1f} bits)"
            pair = f"{_named(claims[fall.a], results)} and {_named(claims[fall.b], results)}"
            yield f"{pair} would be apart without {why}"
    if finding.kind is not Kind.FIGURE:
        return
    for miss in near_misses(finding.claims, results.claims):
        pair = f"{_named(miss.outside, results)} is not here: {miss.short:.1f} bits short of the threshold"
        equal = " or ".join(miss.would_join)
        would = f"; the same {equal} would have joined it" if equal else "; no single thing would have joined it"
        yield f"{pair} with {_named(miss.inside, results)}{would}"


def _named(claim: Claim, results: Results) -> str:
    article = results.articles_by_id[claim.mention.span.article]
    return f"“{' '.join(claim.mention.text.split())}” in {article.label}"
