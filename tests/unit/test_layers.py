"""The one-way rule: a module imports only from folders to its left, from `model` and from `errors`."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "reconcile"
STAGES = ["reading", "language", "claims", "matching", "comparing", "reporting"]
ORDER = ["errors", "pool", "workers", "model", "settings", *STAGES]
FREE = {"__init__", "__main__", "cli", "lexicon_check", "pipeline", "report"}
# `reading` stands left of `language` but hands over articles only: neither imports the other.
APART = {("language", "reading"), ("claims", "reading"), ("matching", "reading"), ("comparing", "reading")}
# Folders inside a stage, each of which may ask those to its left.
INSIDE = {"claims": ["measuring", "people", "happenings", "notes"]}
OPTIONAL = {"trafilatura", "lxml", "feedparser", "pypdf", "warcio"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def stage_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(tree: ast.AST) -> list[str]:
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names += [f"{node.module}.{a.name}" for a in node.names]
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    here = stage_of(path)
    if here in FREE:
        return
    for name in imports(ast.parse(path.read_text(encoding="utf-8"))):
        if not name.startswith("reconcile."):
            continue
        there = name.split(".")[1]
        assert there in ORDER, f"{path.name} imports {name}"
        assert ORDER.index(there) <= ORDER.index(here), f"{path.name} imports {name}, to its right"
        assert (here, there) not in APART, f"{path.name} imports {name}"


@pytest.mark.parametrize("stage", INSIDE)
def test_folders_of_a_stage_import_one_way(stage: str) -> None:
    order = INSIDE[stage]
    for place, folder in enumerate(order):
        for path in (PACKAGE / stage / folder).glob("*.py"):
            for name in imports(ast.parse(path.read_text(encoding="utf-8"))):
                parts = name.split(".")
                if parts[:2] == ["reconcile", stage] and parts[2] in order:
                    assert order.index(parts[2]) <= place, f"{path.name} imports {name}, to its right"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_import_inside_a_function(path: Path) -> None:
    """Only optional extras are let through."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]:
        for name in imports(ast.Module(body=function.body, type_ignores=[])):
            assert name.split(".")[0] in OPTIONAL, f"{path.name}: {function.name} imports {name}"


def test_model_has_no_patterns_of_language_and_no_files() -> None:
    for path in (PACKAGE / "model").glob("*.py"):
        used = {n.split(".")[0] for n in imports(ast.parse(path.read_text(encoding="utf-8")))}
        assert not used & {"os", "pathlib", "io", "json", "tomllib", "rapidfuzz"}, path.name
