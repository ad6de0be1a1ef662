"""Families taken for people."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import reconcile
from reconcile.settings import Settings


@pytest.mark.parametrize(
    ("first", "second", "verdicts"),
    [
        (
            "In Merle 1,240 families (5,310 people) were evacuated.",
            "In Merle 1,240 people were evacuated.",
            {"conflict"},
        ),
        (
            "The storm left 2,310 families (9,400 people) homeless.",
            "The storm left 2,310 people homeless.",
            {"conflict"},
        ),
        ("The fire displaced 128 households, 342 people in all.", "The fire displaced 128 people.", {"conflict"}),
        (
            "In Merle 1,240 families (5,310 people) were evacuated.",
            "In Merle 1,310 people were evacuated.",
            {"updated"},
        ),
        ("In Merle 120 families (530 people) were evacuated.", "In Merle 120 people were evacuated.", {"updated"}),
    ],
)
def test_people_who_have_the_number_of_the_families(first: str, second: str, verdicts: set[str]) -> None:
    articles = [
        Article(f"a{n}", body=f"A storm hit the coast. {text}", source=f"a{n}", published=f"2025-10-1{n}")
        for n, text in enumerate((first, second))
    ]
    findings = reconcile(articles, Settings(kinds=frozenset({Kind.FIGURE}))).findings
    assert {f.verdict.value for f in findings} == verdicts
