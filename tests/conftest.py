"""What all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# No test fails by the clock; in CI the same examples are tried every time, elsewhere new ones.
settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--record",
        action="store_true",
        help="write golden reports, outputs in the documents and raised quality floors anew instead of comparing them",
    )


@pytest.fixture
def record(request: pytest.FixtureRequest) -> bool:
    """True where the caller asked to record what the tool gives now as what it should give."""
    return bool(request.config.getoption("--record"))
