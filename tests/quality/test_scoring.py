"""The scorer itself: a report made from the gold scores full marks, an empty one none, a wrong one in between."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from tests.quality.scoring import VERDICTS, Data, dossiers, score

CASES = list(dossiers())
LOWER_IS_BETTER = {"extra_per_article", "traps_sprung", "quiet_alarms"}


def perfect_report(dossier: Data) -> Data:
    claims = [_claim(dossier, m, kind) for kind, key in KEYS for m in dossier.get(key, [])]
    groups = [
        ("figure", "claims", dossier["groups"]),
        ("date", "dates", dossier.get("date_groups", [])),
        ("quote", "quotes", dossier.get("quote_groups", [])),
    ]
    return {"claims": claims, "findings": [_finding(kind, g, g[key]) for kind, key, some in groups for g in some]}


KEYS = (("figure", "claims"), ("date", "dates"), ("quote", "quotes"))


def _claim(dossier: Data, mark: Data, kind: str) -> Data:
    article = next(a for a in dossier["articles"] if a["id"] == mark["article"])
    text = article["headline" if mark["part"] == "headline" else "body"]
    at = -1
    for _ in range(mark.get("occurrence", 1)):
        at = text.index(mark["text"], at + 1)
    return {**mark, "id": f"our-{mark['id']}", "kind": kind, "start": at, "end": at + len(mark["text"])}


def _finding(kind: str, group: Data, members: list[str]) -> Data:
    special = {frozenset(p): v for v, key in VERDICTS.items() for p in group.get(key, [])}
    relations: list[dict[str, Any]] = []
    for a, b in combinations(range(len(members)), 2):
        verdict = special.get(frozenset((members[a], members[b])), group.get("verdict", "agree"))
        relations.append({"a": a, "b": b, "verdict": verdict})
    given = {r["verdict"] for r in relations}
    gravest = next((v for v in ("conflict", "corrected", "altered", "updated") if v in given), "agree")
    sides = [{"claims": [f"our-{m}"]} for m in members]
    return {"kind": kind, "verdict": gravest, "sides": sides, "relations": relations}


def test_the_gold_itself_scores_full_marks() -> None:
    for name, value in score(CASES, perfect_report).rows().items():
        assert value == (0 if name in LOWER_IS_BETTER else 100), name


def test_an_empty_report_scores_nothing_and_raises_no_alarm() -> None:
    rows = score(CASES, lambda dossier: {"claims": [], "findings": []}).rows()
    assert set(rows.values()) == {0}


@pytest.mark.parametrize("dossier", CASES, ids=lambda d: d["name"])
def test_one_heap_of_conflicts_springs_every_trap_between_marks(dossier: Data) -> None:
    report = perfect_report(dossier)
    ids = [c["id"] for c in report["claims"] if c["kind"] == "figure"]
    relations = [{"a": a, "b": b, "verdict": "conflict"} for a, b in combinations(range(len(ids)), 2)]
    sides = [{"claims": [i]} for i in ids]
    report["findings"] = [{"kind": "figure", "verdict": "conflict", "sides": sides, "relations": relations}]
    rows = score([dossier], lambda _: report).rows()
    assert rows["traps_sprung"] == len(dossier["not_same"])
    assert rows["matching.recall"] == 100 or not dossier["groups"]
    assert rows["matching.precision"] < 100


def test_a_claim_outside_the_gold_is_extra_and_a_wrong_bound_costs_its_value() -> None:
    dossier = CASES[0]
    report = perfect_report(dossier)
    report["claims"][0]["low"] = -1
    report["claims"].append({**report["claims"][1], "id": "stray", "start": 0, "end": 1})
    rows = score([dossier], lambda _: report).rows()
    assert rows["extra_per_article"] == round(1 / len(dossier["articles"]), 2)
    assert rows["claims.value"] == round(100 * (1 - 1 / len(dossier["claims"])), 2)
    assert rows["claims.hedge"] == 100
