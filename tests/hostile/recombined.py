"""Stories nobody would write: sentences of the labelled stories with numbers, dashes and foreign stretches put in.

Real text brings numbers together in ways that no example foresees; whatever is put together here must be read, matched
and compared without a fault. `python tests/fuzz/fuzz_stories.py` makes as many as one has time for.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from reconcile.model.text import Article

_STORIES = Path(__file__).parents[1] / "quality"
_NUMBERS = (
    "half a dozen",
    "1.5 million",
    "two thirds",
    "-4",
    "0",
    "26",
    "1 hundred",
    "dozens",
    "millions of dollars",
    "a",
    "one in ten",
    "$3-5 billion",
    "12.30",
    "2024",
    "31 June",
    "May 2026",
    "50%",
    "half a",
    "3½",
    "1,2 million",
    "7-9",
    "zero",
    "no",
    "1e5",
    "999999999999999999999",
    "0.0000001",
    "½",
    "²",
    "٣",
    "1/0",
    "0/5",
    "a third",
    "tens of thousands",
    "Monday",
    "last week",
    "July 8",
    "300 rupees",
    "€40m",
    "signed up to",
)
_JOINTS = (
    "—",
    "-",
    "to",
    "and",
    "or",
    ",",
    "(",
    ")",
    "of",
    "per",
    "“",
    "”",
    '"',
    "'",
    "from",
    "between",
    "not",
    "up to",
)
_SENTENCES = 14  # a story is told with so many sentences, so that its articles have some in common


@cache
def _sentences() -> tuple[str, ...]:
    files = sorted(_STORIES.glob("*/*.json"))
    bodies = [a["body"] for f in files for a in json.loads(f.read_text(encoding="utf-8"))["articles"]]
    return tuple(s for body in bodies for s in re.split(r"(?<=[.!?])\s+", body) if len(s) < 400)


def stories(seed: int, count: int) -> Iterator[list[Article]]:
    """So many stories of three articles each, always the same for a seed."""
    chance = random.Random(seed)
    for _ in range(count):
        pool = [chance.choice(_sentences()) for _ in range(_SENTENCES)]
        yield [_article(f"a{n}", pool, chance) for n in range(3)]


def _article(name: str, pool: list[str], chance: random.Random) -> Article:
    paragraphs = [
        " ".join(_spoilt(chance.choice(pool), chance) for _ in range(chance.randint(1, 4)))
        for _ in range(chance.randint(2, 4))
    ]
    day = chance.choice([None, f"2026-03-0{chance.randint(1, 9)}T10:00:00Z"])
    headline = _spoilt(chance.choice(pool), chance)[:100]
    return Article(name, headline=headline, body="\n\n".join(paragraphs), source=f"source {name}", published=day)


def _spoilt(sentence: str, chance: random.Random) -> str:
    words = sentence.split(" ")
    for _ in range(chance.randint(0, 4)):
        at, kind = chance.randrange(len(words)), chance.random()
        if kind < 0.55:
            words[at : at + (kind < 0.35)] = [chance.choice(_NUMBERS)]
        elif kind < 0.7 and len(words) > 1:
            del words[at]
        elif kind < 0.85:
            words.insert(at, chance.choice(_JOINTS))
        else:
            other = chance.choice(_sentences()).split(" ")
            start = chance.randrange(len(other))
            words[at:at] = other[start : start + chance.randint(1, 6)]
    return " ".join(words)
