"""Machine formats: valid by their schemas, read back as written, harmless whatever an article says."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from attrs import evolve
from jsonschema import Draft4Validator, Draft202012Validator

from reconcile.errors import UsageError
from reconcile.model.decision import Choice, Decision
from reconcile.model.finding import Results, Verdict
from reconcile.model.text import Article
from reconcile.reporting import contract, markdown, rows, sarif, web_annotation
from reconcile.reporting.baseline import load_baseline, only_new
from reconcile.reporting.html import to_html
from reconcile.reporting.schema import schema_text
from reconcile.reporting.text import to_text
from tests.unit.reporting.make import EARLY, claim, finding, results

SARIF_SCHEMA = Path(__file__).parents[2] / "schemas" / "sarif-2.1.0-rtm.5.json"
HOSTILE = [
    '=HYPERLINK("http://x.example","12")',
    "+12 people",
    "@here 12",
    "<script>alert(12)</script>",
    "\x1b[31m12\x07",
    "12\u202eelpoep",
    "12" + "\u0301" * 10_000,
    "|12| `12` [12](http://x.example) **12**",
    "12 \ud800\u2028",
]


def hostile(words: str) -> Results:
    article = Article(
        id=f"id {words}", body=f"{words} people died, {words} hurt", source=words, headline=words, path=words
    )
    claims = [claim(article, words, 12, 12, speaker=words, number=n) for n in range(2)]
    found = finding([[claims[0]], [claims[1]]], Verdict.CONFLICT, notes=(words,))
    return Results((article,), tuple(claims), (found,))


def test_json_follows_its_published_schema() -> None:
    schema = json.loads(schema_text())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(contract.results_data(results()))


def test_every_key_of_the_json_is_described() -> None:
    schema = json.loads(schema_text())
    data = contract.results_data(results())
    assert set(data) == set(schema["properties"])
    for name, kind in (("articles", "article"), ("claims", "claim"), ("findings", "finding")):
        assert set().union(*data[name]) <= set(schema["$defs"][kind]["properties"])


def test_jsonl_has_one_object_a_line() -> None:
    lines = [json.loads(line) for line in contract.to_jsonl(results()).splitlines()]
    assert [line["type"] for line in lines] == ["report", *["article"] * 2, *["claim"] * 5, *["finding"] * 2, "problem"]


def test_rows_have_a_row_for_each_claim_in_each_finding() -> None:
    found = rows.to_rows(results())
    assert {tuple(row) for row in found} == {rows.COLUMNS}
    assert [(r["finding"], r["side"], r["low"]) for r in found if r["claim"] == "urn:early#1"] == [
        ("f00d5eed", 1, 12),
        ("a9ee0001", 1, 12),
    ]
    assert [r["left_out"] for r in found if r["finding"] is None] == ["no other article counts this"]
    assert {r["line"] for r in found if r["part"] == "body" and r["source"] == "Morning Wire"} == {5}


def test_csv_reads_back() -> None:
    read = list(csv.DictReader(io.StringIO(rows.to_csv(results()))))
    written = rows.to_rows(results())
    assert [{k: v or None for k, v in row.items()} for row in read] == [
        {k: None if v is None or v == "" else str(v) for k, v in row.items()} for row in written
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_cell_of_csv_is_a_formula_or_holds_a_control(words: str) -> None:
    text = rows.to_csv(hostile(words))
    for row in csv.reader(io.StringIO(text, newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)
    assert not set(text) & set("\x1b\x07\u202e")


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_stays_literal(words: str) -> None:
    text = markdown.to_markdown(hostile(words))
    assert not set(text) & set("\x1b\x07\u202e")
    assert "<script" not in text.replace("\\<", "")
    assert "](http" not in text.replace("\\]", "").replace("\\[", "")
    table = [line for line in text.splitlines() if line.startswith("|")]
    assert {line.replace("\\|", "").count("|") for line in table} == {7}


def test_markdown_marks_the_figure_and_strikes_what_was_withdrawn() -> None:
    text = markdown.to_markdown(results())
    assert "Police said **12 people** were killed." in text
    assert "~~12 people (withdrawn)~~" in text
    assert "AGREE" not in text
    assert "AGREE" in markdown.to_markdown(results(), everything=True)


@pytest.mark.parametrize("found", [results(), *map(hostile, HOSTILE)], ids=range(1 + len(HOSTILE)))
def test_sarif_is_valid(found: Results) -> None:
    schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
    text = sarif.to_sarif(found, "1.2.3")
    text.encode("utf-8")
    Draft4Validator(schema).validate(json.loads(text))


def test_sarif_has_the_passages_and_a_stable_fingerprint() -> None:
    run = json.loads(sarif.to_sarif(results(), "1.2.3"))["runs"][0]
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("corrected", "error")
    assert result["partialFingerprints"] == {"reconcileFinding/v1": "f00d5eed"}
    assert len(result["locations"]) + len(result["relatedLocations"]) == 4
    place = result["relatedLocations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "stories/early.txt"
    assert place["region"]["startLine"] == 5
    assert run["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize("choice", Choice)
@pytest.mark.parametrize("words", HOSTILE)
def test_decisions_are_harmless_and_valid_everywhere(words: str, choice: Choice) -> None:
    made = Decision(choice, "", reason=words, note=words, by=words, at=words)
    found = evolve(results(), findings=tuple(evolve(f, decision=made) for f in results().findings))
    for text in (to_text(found), markdown.to_markdown(found), rows.to_csv(found), to_html(found)):
        assert not set(text) & set("\x1b\x07\u202e")
    assert "<script>alert" not in to_html(found) + markdown.to_markdown(found).replace("\\<", "")
    Draft202012Validator(json.loads(schema_text())).validate(json.loads(contract.to_json(contract.results_data(found))))
    log = json.loads(sarif.to_sarif(found, "1.2.3"))
    Draft4Validator(json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))).validate(log)
    (result,) = log["runs"][0]["results"]
    assert ("suppressions" in result) is (choice is Choice.DISMISSED)


@pytest.mark.parametrize("found", [results(), *map(hostile, HOSTILE)], ids=range(1 + len(HOSTILE)))
def test_annotation_selectors_find_their_text_again(found: Results) -> None:
    parts = {f"{a.url or a.path or a.id}#{part}": text for a in found.articles for part, text in a.parts()}
    items = json.loads(web_annotation.to_annotations(found))["items"]
    assert len(items) == len(found.claims)
    for item in items:
        text = parts[item["target"]["source"]]
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text.index(whole) + len(quote["prefix"]) == position["start"]


def test_a_baseline_hides_what_was_known(tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(contract.to_json(contract.results_data(results())), encoding="utf-8")
    assert only_new(results(), load_baseline(before)).findings == ()


def test_a_finding_comes_back_when_a_claim_or_its_verdict_changes(tmp_path: Path) -> None:
    old = [claim(EARLY, "12 people", 12, 12, number=n) for n in range(2)]
    new = claim(EARLY, "Four trucks", 4, 4, number=9)
    known = Results((EARLY,), tuple(old), (finding([[old[0]], [old[1]]], Verdict.TENSION),))
    before = tmp_path / "before.json"
    before.write_text(contract.to_json(contract.results_data(known)), encoding="utf-8")
    for changed in (
        finding([[old[0]], [old[1], new]], Verdict.TENSION),
        finding([[old[0]], [old[1]]], Verdict.CONFLICT),
    ):
        assert only_new(Results((EARLY,), (*old, new), (changed,)), load_baseline(before)).findings == (changed,)


@pytest.mark.parametrize("text", ["", "[]", '{"format": "other/1"}', '{"format": "reconcile.report/1"}', "[" * 100_000])
def test_what_is_no_report_is_no_baseline(text: str, tmp_path: Path) -> None:
    path = tmp_path / "before.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"before\.json is"):
        load_baseline(path)
