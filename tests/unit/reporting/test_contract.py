"""The output contract, format 1: these names are fixed."""

from __future__ import annotations

import json

from reconcile.reporting.contract import FORMAT, results_data, to_json
from tests.unit.reporting.make import results

ARTICLE = {"id", "source", "headline", "published", "path"}
CLAIM = {"id", "article", "part", "start", "end", "text", "kind", "status", "scope", "attributed_to", "event"}
FIGURE = {"measure", "counted", "unit", "low", "high", "hedge"}
FINDING = {"id", "kind", "measure", "about", "verdict", "severity", "sides", "relations", "best"}


def test_every_name_of_the_contract_is_there() -> None:
    data = results_data(results())
    assert data["format"] == FORMAT == "reconcile.report/1"
    assert all(set(a) >= ARTICLE for a in data["articles"])
    assert all(set(c) >= CLAIM | FIGURE for c in data["claims"])
    assert all(set(f) >= FINDING for f in data["findings"])
    assert all(set(s) >= {"claims", "low", "high", "label"} for f in data["findings"] for s in f["sides"])
    assert all(set(r) >= {"a", "b", "verdict", "reasons"} for f in data["findings"] for r in f["relations"])
    assert set(data["findings"][0]["best"]) == {"low", "best", "high", "rule", "unit"}
    assert data["problems"] == [{"path": "stories/broken.bin", "message": "not a text file", "line": None}]


def test_values_are_as_stated() -> None:
    late = results_data(results())["claims"][-1]
    assert (late["low"], late["high"], late["hedge"], late["unit"]) == (7, 7, "about", "person")
    assert late["attributed_to"] == "the mill's owner"


def test_same_input_same_bytes_and_json_reads_them_back() -> None:
    first, second = to_json(results_data(results())), to_json(results_data(results()))
    assert first == second
    assert first.endswith("}\n")
    assert json.loads(first) == results_data(results())


def test_awkward_characters_survive() -> None:
    words = 'Kyïv \ud800 \u2028 \x85 \x00 "quoted"'
    text = to_json({"text": words}, indent=None)
    assert json.loads(text) == {"text": words}
    assert text.count("\n") == 1 == len(text.splitlines())
    text.encode("utf-8")
