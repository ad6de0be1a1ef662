"""A count that was put right, and with one of its numbers all others."""

from __future__ import annotations

import pytest

from reconcile import reconcile
from reconcile.model.text import Article

HEAD = "Result of the election in Marenia"
FIRST = (
    "The electoral commission has counted all votes. "
    "The League has 51 seats, the Union 46 seats. The lead is 26,912 votes."
)
MENDED = (
    "The electoral commission corrected the result. "
    "The League has 52 seats instead of 51, the Union 45. The lead grows to 29,312 votes."
)
WON = (
    "The electoral commission has counted anew. "
    "The League has 52 seats, up from 51, the Union 45. The lead grows to 29,312 votes."
)


def verdicts(second: str, first: str = FIRST) -> dict[tuple[str, str], str]:
    articles = [
        Article("a", headline=HEAD, body=first, source="A", published="2024-05-01T10:00:00Z"),
        Article("b", headline=HEAD, body=second, source="B", published="2024-05-04T10:00:00Z"),
    ]
    return {
        (f.sides[r.a].claims[0].mention.text, f.sides[r.b].claims[0].mention.text): r.verdict.value
        for f in reconcile(articles).findings
        for r in f.relations
    }


@pytest.mark.parametrize("pair", [("46 seats", "45"), ("26,912 votes", "29,312 votes")])
def test_who_puts_one_number_right_has_counted_the_others_anew(pair: tuple[str, str]) -> None:
    assert verdicts(MENDED)[pair] == "corrected"
    assert verdicts(WON)[pair] != "corrected"


def test_a_count_that_the_old_number_is_not_of_is_not_put_right() -> None:
    found = verdicts(MENDED, FIRST.replace("51 seats", "50 seats"))
    assert [pair for pair, verdict in found.items() if verdict == "corrected"] == [("52 seats", "51")]
