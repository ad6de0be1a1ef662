"""Figures inside quotations of one utterance."""

from __future__ import annotations

import pytest

from reconcile import reconcile
from reconcile.model.finding import Finding
from reconcile.model.text import Article

FIRST = 'Mayor Lena Horvat said: "We had 40 minutes of warning and one road out of the town."'


def figures(second: str, first: str = FIRST) -> list[Finding]:
    a = Article("a", body=f"The Orva flooded Brodnik on Sunday. {first}", source="Courier", published="2024-09-15")
    b = Article("b", body=f"The Orva flooded Brodnik on Sunday. {second}", source="Herald", published="2024-09-16")
    return [f for f in reconcile([a, b]).findings if f.kind == "figure"]


@pytest.mark.parametrize(
    "second",
    [
        'Furious Lena Horvat raged: "We had four minutes of warning and one road out."',
        'Mayor Lena Horvat said: "We had 4 minutes of warning and one road out of the town."',
    ],
)
def test_one_sentence_with_two_numbers_is_a_conflict(second: str) -> None:
    (found,) = (f for f in figures(second) if f.verdict == "conflict")
    assert "the same words are quoted" in found.relations[0].reasons[0]


def test_the_same_number_agrees() -> None:
    second = '"We had 40 minutes of warning and one road out," Lena Horvat said.'
    assert all(f.verdict == "agree" for f in figures(second))


def test_other_words_are_another_question() -> None:
    second = 'Lena Horvat said: "It took four minutes to fill the square with water from the dam."'
    assert not [f for f in figures(second) if f.verdict == "conflict"]
