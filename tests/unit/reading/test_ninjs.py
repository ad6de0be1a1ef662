"""IPTC ninjs in its three lines, plain records, and JSON as it comes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from reconcile.model.text import Article
from reconcile.reading import Reading, gather
from reconcile.reading.dispatch import read_source
from reconcile.reading.values import ReadOptions, Source

NINJS_1 = {
    "uri": "urn:newsml:wire.example:20240710:1",
    "type": "text",
    "versioncreated": "2024-07-10T18:00:00Z",
    "pubstatus": "usable",
    "headline": "Flood kills 12",
    "body_text": "Twelve people died.\nMore.",
    "body_html": "<p>Not this.</p>",
    "infosource": [{"name": "Harbour Wire"}],
}
NINJS_2 = {
    "uri": "urn:2",
    "versioncreated": "2024-07-10T18:00:00+02:00",
    "headlines": [{"role": "short", "value": "Flood"}, {"role": "main", "value": "Flood kills 12"}],
    "bodies": [
        {"role": "main", "contenttype": "text/html", "value": "<p>Not this.</p>"},
        {"role": "main", "contenttype": "text/plain", "value": "Twelve people died."},
    ],
    "infosources": [{"role": "origin", "name": "Harbour Wire"}],
}
NINJS_3 = {
    "uri": "urn:3",
    "standard": {"name": "ninjs", "version": "3.1"},
    "versionCreated": "2024-07-10T18:00:00Z",
    "pubStatus": "canceled",
    "headlines": [{"role": "main", "contentType": "text/html", "value": "Flood <b>kills</b> 12"}],
    "bodies": [{"contentType": "text/html", "value": "<p>Twelve died.</p><ul><li>3 in Holm<li>9 in Vik</ul>"}],
    "infoSources": [{"name": "Harbour Wire"}],
    "edNote": "CORRECTS number of dead to 12",
}


def load(data: Any, path: str = "a.json", **options: Any) -> Reading:
    text = data if isinstance(data, str) else json.dumps(data)
    return gather([read_source(Source(path, text.encode()), ReadOptions(**options))])


def one(data: Any, path: str = "a.json", **options: Any) -> Article:
    reading = load(data, path, **options)
    assert reading.problems == ()
    return reading.articles[0]


def test_ninjs_1() -> None:
    article = one(NINJS_1)
    assert (article.id, article.headline, article.body) == (NINJS_1["uri"], "Flood kills 12", NINJS_1["body_text"])
    assert (article.source, article.published) == ("Harbour Wire", datetime(2024, 7, 10, 18, tzinfo=UTC))
    assert not article.withdrawn


def test_ninjs_2() -> None:
    article = one(NINJS_2)
    assert (article.headline, article.body, article.source) == ("Flood kills 12", "Twelve people died.", "Harbour Wire")


def test_ninjs_3() -> None:
    article = one(NINJS_3)
    note = "CORRECTS number of dead to 12"
    assert article.body == f"{note}\n\nTwelve died.\n\n3 in Holm\n9 in Vik"
    assert [(r.kind, article.body[r.start : r.end].strip()) for r in article.regions] == [("note", note)]
    assert (article.headline, article.withdrawn) == ("Flood kills 12", True)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([NINJS_1, NINJS_2]),
        json.dumps({"items": [NINJS_1, NINJS_2]}, indent=2),
        json.dumps({"_items": [NINJS_1, NINJS_2]}),
        f"{json.dumps(NINJS_1)}\n\n{json.dumps(NINJS_2)}\n",
    ],
    ids=["array", "items", "superdesk", "lines"],
)
def test_several_items(text: str) -> None:
    assert [a.id for a in load(text).articles] == [NINJS_1["uri"], "urn:2"]
    assert [a.id for a in load(text, "wrong.txt").articles] == [NINJS_1["uri"], "urn:2"]


def test_a_bad_line_is_named_and_the_others_go_through() -> None:
    reading = load(f'{json.dumps(NINJS_1)}\n{{"uri": \n[]\n{{"uri": "x"}}\n{json.dumps(NINJS_2)}', "a.jsonl")
    assert len(reading.articles) == 2
    assert [(p.line, p.message.split(":")[0]) for p in reading.problems] == [
        (2, "is not valid JSON"),
        (3, "an item is no JSON object"),
        (4, "an item has no text; looked for body_text, body_html or bodies (name another with --text-column)"),
    ]


def test_versions_of_one_item_are_kept_and_the_latest_has_the_id() -> None:
    first = {**NINJS_1, "versioncreated": "2024-07-10T12:00:00Z", "body_text": "Ten people died."}
    reading = load([NINJS_1, first])
    assert [(a.id, a.version_of) for a in reading.articles] == [
        (NINJS_1["uri"], ""),
        (f"{NINJS_1['uri']}#2024-07-10T12:00:00+00:00", NINJS_1["uri"]),
    ]


def test_items_without_a_uri_are_told_apart_by_their_place() -> None:
    reading = load([{"headline": "A", "body": "Two died."}, {"title": "B", "text": "Three died."}])
    assert [a.id for a in reading.articles] == ["a.json#1", "a.json#2"]


def test_a_text_column() -> None:
    article = one({"story": "Two died.", "body_text": "x"}, text_column="story")
    assert article.body == "Two died."


def test_halves_of_surrogate_pairs_do_not_survive() -> None:
    assert one('{"body_text": "Two \\ud83d died \\ud83d\\ude00"}').body == "Two \ufffd died \U0001f600"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"uri": ', "not valid JSON"),
        ("[1, 2]", "no JSON object"),
        ("[" * 100000, "too deeply"),
        ('{"a": ' * 100000, "too deeply"),
        ('"text"', "bare value"),
        ("[]", "no item"),
        ('{"items": []}', "no item"),
        ('{"uri": "x", "headline": 3}', "no text"),
        ('{"a": ' + "1" * 5000 + "}", "too long"),
    ],
)
def test_faults(text: str, words: str) -> None:
    reading = load(text)
    assert reading.articles == ()
    assert words in reading.problems[0].message
