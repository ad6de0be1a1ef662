"""Why the claims of one finding were matched, and what decided its verdict, in words and bits."""

from __future__ import annotations

from collections.abc import Iterator

from tabulate import tabulate

from reconcile.errors import UsageError
from reconcile.model.finding import Finding, Results, Waterfall
from reconcile.reporting.safe import safe
from reconcile.reporting.text import Paper
from reconcile.reporting.view import FindingView, view_finding


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


def to_text(finding: Finding, results: Results, *, width: int = 100, colour: bool = False) -> str:
    """The explanation of one finding as text."""
    paper = Paper(max(width, 40), colour)
    return "\n".join(_explain(view_finding(finding, results), paper)) + "\n"


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
    for extra in (*view.notes, view.best, view.decision):
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
