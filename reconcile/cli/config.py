"""Options kept in a file: `reconcile.toml`, or `[tool.reconcile]` in a `pyproject.toml`.

Keys are the long names of options. At the top of the file they hold for every command that shares them, in a table
named after a command for that one only. What is given on the command line comes first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import frozen

from reconcile.errors import UsageError

Command = TypeVar("Command", bound=Callable[..., Any])
Values = Mapping[str, Any]
COMMANDS = ("report", "claims", "explain", "serve", "diff")
SHARED = ("lexicon", "kinds", "best", "text-column", "jobs", "width", "decisions")  # one meaning in every command
# A file found in a folder may not write files, open browsers or ports, or reach the network.
_NEVER = {"config", "no-config", "help", "output", "open", "fetch", "host", "port"}
_LARGEST = 1_000_000  # bytes


@frozen
class Table:
    """Keys and values of one table, and the file they come from."""

    path: Path
    name: str
    values: Values

    def fault(self, message: str) -> UsageError:
        return UsageError(f"{self.path}: {f'[{self.name}] ' if self.name else ''}{message}")


def configured(command: Command) -> Command:
    """Give a subcommand the options --config and --no-config; of both, the last one given holds."""
    for add in (
        click.option(
            "--no-config",
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_without,
            help="Take no options from a file.",
        ),
        click.option(
            "--config",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            is_eager=True,
            expose_value=False,
            callback=_with,
            metavar="FILE",
            help="Take options from FILE, not from reconcile.toml or pyproject.toml here or above.",
        ),
    ):
        command = add(command)
    return command


def _without(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta[__name__], ctx.default_map = True, None


def _with(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    if value is None and ctx.meta.get(__name__):
        return
    path = value or find(Path.cwd())
    if path is not None:
        ctx.default_map = defaults(ctx, load(path, asked=value is not None))


def find(folder: Path) -> Path | None:
    """The nearest file with options in this folder or one above; `reconcile.toml` goes before `pyproject.toml`."""
    for place in (folder, *folder.parents):
        if (own := place / "reconcile.toml").is_file():
            return own
        shared = place / "pyproject.toml"
        if shared.is_file() and "reconcile" in _tools(shared):
            return shared
    return None


def _tools(path: Path) -> Values:
    """The [tool] table of a pyproject.toml; one that is damaged is another tool's to complain about."""
    try:
        tools = _read(path).get("tool")
    except UsageError:
        return {}
    return tools if isinstance(tools, dict) else {}


def load(path: Path, *, asked: bool = False) -> Table:
    """The options in a file. Raises UsageError where it cannot be read or, `asked` for by name, holds none."""
    if path.name != "pyproject.toml":
        return Table(path, "", _read(path))
    values = _tools(path).get("reconcile")
    if not isinstance(values, dict):
        raise UsageError(f"{path} has no table [tool.reconcile]" if asked else f"{path}: [tool.reconcile] is no table")
    return Table(path, "", values)


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise UsageError(f"{path} is larger than {_LARGEST // 1_000_000} MB")
        return tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is not TOML: {error}") from error


def defaults(ctx: click.Context, top: Table) -> dict[str, Any]:
    """What the file says about this context's command, by parameter; every key of the file is checked."""
    own: dict[str, Any] = {}
    for name in COMMANDS:
        command = import_module(f"reconcile.cli.{name}").command
        assert isinstance(command, click.Command)
        options = dict(_options(command))
        shared = {key: value for key, value in top.values.items() if key in SHARED and key in options}
        given = {**_checked(ctx, Table(top.path, "", shared), options), **_checked(ctx, _table(top, name), options)}
        if name == ctx.command.name:
            own = given
    for key in top.values:
        if key not in (*SHARED, *COMMANDS):
            raise top.fault(_unknown(key, (*SHARED, *COMMANDS), top.values))
    return own


def _table(top: Table, name: str) -> Table:
    values = top.values.get(name, {})
    if not isinstance(values, dict):
        raise top.fault(f"{name} is a table: [{name}]")
    return Table(top.path, name, values)


def _options(command: click.Command) -> Iterator[tuple[str, click.Option]]:
    for param in command.params:
        for name in param.opts:
            if isinstance(param, click.Option) and name.startswith("--") and name[2:] not in _NEVER:
                yield name[2:], param


def _checked(ctx: click.Context, table: Table, options: Mapping[str, click.Option]) -> dict[str, Any]:
    """The values of a table by parameter, as they would be given on the command line."""
    found: dict[str, Any] = {}
    for key, value in table.values.items():
        if key not in options:
            raise table.fault(_unknown(key, options, table.values))
        option = options[key]
        found[str(option.name)] = given = _given(table, key, value, option)
        try:
            option.type_cast_value(ctx, given)
        except click.BadParameter as error:
            raise table.fault(f"{key}: {error.message}") from error
    return found


def _given(table: Table, key: str, value: object, option: click.Option) -> Any:
    """One value in the shape the option takes; paths are seen from the folder of the file."""
    items = value if isinstance(value, list) else [value]
    if option.is_flag:
        if not isinstance(value, bool):
            raise table.fault(f"{key} is true or false")
        return value
    if not all(isinstance(item, str) or type(item) is int for item in items):
        raise table.fault(f"{key} is text{', a number,' if key in ('jobs', 'width') else ''} or a list of texts")
    texts = [str(item) for item in items]
    if isinstance(option.type, click.Path):
        texts = [str(table.path.parent / text) for text in texts]
    if option.multiple:
        return texts
    if isinstance(value, list) and key not in ("kind", "kinds"):
        raise table.fault(f"{key} takes one value")
    return ",".join(texts)


def _unknown(key: str, known: Iterable[str], beside: Values) -> str:
    """What to say of a key nobody knows, with the nearest known one."""
    if key in _NEVER:
        return f"{key} is for the command line only"
    if key.replace("_", "-") not in known and key in {name for name, _ in _options(_report())}:
        return f"{key} belongs under [report]"
    near = get_close_matches(key.replace("_", "-"), [k for k in known if k not in beside], n=1)
    return f"unknown key {key!r}" + (f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(known)}")


def _report() -> click.Command:
    command = import_module("reconcile.cli.report").command
    assert isinstance(command, click.Command)
    return command
