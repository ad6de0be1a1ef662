"""What several subcommands share: their options, reading articles, writing the answer."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from reconcile import pipeline
from reconcile.cli.progress import Counter
from reconcile.errors import Problem
from reconcile.model.claim import Kind
from reconcile.model.finding import BestRule
from reconcile.model.text import Article
from reconcile.reading import ReadOptions
from reconcile.report import Report
from reconcile.reporting.files import write_whole
from reconcile.reporting.safe import safe
from reconcile.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])
WIDTH_OF_FILES = 100


def _kinds(ctx: click.Context, param: click.Parameter, value: str | None) -> frozenset[Kind] | None:
    """The kinds named in a comma-separated list; None where the option was not given."""
    if value is None:
        return None
    names = {name.strip() for name in value.split(",")}
    if not names <= set(Kind):
        raise click.BadParameter(f"{value!r}: choose from {', '.join(Kind)}", ctx, param)
    return frozenset(Kind(name) for name in names)


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Put an option of reading where `read_articles` finds it; the subcommands need not know it."""
    if value is not None and param.name is not None:
        ctx.meta[f"{_READING}{param.name}"] = value


def _keep_rule(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Put the rule where `settings` finds it."""
    if value is not None:
        ctx.meta[_BEST] = value


_BEST = "reconcile.best"
_READING = "reconcile.reading."
_PATH_OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    click.option(
        "--text-column",
        metavar="NAME",
        expose_value=False,
        callback=_keep,
        help="Column (CSV) or key (JSON) that holds an article's text.",
    ),
    click.option(
        "--fetch",
        is_flag=True,
        expose_value=False,
        callback=_keep,
        help="Fetch a PATH that is an address (http, https); never done otherwise.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar="N",
        expose_value=False,
        callback=_keep,
        help="Processes that share the work; the result is the same for any number.",
    ),
)


def paths(command: Command) -> Command:
    """Give a subcommand its PATHs and the options of reading them."""
    for add in reversed(_PATH_OPTIONS):
        command = add(command)
    return command


lexicon = click.option(
    "--lexicon",
    "lexicon",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of house tables that add to or take from the built-in ones; may be given again.",
)
kinds = click.option(
    "--kind",
    "--kinds",
    "kinds",
    callback=_kinds,
    metavar="LIST",
    help="Kinds of claims to read, with commas: figure, date, quote, name.",
)
decisions = click.option(
    "--decisions",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Decisions about findings, one a line; what was dismissed fails nothing until it changes.",
)
best = click.option(
    "--best",
    type=click.Choice([rule.value for rule in BestRule]),
    metavar="RULE",
    expose_value=False,
    callback=_keep_rule,
    help="How the best figure is chosen: origins, latest, authority, lowest, none.",
)
output = click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write to FILE, whole or not at all, instead of to standard output.",
)
width = click.option("--width", type=click.IntRange(min=40), metavar="N", help="Columns of text; the terminal's.")


def settings(lexicon: Sequence[Path], kinds: frozenset[Kind] | None) -> Settings:
    """The settings these options ask for."""
    meta = click.get_current_context().meta
    best = BestRule(meta.get(_BEST, BestRule.ORIGINS))
    read = frozenset(Kind) if kinds is None else kinds
    return Settings(tuple(lexicon), read, meta.get(f"{_READING}jobs", 1), best)


def take_in(paths: Sequence[str], settings: Settings) -> pipeline.Material:
    """The articles behind these paths ("-" is standard input) and what they say, with what could not be read."""
    meta = click.get_current_context().meta
    chosen = {key.removeprefix(_READING): value for key, value in meta.items() if key.startswith(_READING)}
    stdin = sys.stdin.buffer if "-" in paths else None
    return pipeline.take_in(paths, settings, ReadOptions(**chosen), stdin, Counter("read"))


def reconciled(paths: Sequence[str], settings: Settings) -> Report:
    """The report on the articles behind these paths."""
    return Report.of(pipeline.compare_all(take_in(paths, settings), settings, Counter("events compared")))


def show_problems(problems: Iterable[Problem], articles: Iterable[Article] = ()) -> None:
    """Name each unreadable input on standard error, and say once what would read the others better."""
    for problem in problems:
        click.echo(f"reconcile: {safe(str(problem))}", err=True)
    for hint in sorted({a.hint for a in articles if a.hint}):
        click.echo(f"reconcile: hint: {safe(hint)}", err=True)


def columns(wanted: int | None, output: Path | None) -> int:
    """Columns to write: as asked for, else the terminal's, else 100."""
    if wanted is not None:
        return wanted
    return shutil.get_terminal_size().columns if output is None and sys.stdout.isatty() else WIDTH_OF_FILES


def wants_colour(when: str, output: Path | None) -> bool:
    """Whether to colour: "always", "never", or "auto": on a terminal that shows it, unless NO_COLOR is set."""
    if when != "auto":
        return when == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return output is None and not plain and sys.stdout.isatty()


def deliver(text: str, output: Path | None) -> None:
    """Write the finished text as UTF-8 to the file or to standard output."""
    if output is not None:
        write_whole(output, text)
        return
    stream = sys.stdout.buffer
    stream.write(text.encode("utf-8", "replace"))
    stream.flush()
