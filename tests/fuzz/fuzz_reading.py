"""Coverage-guided fuzzing of every reader; needs atheris, is not part of the test run.

    pip install atheris
    python tests/fuzz/fuzz_reading.py [CORPUS_FOLDER] [-max_total_time=60]

The first byte of an input picks the file's name, the rest is its content. Anything raised is a fault.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[2]))

with atheris.instrument_imports(include=["reconcile"]):
    from reconcile.reading import ReadOptions, gather
    from reconcile.reading.dispatch import read_source
    from reconcile.reading.values import Source
    from tests.hostile.check import sound

ENDINGS = ("txt", "md", "json", "jsonl", "html", "xml", "rss", "csv", "tsv", "eml", "pdf", "docx", "zip", "gz", "warc")
LIMIT = 200_000


def one_input(data: bytes) -> None:
    """Read one input and check what holds of every reading."""
    if not data:
        return
    name = f"a.{ENDINGS[data[0] % len(ENDINGS)]}"
    reading = gather([read_source(Source(name, data[1:]), ReadOptions(max_bytes=LIMIT))])
    sound(reading, LIMIT)
    assert reading.articles or reading.problems


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
