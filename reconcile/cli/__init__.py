"""The command `reconcile`. Each subcommand is a module of its own, loaded when it is called."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from reconcile import __version__
from reconcile.errors import ReconcileError

# What `reconcile --help` says of each subcommand; the module of the same name holds it as `command`.
COMMANDS = {
    "report": "Read articles and report the figures they disagree about.",
    "serve": "Show the report as a local page and record decisions.",
    "claims": "List every claim found in articles.",
    "quantities": "List every quantity in lines of text.",
    "diff": "Show what changed between two versions of one article, and whether a note says so.",
    "explain": "Show why the claims of one finding were matched, and what decided its verdict.",
    "lexicon": "Look after the language tables.",
    "schema": "Print the JSON Schema of the JSON report.",
}
INTERRUPTED, BROKEN_PIPE = 130, 141
_COLLECT_AFTER = 200_000  # new objects; what is read and found holds hardly a cycle, and looking for some takes time


class Subcommands(click.Group):
    """A group that knows its commands by name and imports one only to run it or to show its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"reconcile.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and os.path.exists(args[0]):  # noqa: PTH110 - never raises
            raise click.UsageError("No command is named. To compare articles: reconcile report FILE...", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # The reader has gone; nothing more may be written, not even when Python closes the stream.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(BROKEN_PIPE)


@click.group(cls=Subcommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reconcile")
def group() -> None:
    """Find the figures that several articles on one event disagree about, and say why.

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or unreadable input.
    """


def main() -> NoReturn:
    """Run the command line; every fault ends in a message and an exit code, never in a traceback."""
    gc.set_threshold(_COLLECT_AFTER)
    try:
        code = group.main(prog_name="reconcile", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except ReconcileError as error:
        click.echo(f"reconcile: {error}", err=True)
        code = 2
    except Exception as error:
        if os.environ.get("RECONCILE_DEBUG"):
            raise
        message = f"reconcile: unexpected fault, {type(error).__name__}: {error} (RECONCILE_DEBUG=1 shows where)"
        click.echo(message, err=True)
        code = 2
    sys.exit(code if isinstance(code, int) else 0)
