"""`reconcile report`: the main job."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from attrs import frozen

from reconcile.cli import common
from reconcile.cli.config import configured
from reconcile.model.change import evolve
from reconcile.model.claim import Kind
from reconcile.model.finding import GRAVITY, Verdict
from reconcile.report import Report
from reconcile.reporting.baseline import load_baseline, only_new

# Formats that have everything; text and Markdown leave agreement out unless asked.
WHOLE: dict[str, Callable[[Report], str]] = {
    "html": Report.to_html,
    "json": Report.to_json,
    "jsonl": Report.to_jsonl,
    "csv": Report.to_csv,
    "sarif": Report.to_sarif,
    "annotations": Report.to_annotations,
}
NEVER = "never"
LEVELS = [v.value for v in (Verdict.CONFLICT, Verdict.CORRECTED, Verdict.ALTERED, Verdict.TENSION, Verdict.UPDATED)]


@frozen
class Options:
    """What the command line asks for; the names are those of the options below."""

    paths: tuple[str, ...]
    form: str
    everything: bool
    fail_on: str
    exit_zero: bool
    baseline: Path | None
    decisions: Path | None
    kinds: frozenset[Kind] | None
    lexicon: tuple[Path, ...]
    width: int | None
    colour: str
    output: Path | None
    opened: bool


@click.command("report")
@common.paths
@click.option("--format", "form", type=click.Choice(["text", "markdown", *WHOLE]), default="text", show_default=True)
@click.option("--all", "everything", is_flag=True, help="Show findings in agreement, too (text, markdown).")
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
@common.decisions
@common.kinds
@common.lexicon
@common.best
@common.width
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
@common.output
@click.option("--open", "opened", is_flag=True, help="Open the page in a browser (html).")
@configured
@click.pass_context
def command(ctx: click.Context, /, **given: Any) -> None:
    """Read articles and report the figures they disagree about.

    A PATH is a file, a folder, a glob, or - for standard input.
    """
    options = Options(**given)
    if options.opened and options.form != "html":
        raise click.UsageError("--open needs --format html")
    if options.opened and options.output is None:
        options = evolve(options, output=import_module("reconcile.cli.browser").page_file())
    report = common.reconciled(options.paths, common.settings(options.lexicon, options.kinds))
    if options.decisions is not None:
        report = report.with_decisions(options.decisions)
    if options.baseline is not None:
        report = only_new(report, load_baseline(options.baseline))
    common.deliver(rendered(report, options), options.output)
    common.show_problems(report.problems, report.articles)
    if options.opened and options.output is not None:
        import_module("reconcile.cli.browser").show(options.output)
    ctx.exit(exit_code(report, options.fail_on, options.exit_zero))


def rendered(report: Report, options: Options) -> str:
    """The report in the format asked for."""
    if options.form in WHOLE:
        return WHOLE[options.form](report)
    if options.form == "markdown":
        return report.to_markdown(everything=options.everything)
    return report.to_text(
        width=common.columns(options.width, options.output),
        colour=common.wants_colour(options.colour, options.output),
        everything=options.everything,
    )


def exit_code(report: Report, fail_on: str, exit_zero: bool) -> int:
    """2 for unreadable input, else 1 for a finding at or above the level that nobody has dismissed, else 0."""
    if report.problems:
        return 2
    if exit_zero or fail_on == NEVER:
        return 0
    level = GRAVITY.index(Verdict(fail_on))
    return int(any(GRAVITY.index(f.verdict) >= level and not f.dismissed for f in report.findings))
