"""Small things that several test modules share."""

from __future__ import annotations

from difflib import unified_diff

import pytest


def assert_same_text(recorded: str, now: str, name: str) -> None:
    """Fail with the differing lines, and nothing else, where `now` is not what was recorded under `name`."""
    if recorded != now:
        lines = unified_diff(recorded.splitlines(), now.splitlines(), f"recorded in {name}", "now", lineterm="")
        pytest.fail("\n".join(lines) or f"{name}: line ends differ", pytrace=False)
