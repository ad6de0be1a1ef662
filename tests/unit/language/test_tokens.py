"""Tokens stand exactly where the text has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.language.phrases import PhraseTable
from reconcile.language.tokens import fold, folded_words, tokenize


@given(st.text(max_size=200))
def test_tokens_cover_everything_but_white_space_in_order(text: str) -> None:
    tokens = tokenize(text)
    assert len(tokens.starts) == len(tokens.ends) == len(tokens.words)
    at = 0
    for i in range(len(tokens)):
        assert at <= tokens.starts[i] < tokens.ends[i] <= len(text)
        assert not text[at : tokens.starts[i]].strip() or all(not c.isalnum() for c in text[at : tokens.starts[i]])
        assert tokens.raw(i) == text[tokens.starts[i] : tokens.ends[i]]
        at = tokens.ends[i]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Monday's strike killed 12", ["monday", "'s", "strike", "killed", "12"]),
        ("It isn’t 1,200", ["it", "isn't", "1", ",", "200"]),
        ("a 5‑storey block", ["a", "5", "-", "storey", "block"]),
        ("the ﬁrst", ["the", "first"]),
        ("A320 and Su-24", ["a", "320", "and", "su", "-", "24"]),
        ("“Yes”", ['"', "yes", '"']),
    ],
)
def test_how_words_are_cut_and_folded(text: str, words: list[str]) -> None:
    assert tokenize(text).words == words


def test_folding_is_for_comparing_only() -> None:
    assert fold("STRASSE") == fold("straße")
    assert fold("’") == "'" and fold("‑") == "-"


TABLE = PhraseTable([("at least", "bound"), ("at", "place"), ("per cent", "share")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at least forty", [(0, 2, "bound")]),
        ("at 40 per-cent", [(0, 1, "place"), (2, 5, "share")]),
        ("least at", [(1, 2, "place")]),
        ("per", []),
    ],
)
def test_the_longest_phrase_wins(text: str, found: list[tuple[int, int, str]]) -> None:
    assert [(m.start, m.end, m.entry) for m in TABLE.find(tokenize(text))] == found


def test_a_phrase_is_found_from_its_end() -> None:
    tokens = tokenize("killing at least 40")
    match = TABLE.before(tokens, 3)
    assert match is not None and (match.start, match.end, match.entry) == (1, 3, "bound")
    assert TABLE.before(tokens, 1) is None


def test_wanted_words_are_found_where_they_stand() -> None:
    tokens = tokenize("Six of the 12 boats of the fleet")
    assert list(tokens.where(frozenset({"of", "barge"}))) == [1, 5]
    assert list(tokens.where(frozenset({"of"}), 2, 5)) == []
    assert list(tokens.numeric(frozenset({"six", "ten"}))) == [0, 3]
    assert tokens.holds(frozenset({"of", "barge"}), 2)
    assert not tokens.holds(frozenset({"of", "barge"}), 2, 5)


@given(st.text(max_size=200))
def test_the_words_of_a_text_are_those_of_its_tokens(text: str) -> None:
    assert folded_words(text) == tokenize(text).words


@pytest.mark.parametrize(("start", "stop", "possible"), [(0, None, True), (0, 2, False), (2, 4, True)])
def test_a_phrase_may_stand_only_where_its_longest_word_does(start: int, stop: int | None, possible: bool) -> None:
    table = PhraseTable([("at least", "bound"), ("per cent", "share")])
    assert table.may_stand(tokenize("at sea, least of all"), start, stop) is possible
    assert not table.may_stand(tokenize("at one of all"))
