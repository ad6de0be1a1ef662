"""How fast news is read, beside two floors measured in the same run: python tests/bench/speed.py [FILE...].

Prints megabytes of news per CPU-second for splitting at spaces, for one pattern of digits, for the quantities and for
the claims of all kinds, and how the cost of the last two grows when the text doubles (2.0 is linear). Without files
it reads the stories in fixtures/.
"""

from __future__ import annotations

import argparse
import itertools
import re
import time
from collections.abc import Callable
from pathlib import Path

from reconcile.claims.extract import extract
from reconcile.language.quantities import find_quantities
from reconcile.model.claim import Kind
from reconcile.model.text import Article

FIXTURES = Path(__file__).parents[2] / "fixtures"
NUMBER = re.compile(r"[$€£]?\d[\d.,]*\s?(?:%|[A-Za-z]+)?")
SIZE = 1_000_000
RUNS = 3
Read = Callable[[str], object]


def claims(text: str) -> object:
    """The claims of all kinds of an article with this body."""
    return extract(Article("story", body=text, published="2025-05-14"), frozenset(Kind))


FLOORS: dict[str, Read] = {"str.split": str.split, "one pattern": NUMBER.findall}
SCANS: dict[str, Read] = {"quantities": find_quantities, "claims": claims}


def seconds(read: Read, texts: list[str]) -> float:
    """The least CPU time of several runs over all texts."""
    best = float("inf")
    for _ in range(RUNS):
        begin = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - begin)
    return best


def stories(paths: list[str]) -> list[str]:
    """The texts, repeated until they make up a megabyte."""
    files = [Path(p) for p in paths] or sorted(FIXTURES.rglob("*.txt")) + sorted(FIXTURES.rglob("*.md"))
    texts = [f.read_text(encoding="utf-8") for f in files]
    size = sum(map(len, texts))
    return texts * max(1, SIZE // size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", metavar="FILE", help="texts to read")
    texts = stories(parser.parse_args().files)
    megabytes = sum(len(t.encode()) for t in texts) / 1e6
    rates = {}
    for name, read in (FLOORS | SCANS).items():
        read("12 people died on Monday.")  # the tables are loaded once
        rates[name] = megabytes / seconds(read, texts)
        print(f"{name:12} {rates[name]:9.2f} MB per CPU-second")
    for name, read in SCANS.items():
        slower = ", ".join(f"{floor} {rates[floor] / rates[name]:.0f} times as fast" for floor in FLOORS)
        joined = "\n\n".join(texts)[:SIZE]
        parts = [joined[: len(joined) // 4], joined[: len(joined) // 2], joined]
        costs = [seconds(read, [part]) for part in parts]
        doubling = ", ".join(f"{b / a:.2f}" for a, b in itertools.pairwise(costs))
        print(f"{name}: {slower}; cost of doubling the text: {doubling}")


if __name__ == "__main__":
    main()
