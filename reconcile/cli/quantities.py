"""`reconcile quantities`: every quantity in lines of text, one line in, one line out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import click
from attrs import frozen

from reconcile.cli.common import deliver
from reconcile.language.quantities import as_dict, find_quantities
from reconcile.reporting.contract import to_json
from reconcile.reporting.numbers import plain
from reconcile.reporting.safe import safe


@frozen
class Line:
    """One line of input: its text, or what is wrong with it."""

    number: int
    text: str = ""
    fault: str = ""


@click.command("quantities")
@click.argument("file", type=click.File("rb"))
@click.option("--format", "form", type=click.Choice(["jsonl", "table"]), default="jsonl", show_default=True)
@click.pass_context
def command(ctx: click.Context, file: BinaryIO, form: str) -> None:
    """List every quantity in each line of FILE (- for standard input).

    A line is plain text, or, where the first line is a JSON object, an object with a "text". Every line gives one
    line: {"text": ..., "quantities": [...]}.
    """
    faults, name = 0, safe(str(getattr(file, "name", "-")))
    for line in lines(file):
        if line.fault:
            faults += 1
            click.echo(f"reconcile: {name}:{line.number}: {line.fault}", err=True)
        deliver(_as_json(line) if form == "jsonl" else _as_rows(line), None)
    ctx.exit(2 if faults else 0)


def lines(file: Iterable[bytes]) -> Iterator[Line]:
    """Every line of `file` as it comes; blank lines between JSON objects are passed over."""
    objects: bool | None = None
    for number, raw in enumerate(file, 1):
        text = raw.decode("utf-8-sig" if number == 1 else "utf-8", "replace").rstrip("\r\n")
        if objects is None and text.strip():
            objects = isinstance(_parsed(text), dict)
        if not objects:
            yield Line(number, text)
        elif text.strip():
            yield _from_object(number, text)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _from_object(number: int, text: str) -> Line:
    item = _parsed(text)
    if isinstance(item, dict) and isinstance(item.get("text"), str):
        return Line(number, item["text"])
    return Line(number, fault='not a JSON object with a "text"')


def _as_json(line: Line) -> str:
    found = [as_dict(m) for m in find_quantities(line.text)]
    return to_json(
        {"text": line.text, "quantities": found, **({"fault": line.fault} if line.fault else {})}, indent=None
    )


def _as_rows(line: Line) -> str:
    rows = []
    for mention in find_quantities(line.text):
        value = mention.quantity
        bounds = plain(value.low) if value.low == value.high else f"{plain(value.low)} to {plain(value.high)}"
        named = f"{value.hedge:<10} {value.unit or '':<12} {safe(value.counted or '')}"
        rows.append(f"{line.number:>5}  {safe(mention.text):<32} {bounds:>20}  {named}")
    return "".join(f"{row.rstrip()}\n" for row in rows)
