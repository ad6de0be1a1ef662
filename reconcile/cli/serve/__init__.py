"""`reconcile serve`: the page on this machine, with buttons to decide on findings."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from reconcile.cli import common
from reconcile.cli.config import configured
from reconcile.cli.serve.http import Server
from reconcile.cli.serve.site import Site
from reconcile.errors import UsageError
from reconcile.model.claim import Kind
from reconcile.report import Report

FILE = ".reconcile-decisions.jsonl"  # hidden, so that a folder of articles is not read with it
HERE = "127.0.0.1"


@click.command("serve")
@common.paths
@click.option("--host", default=HERE, show_default=True, help="Address to listen on; others can read what it shows.")
@click.option("--port", type=click.IntRange(0, 65535), default=8700, show_default=True, help="0 takes any free one.")
@click.option("--by", default="", metavar="NAME", help="Name to sign decisions with.")
@click.option("--open", "opened", is_flag=True, help="Open the page in a browser.")
@common.decisions
@common.kinds
@common.lexicon
@common.best
@configured
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    host: str,
    port: int,
    by: str,
    opened: bool,
    decisions: Path | None,
    kinds: frozenset[Kind] | None,
    lexicon: tuple[Path, ...],
) -> None:
    """Show the report as a page on this machine, anew whenever the articles change, and record decisions.

    Decisions go to --decisions FILE, else to .reconcile-decisions.jsonl in the folder of the first PATH;
    `reconcile report --decisions` applies them. Ctrl-C ends it.
    """
    if "-" in paths:
        raise click.UsageError("standard input can be read only once; give files or folders")
    settings = common.settings(lexicon, kinds)

    def report() -> Report:
        with ctx.scope(cleanup=False):  # requests come in threads of their own
            return common.reconciled(paths, settings)

    site = Site(paths, decisions or beside(paths), by, report)
    site.page()
    try:
        server = Server(host, port, site)
    except OSError as error:
        raise UsageError(f"{host}:{port} cannot be used: {error.strerror or error}; choose another --port") from error
    try:
        with server:
            click.echo(f"Showing {server.url} (Ctrl-C ends it); decisions go to {site.file}")
            if opened:
                webbrowser.open(server.url)
            server.serve_forever()
    except KeyboardInterrupt:
        click.echo("Stopped.")


def beside(paths: tuple[str, ...]) -> Path:
    """The decisions file beside the articles: in the first folder, or where the first file is, else right here."""
    for path in map(Path, paths):
        if path.is_dir():
            return path / FILE
        if path.exists():
            return path.parent / FILE
    return Path(FILE)
