"""Kinds of one thing that a text counts side by side, and the thing as such."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.matching.kinds import kinds_apart, kinds_told
from reconcile.model.claim import Claim, Kind
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article


def counted(article: str, number: int, noun: str, at: int = 0) -> Claim:
    quantity = Quantity(Decimal(number), Decimal(number), counted=noun, head=noun.split()[-1])
    text = Article(id=article, body="." * 500)
    return Claim(f"{article}{at}", Kind.FIGURE, text.mention("body", at, at + 2), quantity, "missile", event="e")


SIDE_BY_SIDE = [counted("a", 19, "cruise missile"), counted("a", 8, "ballistic missile", at=40)]
FAR_APART = [counted("a", 19, "cruise missile"), counted("a", 8, "ballistic missile", at=400)]


@pytest.mark.parametrize(
    ("told", "a", "b", "apart"),
    [
        (SIDE_BY_SIDE, counted("a", 19, "cruise missile"), counted("b", 27, "missile"), True),
        (SIDE_BY_SIDE, counted("a", 19, "cruise missile"), counted("b", 8, "ballistic missile"), True),
        (SIDE_BY_SIDE, counted("c", 21, "cruise missile"), counted("b", 8, "ballistic rocket"), True),
        (SIDE_BY_SIDE, counted("a", 19, "cruise missile"), counted("b", 21, "cruise missile"), False),
        (SIDE_BY_SIDE, counted("a", 19, "cruise missile"), counted("b", 19, "missile"), False),
        (SIDE_BY_SIDE, counted("a", 27, "enemy missile"), counted("b", 29, "missile"), False),
        (SIDE_BY_SIDE, counted("a", 26, "missile"), counted("b", 29, "missile"), False),
        (FAR_APART, counted("a", 19, "cruise missile"), counted("b", 27, "missile"), False),
    ],
    ids=["kind-and-all", "two-kinds", "another-noun", "one-kind", "equal", "no-kind", "all", "not-side-by-side"],
)
def test_a_kind_is_told_from_others_and_from_all(told: list[Claim], a: Claim, b: Claim, apart: bool) -> None:
    kinds = kinds_told(told)
    assert kinds_apart(a, b, kinds) is kinds_apart(b, a, kinds) is apart
