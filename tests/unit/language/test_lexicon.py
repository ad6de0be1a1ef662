"""Tables of phrases: how they are read, refused, and changed by a house."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import frozen

from reconcile.errors import LexiconError
from reconcile.language import lexicon
from reconcile.language.grammar import SPEC as GRAMMAR
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Entry, TableSpec, load, phrase_table
from reconcile.language.tokens import tokenize


@frozen(kw_only=True)
class Colour(Entry):
    shade: str = ""


SPEC = TableSpec("grammar", "colour", Colour)


def parse(text: str) -> list[Colour]:
    entries, _ = lexicon._parse(SPEC, text, "colours.toml")
    return entries


GOOD = """
[[colour]]
id = "red"
shade = "dark"
phrases = ["red", "crimson"]
examples = [["a red door", "red"]]
counter = ["well read"]
"""


def test_an_entry_knows_its_line_and_its_examples() -> None:
    (red,) = parse(GOOD)
    assert (red.id, red.shade, red.phrases, red.line) == ("red", "dark", ("red", "crimson"), 2)
    assert (red.examples[0].text, red.examples[0].reading, red.counter) == ("a red door", "red", ("well read",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[colour]\n", r"colours\.toml: not valid TOML"),
        (GOOD.replace("shade", "tint"), r"colours\.toml:2: unknown key 'tint'; known: .*shade"),
        (GOOD.replace("[[colour]]", "[[color]]"), r"colours\.toml:2: unknown key 'color'; entries begin with"),
        (GOOD + GOOD, r"colours\.toml:9: id 'red' stands twice"),
        (GOOD + GOOD.replace('"red"\n', '"rouge"\n'), r"colours\.toml:9: phrase 'red' stands in 'red' already"),
        (GOOD.replace('["red", "crimson"]', "[]"), r"colours\.toml:2: phrases must be a list"),
        (GOOD.replace('"crimson"', '" "'), r"colours\.toml:2: an empty phrase"),
        (GOOD.replace('id = "red"\n', ""), r"colours\.toml:2: 'id' is missing"),
        (GOOD.replace('[["a red door", "red"]]', '[["a red door"]]'), r"colours\.toml:2: each example is a pair"),
    ],
)
def test_a_malformed_table_is_refused_with_file_and_line(text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        parse(text)


def house(folder: Path, text: str) -> tuple[Path, ...]:
    (folder / "grammar.toml").write_text(text, encoding="utf-8")
    return (folder,)


def test_a_house_adds_replaces_and_removes(tmp_path: Path) -> None:
    houses = house(
        tmp_path,
        'remove = ["locative"]\n[[class]]\nid = "coordination"\nphrases = ["und"]\n'
        '[[class]]\nid = "of-the-house"\nphrases = ["sic"]\n',
    )
    ours, theirs = word_classes(), word_classes(houses)
    assert "locative" in ours and "locative" not in theirs
    assert theirs["coordination"] == {"und"} and theirs["of-the-house"] == {"sic"}
    assert set(ours) - {"locative"} <= set(theirs)


def test_a_house_cannot_remove_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="'nonsense', which is no id of this table"):
        load(GRAMMAR, house(tmp_path, 'remove = ["nonsense"]\n'))


def test_phrases_match_longest_first_whatever_their_case_or_hyphens() -> None:
    table = phrase_table(GRAMMAR)
    tokens = tokenize("As Of none compared-with none")
    assert [tokens.words[m.start : m.end] for m in table.find(tokens)] == [["as", "of"], ["compared", "-", "with"]]
    assert table.at(tokenize("Compared‑with"), 0) is not None
