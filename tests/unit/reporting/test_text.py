"""The report an editor reads."""

from __future__ import annotations

import re

import pytest
from attrs import evolve

from reconcile.model.finding import Results, Verdict
from reconcile.model.text import Article
from reconcile.reporting.text import to_text
from tests.unit.reporting.make import EARLY, claim, finding, results

TEXT = to_text(results())


def test_the_gravest_come_first_with_their_question() -> None:
    assert TEXT.splitlines()[0] == "Conflicts and corrections (1)"
    assert "CORRECTED  people killed · blast, 5 March 2024  [f00d5eed]" in TEXT


def test_each_claim_has_source_figure_speaker_and_place() -> None:
    for words in ("Morning Wire", "about 7 people", "early.txt:5 (and 1 more)", "late.txt", "«about 7"):
        assert words in TEXT
    assert "(withdrawn)" in TEXT


def test_notes_best_and_reasons_follow() -> None:
    assert "note: Evening Post withdraws 12; Morning Wire still carries it." in TEXT
    assert "low 6 · high 8 · best 7 — the figure that stands after a correction" in TEXT
    assert "why: 7 and 12 cannot both be true" in TEXT


def test_nothing_is_left_out_in_silence() -> None:
    flat = " ".join(TEXT.split())
    assert "5 figures found, 4 compared, 2 in agreement, 1 left uncompared (1 no other article counts this)" in flat
    assert "1 finding in agreement is not shown" in flat
    assert "stories/broken.bin: not a text file" in flat


def test_all_shows_what_agrees() -> None:
    assert "AGREE" not in TEXT
    assert "AGREE  people killed" in to_text(results(), everything=True)


@pytest.mark.parametrize("width", [40, 60, 84, 100, 160])
def test_lines_keep_to_the_width(width: int) -> None:
    assert max(len(line) for line in to_text(results(), width=width, everything=True).splitlines()) <= width


def test_colour_only_when_asked() -> None:
    assert "\x1b" not in TEXT
    coloured = to_text(results(), colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == TEXT


def test_a_side_of_many_is_shortened() -> None:
    papers = [evolve(EARLY, id=f"paper {n}") for n in range(20)]
    many = [claim(paper, "12 people", 12, 12) for paper in papers]
    other = [claim(EARLY, "Four trucks", 4, 4, number=99)]
    found = finding([many, other], Verdict.CONFLICT)
    text = to_text(Results((EARLY, *papers), (*many, *other), (found,)))
    assert text.count("«12 people»") == 6
    assert "14 more articles say 12 people" in text
    assert to_text(Results((EARLY, *papers), (*many, *other), (found,)), everything=True).count("«12 people»") == 20


def test_what_an_article_says_twice_takes_one_row() -> None:
    assert TEXT.count("«kills 12»") == 0
    assert to_text(results(), everything=True).count("«kills 12»") == 2


def test_hostile_articles_stay_harmless() -> None:
    article = Article(id="x", body="\x1b[2J\x07 12 people\u202e\x00 died", source="\x1b]0;owned\x07Daily", headline="h")
    claims = [claim(article, "12 people", 12, 12, number=n) for n in range(2)]
    text = to_text(Results((article,), tuple(claims), (finding([[claims[0]], [claims[1]]], Verdict.CONFLICT),)))
    assert not set(text) & set("\x1b\x07\x00\u202e")
    assert "Daily" in text


def test_an_empty_report_says_so() -> None:
    assert "Nothing to look at" in to_text(Results((), (), ()))
