"""`reconcile diff`: two versions of one article."""

from __future__ import annotations

from pathlib import Path

import click

from reconcile.cli import common
from reconcile.cli.config import configured
from reconcile.comparing.versions import Sort, Version, compare_versions
from reconcile.errors import Problem, UsageError
from reconcile.model.claim import Kind
from reconcile.pipeline import claims_of, take_in
from reconcile.reporting.versions import as_json, as_text
from reconcile.settings import Settings


@click.command("diff")
@click.argument("old", type=click.Path(exists=True, dir_okay=False))
@click.argument("new", type=click.Path(exists=True, dir_okay=False))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@common.kinds
@common.lexicon
@common.output
@configured
@click.pass_context
def command(
    ctx: click.Context,
    old: str,
    new: str,
    form: str,
    kinds: frozenset[Kind] | None,
    lexicon: tuple[Path, ...],
    output: Path | None,
) -> None:
    """Show what changed between two versions of one article, the files OLD and NEW, and whether a note says so.

    Exit codes: 0 nothing changed without a note, 1 something did, 2 wrong usage or unreadable input.
    """
    settings = common.settings(lexicon, kinds)
    (before, first), (after, second) = (_version(path, settings) for path in (old, new))
    problems = (*first, *second)
    changes = compare_versions(before, after)
    text = as_text(before, after, changes) if form == "text" else as_json(before, after, changes, problems)
    common.deliver(text, output)
    common.show_problems(problems)
    silent = any(c.sort is Sort.CHANGED and not c.noted for c in changes)
    ctx.exit(2 if problems else int(silent))


def _version(path: str, settings: Settings) -> tuple[Version, tuple[Problem, ...]]:
    """The one article in a file; raises UsageError where there is none, or more than one."""
    material = take_in([path], settings)
    if len(material.articles) != 1:
        found = "; ".join(str(p) for p in material.problems) or f"it holds {len(material.articles)}"
        raise UsageError(f"{path}: a version is a file with one article ({found})")
    return Version(material.articles[0], claims_of(material, settings)), material.problems
