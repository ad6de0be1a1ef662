"""Sums in different currencies, by a rate that an article of the story tells, or by none."""

from __future__ import annotations

import pytest

from reconcile import reconcile
from reconcile.model.claim import Kind
from reconcile.model.finding import Finding
from reconcile.model.text import Article

RATE = "The group bought Orrel Mills for €50m ($54m) on Tuesday."


def findings(*bodies: str, headline: str = "Orrel Mills sold") -> list[Finding]:
    articles = [
        Article(f"a{n}", headline=headline, body=body, source=f"Paper {n}", published="2024-05-04T10:00:00Z")
        for n, body in enumerate(bodies)
    ]
    return figures(articles)


def figures(articles: list[Article]) -> list[Finding]:
    return [f for f in reconcile(articles).findings if f.kind is Kind.FIGURE]


def between(found: list[Finding], one: str, other: str) -> tuple[str, str] | None:
    """Verdict and reasons of two figures, where one finding holds both."""
    for finding in found:
        for relation in finding.relations:
            sides = [[c.mention.text for c in finding.sides[i].claims] for i in (relation.a, relation.b)]
            if (one in sides[0] and other in sides[1]) or (other in sides[0] and one in sides[1]):
                return relation.verdict.value, " ".join(relation.reasons)
    return None


@pytest.mark.parametrize(
    ("sum_in_pounds", "verdict"),
    [("£43m", "compatible"), ("£44.5m", "compatible"), ("£71m", "conflict"), ("£43,000", "conflict")],
)
def test_sums_are_held_against_each_other_at_the_rate_told(sum_in_pounds: str, verdict: str) -> None:
    other = f"Orrel Mills was bought for {sum_in_pounds} on Tuesday."
    found = findings(RATE, "The group bought Orrel Mills for £43m ($54m) on Tuesday.", other)
    judged = between(found, "€50m", sum_in_pounds)
    assert judged is not None and judged[0] == verdict
    assert "to the" in judged[1] and "“€50m” is “$54m” in Paper 0" in judged[1]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("€50m", "£44m", "compatible"),
        ("€50m", "£31m", "compatible"),
        ("€50m", "£75m", "conflict"),
        ("€50m", "£50m", "compatible"),
        ("£44m", "$110m", "compatible"),  # which may be New Zealand's
        ("US$44m", "A$44m", "compatible"),
    ],
)
def test_without_a_rate_sums_differ_only_where_no_rate_would_do(one: str, other: str, verdict: str) -> None:
    found = findings(*(f"Orrel Mills was bought for {price} on Tuesday." for price in (one, other)))
    judged = between(found, one, other)
    assert judged is not None and judged[0] == verdict
    assert "nobody tells the rate" in judged[1]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("€45.5m", "$45.5m", "conflict"),
        ("900 million crowns", "€900m", None),  # one digit says too little
        ("940 million crowns", "€940m", "conflict"),
        ("15 million rupees", "NPR 15 million", "compatible"),  # Nepal's
    ],
)
def test_one_number_of_two_currencies_is_a_slip(one: str, other: str, verdict: str | None) -> None:
    judged = between(findings(*(f"Orrel Mills was bought for {p} on Tuesday." for p in (one, other))), one, other)
    assert (judged and judged[0]) == (verdict or "compatible")


def test_a_bare_sign_of_equal_digits_is_the_same_sum() -> None:
    judged = between(
        findings(*(f"Orrel Mills was bought for {p} on Tuesday." for p in ("A$44m", "$44m"))), "A$44m", "$44m"
    )
    assert judged is None or judged[0] == "agree"


def test_of_money_that_the_tables_do_not_know_nothing_is_compared() -> None:
    found = findings(*(f"Orrel Mills was bought for {price} on Tuesday." for price in ("€50m", "900 million crowns")))
    assert between(found, "€50m", "900 million crowns") == (
        "compatible",
        "EUR and crown are not converted into each other; nobody tells the rate",
    )


def test_a_rate_of_another_story_is_not_used() -> None:
    ours = ("Orrel Mills was bought for €50m on Tuesday.", "Orrel Mills was bought for £90m on Tuesday.")
    other = Article("z", headline="A bridge opens", body="The Vask bridge cost €10m (£8.5m).", source="Vask Post")
    articles = [Article(f"a{n}", headline="Orrel Mills sold", body=body) for n, body in enumerate(ours)]
    alone, beside = (reconcile(read).findings for read in (articles, [*articles, other]))
    assert [f for f in beside if "z" not in {c.mention.span.article for c in f.claims}] == list(alone)


