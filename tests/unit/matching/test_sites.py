"""Where an article counts two scenes of a story apart, each count is of its own; a single scene restricts nothing."""

from __future__ import annotations

import pytest

from reconcile.model.text import Article
from reconcile.pipeline import extract_claims, reconcile

BOTH = (
    "Riots in Ostrel and Port Vanning, ministry says",
    "OSTREL - On Saturday riots broke out in Ostrel, and on Sunday in Port Vanning.\n\n"
    "In Ostrel five people were killed. In Port Vanning two people were killed.",
)
ONE = (
    "Police fire on crowd in Ostrel",
    "OSTREL - Police fired on a crowd in Ostrel on Saturday. Nine people were killed.",
)


def article(name: str, headline: str, body: str) -> Article:
    return Article(name, body, headline=headline, source=name, published="2031-05-04")


def at(*articles: Article) -> dict[str, tuple[str, ...]]:
    claims = extract_claims(articles)
    return {c.mention.text: tuple(sorted(c.where)) for c in claims if c.measure in ("killed", "injured")}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("In Ostrel five were killed, in Port Vanning two were killed.", {"five": "ostrel", "two": "port vanning"}),
        (
            "Killed in Ostrel: 14 persons. Killed in Port Vanning: six persons.",
            {"14 persons": "ostrel", "six persons": "port vanning"},
        ),
        (
            "Ostrel: 31 people injured. Port Vanning: 12 people injured.",
            {"31 people": "ostrel", "12 people": "port vanning"},
        ),
        (
            "The clinic in Ostrel now has nine dead. The clinic in Port Vanning has five dead.",
            {"nine dead": "ostrel", "five dead": "port vanning"},
        ),
    ],
)
def test_counts_of_two_scenes_are_each_of_their_own(body: str, expected: dict[str, str]) -> None:
    found = at(article("a", BOTH[0], f"Riots broke out in Ostrel and in Port Vanning on Sunday.\n\n{body}"))
    assert found == {text: (place,) for text, place in expected.items()}


@pytest.mark.parametrize(
    "body",
    [
        "In Ostrel five people were killed.",
        "In Ostrel and Port Vanning five people were killed, and six people in Ostrel and Port Vanning were injured.",
        "Five people were killed in Ostrel, and two people were injured in Port Vanning.",
        "In Ostrel five people were killed, the clinic said. Five people were killed in Port Vanning.",
    ],
    ids=["one scene", "both together", "other questions", "one number"],
)
def test_a_scene_that_is_not_told_apart_restricts_nothing(body: str) -> None:
    found = at(article("a", BOTH[0], f"Riots broke out in Ostrel and in Port Vanning on Sunday.\n\n{body}"))
    assert set(found.values()) == {()}


def test_an_article_that_names_one_of_the_scenes_counts_there() -> None:
    assert at(article("a", *BOTH), article("b", *ONE))["Nine people"] == ("ostrel",)
    assert at(article("b", *ONE))["Nine people"] == ()


def test_the_toll_of_one_scene_is_not_held_against_that_of_the_other() -> None:
    other = (
        "Riots in Ostrel and Port Vanning",
        "Riots broke out in Ostrel and in Port Vanning. In Port Vanning four people were killed.",
    )
    found = reconcile((article("a", *BOTH), article("b", *other))).findings
    texts = [{c.mention.text for side in f.sides for c in side.claims} for f in found]
    assert {"five people", "four people"} not in texts
    assert {"two people", "four people"} in texts
