"""How well a report fits a dossier's gold labels: claims, matching, verdicts, findings, traps.

A dossier is a JSON file in `dossiers/`: invented articles, every figure, date and quotation in them marked, and
groups of marks that answer one question, with the pairs that conflict, update or correct each other.
Our claims are laid over the marks by article, part and overlap of spans, one to one, best overlap first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

from attrs import define, field, frozen

Data = dict[str, Any]
Pair = frozenset[str]
Place = tuple[str, str, int, int]

DOSSIERS = Path(__file__).parent / "dossiers"
VERDICTS = {"conflict": "conflicts", "updated": "updates", "corrected": "corrections"}
ALARMS = {"conflict", "corrected"}
# Report kind, the dossier's keys for marks and groups, a group's key for its members, verdicts that raise an alarm.
LEVELS = (
    ("figure", "claims", "groups", "claims", ALARMS),
    ("date", "dates", "date_groups", "dates", ALARMS),
    ("quote", "quotes", "quote_groups", "quotes", ALARMS | {"altered"}),
)
# Hedges that differ only in strictness count as one.
HEDGE_CLASS = {"more_than": "at_least", "less_than": "at_most", "almost": "about"}


@define
class Rates:
    """Counts behind precision and recall. `right` are our items that hold, where it is not simply `hit`."""

    hit: int = 0
    gold: int = 0
    ours: int = 0
    right: int = 0

    def add(self, gold: set[Pair], ours: set[Pair]) -> None:
        self.hit += len(gold & ours)
        self.right += len(gold & ours)
        self.gold += len(gold)
        self.ours += len(ours)

    def rows(self, name: str) -> dict[str, float]:
        """Percentages; a class without any case, gold or ours, is left out."""
        if not self.gold and not self.ours:
            return {}
        precision, recall = _percent(self.right, self.ours), _percent(self.hit, self.gold)
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {f"{name}.precision": precision, f"{name}.recall": recall, f"{name}.f1": f1}


@define
class Score:
    """Sums over all dossiers scored so far."""

    marked: int = 0
    found: int = 0
    values: int = 0
    hedges: int = 0
    extra: int = 0
    articles: int = 0
    sprung: int = 0
    quiet_alarms: int = 0
    matching: Rates = field(factory=Rates)
    verdicts: dict[str, Rates] = field(factory=lambda: {v: Rates() for v in VERDICTS})
    findings: dict[str, Rates] = field(factory=lambda: {kind: Rates() for kind, *_ in LEVELS})

    def rows(self) -> dict[str, float]:
        """All measures by name. Higher is better, but for `extra_per_article`, `traps_sprung`, `quiet_alarms`."""
        rows = {
            "claims.recall": _percent(self.found, self.marked),
            "claims.value": _percent(self.values, self.found),
            "claims.hedge": _percent(self.hedges, self.found),
            **self.matching.rows("matching"),
        }
        for verdict, rates in self.verdicts.items():
            rows |= rates.rows(verdict)
        for kind, rates in self.findings.items():
            rows |= rates.rows(f"findings.{kind}")
        rows["extra_per_article"] = self.extra / max(1, self.articles)
        rows |= {"traps_sprung": self.sprung, "quiet_alarms": self.quiet_alarms}
        return {name: round(value, 2) for name, value in rows.items()}


def dossiers(folder: Path = DOSSIERS) -> Iterator[Data]:
    """The dossiers of a folder, in the order of their names."""
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def score(cases: Iterable[Data], report_of: Callable[[Data], Data]) -> Score:
    """Score the report (contract, format 1) that `report_of` gives for each dossier."""
    total = Score()
    for dossier in cases:
        _Case.of(dossier, report_of(dossier)).add_to(total)
    return total


@frozen
class _Case:
    """One dossier and the report on it. `laid` maps gold ids to our claims' ids, for each kind."""

    dossier: Data
    report: Data
    laid: dict[str, dict[str, str]]
    verdicts: dict[Pair, str]

    @classmethod
    def of(cls, dossier: Data, report: Data) -> _Case:
        articles = {a["id"]: a for a in dossier["articles"]}
        laid = {}
        for kind, marks, *_ in LEVELS:
            gold = {m["id"]: _place(articles[m["article"]], m) for m in dossier.get(marks, [])}
            ours = {c["id"]: _place_of_claim(c) for c in report["claims"] if c["kind"] == kind}
            laid[kind] = _lay_over(gold, ours)
        return cls(dossier, report, laid, _verdicts(report))

    def add_to(self, total: Score) -> None:
        self._claims(total)
        pairs = self._in_gold_ids(self.laid["figure"])
        self._pairs(total, pairs)
        for kind, _, groups, members, alarms in LEVELS:
            self._findings(total.findings[kind], kind, self.dossier.get(groups, []), members, alarms)
        total.sprung += sum(pairs.get(frozenset(trap[:2])) in ALARMS for trap in self.dossier.get("not_same", []))
        if not any(g.get("conflicts") or g.get("corrections") for g in self.dossier["groups"]):
            total.quiet_alarms += sum(f["kind"] == "figure" and f["verdict"] in ALARMS for f in self.report["findings"])

    def _claims(self, total: Score) -> None:
        laid, ours = self.laid["figure"], {c["id"]: c for c in self.report["claims"]}
        total.articles += len(self.dossier["articles"])
        total.marked += len(self.dossier["claims"])
        total.found += len(laid)
        total.extra += sum(c["kind"] == "figure" for c in ours.values()) - len(laid)
        for mark in self.dossier["claims"]:
            if mark["id"] not in laid:
                continue
            claim = ours[laid[mark["id"]]]
            total.values += all(_same_number(claim.get(end), mark[end]) for end in ("low", "high"))
            total.hedges += _hedge_class(claim.get("hedge")) == _hedge_class(mark["hedge"])

    def _pairs(self, total: Score, ours: dict[Pair, str]) -> None:
        groups = self.dossier["groups"]
        total.matching.add({p for g in groups for p in _pairs(g["claims"])}, set(ours))
        for verdict, key in VERDICTS.items():
            gold = {frozenset(p) for g in groups for p in g.get(key, [])}
            total.verdicts[verdict].add(gold, {p for p, v in ours.items() if v == verdict})

    def _findings(self, rates: Rates, kind: str, groups: list[Data], members: str, alarms: set[str]) -> None:
        """Gold groups with a discrepancy that an alarm shows, and alarms that hold a gold discrepancy."""
        wanted = {g["id"]: pairs for g in groups if (pairs := _discrepancies(g, members))}
        laid = self.laid[kind]
        back = {ours: gold for gold, ours in laid.items()}
        shown: set[str] = set()
        for finding in self.report["findings"]:
            if finding["kind"] != kind or finding["verdict"] not in alarms:
                continue
            claims = [c for side in finding["sides"] for c in side["claims"] if c in back]
            if not claims:
                continue  # wholly outside what was marked
            alarmed = {
                frozenset((back[a], back[b]))
                for a, b in combinations(claims, 2)
                if self.verdicts.get(frozenset((a, b))) in alarms
            }
            hits = {group for group, pairs in wanted.items() if alarmed & pairs}
            shown |= hits
            rates.ours += 1
            rates.right += bool(hits)
        rates.hit += len(shown)
        rates.gold += len(wanted)

    def _in_gold_ids(self, laid: dict[str, str]) -> dict[Pair, str]:
        back = {ours: gold for gold, ours in laid.items()}
        return {frozenset(back[c] for c in p): v for p, v in self.verdicts.items() if all(c in back for c in p)}


