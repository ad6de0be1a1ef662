"""`reconcile lexicon`: looking after the language tables."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.lexicon_check import check


@click.group("lexicon")
def command() -> None:
    """Look after the language tables."""


@command.command("check")
@click.argument(
    "folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="[DIR]"
)
@click.pass_context
def check_command(ctx: click.Context, folder: Path | None) -> None:
    """Run every example and counter-example of the built-in tables and of the house tables in DIR."""
    failures = check(() if folder is None else (folder,))
    for failure in failures:
        click.echo(failure)
    click.echo(f"{len(failures)} examples fail." if failures else "Every example holds.")
    ctx.exit(1 if failures else 0)
