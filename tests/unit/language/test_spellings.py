from __future__ import annotations

import pytest

from reconcile.language.spellings import check_examples, one_letter_apart, skeleton

SAME = ["zelensky zelenskyy", "zelenskiy zelenskij", "antony anthony", "viktor victor", "yevhen evhen"]
APART = ["iran iraq", "austria australia", "slovenia slovakia", "niger nigeria", "maria marie", "berg bergen"]


@pytest.mark.parametrize("pair", SAME)
def test_one_sound(pair: str) -> None:
    a, b = pair.split()
    assert skeleton(a) == skeleton(b)


@pytest.mark.parametrize("pair", APART)
def test_two_sounds(pair: str) -> None:
    a, b = pair.split()
    assert skeleton(a) != skeleton(b)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("holm", "holmm", True),
        ("holm", "hom", True),
        ("holm", "holn", True),
        ("holm", "hlom", True),
        ("holm", "holm", False),
        ("holm", "hol", True),
        ("holm", "mloh", False),
        ("ab", "abcd", False),
        ("", "a", True),
    ],
)
def test_one_letter_apart(a: str, b: str, expected: bool) -> None:
    assert one_letter_apart(a, b) is expected
    assert one_letter_apart(b, a) is expected


def test_examples_of_the_table_hold() -> None:
    assert check_examples() == []
