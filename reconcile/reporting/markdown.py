"""The report as GitHub-flavoured Markdown, for a pull request or a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.model.finding import Results
from reconcile.reporting.view import DISMISSED, FindingView, Row, View, make_view

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#$])")
_LEADING = re.compile(r"^([-+=]|\d+[.)])(?=\s|$)")
_LINK = re.compile(r"@(?=\w)|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
_MOST_REASONS = 8
HEADERS = ("source", "published", "as stated", "says who", "passage", "where")


def escape(text: str) -> str:
    """Safe text as literal Markdown: no markup, no HTML, no mentions, no links made of it."""
    text = _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))
    text = _LINK.sub(lambda m: m.group() + "\u2060", text)  # a word joiner keeps words apart for machines only
    return _LEADING.sub(r"\\\1", text)


def to_markdown(results: Results, *, everything: bool = False) -> str:
    """The whole report; `everything` adds the findings that agree."""
    return "\n".join(_report(make_view(results, everything=everything))) + "\n"


def _report(view: View) -> Iterator[str]:
    for section in view.sections:
        yield f"## {section.title} ({len(section.findings)})"
        yield ""
        for finding in section.findings:
            yield from _finding(finding)
    if not view.sections:
        yield "Nothing to look at: no two claims disagree."
        yield ""
    if view.dismissed:
        yield f"## {DISMISSED} ({len(view.dismissed)})"
        yield ""
        yield from (f"- {f.verdict}, {escape(f.about)} `{f.id}` — {escape(f.decision)}" for f in view.dismissed)
        yield ""
    yield from (f"- {escape(line)}" for line in view.counts)
    if view.hidden:
        yield f"- Findings in agreement, not shown: {view.hidden}."
    yield from (f"- **Could not be read:** {escape(problem)}" for problem in view.problems)


def _finding(finding: FindingView) -> Iterator[str]:
    yield f"### {finding.verdict.upper()}: {escape(finding.about)} `{finding.id}`"
    yield ""
    yield _line(HEADERS)
    yield _line(["---"] * len(HEADERS))
    yield from (_line(_cells(row)) for row in finding.rows)
    yield ""
    if finding.decision:
        yield f"- **decision** — {escape(finding.decision)}"
    yield from (f"- {escape(note)}" for note in finding.notes)
    if finding.trajectory:
        yield f"- **over time** — {escape(finding.trajectory)}"
    if finding.best:
        yield f"- {escape(finding.best)}"
    yield from (f"- {reason.verdict} — {escape(reason.words)}" for reason in finding.reasons[:_MOST_REASONS])
    if len(finding.reasons) > _MOST_REASONS:
        yield f"- {len(finding.reasons) - _MOST_REASONS} more reasons in `reconcile explain {finding.id}`"
    yield ""


def _cells(row: Row) -> list[str]:
    figure = escape(row.stated)
    passage = f"{escape(row.passage.before)}**{escape(row.passage.mention)}**{escape(row.passage.after)}"
    stated = f"~~{figure}~~" if row.withdrawn else figure
    return [escape(row.source), row.published, stated, escape(row.attributed), passage, escape(row.place)]


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