def _discrepancies(group: Data, members: str) -> set[Pair]:
    if group.get("verdict") == "altered":
        return _pairs(group[members])
    return {frozenset(p) for key in ("conflicts", "corrections") for p in group.get(key, [])}


def _pairs(ids: Iterable[str]) -> set[Pair]:
    return {frozenset(p) for p in combinations(ids, 2)}


def _verdicts(report: Data) -> dict[Pair, str]:
    """Our verdict for every two claims that one finding holds; claims on one side agree."""
    found: dict[Pair, str] = {}
    for finding in report["findings"]:
        sides = [side["claims"] for side in finding["sides"]]
        for side in sides:
            for pair in _pairs(side):
                found.setdefault(pair, "agree")
        for relation in finding["relations"]:
            for a, b in product(sides[relation["a"]], sides[relation["b"]]):
                found[frozenset((a, b))] = relation["verdict"]
    return found


def _lay_over(gold: dict[str, Place], ours: dict[str, Place]) -> dict[str, str]:
    fits = sorted(
        (
            (share, -abs(_length(g) - _length(o)), gold_id, our_id)
            for gold_id, g in gold.items()
            for our_id, o in ours.items()
            if (share := _shared(g, o)) > 0
        ),
        reverse=True,
    )
    laid: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, gold_id, our_id in fits:
        if gold_id not in laid and our_id not in taken:
            laid[gold_id] = our_id
            taken.add(our_id)
    return laid


def _place(article: Data, mark: Data) -> Place:
    text = article["headline" if mark["part"] == "headline" else "body"]
    at = -1
    for _ in range(mark.get("occurrence", 1)):
        at = text.index(mark["text"], at + 1)
    return mark["article"], mark["part"], at, at + len(mark["text"])


def _place_of_claim(claim: Data) -> Place:
    return claim["article"], claim["part"], claim["start"], claim["end"]


def _shared(a: Place, b: Place) -> float:
    """Shared code points as a part of the shorter span."""
    if a[:2] != b[:2]:
        return 0.0
    return max(0, min(a[3], b[3]) - max(a[2], b[2])) / max(1, min(_length(a), _length(b)))


def _length(place: Place) -> int:
    return place[3] - place[2]


def _same_number(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-6 * max(1.0, abs(a))


def _hedge_class(hedge: str | None) -> str:
    hedge = hedge or "exact"
    return HEDGE_CLASS.get(hedge, hedge)


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
