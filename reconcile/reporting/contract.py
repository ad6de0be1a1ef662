"""Results as the plain data of the output contract, format 1, and as JSON.

Nothing here is renamed or taken away without a new format number; additions are free.
"""

from __future__ import annotations

import json
from typing import Any

from reconcile.language.dimensions import plain_name
from reconcile.model.claim import Claim, Name, Utterance
from reconcile.model.decision import Decision
from reconcile.model.finding import Best, Finding, Results, Waterfall
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article
from reconcile.model.when import When
from reconcile.reporting.numbers import as_number

FORMAT = "reconcile.report/1"
Data = dict[str, Any]
_LINE_ENDS = {0x85: r"\u0085", 0x2028: r"\u2028", 0x2029: r"\u2029"}


def to_json(data: object, *, indent: int | None = 2) -> str:
    """`data` as JSON text with a newline at its end; the same data gives the same bytes.

    Lone surrogates, which UTF-8 cannot hold, and the separators that some readers take for line ends are escaped.
    """
    separators = (",", ":") if indent is None else None
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8").translate(_LINE_ENDS) + "\n"


def results_data(results: Results) -> Data:
    """The whole object of the contract."""
    return {
        "format": FORMAT,
        "articles": [article_data(a) for a in results.articles],
        "claims": [claim_data(c) for c in results.claims],
        "findings": [finding_data(f) for f in results.findings],
        "left_out": [{"claim": left.claim, "reason": left.reason} for left in results.left_out],
        "problems": [{"path": p.path, "message": p.message, "line": p.line} for p in results.problems],
    }


def to_jsonl(results: Results) -> str:
    """The same data one object a line, each with its "type", for tools that read line by line."""
    data = results_data(results)
    lines = [{"type": "report", "format": data["format"]}]
    for name, kind in (("articles", "article"), ("claims", "claim"), ("findings", "finding"), ("problems", "problem")):
        lines += [{"type": kind, **item} for item in data[name]]
    return "".join(to_json(line, indent=None) for line in lines)


def article_data(article: Article) -> Data:
    published = article.published
    return {
        "id": article.id,
        "source": article.source,
        "headline": article.headline,
        "published": None if published is None else published.isoformat(),
        "path": article.path,
        "url": article.url,
        "withdrawn": article.withdrawn,
        "version_of": article.version_of or None,
    }


def claim_data(claim: Claim) -> Data:
    span = claim.mention.span
    return {
        "id": claim.id,
        "article": span.article,
        "part": span.part,
        "start": span.start,
        "end": span.end,
        "text": claim.mention.text,
        "kind": claim.kind.value,
        **_value_data(claim),
        "status": claim.status.value,
        "scope": claim.scope.value,
        "population": claim.population,
        "attributed_to": claim.attribution.speaker if claim.attribution else None,
        "event": claim.event,
        "as_of": claim.as_of.isoformat() if claim.as_of else None,
        "replaces": list(claim.replaces),
    }


def _value_data(claim: Claim) -> Data:
    value = claim.value
    if isinstance(value, Quantity):
        return {
            "measure": plain_name(claim.measure),
            "counted": value.counted,
            "unit": value.unit and plain_name(value.unit),
            "low": as_number(value.low),
            "high": as_number(value.high),
            "hedge": value.hedge.value,
            "direction": value.direction,
            "per": value.per,
        }
    if isinstance(value, When):
        days = value.days
        return {
            "measure": plain_name(claim.measure),
            "earliest": days.first.isoformat() if days and not value.open_start else None,
            "latest": days.last.isoformat() if days and not value.open_end else None,
            "granularity": days.granularity.value if days else None,
        }
    if isinstance(value, Utterance):
        return {"speaker": value.speaker, "words": value.words}
    assert isinstance(value, Name)
    return {"name": value.canonical, "category": value.category}


def finding_data(finding: Finding) -> Data:
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "measure": plain_name(finding.measure),
        "about": finding.about,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "sides": [
            {
                "claims": [c.id for c in side.claims],
                "low": as_number(side.low),
                "high": as_number(side.high),
                "label": side.label,
                "origins": side.origins,
            }
            for side in finding.sides
        ],
        "relations": [
            {"a": r.a, "b": r.b, "verdict": r.verdict.value, "reasons": list(r.reasons)} for r in finding.relations
        ],
        "best": _best_data(finding.best),
        "notes": list(finding.notes),
        "silent_change": finding.silent_change,
        "trajectory": [
            {"claim": s.claim, "at": s.at.isoformat(), "told": s.told, "source": s.source} for s in finding.trajectory
        ],
        "waterfalls": [_waterfall_data(w) for w in finding.waterfalls],
        "decision": _decision_data(finding.decision),
    }


def _decision_data(decision: Decision | None) -> Data | None:
    if decision is None:
        return None
    texts = {name: getattr(decision, name) for name in ("reason", "note", "by", "at")}
    return {"choice": decision.choice.value, **texts, "outdated": decision.outdated}


def _best_data(best: Best | None) -> Data | None:
    if best is None:
        return None
    return {
        "low": as_number(best.low),
        "best": as_number(best.best),
        "high": as_number(best.high),
        "rule": best.rule,
        "unit": best.unit and plain_name(best.unit),
    }


def _waterfall_data(waterfall: Waterfall) -> Data:
    return {
        "a": waterfall.a,
        "b": waterfall.b,
        "prior": round(waterfall.prior, 3),
        "weights": [
            {"comparison": w.comparison, "level": w.level, "bits": round(w.bits, 3)} for w in waterfall.weights
        ],
        "total": round(waterfall.total, 3),
        "threshold": round(waterfall.threshold, 3),
    }
