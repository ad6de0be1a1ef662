"""Many incidents read as one heap, against one run an incident: the time it takes and what it costs in right figures.

    python tests/bench/heap.py INCIDENTS.jsonl

One incident a line: {"incident": id, "killed": number, "injured": number, "articles": [{"id", "headline", "body",
"source", "published"}]}. The file is not part of the project.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from reconcile import Settings, reconcile
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.finding import Finding
from reconcile.model.text import Article

MEASURES = ("killed", "injured")
FIGURES = Settings(kinds=frozenset({Kind.FIGURE}))


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) == 2 else None
    if path is None or not path.is_file():
        sys.exit("skipped: name a file of incidents, one JSON object a line")
    incidents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    alone, alone_time = timed(lambda: one_by_one(incidents))
    heaped, heaped_time = timed(lambda: as_one_heap(incidents))
    print(f"{len(incidents)} incidents, {sum(len(i['articles']) for i in incidents)} articles")
    print(f"CPU-seconds: {alone_time:.1f} one run an incident, {heaped_time:.1f} in one heap")
    for measure in MEASURES:
        one, two = (share_right(incidents, answers, measure) for answers in (alone, heaped))
        print(f"{measure}: {one:.1f} % right one by one, {two:.1f} % in one heap ({two - one:+.1f} points)")


def timed(work: Any) -> tuple[dict[str, dict[str, Decimal]], float]:
    start = time.process_time()
    return work(), time.process_time() - start


def one_by_one(incidents: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Decimal]]:
    found = {}
    for incident in incidents:
        results = reconcile({a.id: a for a in articles_of(incident)}.values(), FIGURES)
        found[incident["incident"]] = answers(results.findings, results.claims)
    return found


def as_one_heap(incidents: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Decimal]]:
    """All articles in one run; a finding belongs to the incident of most of its claims."""
    home = {a.id: i["incident"] for i in reversed(list(incidents)) for a in articles_of(i)}
    results = reconcile({a.id: a for i in incidents for a in articles_of(i)}.values(), FIGURES)
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in results.findings:
        votes = Counter(home[c.mention.span.article] for c in finding.claims)
        findings[votes.most_common(1)[0][0]].append(finding)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in results.claims:
        claims[home[claim.mention.span.article]].append(claim)
    return {i["incident"]: answers(findings[i["incident"]], claims[i["incident"]]) for i in incidents}


def articles_of(incident: Mapping[str, Any]) -> Iterator[Article]:
    for a in incident["articles"]:
        when = a["published"] or None
        yield Article(a["id"], body=a["body"], headline=a["headline"], source=a["source"], published=when)


def answers(findings: Iterable[Finding], claims: Iterable[Claim]) -> dict[str, Decimal]:
    """By measure, the best figure of the widest finding; where none is found, that of the first whole claim."""
    best: dict[str, tuple[int, Decimal]] = {}
    for finding in findings:
        whole = [c for c in finding.claims if counts_all(c)]
        if finding.measure in MEASURES and whole and finding.best and finding.best.best is not None:
            best[finding.measure] = max(best.get(finding.measure, (0, Decimal(0))), (len(whole), finding.best.best))
    found = {measure: value for measure, (_, value) in best.items()}
    for claim in claims:
        if claim.kind is Kind.FIGURE and claim.measure in MEASURES and counts_all(claim):
            found.setdefault(claim.measure, claim.quantity.value)
    return found


def counts_all(claim: Claim) -> bool:
    return claim.scope is Scope.WHOLE and claim.status is Status.STATED and claim.frame.main


def share_right(
    incidents: Iterable[Mapping[str, Any]], found: Mapping[str, Mapping[str, Decimal]], measure: str
) -> float:
    """Per cent of the incidents whose count is right; none found counts as nobody."""
    right: list[bool] = [found[i["incident"]].get(measure, Decimal(0)) == i[measure] for i in incidents]
    return 100 * sum(right) / len(right)


if __name__ == "__main__":
    main()
