from __future__ import annotations

from reconcile.model.claim import Kind
from reconcile.model.finding import Finding, Verdict
from reconcile.model.text import Article
from reconcile.pipeline import reconcile
from reconcile.settings import Settings

NAMES = Settings(kinds=frozenset({Kind.NAME}))
STORY = "Forty people died when a ferry sank off Dorvik, Norway, on Tuesday. "


def findings(*texts: str, days: tuple[str, ...] = ()) -> list[Finding]:
    published = days or ("2025-03-05",) * len(texts)
    articles = [
        Article(id=f"a{i}", body=STORY + text, source=f"Paper {i}", published=day)
        for i, (text, day) in enumerate(zip(texts, published, strict=True))
    ]
    return list(reconcile(articles, NAMES).findings)


def sides(finding: Finding) -> set[str]:
    return {side.label.split(" (")[0] for side in finding.sides}


def test_transliterations_are_one_name() -> None:
    (found,) = findings("It was Andriy Zelenskiy.", "It was Andriy Zelenskyy.", "They met Mr. Zelensky.")
    assert (found.verdict, sides(found)) == (Verdict.COMPATIBLE, {"Zelenskiy", "Zelenskyy", "Zelensky"})


def test_one_against_several_is_a_likely_slip() -> None:
    given = "They met Secretary of State Antony Brinkley."
    (found,) = findings(given, given, "They met Secretary of State Anthony Brinkley.")
    assert found.verdict is Verdict.TENSION
    assert found.about == "Antony Brinkley"
    assert "2 others have" in found.relations[0].reasons[0]


def test_two_spellings_in_one_article_are_a_tension() -> None:
    (found,) = findings("It was Viktor Halvorsen. They met Victor Halvorsen.", "It rained.")
    assert found.verdict is Verdict.TENSION
    assert found.relations[0].reasons[0] == "Paper 0 spells the name both ways"


def test_an_age_of_one_year_more_is_a_tension_and_of_several_a_conflict() -> None:
    (found,) = findings("Ana Ruiz, 37, saw it.", "It was 38-year-old Ana Ruiz.")
    assert (found.measure, found.verdict) == ("age", Verdict.TENSION)
    (found,) = findings("Ana Ruiz, 37, saw it.", "Ana Ruiz (45) saw it.")
    assert found.verdict is Verdict.CONFLICT


def test_a_birthday_may_lie_between_two_reports() -> None:
    (found,) = findings("Ana Ruiz, 37, saw it.", "Ana Ruiz, 38, saw it.", days=("2025-03-05", "2025-04-20"))
    assert found.verdict is Verdict.COMPATIBLE


def test_an_old_age_may_be_carried_on_under_a_picture() -> None:
    later = "Ana Ruiz, 37, leaves the court. Ana Ruiz, 38, was sentenced."
    (found,) = findings("Ana Ruiz, 37, saw it.", later, days=("2024-03-05", "2025-04-20"))
    assert found.verdict is Verdict.COMPATIBLE
    (found,) = findings("Ana Ruiz, 37, saw it.", later, days=("2025-04-15", "2025-04-20"))
    assert found.verdict is Verdict.TENSION


def test_another_rank_is_a_tension_and_another_name_for_the_office_is_none() -> None:
    (found,) = findings("It was foreign minister Ana Ruiz.", "It was deputy foreign minister Ana Ruiz.")
    assert (found.measure, found.verdict) == ("office", Verdict.TENSION)
    assert findings("It was police chief Ana Ruiz.", "It was police spokeswoman Ana Ruiz.") == []


def test_names_can_be_switched_off() -> None:
    articles = [Article(id=i, body=f"Trains left for {i}.") for i in ("Kiev", "Kyiv")]
    assert reconcile(articles, Settings(kinds=frozenset({Kind.FIGURE}))).findings == ()
