"""`reconcile claims`: every claim found, compared or not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from reconcile.cli import common
from reconcile.cli.config import configured
from reconcile.model.claim import Kind
from reconcile.model.finding import Results
from reconcile.pipeline import claims_of
from reconcile.reporting import claims
from reconcile.reporting.rows import to_csv

MACHINE: dict[str, Callable[[Results], str]] = {
    "json": claims.to_json_list,
    "jsonl": claims.to_jsonl,
    "csv": to_csv,
}


@click.command("claims")
@common.paths
@click.option("--format", "form", type=click.Choice(["table", *MACHINE]), default="table", show_default=True)
@common.kinds
@common.lexicon
@common.width
@common.output
@configured
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: str,
    kinds: frozenset[Kind] | None,
    lexicon: tuple[Path, ...],
    width: int | None,
    output: Path | None,
) -> None:
    """List every claim found in articles, with its place and how it is said."""
    settings = common.settings(lexicon, kinds)
    material = common.take_in(paths, settings)
    results = Results(material.articles, claims_of(material, settings), (), problems=material.problems)
    if form == "table":
        common.deliver(claims.to_table(results, width=common.columns(width, output)), output)
    else:
        common.deliver(MACHINE[form](results), output)
    common.show_problems(results.problems, results.articles)
    ctx.exit(2 if results.problems else 0)
