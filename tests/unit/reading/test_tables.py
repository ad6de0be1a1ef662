"""Tables of a page, as editors and their systems write them."""

from __future__ import annotations

import pytest

from reconcile.reading.blocks import from_html


def said(html: str) -> list[tuple[str, str]]:
    blocks = from_html(f"<table>{html}</table>")
    return [(r.label, blocks.text[r.start : r.end]) for r in blocks.regions]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<tr><th>Town<th>Killed<tr><th>Holm<td>9<tr><th>Vik<td>3",
            [("Holm", "Holm – Killed: 9"), ("Vik", "Vik – Killed: 3")],
        ),
        (
            "<tr><td>Town<td>Killed<td>Hurt<tr><td>Holm<td>9<td>20",
            [("Holm", "Holm – Killed: 9"), ("Holm", "Holm – Hurt: 20")],
        ),
        ("<tr><td>Killed<td>9<tr><td>Hurt<td>20", [("", "Killed: 9"), ("", "Hurt: 20")]),
        ("<tr><td>9<td>8<td>7", [("", "9 | 8 | 7")]),
        ("<caption>Toll</caption><tr><td>Killed<td>9", [("", "Toll"), ("", "Killed: 9")]),
        (
            "<tr><th rowspan=2>Town<th colspan=2>2024<tr><th>Killed<th>Hurt<tr><td>Holm<td>9<td>20",
            [("Holm", "Holm – 2024 Killed: 9"), ("Holm", "Holm – 2024 Hurt: 20")],
        ),
        (
            "<tr><th>Town<th>Day<th>Killed<tr><td rowspan=2>Holm<td>Monday<td>9<tr><td>Tuesday<td>3",
            [
                ("Holm", "Holm – Day: Monday"),
                ("Holm", "Holm – Killed: 9"),
                ("Holm", "Holm – Day: Tuesday"),
                ("Holm", "Holm – Killed: 3"),
            ],
        ),
        ("<tr><th><th>Killed<tr><td><td>9", [("", "Killed: 9")]),
    ],
    ids=["headed", "plain cells", "keys", "bare", "caption", "two heading rows", "spanned rows", "empty"],
)
def test_tables(html: str, expected: list[tuple[str, str]]) -> None:
    assert said(html) == expected


def test_a_layout_table_is_no_table() -> None:
    blocks = from_html("<table><tr><td><div>Menu</div><td><div><p>Twelve died.</p></div></table>")
    assert (blocks.text, blocks.regions) == ("Menu\n\nTwelve died.", ())


def test_spans_do_not_multiply_text() -> None:
    html = f"<table><tr><td rowspan=1000 colspan=200>{'x' * 5000}</td></tr>" + "<tr></tr>" * 999 + "</table>"
    assert len(from_html(html).text) < 10_000


def test_headings_do_not_multiply_text() -> None:
    head = "<tr>" + f"<th>{'h' * 80}" * 200
    html = "<table>" + head + ("<tr>" + "<td>1" * 200) * 500 + "</table>"
    assert len(from_html(html).text) < 2 * len(html)
