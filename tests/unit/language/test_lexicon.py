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
    reading = lexicon._Reading(SPEC)
    reading.take(text, "colours.toml")
    return reading.entries


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
    assert (red.id, red.shade, red.phrases, red.begins) == ("red", "dark", ("red", "crimson"), "colours.toml:2")
    assert (red.examples[0].text, red.examples[0].reading, red.counter) == ("a red door", "red", ("well read",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[colour]\n", r"colours\.toml: not valid TOML"),
        (GOOD.replace("shade", "tint"), r"colours\.toml:2: unknown key 'tint'; known: .*shade"),
        (GOOD.replace("[[colour]]", "[[color]]"), r"colours\.toml:2: unknown key 'color'; entries begin with"),
        (GOOD + GOOD, r"colours\.toml:9: id 'red' stands twice, first at colours\.toml:2"),
        (GOOD + GOOD.replace('"red"\n', '"rouge"\n'), r"colours\.toml:9: phrase 'red' stands in 'red' already"),
        (GOOD.replace('["red", "crimson"]', "[]"), r"colours\.toml:2: phrases must be a list"),
        (GOOD.replace('"crimson"', '" "'), r"colours\.toml:2: an empty phrase"),
        (GOOD.replace('id = "red"\n', ""), r"colours\.toml:2: 'id' is missing"),
        (GOOD.replace('[["a red door", "red"]]', '[["a red door"]]'), r"colours\.toml:2: each example is a pair"),
        ('\nremove = "red"\n' + GOOD, r"colours\.toml:2: remove must be a list of ids"),
        ("\n\nfiles = [1]\n", r"colours\.toml:3: files must be a list of names"),
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


OTHER = GOOD.replace('id = "red"', 'id = "other"')
BLUE = OTHER.replace('["red", "crimson"]', '["blue"]')


def folder(home: Path, head: str, **files: str) -> Path:
    """A folder that holds the table in several files."""
    (home / "grammar").mkdir()
    (home / "grammar.toml").write_text(head, encoding="utf-8")
    for name, text in files.items():
        (home / "grammar" / f"{name}.toml").write_text(text, encoding="utf-8")
    return home


def read(home: Path) -> list[Colour]:
    return lexicon._read(SPEC, home, Path()).entries


def test_a_table_may_be_a_folder_whose_files_follow_in_the_order_they_are_named_in(tmp_path: Path) -> None:
    entries = read(folder(tmp_path, '# head\nfiles = ["warm", "cold"]\n', cold=BLUE, warm=GOOD))
    assert [(e.id, e.begins) for e in entries] == [("red", "grammar/warm.toml:2"), ("other", "grammar/cold.toml:2")]


@pytest.mark.parametrize(
    ("head", "warm", "message"),
    [
        ('files = ["cold", "warm"]', GOOD, r"^grammar/warm\.toml:2: id 'red' stands twice, first at grammar/cold.*:2"),
        ('files = ["cold", "warm"]', OTHER, r"^grammar/warm\.toml:2: phrase 'red' stands in 'red' already"),
        ('files = ["cold", "warm"]', "\n[[color]]", r"^grammar/warm\.toml:2: unknown key 'color'"),
        ('files = ["cold"]', BLUE, r"^grammar\.toml: files does not name 'warm', which is in the folder grammar"),
        ('files = ["cold", "hot", "warm"]', BLUE, r"^grammar\.toml: files names 'hot', which is not in the folder"),
    ],
)
def test_a_malformed_folder_is_refused_with_file_and_line(tmp_path: Path, head: str, warm: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        read(folder(tmp_path, head, cold=GOOD, warm=warm))


def test_a_houses_table_may_be_a_folder(tmp_path: Path) -> None:
    own = '[[class]]\nid = "of-the-house"\nphrases = ["sic"]\n'
    houses = (folder(tmp_path, 'files = ["ours"]\nremove = ["locative"]', ours=own),)
    assert set(word_classes(houses)) == {*word_classes(), "of-the-house"} - {"locative"}
    (entry,) = (e for e in load(GRAMMAR, houses) if e.id == "of-the-house")
    assert entry.begins == f"{tmp_path}/grammar/ours.toml:1"


def test_a_houses_folder_of_other_things_is_left_alone_and_one_of_tables_needs_its_head(tmp_path: Path) -> None:
    (tmp_path / "grammar").mkdir()
    assert load(GRAMMAR, (tmp_path,)) == load(GRAMMAR)
    (tmp_path / "grammar" / "ours.toml").touch()
    load.cache_clear()
    with pytest.raises(LexiconError, match=r"grammar: grammar\.toml beside it must name its files"):
        load(GRAMMAR, (tmp_path,))


def test_phrases_match_longest_first_whatever_their_case_or_hyphens() -> None:
    table = phrase_table(GRAMMAR)
    tokens = tokenize("As Of none compared-with none")
    assert [tokens.words[m.start : m.end] for m in table.find(tokens)] == [["as", "of"], ["compared", "-", "with"]]
    assert table.at(tokenize("Compared‑with"), 0) is not None
