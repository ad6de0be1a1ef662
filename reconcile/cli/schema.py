"""`reconcile schema`: the JSON Schema of the JSON report."""

from __future__ import annotations

import click

from reconcile.reporting.schema import schema_text


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of `reconcile report --format json`."""
    click.echo(schema_text(), nl=False)
