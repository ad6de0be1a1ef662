"""Estimate the match weights from labelled dossiers: python tests/bench/estimate_weights.py [--write].

Candidate pairs of figures whose places both stand in a dossier are counted by the level of each comparison: m among
pairs that answer one question, u among those that do not. The estimate is log2 of the ratio of both shares, each
smoothed by half a pair. `--write` puts counts and estimate into reconcile/matching/weights.toml; the bits in use stay
a person's choice, for the comparisons are not independent and the dossiers few.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from reconcile.matching.clusters import candidate_pairs
from reconcile.matching.counterparts import counterparts
from reconcile.matching.levels import levels, waterfall
from reconcile.matching.quotations import utterances_of
from reconcile.matching.quoted import with_utterances
from reconcile.matching.surroundings import surroundings
from reconcile.matching.weights import weights
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "tests" / "quality" / name for name in ("dossiers", "wider")]
TABLE = ROOT / "reconcile" / "matching" / "weights.toml"

Level = tuple[str, str]


def main() -> None:
    files = sorted(path for folder in FOLDERS for path in folder.glob("*.json"))
    matched, other, pairs = count(json.loads(p.read_text(encoding="utf-8")) for p in files)
    print(f"{pairs[True]} pairs that answer one question, {pairs[False]} that do not")
    for level, used in sorted(weights().levels.items()):
        m, u = matched[level], other[level]
        counted = f"m {m:5} u {u:6} estimate {estimate(m, u, pairs):6.2f}"
        print(f"{level[0]:11} {level[1]:14} {counted}  in use {used.bits:6.2f}")
    if "--write" in sys.argv[1:]:
        TABLE.write_text(with_evidence(TABLE.read_text(encoding="utf-8"), matched, other, pairs), encoding="utf-8")


def count(dossiers: Iterator[dict[str, Any]]) -> tuple[Counter[Level], Counter[Level], Counter[bool]]:
    """How often each level occurs among matching and other pairs, and how many pairs there are of both."""
    matched: Counter[Level] = Counter()
    other: Counter[Level] = Counter()
    pairs: Counter[bool] = Counter()
    for dossier in dossiers:
        for same, found in labelled_pairs(dossier):
            pairs[same] += 1
            (matched if same else other).update(found.items())
    return matched, other, pairs


def labelled_pairs(dossier: dict[str, Any]) -> Iterator[tuple[bool, dict[str, str]]]:
    """The levels of each candidate pair whose figures are both labelled, and whether they answer one question."""
    articles = {
        a["id"]: Article(a["id"], body=a["body"], headline=a["headline"], source=a["source"], published=a["published"])
        for a in dossier["articles"]
    }
    read = extract_claims(list(articles.values()))
    claims = with_utterances(read, articles, utterances_of(read))
    figures = [c for c in claims if c.kind is Kind.FIGURE]
    around = surroundings(figures)
    label = {c.id: name for c in figures if (name := label_of(c, dossier, articles))}
    together = {frozenset(pair) for group in dossier["groups"] for pair in combinations(group["claims"], 2)}
    totals = {(a, b): waterfall(figures[a], figures[b], around, weights()).total for a, b in candidate_pairs(figures)}
    ties = set(counterparts(figures, totals, weights().threshold, around))
    for a, b in totals:
        one, two = figures[a], figures[b]
        if one.id in label and two.id in label and label[one.id] != label[two.id]:
            tie = {"counterpart": "one-number"} if (a, b) in ties else {}
            yield frozenset((label[one.id], label[two.id])) in together, levels(one, two, around) | tie


def label_of(claim: Claim, dossier: dict[str, Any], articles: dict[str, Article]) -> str | None:
    """The labelled figure that the claim overlaps."""
    span = claim.mention.span
    for label in dossier["claims"]:
        if label["article"] == span.article and label["part"] == span.part:
            start = nth(articles[span.article].part(span.part), label["text"], label.get("occurrence", 1))
            if start < span.end and span.start < start + len(label["text"]):
                return str(label["id"])
    return None


def nth(text: str, words: str, number: int) -> int:
    """Where `words` stand in `text` for the given time, counted from 1."""
    at = -1
    for _ in range(number):
        at = text.index(words, at + 1)
    return at


def estimate(m: int, u: int, pairs: Counter[bool]) -> float:
    return math.log2(((m + 0.5) / (pairs[True] + 1)) / ((u + 0.5) / (pairs[False] + 1)))


def with_evidence(table: str, matched: Counter[Level], other: Counter[Level], pairs: Counter[bool]) -> str:
    """The table with counts and estimate of each level written anew after its bits."""
    table = re.sub(r"^(?:m|u|estimate) *= .*\n", "", table, flags=re.MULTILINE)

    def filled(found: re.Match[str]) -> str:
        level = found["comparison"], found["level"]
        m, u = matched[level], other[level]
        return f"{found[0]}m          = {m}\nu          = {u}\nestimate   = {estimate(m, u, pairs):.2f}\n"

    entry = r'comparison = "(?P<comparison>[^"]+)"\nlevel +=\s"(?P<level>[^"]+)"\nwords +=.*\nbits +=.*\n'
    return re.sub(entry, filled, table)


if __name__ == "__main__":
    main()
