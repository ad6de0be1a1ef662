from __future__ import annotations

from itertools import pairwise

import pytest

from reconcile.language.sentences import check_examples, sentences
from reconcile.language.tokens import tokenize


def cut(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[tokens.starts[a] : tokens.ends[b - 1]] for a, b in sentences(tokens)]


CASES = [
    ("The dam broke. Nobody was hurt.", ["The dam broke.", "Nobody was hurt."]),
    ("Gov. Ana Peel met Lt. Col. Ruiz. They left.", ["Gov. Ana Peel met Lt. Col. Ruiz.", "They left."]),
    ("J. K. Osei spoke. He left.", ["J. K. Osei spoke.", "He left."]),
    ("The U.S. Senate voted.", ["The U.S. Senate voted."]),
    ("He left the U.S. The ship sank.", ["He left the U.S.", "The ship sank."]),
    ("At 5 a.m. Monday it rained 3.5 cm.", ["At 5 a.m. Monday it rained 3.5 cm."]),
    ("Pit No. 4 shut on Sept. 12. Work stopped.", ["Pit No. 4 shut on Sept. 12.", "Work stopped."]),
    ("She said no. Then she left.", ["She said no.", "Then she left."]),
    ('"Why?" he asked. "Go."', ['"Why?" he asked.', '"Go."']),
    ("“We counted forty.” Two fled.", ["“We counted forty.”", "Two fled."]),
    ('"We counted forty." Two fled.', ['"We counted forty."', "Two fled."]),
    ('He left. "Go," she said.', ["He left.", '"Go," she said.']),
    ("He waited... and left... The end.", ["He waited... and left...", "The end."]),
    ("See example.com or 22.000 people; all came.", ["See example.com or 22.000 people; all came."]),
    ("It was said.The mayor left.", ["It was said.", "The mayor left."]),
    ("1. Flood kills nine", ["1. Flood kills nine"]),
    ("They were 24. Police left.", ["They were 24.", "Police left."]),
    ("Heading\n\nBody here.", ["Heading", "Body here."]),
    ("KEY POINTS\n- one\n- two", ["KEY POINTS", "- one", "- two"]),
    ("Short heading\n" + "Long line " * 15 + "end.", ["Short heading", "Long line " * 15 + "end."]),
    (
        "The ferry left the port\nof Beira on Monday and\nsank.",
        ["The ferry left the port\nof Beira on Monday and\nsank."],
    ),
    ("• one • two", ["• one", "• two"]),
    ("(It rained.) He left.", ["(It rained.)", "He left."]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[t[:30] or "empty" for t, _ in CASES])
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_examples_of_the_table_hold() -> None:
    assert check_examples() == []


@pytest.mark.parametrize("text", ["." * 50_000, ".)" * 50_000, "\n" * 50_000 + "a", "a.\n" * 20_000, '"' * 50_000])
def test_hostile_runs_take_linear_time(text: str) -> None:
    tokens = tokenize(text)
    ranges = sentences(tokens)
    assert sum(b - a for a, b in ranges) == len(tokens)


def test_a_run_without_an_end_is_cut() -> None:
    """Work within a sentence may grow with its square, so no text may make one sentence of everything."""
    ranges = sentences(tokenize("12 dead and " * 2000))
    assert max(last - first for first, last in ranges) <= 400
    assert ranges[0][0] == 0 and all(a[1] == b[0] for a, b in pairwise(ranges))
