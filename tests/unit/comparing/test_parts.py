"""Parts that come to more than their whole."""

from __future__ import annotations

from datetime import datetime

import pytest

from reconcile import Report, reconcile
from reconcile.model.finding import Finding, Verdict
from reconcile.model.text import Article


def report(*bodies: str) -> Report:
    """The report on articles of one crash, each published an hour after the one before."""
    return reconcile(
        Article(
            id=f"a{n}", body=body, source=f"Outlet {n}", published=datetime.fromisoformat(f"2025-06-05T1{n}:00:00Z")
        )
        for n, body in enumerate(bodies)
    )


def sums(*bodies: str) -> list[Finding]:
    return [f for f in report(*bodies).findings if f.about.startswith("a whole and its parts")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("A bus overturned near Orlo. 12 people were killed, among them 15 children.", ["12 people", "15 children"]),
        ("Twelve people died near Orlo. Fifteen of the dead were children.", ["Twelve people", "Fifteen"]),
        ("Twelve people were injured near Orlo, 14 of them seriously.", ["Twelve people", "14"]),
        (
            "Twelve people were killed near Orlo: seven women and six children.",
            ["Twelve people", "seven women", "six children"],
        ),
    ],
    ids=["among-them", "of-the-dead", "of-them", "list"],
)
def test_parts_larger_than_their_whole_are_a_finding_with_every_passage(body: str, words: list[str]) -> None:
    (finding,) = sums(body)
    assert finding.verdict is Verdict.CONFLICT
    assert [c.mention.text for c in finding.claims] == words


def test_the_sum_is_shown() -> None:
    (finding,) = sums("Twelve people were killed near Orlo: seven women and six children.")
    assert "“seven women” + “six children” = 13, more than the whole: “Twelve people” killed" in str(finding.relations)


def test_a_part_in_one_article_may_exceed_the_whole_of_another() -> None:
    first = "A bus overturned near Orlo on the coast road. Fifteen children were among the dead, the Orlo clinic said."
    later = "A bus overturned near Orlo on the coast road. It killed 12 people, the Orlo clinic said."
    (finding,) = sums(first, later)
    assert [c.mention.text for c in finding.claims] == ["12 people", "Fifteen children"]


@pytest.mark.parametrize(
    "body",
    [
        "Twelve people were killed near Orlo, among them nine children.",
        "At least 12 people died near Orlo, including 15 children.",
        "Twelve people were killed near Orlo, a week after a crash that killed 15 children.",
        "30 people were injured and 12 killed near Orlo, including 15 children.",
        "A man and seven others were killed near Orlo. Eight of the dead lived there.",
        "Twelve people were killed near Orlo: seven women and six foreigners.",
    ],
    ids=["smaller", "open-whole", "no-part-of-it", "of-both", "others", "groups-that-overlap"],
)
def test_where_it_is_not_certain_nothing_is_said(body: str) -> None:
    assert sums(body) == []


def test_those_aboard_and_their_parts() -> None:
    aboard = "A ferry sank off Orlo with 212 people aboard. 28 were killed, 31 are missing and {} were rescued."
    assert sums(aboard.format(153)) == []
    (more,) = sums(aboard.format(163))
    assert (more.verdict, len(more.sides)) == (Verdict.CONFLICT, 4)
    assert "28 killed + 31 missing + 163 rescued = 222, not 212 aboard" in more.relations[0].reasons[0]
    (fewer,) = sums(aboard.format(143))
    assert fewer.verdict is Verdict.TENSION


def test_those_killed_on_the_ground_were_not_aboard() -> None:
    jet = "A jet with 94 people aboard fell on Orlo. 58 were killed{}. Three are missing and 39 were rescued."
    assert sums(jet.format("")) != []
    assert sums(jet.format(", and six of them were residents")) == []


def test_the_text_report_shows_the_whole_the_parts_and_why() -> None:
    text = report("A bus overturned near Orlo. 12 people were killed, among them 15 children.").to_text()
    assert "«12 people»" in text
    assert "«15 children»" in text
    assert "“15 children”, more than the whole: “12 people” killed" in " ".join(text.split())
