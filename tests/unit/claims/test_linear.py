"""Reading a text twice as long looks at about twice as many words: counted in words cut out of it, not by a clock."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from reconcile.claims.extract import extract
from reconcile.language import analysis
from reconcile.language.tokens import Tokens, tokenize
from reconcile.model.claim import Kind
from reconcile.model.text import Article

LINEAR = 2.3  # times as many words for twice the text: the last figures of a text look about a little less than others


class Counted(list[str]):
    """Words of a text that count how many of them are cut out of it."""

    cut = 0

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        if isinstance(at, slice):
            Counted.cut += len(found)
        return found


def counted(text: str) -> Tokens:
    tokens = tokenize(text)
    return evolve(tokens, words=Counted(tokens.words))


@pytest.mark.parametrize(
    "paragraph",
    [
        "Correction: an earlier version of this article said that 12 were killed. It was 13.\n\n",
        "The toll was revised to 12 from 13, as first reported, said Ana Ruiz, the mayor of Tarn.\n\n",
        "A man, 34, and a woman, 29, were shot in Tarn on Monday, a day after the storm.\n\n",
        '"We have lost 12 people," said Ana Ruiz. Police put the number at 14, three of them children.\n\n',
        "18:45 Police say 12 people are dead.\n\nDead: 12\nInjured: 30\n\n",
        "Rates rose from 3.5 to 4.1 percent, 0.6 points above the 40-year average of €12m a day.\n\n",
    ],
)
def test_words_looked_at_grow_with_the_text(paragraph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "tokenize", counted)
    steps = []
    for times in (60, 120):
        Counted.cut = 0
        extract(Article("a", body=paragraph * times, published="2024-05-14"), frozenset(Kind))
        steps.append(Counted.cut)
    assert 0 < steps[1] < LINEAR * steps[0]
