"""Whatever an article says, every format stays whole and harmless."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from reconcile.model.finding import Results, Verdict
from reconcile.model.text import Article
from reconcile.report import Report
from reconcile.reporting.rows import COLUMNS
from reconcile.reporting.safe import passage, safe
from tests.unit.reporting.make import claim, finding

AWKWARD = st.text(
    alphabet=st.one_of(
        st.sampled_from("\x1b[]0m;\x07\x9b\u202e\u2066\u0301\u200b\ud800<>&\"'|`*_=+-@\n\r\t\u2028 .12"),
        st.characters(exclude_categories=()),
    ),
    max_size=60,
)
SHOWN = ("Cc", "Cs")
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def harmless(text: str) -> bool:
    return not any(unicodedata.category(c) in SHOWN and c not in "\n\r" for c in text) and not set(text) & BIDI


@example("0 \x1a\r0")
@given(AWKWARD)
def test_safe_text_is_one_harmless_line_and_stays_as_it_is(text: str) -> None:
    shown = safe(text)
    assert harmless(shown)
    assert "\n" not in shown and "\r" not in shown
    assert safe(shown) == shown


@given(AWKWARD, st.text("12", min_size=1, max_size=3), AWKWARD, st.integers(0, 40))
def test_a_passage_is_cut_anywhere(before: str, words: str, after: str, reach: int) -> None:
    article = Article(id="a", body=before + words + after)
    cut = passage(article, article.mention("body", len(before), len(before) + len(words)), reach)
    assert cut.mention == words
    assert harmless(cut.marked())


@given(AWKWARD, AWKWARD)
def test_every_format_survives_every_article(words: str, source: str) -> None:
    article = Article(
        id=f"a{words}", body=f"{words}12 dead", headline=words, source=source, path=f"p{words}", url=words
    )
    claims = [claim(article, "12 dead", 12, 12, speaker=words or None, number=n) for n in range(2)]
    found = finding([[claims[0]], [claims[1]]], Verdict.CONFLICT, notes=(words,))
    report = Report.of(Results((article,), tuple(claims), (found,)))
    for text in (report.to_text(), report.to_markdown(), report.to_csv(), report.to_html()):
        assert harmless(text)
    for text in (report.to_json(), report.to_sarif(), report.to_annotations()):
        text.encode("utf-8")
        json.loads(text)
    assert json.loads(report.to_json())["claims"][0]["text"] == "12 dead"
    table = list(csv.reader(io.StringIO(report.to_csv(), newline="")))
    assert [len(row) for row in table] == [len(COLUMNS)] * 3
