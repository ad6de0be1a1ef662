"""Everybody who was shot, counted together by one article and apart by another."""

from __future__ import annotations

import pytest

from reconcile.model.finding import Finding, Verdict
from reconcile.model.text import Article
from reconcile.pipeline import reconcile

TOTAL = "total_shot"


def findings(first: str, second: str, third: str = "") -> list[Finding]:
    """What reports of a shooting in Marsk, a week apart, come to."""
    told = [(first, "2024-05-04"), (second, "2024-05-11"), (third, "2024-05-12")]
    articles = [
        Article(id=f"a{n}", headline="Shooting in Marsk", body=body, source=f"Herald {n}", published=day)
        for n, (body, day) in enumerate(told)
        if body
    ]
    return list(reconcile(articles).findings)


def totals(*bodies: str) -> list[Finding]:
    return [f for f in findings(*bodies) if f.measure == TOTAL and f.verdict is not Verdict.AGREE]


APART = "One man was killed and four others were wounded in a shooting at a fairground in Marsk on Saturday."


@pytest.mark.parametrize(
    "together",
    [
        "Orla Venn was one of six people shot during a fair in Marsk on 4 May. She died a day later.",
        "Orla Venn was one of six people wounded at the fairground in Marsk on 4 May. The others survived. "
        "Her killing has not been solved.",
        "Six people were shot, one fatally, at a fairground in Marsk on 4 May.",
    ],
)
def test_the_dead_and_the_injured_do_not_come_to_all_who_were_shot(together: str) -> None:
    first = APART.replace("One man was killed", "One person died")
    found = [f for f in findings(first, together) if f.verdict is Verdict.CONFLICT]
    assert [f.measure for f in found] == [TOTAL]
    assert {s.low for s in found[0].sides} == {5, 6}


@pytest.mark.parametrize(
    "together",
    [
        "Orla Venn was one of five people shot during a fair in Marsk on 4 May. She died a day later.",
        "At least six people were shot at a fairground in Marsk on 4 May, one fatally.",
        "One person was shot near another fairground in Marsk on 4 May.",
        "Two women were shot and killed at the fairground in Marsk on 4 May.",
    ],
)
def test_the_same_sum_another_shooting_or_a_bound_is_no_alarm(together: str) -> None:
    assert totals(APART, together) == []


def test_what_a_third_text_tells_of_both_needs_no_second_alarm() -> None:
    first = "One person died and four others were wounded in a shooting at a fairground in Marsk on Saturday."
    together = "Orla Venn was one of six people shot during a fair in Marsk on 4 May. She died a day later."
    third = "One person died and five others were wounded in the shooting at the fairground in Marsk on 4 May."
    assert totals(first, together, third) == []


def test_one_alarm_on_the_injured_is_enough() -> None:
    first = "Two people died and nine others were wounded in a shooting at a fairground in Marsk on Saturday."
    second = "Of eight people shot at a fairground in Marsk on 4 May two died. Six were wounded in the shooting."
    assert totals(first, second) == []


def test_all_who_were_shot_is_one_question_whoever_counts_them() -> None:
    first = "Five people were shot, one fatally, at a fairground in Marsk on 4 May."
    found = [f for f in findings(first, first.replace("4 May", "Saturday, 4 May")) if f.measure in (TOTAL, "shot")]
    assert [f.measure for f in found] == [TOTAL]
