"""`reconcile report`: the main job."""

from __future__ import annotations

import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path

import click

from reconcile.cli import common
from reconcile.model.claim import Kind
from reconcile.model.finding import GRAVITY, Verdict
from reconcile.report import Report, reconcile
from reconcile.reporting.baseline import load_baseline, only_new

MACHINE: dict[str, Callable[[Report], str]] = {
    "json": Report.to_json,
    "jsonl": Report.to_jsonl,
    "csv": Report.to_csv,
    "sarif": Report.to_sarif,
    "annotations": Report.to_annotations,
}
PEOPLE: dict[str, Callable[..., str]] = {
    "markdown": Report.to_markdown,
    "html": Report.to_html,
}
NEVER = "never"
LEVELS = [v.value for v in (Verdict.CONFLICT, Verdict.CORRECTED, Verdict.ALTERED, Verdict.TENSION, Verdict.UPDATED)]


@click.command("report")
@common.paths
@click.option("--format", "form", type=click.Choice(["text", *PEOPLE, *MACHINE]), default="text", show_default=True)
@click.option("--all", "everything", is_flag=True, help="Show findings in agreement, too.")
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, NEVER]),
    default=Verdict.CONFLICT.value,
    show_default=True,
    help="Exit with 1 where a finding is as grave as this; gravest first.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; unreadable input still gives 2.")
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Show only what is new since this earlier JSON report.",
)
@common.kinds
@common.lexicon
@common.width
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@common.output
@click.option("--open", "opened", is_flag=True, help="Open the page in a browser (html).")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    everything: bool,
    fail_on: str,
    exit_zero: bool,
    baseline: Path | None,
    kinds: frozenset[Kind] | None,
    lexicon: tuple[Path, ...],
    width: int | None,
    colour: str,
    output: Path | None,
    opened: bool,
) -> None:
    """Read articles and report the figures they disagree about.

    A PATH is a file, a folder, a glob, or - for standard input.
    """
    reading = common.read_articles(paths)
    report = reconcile(reading.articles, common.settings(lexicon, kinds), reading.problems)
    if baseline is not None:
        report = only_new(report, load_baseline(baseline))
    if form in MACHINE:
        text = MACHINE[form](report)
    elif form in PEOPLE:
        text = PEOPLE[form](report, everything=everything)
    else:
        columns = common.columns(width, output)
        text = report.to_text(width=columns, colour=common.wants_colour(colour, output), everything=everything)
    if opened:
        output = _page_file(form, output)
    common.deliver(text, output)
    if opened and output is not None:
        webbrowser.open(output.resolve().as_uri())
    common.show_problems(report.problems)
    ctx.exit(exit_code(report, fail_on, exit_zero))


def _page_file(form: str, output: Path | None) -> Path:
    """Where the page to open is kept: the file asked for, or a new one among the temporary files."""
    if form != "html":
        raise click.UsageError("--open needs --format html")
    return output or Path(tempfile.mkdtemp(prefix="reconcile-")) / "report.html"


def exit_code(report: Report, fail_on: str, exit_zero: bool) -> int:
    """2 for unreadable input, else 1 for a finding at or above the level, else 0."""
    if report.problems:
        return 2
    if exit_zero or fail_on == NEVER:
        return 0
    level = GRAVITY.index(Verdict(fail_on))
    return int(any(GRAVITY.index(f.verdict) >= level for f in report.findings))