def test_a_note_takes_a_sum_back_in_its_own_currency_only() -> None:
    note = "Correction: an earlier version gave the price of Orrel Mills as £71m. It is £43m."
    found = findings("The group bought Orrel Mills for £43m ($54m) on Tuesday.", note)
    judged = between(found, "$54m", "£71m")
    assert judged is None or judged[0] == "compatible"


def test_a_note_puts_right_the_sign_of_a_sum() -> None:
    note = "Correction: an earlier version of this article gave the price of Orrel Mills as €43m. It is £43m."
    found = findings("The group bought Orrel Mills for £43m on Tuesday.", note)
    judged = between(found, "€43m", "£43m")
    assert judged is not None and judged[0] == "corrected"


@pytest.mark.parametrize(
    ("expected", "told"),
    [("$71.4m", "£71.4m"), ("940 million crowns", "€940m")],  # of the crown nobody knows what it is worth
)
def test_what_is_only_expected_is_no_slip_of_another_currency(expected: str, told: str) -> None:
    bodies = (f"The price of Orrel Mills could reach {expected}.", f"The price of Orrel Mills was {told} on Tuesday.")
    judged = between(findings(*bodies), expected, told)
    assert judged is not None and judged[0] == "compatible"


def test_a_sum_goes_with_the_one_that_it_gives_again() -> None:
    told = "The dam was to cost 41 billion rupees. Its cost is now 98 billion rupees ($1.12 billion)."
    found = findings(told, told.replace(" ($1.12 billion)", ""), headline="Dam costs more")
    assert between(found, "98 billion rupees", "$1.12 billion") is not None
    assert between(found, "41 billion rupees", "$1.12 billion") is None


def test_a_sum_and_the_same_in_another_currency_are_no_finding_by_themselves() -> None:
    assert not findings(RATE, "Orrel Mills has a new owner since Tuesday.")


def test_reports_in_any_order_come_to_the_same() -> None:
    bodies = (RATE, "Orrel Mills was bought for $75m on Tuesday.", "Orrel Mills was bought for £43m on Tuesday.")
    articles = [Article(f"a{n}", headline="Orrel Mills sold", body=body) for n, body in enumerate(bodies)]
    one, other = figures(articles), figures(articles[::-1])
    for pair in (("€50m", "$75m"), ("€50m", "£43m"), ("£43m", "$75m"), ("$54m", "$75m")):
        assert between(one, *pair) == between(other, *pair)
        assert between(one, *pair)


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("The crown stood at 25.08 Czech crowns per euro.", "conflict"),
        ("The crown stood at 25.08 Czech crowns to the euro on Friday.", "conflict"),
        ("Nobody named the price of 2.08 Czech crowns per euro.", "compatible"),  # never a rate of the two
        ("The bank gave 25 Czech crowns to the euro museum.", "compatible"),
    ],
)
def test_a_rate_may_be_told_as_such(told: str, verdict: str) -> None:
    bodies = [f"Orrel Mills was bought for {price} on Tuesday." for price in ("€50m", "1.5 billion Czech crowns")]
    found = findings(bodies[0], f"{bodies[1]} {told}")
    judged = between(found, "€50m", "1.5 billion Czech crowns")
    assert judged is not None and judged[0] == verdict
    assert ("“25.08 Czech crowns" in judged[1]) is (verdict == "conflict")


@pytest.mark.parametrize("paid", ["$7.3 million, or a little more than eight cents in the dollar", "$7.3 million"])
def test_dollars_of_which_nobody_says_whose_they_are_are_no_slip_and_tell_no_rate(paid: str) -> None:
    lost = "Investors lost A$140 million, of which US$96 million went abroad."
    widow = "Ida Tuck, 79, sank her late husband's $140,000 into the scheme."
    other = f"Ida Tuck was in the front row. She is 79 and put in $140,000. The liquidator has sent out {paid}."
    judged = between(findings(f"{lost} {widow}", other), "$140,000", "$140,000")
    assert judged is not None and judged[0] == "compatible"
