"""Showing a page in the browser; imported only where that is asked for, for start-up's sake."""

from __future__ import annotations

import tempfile
import webbrowser
from pathlib import Path


def page_file() -> Path:
    """Where a page that is only to be opened is kept: in a new folder among the temporary files."""
    return Path(tempfile.mkdtemp(prefix="reconcile-")) / "report.html"


def show(page: Path) -> None:
    """Open the page in the browser of the system."""
    webbrowser.open(page.resolve().as_uri())
