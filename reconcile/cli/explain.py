"""`reconcile explain`: the evidence behind one finding."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli import common
from reconcile.cli.config import configured
from reconcile.model.claim import Kind


@click.command("explain")
@click.argument("finding")
@common.paths
@common.kinds
@common.lexicon
@common.best
@common.width
@configured
@click.pass_context
def command(
    ctx: click.Context,
    finding: str,
    paths: tuple[str, ...],
    kinds: frozenset[Kind] | None,
    lexicon: tuple[Path, ...],
    width: int | None,
) -> None:
    """Show why the claims of FINDING were matched, and what decided its verdict.

    FINDING is the id that the report prints in brackets, or as much of it as tells it from all others.
    """
    settings = common.settings(lexicon, kinds)
    report = common.reconciled(paths, settings)
    common.show_problems(report.problems, report.articles)
    common.deliver(report.explain(finding, width=common.columns(width, None), settings=settings), None)
    ctx.exit(2 if report.problems else 0)
