"""What all tests share."""

from __future__ import annotations

import pytest


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
