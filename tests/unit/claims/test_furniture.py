"""Which lines of a plain text are set aside, and above all which are not."""

from __future__ import annotations

import pytest

from reconcile.claims.furniture import SPEC, check_examples, furniture
from reconcile.language.lexicon import load
from reconcile.language.tokens import tokenize


def kinds(text: str) -> list[tuple[str, str]]:
    return [(r.kind, text[r.start : r.end]) for r in furniture("body", tokenize(text))]


def test_the_tables_own_examples_hold() -> None:
    assert check_examples() == []


def test_every_entry_has_examples_and_counter_examples() -> None:
    assert [e.id for e in load(SPEC) if not (e.examples and e.counter)] == []


def test_regions_are_whole_lines_without_their_white_space() -> None:
    text = "Twelve people died.\n\n  READ MORE: 9 ways to cook rice \r\n\r\nThree were hurt.\n"
    assert kinds(text) == [("related", "READ MORE: 9 ways to cook rice")]


def test_a_heading_takes_the_links_after_it_but_no_running_text() -> None:
    text = (
        "Other News\n\nTuna in 5 minutes\n\nPolice said four people were hurt in the fire on Monday.\n\nSecond link 7"
    )
    assert kinds(text) == [("related", "Other News"), ("related", "Tuna in 5 minutes")]


def test_a_headline_is_never_furniture() -> None:
    assert furniture("headline", tokenize("Photos: 12 dead")) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Read more than 200 pages",
        "Updated figures show 40 dead",
        "Correction: the number of dead is 40, not 200.",
        "Editor's note: an earlier version gave 200.",
        "UPDATE: 3 p.m.: two more people have died.",
        "– Length: 2,640 metres. Main span: 812 metres",
        "Cumulative deaths: 68 (of which 19 in the community)",
        "By midnight 12 people had been rescued.",
        "More on board: 40 children",
        "07:15 48,000 homes are without power",
        "Share prices fell 12 percent.",
        "Video shows 12 people being led away.",
    ],
)
def test_a_line_with_a_figure_stays_in(line: str) -> None:
    assert kinds(f"{line}\n\nMore text follows here.") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("0:00", "furniture"),
        ("12/02/2014", "furniture"),
        ("Published: Jul. 3, 2021 at 4:05 PM EDT|Updated: 12 hours ago", "furniture"),
        ("* Related: 5 people shot within 4 hours in Holm", "related"),
        ("[SLIDESHOW: 12 dead at the harbour]", "related"),
        ("By IDA LUND and PER HOLM", "byline"),
        ("Two of the 9 hurt are led away. (Per Holm/Harbour News via AP)", "caption"),
        ("(© 2016 HN)", "furniture"),
    ],
)
def test_lines_set_aside(line: str, kind: str) -> None:
    assert kinds(f"A man died.\n{line}") == [(kind, line)]
