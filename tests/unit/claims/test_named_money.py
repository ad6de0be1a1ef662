"""Money under a name that no table lists, where a text says what it is worth."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def units(body: str, headline: str = "") -> list[str | None]:
    article = Article("a", headline=headline, body=body, published="2024-05-04")
    return [c.quantity.unit for c in extract(article, frozenset({Kind.FIGURE})).claims]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The state released 40 million dorins (about $9.2 million).", ["money dorin", "USD"]),
        (
            "The state released 40 million dorins, or $9.2 million. It had 12 dorins left.",
            [*["money dorin", "USD"], "money dorin"],
        ),
        ("They bought 3 million masks ($12 million).", [None, "USD"]),
        ("They sold 40 million tall dorins (about $9.2 million).", [None, "USD"]),
        ("The state released 40 million dorins and $9.2 million.", [None, "USD"]),
        ("They sold 12 dorins ($9).", [None, "USD"]),
    ],
)
def test_a_name_is_money_where_its_sum_is_given_again(body: str, expected: list[str | None]) -> None:
    assert units(body) == expected


def test_a_headline_is_read_by_what_its_text_explains() -> None:
    assert units("The state gave 40 million dorins ($9 million).", "40 million dorins for Orsa")[0] == "money dorin"


def test_what_one_article_explains_holds_for_its_story_only() -> None:
    told, short, other = (
        Article(f"a{n}", headline=headline, body=body, published="2024-05-04")
        for n, (headline, body) in enumerate(
            [
                ("Earthquake in Orsa", "The earthquake in Orsa did damage of 40 million dorins ($9 million)."),
                ("Earthquake in Orsa", "After the earthquake in Orsa the damage is 42 million dorins."),
                ("Cheese fair in Vask", "At the cheese fair in Vask 42 million dorins were eaten."),
            ]
        )
    )
    found = {c.mention.span.article: c for c in extract_claims([told, short, other]) if c.kind is Kind.FIGURE}
    assert found["a1"].quantity.unit == "money dorin"
    assert found["a1"].measure == "damage", "read anew, it says what it is for"
    assert found["a2"].quantity.unit is None
