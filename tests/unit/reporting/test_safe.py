"""Nothing in an article may move a cursor, hide or reorder words."""

from __future__ import annotations

import unicodedata

import pytest

from reconcile.model.text import Article
from reconcile.reporting.safe import location, passage, safe

ARTICLE = Article(
    id="a", body="The U.S. sent aid. Mr. Orr said 12 people died! Nobody knows why.", headline="A 12-hour day"
)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("plain  words\n\there ", "plain words here"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("a\x00b\x08c\x7f", "abc"),
        ("safe\u202eexe.txt\u2066", "safeexe.txt"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("lone \ud800 half", "lone � half"),
        ("line\u2028end", "line end"),
        ("café, naïve, Kyïv", "café, naïve, Kyïv"),
        ("می‌خواهم", "می‌خواهم"),
    ],
)
def test_hostile_text_becomes_harmless(hostile: str, shown: str) -> None:
    assert safe(hostile) == shown


def test_piled_up_marks_are_cut() -> None:
    shown = safe("e" + "\u0301" * 10_000 + "nd")
    assert shown.endswith("nd")
    assert sum(unicodedata.combining(c) > 0 for c in shown) == 4


def cut(words: str, reach: int = 160) -> str:
    start = ARTICLE.body.index(words)
    return passage(ARTICLE, ARTICLE.mention("body", start, start + len(words)), reach).marked()


def test_a_passage_is_the_sentence_around_the_mention() -> None:
    assert cut("12 people") == "Mr. Orr said «12 people» died!"
    assert cut("U.S.") == "The «U.S.» sent aid."
    assert cut("Nobody") == "«Nobody» knows why."


def test_a_long_sentence_is_cut_at_words() -> None:
    article = Article(id="a", body="word " * 200 + "and 12 died " + "word " * 200)
    start = article.body.index("12")
    shown = passage(article, article.mention("body", start, start + 2), reach=20).marked()
    assert shown == "…word word word and «12» died word word…"


def test_a_long_quotation_loses_its_middle() -> None:
    article = Article(id="a", body="x" * 5000)
    shown = passage(article, article.mention("body", 0, 5000))
    assert len(shown.mention) < 900
    assert " … " in shown.mention


def test_a_passage_of_hostile_text_is_safe() -> None:
    article = Article(id="a", body="Up \x1b[2J 12 \u202edead.")
    assert passage(article, article.mention("body", 8, 10)).marked() == "Up «12» dead."


def test_locations_name_file_and_part() -> None:
    assert location(ARTICLE, ARTICLE.mention("headline", 2, 4)) == "a, headline"
    assert location(ARTICLE, ARTICLE.mention("body", 2, 4)) == "a"
