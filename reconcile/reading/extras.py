"""Loading what is installed only when asked for, as an extra of the distribution."""

from __future__ import annotations

import logging
from importlib import import_module
from typing import Any

from reconcile.reading.values import UnreadableError


def load_extra(module: str, extra: str) -> Any:
    """The module; raises UnreadableError with what to install where it is missing."""
    logging.getLogger(module.partition(".")[0]).setLevel(logging.CRITICAL)  # faults in files are told as problems
    try:
        return import_module(module)
    except ImportError:
        raise UnreadableError(f"needs an extra to be read: pip install 'reconcile-news[{extra}]'") from None
