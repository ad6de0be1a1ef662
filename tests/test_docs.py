"""README and docs tell the truth: their Python blocks run, their commands print what stands there, their links lead.

A block's output stands in the ```text block that follows it. Commands that call `reconcile` are run, but not the
set-up of an environment before it: .ci/run does that. `pytest tests/test_docs.py --record` writes the outputs anew.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from tests.helpers import assert_same_text

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "fixtures" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
SET_UP = re.compile(r"^(?:\$ )?(?:.*&& \.venv/bin/(?=reconcile))?")
COMMAND = re.compile(r"(?:^|\| )reconcile ")


@frozen
class Block:
    """A fenced block; `output` is the span of the text block right after it, None where there is none."""

    language: str
    code: str
    line: int
    output: tuple[int, int] | None


def blocks(text: str) -> list[Block]:
    found = list(BLOCK.finditer(text))
    result = []
    for at, match in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        near = following and following[1] == "text" and not text[match.end() : following.start()].strip()
        output = following.span(2) if following and near else None
        result.append(Block(match[1], match[2], text.count("\n", 0, match.start()) + 1, output))
    return result


def run_python(code: str, names: dict[str, object], where: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, where, "exec"), names)
    return printed.getvalue()


def run_commands(block: Block, folder: Path) -> str | None:
    """What the block's reconcile commands print, None where it has none; other commands are not run."""
    shim = folder / "bin" / "reconcile"
    shim.parent.mkdir(exist_ok=True)
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m reconcile "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    path = f"{shim.parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    printed = None
    for line in block.code.splitlines():
        command = SET_UP.sub("", line)
        if not COMMAND.search(command):
            continue
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        # Where the page shows no output the files may be the reader's own; the options must exist all the same.
        fault = "Usage:" in done.stderr or (block.output and done.returncode not in (0, 1))
        assert not fault, f"{command}\n{done.stderr}"
        printed = (printed or "") + done.stdout
    return printed


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_blocks_do_what_the_page_says(
    page: Path, record: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Pages are written as from the root of a clone, but may write files: they work on links to it.
    for entry in ("fixtures", "README.md"):
        (tmp_path / entry).symlink_to(ROOT / entry)
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    names: dict[str, object] = {"__name__": "__main__"}
    changes: list[tuple[tuple[int, int], str]] = []
    for block in blocks(text):
        where = f"{page.name}:{block.line}"
        if block.language == "python":
            printed: str | None = run_python(block.code, names, where)
        elif block.language == "console":
            printed = run_commands(block, tmp_path)
        else:
            continue
        if block.output is None or printed is None:
            assert not (printed and block.language == "python"), f"{where} prints what the page does not show"
            continue
        shown = text[slice(*block.output)]
        now = "".join(f"{line.rstrip()}\n" for line in printed.rstrip().splitlines())
        if record:
            changes.append((block.output, now))
        else:
            assert_same_text(shown, now, where)
    for (start, end), now in reversed(changes):
        text = text[:start] + now + text[end:]
    if record:
        page.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_the_readme_shows_the_main_job_and_how_to_run_the_tests() -> None:
    found = blocks((ROOT / "README.md").read_text(encoding="utf-8"))
    lines = [line for block in found if block.language == "console" for line in block.code.splitlines()]
    assert any(re.fullmatch(r"python3 -m venv .* && \.venv/bin/reconcile report \S+", line) for line in lines)
    assert any(re.fullmatch(r"python3 -m venv .* && \.venv/bin/pytest", line) for line in lines)
    assert any(block.language == "console" and "reconcile report" in block.code and block.output for block in found)


def keys_of(schema: object) -> Iterator[str]:
    """Every property that a JSON Schema names, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from keys_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from keys_of(part)


def test_every_key_of_the_output_is_described() -> None:
    page = (ROOT / "docs" / "reference" / "format.md").read_text(encoding="utf-8")
    schema = json.loads((ROOT / "reconcile" / "reporting" / "report.schema.json").read_text(encoding="utf-8"))
    assert "waterfalls" in set(keys_of(schema))
    assert set(keys_of(schema)) - set(re.findall(r"`(\w+)`", page)) == set()
