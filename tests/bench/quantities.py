"""How fast quantities are read, beside two floors measured in the same run: python tests/bench/quantities.py [FILE...].

Prints megabytes of news per CPU-second for splitting at spaces, for one pattern of digits, and for the scanner, and
how its cost grows when the text doubles (2.0 is linear). Without files it reads the stories in fixtures/.
"""

from __future__ import annotations

import itertools
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from reconcile.language.quantities import find_quantities

FIXTURES = Path(__file__).parents[2] / "fixtures"
NUMBER = re.compile(r"[$€£]?\d[\d.,]*\s?(?:%|[A-Za-z]+)?")
SIZE = 1_000_000
RUNS = 3


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
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
    texts = stories(sys.argv[1:])
    megabytes = sum(len(t.encode()) for t in texts) / 1e6
    find_quantities("12 people")  # the tables are loaded once
    rates = {}
    for name, read in (("str.split", str.split), ("one pattern", NUMBER.findall), ("quantities", find_quantities)):
        rates[name] = megabytes / seconds(read, texts)
        print(f"{name:12} {rates[name]:9.2f} MB per CPU-second")
    print(
        f"str.split is {rates['str.split'] / rates['quantities']:.0f} times as fast, "
        f"one pattern {rates['one pattern'] / rates['quantities']:.0f} times"
    )
    joined = "\n\n".join(texts)[:SIZE]
    parts = [joined[: len(joined) // 4], joined[: len(joined) // 2], joined]
    costs = [seconds(find_quantities, [part]) for part in parts]
    print("cost of doubling the text: " + ", ".join(f"{b / a:.2f}" for a, b in itertools.pairwise(costs)))


if __name__ == "__main__":
    main()
