"""The report an editor reads on a terminal or in a mail."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from attrs import frozen
from click import style

from reconcile.model.change import evolve
from reconcile.model.claim import Status
from reconcile.model.finding import Results, Verdict
from reconcile.reporting.safe import safe
from reconcile.reporting.table import table
from reconcile.reporting.view import DISMISSED, FindingView, Row, View, make_view

COLOURS = {
    Verdict.CONFLICT: "red",
    Verdict.CORRECTED: "magenta",
    Verdict.ALTERED: "magenta",
    Verdict.TENSION: "yellow",
    Verdict.UPDATED: "blue",
}
HEADERS = ("source", "published", "as stated", "says who", "passage")
CAPS = (16, 11, 16, 14)
NARROWEST = 40
_TABLE_FROM = 84  # columns a table of five needs; below, every claim is a small block of its own
_MOST_ROWS = 6  # articles of one side that are shown before the others are only counted
_MOST_REASONS = 4


@frozen
class Paper:
    """What is written on: `width` in columns, and whether escape sequences for colour are wanted."""

    width: int = 100
    colour: bool = False
    everything: bool = False

    def paint(self, text: str, colour: str | None = None, *, bold: bool = False) -> str:
        return style(text, fg=colour, bold=bold) if self.colour else text

    def wrap(self, text: str, label: str = "", indent: str = "  ") -> str:
        """`text` within the width behind its label, later lines indented."""
        first = f"{indent}{label}: " if label else indent
        lines = textwrap.fill(
            text, self.width, initial_indent=first, subsequent_indent=indent + "  ", break_on_hyphens=False
        )
        return lines.replace(label, self.paint(label, bold=True), 1) if label else lines

    def bullet(self, text: str) -> str:
        """`text` as a point of a list."""
        return self.wrap(text, indent="- ").replace("\n- ", "\n  ")


def to_text(results: Results, *, width: int = 100, colour: bool = False, everything: bool = False) -> str:
    """The whole report as text of at most `width` columns (40 at least); `everything` adds what agrees."""
    view = make_view(results, everything=everything)
    return "\n".join(_report(view, Paper(max(width, NARROWEST), colour, everything))) + "\n"


def _report(view: View, paper: Paper) -> Iterator[str]:
    for section in view.sections:
        title = f"{section.title} ({len(section.findings)})"
        yield paper.paint(title, bold=True)
        yield "=" * min(len(title), paper.width)
        yield ""
        for finding in section.findings:
            yield from _finding(finding, paper)
            yield ""
    if not view.sections:
        yield "Nothing to look at: no two claims disagree."
        yield ""
    if view.dismissed:
        yield from _dismissed(view.dismissed, paper)
    yield from _closing(view, paper)


def _dismissed(findings: tuple[FindingView, ...], paper: Paper) -> Iterator[str]:
    """A line or two for each: whoever wants the rest asks for its explanation."""
    yield paper.paint(f"{DISMISSED} ({len(findings)})", bold=True)
    for finding in findings:
        yield paper.bullet(f"{finding.verdict}, {finding.about} [{finding.id}] — {finding.decision}")
    yield ""


def _closing(view: View, paper: Paper) -> Iterator[str]:
    yield from (paper.wrap(line, indent="") for line in view.counts)
    if view.hidden:
        some = "1 finding in agreement is" if view.hidden == 1 else f"{view.hidden} findings in agreement are"
        yield paper.wrap(f"{some} not shown; --all shows them.", indent="")
    for problem in view.problems:
        yield paper.wrap(problem, "could not be read", indent="")


def _finding(finding: FindingView, paper: Paper) -> Iterator[str]:
    verdict = paper.paint(finding.verdict.upper(), COLOURS.get(finding.verdict), bold=True)
    yield f"{verdict}  {_cut(finding.about, paper.width - len(finding.verdict) - len(finding.id) - 6)}  [{finding.id}]"
    rows, more = (list(finding.rows), "") if paper.everything else _fewer(finding)
    yield _table(rows, paper.width) if paper.width >= _TABLE_FROM else _blocks(rows, paper)
    if more:
        yield paper.wrap(more, indent="")
    if finding.decision:
        yield paper.wrap(finding.decision, "decision", indent="")
    for note in finding.notes:
        yield paper.wrap(note, "note", indent="")
    if finding.trajectory:
        yield paper.wrap(finding.trajectory, "over time", indent="")
    if finding.best:
        yield paper.wrap(finding.best, indent="")
    yield from _reasons(finding, paper)


def _reasons(finding: FindingView, paper: Paper) -> Iterator[str]:
    for reason in finding.reasons[:_MOST_REASONS]:
        verdict = "" if reason.verdict is finding.verdict else f"{reason.verdict}, "
        yield paper.wrap(f"{verdict}{reason.words}", "why", indent="")
    rest = len(finding.reasons) - _MOST_REASONS
    if rest > 0:
        yield paper.wrap(f"{rest} more in `reconcile explain {finding.id}`", "why", indent="")


def _fewer(finding: FindingView) -> tuple[list[Row], str]:
    """One row for what an article says again and again, a few rows for each side, and a line for the others."""
    said: dict[tuple[int, str, Status], list[Row]] = {}
    for row in finding.rows:
        said.setdefault((row.side, row.claim.mention.span.article, row.claim.status), []).append(row)
    shown: list[Row] = []
    counts: Counter[int] = Counter()
    for (side, _, _), rows in said.items():
        counts[side] += 1
        if counts[side] <= _MOST_ROWS:
            shown.append(_one_for_all(rows))
    labels = {side: safe(finding.finding.sides[side].label) for side in counts}
    rest = [f"{n - _MOST_ROWS} more articles say {labels[side]}" for side, n in counts.items() if n > _MOST_ROWS]
    return shown, "; ".join(rest)


def _one_for_all(rows: list[Row]) -> Row:
    """The first row from the body, where the passage says most, with how often the article says it again."""
    first = next((r for r in rows if r.claim.mention.span.part == "body"), rows[0])
    again = len(rows) - 1
    return evolve(first, place=f"{first.place} (and {again} more)") if again else first


def _table(rows: list[Row], width: int) -> str:
    """A grid of at most `width` columns, the passage taking what the others leave; empty columns are left out."""
    cells = [
        (r.source, r.published, r.stated, r.attributed, f"{r.passage.marked()}\n{file_name(r.place)}") for r in rows
    ]
    used = [i for i in range(len(HEADERS)) if any(row[i] for row in cells)]
    caps = [CAPS[i] for i in used[:-1]]
    return table([[row[i] for i in used] for row in cells], [HEADERS[i] for i in used], caps, width)


def file_name(place: str) -> str:
    """A place without its folders, which the other formats have."""
    return place.replace("\\", "/").rsplit("/", 1)[-1]


def _blocks(rows: list[Row], paper: Paper) -> str:
    """The same for narrow paper: every claim one under the other."""
    lines = []
    for row in rows:
        said = f" — {row.attributed}" if row.attributed else ""
        when = f", {row.published}" if row.published else ""
        lines.append(paper.bullet(f"{row.stated}{said} ({row.source}{when})"))
        lines.append(paper.wrap(f"{row.passage.marked()} ({row.place})", indent="    "))
    return "\n".join(lines)


def _cut(text: str, width: int) -> str:
    """`text` on one line of at most `width` columns."""
    return text if len(text) <= width else text[: max(width - 1, 1)] + "…"
